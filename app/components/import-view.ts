import type { Instant } from '#app/domain/calendar.ts'
import type { Unit } from '#app/domain/place.ts'
import type { ImportSource, LeftOut, Unclear } from '#app/domain/unit-import-row.ts'
import type { SetAside, UnitDifference } from '#app/domain/unit-import.ts'
import type { Done, Stays } from '#app/domain/unit-import-undoing.ts'

/** Rows of which the first are shown, and how many there are. */
export interface Some<Row> {
  rows: readonly Row[]
  all: number
}

/** An import among others. */
export interface ImportLine {
  href: string
  source: ImportSource
  at: Instant
  by: string
  state: { is: 'waiting' } | { is: 'done' | 'undone'; at: Instant; by: string }
}

/** A row of a file, as it is told of. */
export interface RowView {
  number: number
  name: string
  orgNumber: string | null
  municipality: string | null
}

export interface AddedView extends RowView {
  owner: { name: string; ownership: Unit['ownership'] }
  again: boolean
}

/** What is different, with what was there in words; null where nothing was. */
export interface DifferenceView {
  what: UnitDifference['what']
  before: string | null
  after: string
}

export interface ChangedView extends RowView {
  href: string
  differences: readonly DifferenceView[]
}

/** What an import would do today. */
export interface WouldView {
  /** The fingerprint of it. */
  seen: string
  read: number
  leftOut: readonly { why: LeftOut; count: number }[]
  whole: boolean
  added: Some<AddedView>
  changed: Some<ChangedView>
  gone: Some<{ href: string; name: string; orgNumber: string | null; inactive: boolean }>
  aside: Some<RowView & { href: string | null; why: SetAside }>
  notUnderstood: Some<{ number: number; said: string; why: Unclear }>
  same: Some<RowView & { href: string }>
}

/** What an import did, or what undoing it would do, at one unit. */
export interface DoneView {
  key: string
  href: string
  name: string
  kind: Done['kind']
  before: string | null
  after: string | null
  undone: boolean
  changedSince: boolean
  stays: Stays | null
}

/** How far a reading of units, or an import that is carried out, has come; `of` is null while that is not known. */
export interface GoingView {
  doing: 'fetching' | 'opening' | 'reading' | 'carrying out'
  done: number
  of: number | null
}
