import type { Instant, LocalDate } from './calendar.ts'
import { can, canAtUnit, type Actor } from './permissions.ts'
import type { PairPlace, Place } from './place.ts'
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

/** The dates of a school that belong on a place's checklist; a kindergarten sees at a school what is for all of it. */
export function datesShownTo(actor: Actor, place: Place, dates: readonly AgreedDate[]): readonly AgreedDate[] {
  if (!can(actor, 'read agreed dates', place)) return []
  if (place.kind === 'pair') return dates.filter((date) => isForPair(date, place))
  if (place.kind !== 'school') return []
  const seesAll = canAtUnit(actor, 'read agreed dates', place.id)
  return dates.filter(({ pairIds }) => seesAll || pairIds.length === 0)
}

/** The dates of a unit or a pair that a reader may see: all of a school of their own, else those for pairs they may see. */
export function datesOfPairs(
  actor: Actor,
  place: Place,
  pairs: readonly PairPlace[],
  dates: readonly AgreedDate[],
): AgreedDate[] {
  const seesAll = place.kind === 'school' && canAtUnit(actor, 'read agreed dates', place.id)
  return dates.filter((date) => seesAll || pairs.some((pair) => isForPair(date, pair)))
}

/** Whether two dates are for a pair in common. */
export function concernTheSame(
  one: Pick<AgreedDate, 'schoolId' | 'pairIds'>,
  other: Pick<AgreedDate, 'schoolId' | 'pairIds'>,
): boolean {
  if (one.schoolId !== other.schoolId) return false
  return one.pairIds.length === 0 || other.pairIds.length === 0 || one.pairIds.some((id) => other.pairIds.includes(id))
}

/**
 * Whether somebody may change a date: at each pair it is for, and at the school where it is for all. A school's common
 * day is not moved for the others by one kindergarten.
 */
export function mayChange(
  actor: Actor,
  date: Pick<AgreedDate, 'schoolId' | 'pairIds'>,
  pairs: readonly PairPlace[],
): boolean {
  if (canAtUnit(actor, 'agree on a date', date.schoolId)) return true
  const own = pairs.filter((pair) => can(actor, 'agree on a date', pair)).map(({ id }) => id)
  return date.pairIds.length > 0 && date.pairIds.every((id) => own.includes(id))
}

/** The dates of a step here that stand, by day; a cancelled one only where no other is left. */
export function datesOfStep(dates: readonly AgreedDate[], stepId: string): AgreedDate[] {
  const all = dates.filter((date) => date.stepId === stepId)
  const standing = all.filter(({ cancelled }) => !cancelled)
  return standing.length > 0 ? standing : all.slice(-1)
}

/**
 * The day that a step was probably done on: the last agreed one, once all are over. It is only suggested; nobody but a
 * person ticks.
 */
export function suggestedDay(dates: readonly AgreedDate[], stepId: string, today: LocalDate): LocalDate | null {
  const last = dates.filter((date) => date.stepId === stepId && !date.cancelled).at(-1)
  return last && last.on < today ? last.on : null
}
