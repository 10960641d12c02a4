import { stepsAskedAt, type AskedStep, type Cycle } from '#app/domain/checklist.ts'
import { schoolMovedBy, type DueDayMove } from '#app/domain/due-day-move.ts'
import { problemsInMoving, type Moving } from '#app/domain/due-day-moving.ts'
import { isOver } from '#app/domain/due-date.ts'
import { authorize, can } from '#app/domain/permissions.ts'
import { PLACE_KINDS, type Place, type Unit } from '#app/domain/place.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertDueDayMove } from '#db/queries/cycles.ts'
import { findPlace, listPlaces } from '#db/queries/places.ts'
import { listUnitNames } from '#db/queries/units.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { remember } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** The due days of a cycle that somebody may move: all of them, or those of one school's pairs. */
export interface DueDays {
  cycle: Cycle
  /** The school whose pairs they are, or null for all places. */
  school: Unit | null
  /** Everything the person may look at here: null is all places. */
  scopes: readonly (Unit | null)[]
  /** What the schools with moves of their own are called, by id. */
  schoolNames: ReadonlyMap<string, string>
  /** Those of one kind of place in order of due day. */
  steps: readonly DueStep[]
}

/** A step with its due day, and what moved it here, oldest first. */
export interface DueStep extends AskedStep {
  moves: readonly DueDayMove[]
}

/**
 * The due days somebody may move in a cycle: for all, or for the pairs of that school. Without a school, the first that
 * the person may. Refuses *not found* for whoever may not move any there.
 */
export async function readDueDays(context: SignedIn, year: number, schoolId: string | null): Promise<DueDays> {
  const cycle = await cycleOf(context.db, year)
  const scopes = await scopesOf(context, year)
  const school = schoolId === null ? scopes[0] : scopes.find((unit) => unit?.id === schoolId)
  if (school === undefined) throw new Refusal('not found')
  const schoolIds = [...new Set(cycle.moves.flatMap((move) => move.schoolId ?? []))]
  const schoolNames = new Map(schoolIds.length > 0 ? await listUnitNames(context.db, schoolIds) : [])
  return { cycle, school, scopes, schoolNames, steps: stepsOf(cycle, school) }
}

/** The same with the one step of it, and whether it can still be moved. Refuses *not found* and *step not asked here*. */
export async function readDueDay(
  context: SignedIn,
  { year, stepId, schoolId }: Which,
): Promise<DueDays & { asked: DueStep; over: boolean }> {
  const all = await readDueDays(context, year, schoolId)
  return { ...all, asked: stepIn(all.steps, stepId), over: isOver(year, context.today) }
}

async function scopesOf({ actor, db }: SignedIn, year: number): Promise<(Unit | null)[]> {
  const all = can(actor, 'move a due day for all') ? [null] : []
  const unitIds = actor.seats.flatMap((seat) => seat.unitIds)
  if (unitIds.length === 0 || !can(actor, 'move a due day of a school')) return all
  const places: readonly Place[] = (await listPlaces(db, [year], { unitIds })).get(year) ?? []
  return [...all, ...places.flatMap((place) => schoolMovedBy(actor, place) ?? [])]
}

/** For all: every step, with the moves of schools beside the common ones. For a school: what its pairs are asked. */
function stepsOf(cycle: Cycle, school: Pick<Unit, 'id'> | null): DueStep[] {
  const asked = school
    ? stepsAskedAt(cycle, 'pair', school.id)
    : PLACE_KINDS.flatMap((kind) => stepsAskedAt(cycle, kind))
  return asked.map((each) => ({
    ...each,
    moves: cycle.moves.filter(
      ({ stepId, schoolId }) =>
        stepId === each.step.id && (school === null || schoolId === null || schoolId === school.id),
    ),
  }))
}

function stepIn(steps: readonly DueStep[], stepId: string): DueStep {
  const asked = steps.find(({ step }) => step.id === stepId)
  if (!asked) throw new Refusal('step not asked here')
  return asked
}

/** Which due day: of a step in a cycle, for all (`null`) or for the pairs of one school. */
export interface Which {
  year: number
  stepId: string
  schoolId: string | null
}

/**
 * Moves a due day, or takes it back to what it would be (`to` is null). A school's own day stands, whatever is moved for
 * all. Problems come back and nothing is saved. Refuses *not found*, *not allowed* and *step not asked here*.
 */
export async function moveDueDay(
  context: SignedIn,
  { year, stepId, schoolId, ...said }: Which & Omit<Moving, 'step' | 'schoolId'>,
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `due day ${year} ${stepId} ${schoolId ?? 'all'}`, form, async (db) => {
    const cycle = await cycleOf(db, year)
    const school = await mayMove(context, db, year, schoolId)
    const { step } = stepIn(stepsOf(cycle, school), stepId)
    const problems = problemsInMoving(cycle, { ...said, step, schoolId }, context.today)
    if (problems.length > 0) return problems
    const { to, reason } = said
    const { actor, now } = context
    await insertDueDayMove(db, { year, stepId, schoolId, to, reason, at: now, personId: actor.id })
    const content = { cycle: year, step: stepId, school: schoolId, to }
    await remember(db, { kind: 'due day moved', at: now, personId: actor.id, content })
    return []
  })
}

/** The school somebody moves a day for, null for all. Refuses where the actor has no seat of its own there. */
async function mayMove({ actor }: SignedIn, db: Db, year: number, schoolId: string | null): Promise<Unit | null> {
  if (schoolId === null) {
    authorize(actor, 'move a due day for all')
    return null
  }
  const place = found(await findPlace(db, year, schoolId))
  authorize(actor, 'move a due day of a school', place)
  const school = schoolMovedBy(actor, place)
  if (!school) throw new Refusal('not allowed')
  return school
}
