import type { Instant, LocalDate } from './calendar.ts'
import { can, ownSides, type Actor } from './permissions.ts'
import type { Place, Unit } from './place.ts'

/** A due day that somebody moved in one cycle: for all places, or for the pairs of one school. Only ever added. */
export interface DueDayMove {
  stepId: string
  schoolId: string | null
  /** Null takes the day back to what it would be without the moves before it. */
  to: LocalDate | null
  reason: string
  at: Instant
  by: string
}

/** What moved a due day last: from which day, by whom, and why. */
export interface Moved {
  from: LocalDate
  by: 'municipality' | 'school'
  reason: string
  at: Instant
}

/**
 * The due day of a step: the school's own last move, else the common last one, else what the rule says. `moves` are
 * those of the cycle, oldest first; `schoolId` is the school of a pair, null at all other places.
 */
export function movedDay(
  rule: LocalDate,
  stepId: string,
  moves: readonly DueDayMove[],
  schoolId: string | null,
): { due: LocalDate; moved: Moved | null } {
  const counting = (schoolId === null ? [null] : [null, schoolId]).flatMap(
    (scope) => lastMove(stepId, moves, scope) ?? [],
  )
  return counting.reduce<{ due: LocalDate; moved: Moved | null }>(
    (day, { to, reason, at, schoolId: school }) => {
      if (to === null || to === day.due) return day
      return { due: to, moved: { from: day.due, by: school === null ? 'municipality' : 'school', reason, at } }
    },
    { due: rule, moved: null },
  )
}

/** The last move of a step for all (`null`) or for one school's pairs; it may be one that took the day back. */
export function lastMove(
  stepId: string,
  moves: readonly DueDayMove[],
  schoolId: string | null,
): DueDayMove | undefined {
  return moves.findLast((move) => move.stepId === stepId && move.schoolId === schoolId)
}

/** The school whose place this is, where somebody may move its pairs' due days through a seat of their own; else null. */
export function schoolMovedBy(actor: Actor, place: Place): Unit | null {
  if (place.kind !== 'school' || !can(actor, 'move a due day of a school', place)) return null
  return ownSides(actor, place).includes('school') ? place.school : null
}
