import type { LocalDate } from './calendar.ts'
import type { Cycle } from './checklist.ts'
import { dueDay, isOver, spanOf } from './due-date.ts'
import { lastMove, movedDay } from './due-day-move.ts'
import type { Step } from './plan.ts'
import type { Problem } from './problem.ts'
import { problemInText } from './saying.ts'

/** A due day somebody wants to move, or take back (`to` is null), for all or for one school's pairs. */
export interface Moving {
  step: Step
  schoolId: string | null
  to: LocalDate | null
  reason: string
  /** The due day when the form was made: what the person saw. */
  seen: LocalDate
}

/** What keeps a due day from being moved, or taken back; empty where nothing does. */
export function problemsInMoving(cycle: Cycle, moving: Moving, today: LocalDate): Problem[] {
  const { step, schoolId, to, reason, seen } = moving
  if (isOver(cycle.year, today)) return [{ field: 'to', message: 'cycleOver', values: { year: cycle.year } }]
  const { due } = movedDay(dueDay(step.due, cycle), step.id, cycle.moves, schoolId)
  if (due !== seen) return [{ field: 'to', message: 'dueDayMovedMeanwhile' }]
  const { from, to: end } = spanOf(cycle.year)
  const problems: Problem[] = []
  if (to === null) {
    if (!lastMove(step.id, cycle.moves, schoolId)?.to) problems.push({ field: 'to', message: 'nothingToTakeBack' })
  } else if (to < from || to > end) {
    const values = { first: cycle.year - 1, last: cycle.year }
    problems.push({ field: 'to', message: 'dueDayOutsideCycle', values })
  } else if (to === due) {
    problems.push({ field: 'to', message: 'dueDayTheSame' })
  }
  if (reason === '') return [...problems, { field: 'reason', message: 'moveReasonMissing' }]
  return [...problems, ...problemInText('reason', reason, today)]
}
