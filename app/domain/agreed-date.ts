import type { Instant, LocalDate } from './calendar.ts'
import type { TickedBy } from './tick.ts'

/** What a school and its kindergartens do together on a day they agreed on. */
export const AGREED_DATE_KINDS = ['visit', 'meeting', 'parents evening', 'other'] as const
export type AgreedDateKind = (typeof AGREED_DATE_KINDS)[number]

/** What one saying of a date holds: each change is a row of its own. */
export interface AgreedDate {
  id: string
  year: number
  schoolId: string
  /** The pairs it is for; none is for all of the school. */
  pairIds: readonly string[]
  kind: AgreedDateKind
  /** What it is called, where the kind does not say enough. */
  title: string | null
  /** The step that is done with it, or null. */
  stepId: string | null
  on: LocalDate
  /** Clock times in Oslo as `HH:MM`; without them it lasts the day. */
  from: string | null
  to: string | null
  venue: string | null
  /** Who comes, by role. */
  whoComes: string | null
  /** Why it was last moved or cancelled. */
  reason: string | null
  cancelled: boolean
  /** How often it was changed since it was first agreed: calendars count, too. */
  changes: number
  /** The day it was on before it was last moved, or null. */
  movedFrom: LocalDate | null
  at: Instant
  by: TickedBy
}

/** Whether a date is for a pair of its school: named among its pairs, or for all. */
export function isForPair(
  { schoolId, pairIds }: Pick<AgreedDate, 'schoolId' | 'pairIds'>,
  pair: { id: string; school: { id: string } },
): boolean {
  return schoolId === pair.school.id && (pairIds.length === 0 || pairIds.includes(pair.id))
}
