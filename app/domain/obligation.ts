import { unitsOn, type Place, type Side, type Unit } from './place.ts'
import type { Routine, Step } from './plan.ts'

/**
 * Why a step is asked of somebody: the law, the municipality's plan, the owner's agreement to take part this cycle,
 * or only an invitation, which is never overdue and never a failure.
 */
export const OBLIGATIONS = ['law', 'plan', 'agreement', 'invitation'] as const
export type Obligation = (typeof OBLIGATIONS)[number]

/** The framework counts as one more routine where an owner says what a unit takes part in. */
export const FRAMEWORK = 'framework'

/** What binds a unit to the framework: as to the plan's steps, never the law. */
export function obligationToFramework(unit: Unit): Obligation {
  return obligationOfUnit(unit, FRAMEWORK)
}

/** What binds one unit to a plan step. The plan binds the municipality's own units; a private owner or a neighbour decides. */
function obligationOfUnit(unit: Unit, routineId: string): Obligation {
  if (unit.ownership === 'municipal' && unit.externalMunicipality === null) return 'plan'
  const { participation } = unit
  if (participation?.answer === 'takes part') return 'agreement'
  if (participation?.answer === 'partly' && participation.routineIds.includes(routineId)) return 'agreement'
  return 'invitation'
}

/**
 * What binds a side at a place to a step. Where several kindergartens answer together, the strongest tie among them
 * counts: somebody there has to do it.
 */
export function obligationOf(
  step: Pick<Step, 'binding'>,
  routine: Pick<Routine, 'id'>,
  place: Place,
  side: Side,
): Obligation {
  if (step.binding === 'law') return 'law'
  if (side === 'municipality') return 'plan'
  const ties = unitsOn(place, side).map((unit) => obligationOfUnit(unit, routine.id))
  return OBLIGATIONS.find((obligation) => ties.includes(obligation)) ?? 'invitation'
}

export function isInvited(obligation: Obligation): boolean {
  return obligation === 'invitation'
}
