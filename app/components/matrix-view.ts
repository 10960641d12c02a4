import type { LocalDate } from '#app/domain/calendar.ts'
import type { ChildrenShown } from '#app/domain/discretion.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Count } from '#app/domain/progress.ts'
import type { State } from '#app/domain/state.ts'

/** Complete of asked, what binds and what is an invitation apart, and how many are over their due day. */
export interface CellCount {
  obliged: Count
  invited: Count
  overdue: number
}

/** A row: a place, with a state or a count for each column. */
export interface MatrixRow {
  href: string
  /** Null for the municipality. */
  name: string | null
  /** Undefined where the row is no pair, null where the number is too small for the reader. */
  children?: ChildrenShown
  cells: readonly MatrixCell[]
}

export type MatrixCell = { state: State } | { count: CellCount } | null

/** Rows under a heading; a group alone stands for its rows. */
export interface MatrixGroup {
  heading: MatrixRow | null
  rows: readonly MatrixRow[]
}

export interface MatrixView {
  /** What the first column holds. */
  rowsAre: 'pairs' | 'kindergartens' | 'schools' | 'municipality'
  columns: readonly { id: string; title: Wording; due: LocalDate | null }[]
  groups: readonly MatrixGroup[]
  foot: readonly CellCount[]
}

/** What was chosen to look at. Each part of it is a part of the URL. */
export interface Chosen {
  places: MatrixView['rowsAre']
  by: 'school' | 'kindergarten'
  columns: 'steps' | 'routines'
  sort: 'name' | 'behind'
  routine: string
  ownership: '' | 'municipal' | 'private'
  school: string
  late: boolean
}
