import type { LocalDate } from '#app/domain/calendar.ts'
import type { Fate } from '#app/domain/adoption.ts'
import type { Counted, CountedOf } from '#app/domain/adoption-sum.ts'
import type { Wording } from '#app/domain/language.ts'
import type { PlaceKind } from '#app/domain/place.ts'

/** A row of the totals: one kind of place, or all. */
export interface TotalView {
  of: PlaceKind | 'all'
  places: number
  touched: number
  lines: Readonly<Record<CountedOf, Counted>>
}

/** What an adoption does to one step, in all or at one place. */
export interface StepAdoptionView {
  id: string
  title: Wording
  /** The due day as it will be, and as it was where that was another; null where the step falls away. */
  due: { to: LocalDate; from: LocalDate | null } | null
}

/** A step with how often each thing becomes of it. */
export interface StepTotalView extends StepAdoptionView {
  kind: PlaceKind
  counts: readonly { of: CountedOf; count: number }[]
}

/** A step at one place, and what becomes of it there. */
export interface FateView extends StepAdoptionView {
  fate: Fate
  answered: boolean
  intoPast: boolean
  reworded: boolean
  moved: boolean
}

/** A place that something changes at. */
export interface AffectedView {
  href: string
  /** Null for the municipality. */
  name: string | null
  counts: readonly { of: CountedOf; count: number }[]
  steps: readonly FateView[]
}

/** The units of one sort, by whether they have read. */
export interface ReadersView {
  kind: 'kindergarten' | 'school'
  ownership: 'municipal' | 'private'
  read: number
  unread: number
  nothingNew: number
}
