import type { Cycle } from '#app/domain/checklist.ts'
import {
  answersAs,
  participationOf,
  problemsInAnswering,
  unitsAmong,
  unitsAsked,
  whyNobodyAnswers,
  type AnsweredAs,
  type Answering,
} from '#app/domain/participation.ts'
import { authorize, authorizeAtUnit, canAtUnit, type Person } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertAnswer, listAnswers, listOwners, type AnswerGiven } from '#db/queries/participation.ts'
import { findPlace, listPlaces } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import { cycleAmong, cycleOf } from './cycles.server.ts'
import { remember } from './history.server.ts'
import { lackingIn, type LackingAnswer } from './participation-lacking.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** What one unit has answered in a cycle, as one reader may see it. */
export interface UnitParticipation {
  cycle: Cycle
  unit: Unit
  owner: string
  /** Everything that was answered, oldest first: the last one of its owner counts. */
  answers: readonly AnswerGiven[]
  /** As whom the reader would answer; null for whoever may only read. */
  as: AnsweredAs | null
  /** Why nobody can answer, or null. */
  closed: Problem | null
}

/** What a unit has answered. Refuses *not found*, also for a unit that is none of the reader's. */
export async function readUnitParticipation(
  context: SignedIn,
  year: number,
  unitId: string,
): Promise<UnitParticipation> {
  const { actor, db, today } = context
  authorizeAtUnit(actor, 'read units', unitId)
  const cycle = await cycleOf(db, year)
  const unit = await unitIn(db, year, unitId)
  const owners = await listOwners(db, year, unitId)
  const answers = await listAnswers(db, year, unitId)
  return {
    cycle,
    unit,
    owner: owners.get(unitId) ?? '',
    answers: answers.map((answer) => shownTo(actor, answer)),
    as: answersAs(actor, unitId),
    closed: whyNobodyAnswers(unit, year, today),
  }
}

/** A unit with a place of its own in a cycle. Refuses *not found*. */
export async function unitIn(db: Db, year: number, unitId: string): Promise<Unit> {
  const place = found(await findPlace(db, year, unitId))
  if (place.kind === 'pair') throw new Refusal('not found')
  return place.kind === 'school' ? place.school : place.kindergarten
}

function shownTo(actor: Person, answer: AnswerGiven): AnswerGiven {
  return canAtUnit(actor, 'read reasons and notes', answer.unitId) ? answer : { ...answer, reason: null }
}

/**
 * Answers for a unit whether it takes part; obligation follows at once. Earlier answers stay. Problems come back and
 * nothing is saved. Refuses *not found*, and *not allowed* for whoever may only read.
 */
export async function answerParticipation(
  context: SignedIn,
  { year, unitId, ...answering }: { year: number; unitId: string } & Answering,
  form: string,
): Promise<Outcome> {
  const { actor, now, today } = context
  authorizeAtUnit(actor, 'answer about taking part', unitId)
  return saveOnce(context, `participation ${year} ${unitId}`, form, async (db) => {
    const cycle = await cycleOf(db, year)
    const unit = await unitIn(db, year, unitId)
    const problems = problemsInAnswering(answering, unit, cycle, today)
    if (problems.length > 0) return problems
    const as = found(answersAs(actor, unitId))
    const participation = participationOf(answering)
    const { reason } = answering
    await insertAnswer(db, { year, unitId, participation, reason, at: now, personId: actor.id, as })
    const content = { cycle: year, unit: unitId, answer: participation.answer }
    await remember(db, { kind: 'participation answered', at: now, personId: actor.id, content })
    return []
  })
}

/** The private and neighbouring units of a cycle as they were asked. */
export interface CycleAnswers {
  year: number
  asked: readonly Unit[]
}

/** Who takes part in a cycle, beside the cycles before it, and who has not answered. */
export interface CycleParticipation {
  cycle: Cycle
  /** The years of all cycles, newest first. */
  years: readonly number[]
  /** This cycle and at most three before it, newest first. */
  cycles: readonly CycleAnswers[]
  owners: ReadonlyMap<string, string>
  /** The answers that count, by the unit's id. */
  answers: ReadonlyMap<string, AnswerGiven>
  /** The units that still can answer and have not. */
  lacking: readonly LackingAnswer[]
}

const CYCLES_BESIDE = 4

/** Who takes part in a cycle. Refuses *not found*, also for whoever may not read it. */
export async function readParticipation(context: SignedIn, year: number): Promise<CycleParticipation> {
  const { actor, db, today } = context
  authorize(actor, 'read participation')
  const { cycle, years } = await cycleAmong(db, year)
  const beside = years.filter((each) => each <= year).slice(0, CYCLES_BESIDE)
  const places = await listPlaces(db, beside, 'everywhere')
  const cycles = beside.map((each) => {
    return { year: each, asked: unitsAsked(unitsAmong(places.get(each) ?? []), each, today) }
  })
  const asked = cycles.find((each) => each.year === year)?.asked ?? []
  const owners = await listOwners(db, year)
  const answers = (await listAnswers(db, year)).map((answer) => shownTo(actor, answer))
  return {
    cycle,
    years,
    cycles,
    owners,
    answers: new Map(
      answers.filter(({ unitId, owner }) => owners.get(unitId) === owner).map((answer) => [answer.unitId, answer]),
    ),
    lacking: await lackingIn(context, db, year, asked),
  }
}
