import type { Mark } from '#app/domain/framework-mark.ts'
import type { Month } from '#app/domain/month.ts'
import type { Tap } from '#app/domain/framework-month.ts'
import type { Instant } from '#app/domain/calendar.ts'
import type { OtherSideView } from './other-side-view.ts'
import type { Wording } from '#app/domain/language.ts'

/** A mark in the shape it is shown in. */
export interface MarkView {
  id: string
  mark: Mark | 'withdrawn'
  /** When it is worked with, in words. */
  months: string | null
  how: string | null
  reason: string | null
  by: string
  forUnit: boolean
  at: Instant
  /** The version it was said under, where that is another than the one that holds. */
  under: number | null
}

/** An element, or an addition of the unit's own, in the shape it is shown in. */
export interface FrameworkRowView {
  id: string
  href: string
  title: Wording
  /** Whether it is the unit's own. */
  own: boolean
  /** What the other side does with it. */
  other: Wording | null
  /** What the units there have marked. */
  others: OtherSideView | null
  mark: MarkView | null
  earlier: readonly MarkView[]
  history: readonly MarkView[]
  /** What choosing it sends: which one, as it was seen. */
  chosen: string
  /** What one tap says; null where there is nothing more to say, or the reader only reads. */
  tap: Tap | null
  /** Whether what was said today can be taken back with a tap. */
  undo: boolean
}

/** An area with what is in it, the unit's own last. */
export interface AreaView {
  id: string
  title: Wording
  /** Where something of one's own is added, for whoever may. */
  add: string | null
  rows: readonly FrameworkRowView[]
}

/** A month to go to. */
export interface MonthLink {
  href: string
  words: string
}

/** The month that is shown, and its neighbours. */
export interface MonthView {
  month: Month
  /** "mars 2027" and "mars". */
  words: string
  short: string
  before: MonthLink | null
  after: MonthLink | null
  /** Whether it is over: then what nobody planned was worked with. */
  past: boolean
}

/** What each form on the page sends along. */
export interface MarkSending {
  /** Where marks are sent. */
  action: string
  form: string
  back: string
}

/** One element or addition on a page of its own. */
export interface LineView {
  year: number
  version: number | null
  title: string
  /** The unit, and where its checklist and its framework are. */
  heading: string
  place: string
  framework: string
  area: Wording | null
  otherSide: 'kindergarten' | 'school'
  row: FrameworkRowView
  marks: 'own' | 'for the unit' | null
  choices: readonly Mark[]
  months: readonly { value: string; words: string }[]
  /** What the form holds at first: what stands. */
  first: { mark: Mark | null; from: Month; to: Month; how: string | null; reason: string | null }
  saved: string | null
  form: string
}
