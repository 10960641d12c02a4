import { answersOpenTo, withdrawable, type Line } from './checklist.ts'
import { can, ownSides, type Actor } from './permissions.ts'
import { hasEnded, type Side } from './place.ts'
import type { Answer } from './tick.ts'

/** What one side can do on a line: the answers it can give, and the tick it can take back. */
export interface Choice {
  side: Side
  /** False where an adviser would answer for somebody else. */
  own: boolean
  answers: readonly Answer[]
  withdrawable: string | null
}

/** The sides an actor can answer for on a line: its own; for an adviser both, unless the step is sensitive; none where the child group has ended. */
export function sidesOpenTo(actor: Actor, line: Pick<Line, 'place' | 'step'>): Side[] {
  const { place, step } = line
  if (hasEnded(place)) return []
  if (!can(actor, step.sensitive ? 'tick a sensitive step' : 'tick a step', place)) return []
  const own = ownSides(actor, place)
  const sides = step.confirmedBy ? [step.responsible, step.confirmedBy] : [step.responsible]
  return sides.filter((side) => own.includes(side) || answersForOthers(actor, step.sensitive))
}

function answersForOthers(actor: Actor, sensitive: boolean): boolean {
  return actor !== 'visitor' && !sensitive && actor.seats.some((seat) => seat.role === 'adviser')
}

/** What each side the actor answers for can do on a line now. */
export function choicesOn(actor: Actor, line: Line): Choice[] {
  const own = ownSides(actor, line.place)
  return sidesOpenTo(actor, line).map((side) => ({
    side,
    own: own.includes(side),
    answers: answersOpenTo(line, side),
    withdrawable: withdrawable(line, side)?.id ?? null,
  }))
}
