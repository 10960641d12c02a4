import type { Coverage } from '#app/domain/coverage.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Mark } from '#app/domain/framework-mark.ts'
import type { Wording } from '#app/domain/language.ts'

/** What was chosen to look at: which units, and one area whose elements are the columns. */
export interface CoverageChosen {
  side: 'kindergarten' | 'school'
  area: string
}

/** What a unit, or several, have come to in a column: a count, or where it is one element what was marked. */
export type CoverageCell = { coverage: Coverage } | { mark: Mark | null; months: string | null }

export interface CoverageRow {
  href: string
  name: string
  cells: readonly CoverageCell[]
  all: Coverage
}

/** Units with one tie to the framework, and what they come to together. */
export interface CoverageGroup {
  tie: 'obliged' | 'invited'
  rows: readonly CoverageRow[]
  cells: readonly Coverage[]
  all: Coverage
}

export interface CoverageMatrixView {
  side: CoverageChosen['side']
  columns: readonly { id: string; title: Wording; href: string | null }[]
  groups: readonly CoverageGroup[]
}

/** A month in words, with how the units stood at its end; in the month it is, how they stand now. */
export interface ChangeRow {
  month: string
  coverage: Coverage
}

/** An element that few work with; `reasons` is empty for whoever may not read them. */
export interface FewRow {
  id: string
  text: Wording
  area: Wording
  coverage: Coverage
  reasons: readonly { unit: string; reason: string }[]
}

/** A unit where nobody has read the framework as it says now. */
export interface UnreadRow {
  href: string
  name: string
  invited: boolean
  /** The day somebody last read it, as an earlier version said it; null where nobody has. */
  since: LocalDate | null
}
