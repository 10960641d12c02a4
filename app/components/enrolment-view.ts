import type { Instant } from '#app/domain/calendar.ts'
import type { ChildrenShown } from '#app/domain/discretion.ts'
import type { ReckoningState, SchoolReckoning } from '#app/domain/reconciliation.ts'

/** A school's numbers with how they stand. */
export interface ReckoningView extends Omit<SchoolReckoning, 'schoolId'> {
  state: ReckoningState
}

/** A school in the table of those enrolled: its field, and where its gap is explained. */
export interface EnrolmentRow extends ReckoningView {
  name: string
  href: string
  field: string
  seenField: string
  said: { at: Instant; by: string } | null
}

/** Numbers of a unit that somebody has to look at, and where they are said. */
export interface OpenNumbers {
  href: string
  /** A kindergarten, or a kindergarten and a school. */
  name: string
  /** Where its children go, as far as that is part of the matter. */
  schools?: readonly string[]
  children?: ChildrenShown
  reported?: number | null
  received?: number | null
}
