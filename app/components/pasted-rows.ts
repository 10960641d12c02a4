import type { DueRule } from '#app/domain/due-date.ts'
import type { PlaceKind, Side } from '#app/domain/place.ts'
import type { CarriedOutBy } from '#app/domain/plan.ts'
import type { Column } from '#app/domain/plan-table-columns.ts'
import type { Lack, TableRow } from '#app/domain/plan-table.ts'

/** What the fields of one row of a pasted table hold, as text. */
export interface RowFields {
  include: boolean
  title: string
  guidance: string
  day: string
  month: string
  /** A year kind, or `days:-14`. */
  year: string
  by: string
  responsible: string
  scope: string
}

/** A row of a pasted table, as it is looked over. */
export interface PastedRow extends RowFields {
  number: number
  kind: TableRow['kind']
  /** What the fields say, for the line that is read. */
  due: DueRule | null
  carriedOutBy: CarriedOutBy | null
  answers: Side | null
  place: PlaceKind | null
  /** What the table itself says of when and who. */
  said: TableRow['said']
  lacks: readonly Lack[]
}

export interface PastedColumn {
  column: Column
  /** Its name in the header, or null. */
  name: string | null
  sample: string
}

/** A table that was read, in the shape it is looked over in. */
export interface PastedView {
  pasted: string
  language: 'nb' | 'nn'
  columns: readonly PastedColumn[]
  rows: readonly PastedRow[]
  /** How many of the rows somebody has to look at. */
  needing: number
  included: number
}
