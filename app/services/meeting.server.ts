import { sidesOpenTo } from '#app/domain/answering.ts'
import { answersOpenTo, linesOf, stepsAskedAt, type Cycle, type Line } from '#app/domain/checklist.ts'
import { unitsOn, type PairPlace, type Side, type Unit } from '#app/domain/place.ts'
import type { Step } from '#app/domain/plan.ts'
import type { Problem } from '#app/domain/problem.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { Saying } from '#app/domain/saying.ts'
import type { OtherAnswer, OwnAnswer } from '#app/domain/tick.ts'
import type { Db } from '#db/connection.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { findOpenPlace } from './places.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'
import { addTick, type Where } from './steps.server.ts'

/** One meeting held with many: the same step at all pairs of the unit that answers, as it stands at each. */
export interface Meeting {
  cycle: Cycle
  place: PairPlace
  step: Step
  side: Side
  /** What ticking the meeting says: the responsible side has done it, the other side confirms it. */
  answer: Extract<OwnAnswer | OtherAnswer, 'done' | 'confirmed'>
  /** The pairs of the unit, the one it was opened from first, then those that wait for this answer. */
  pairs: readonly { place: PairPlace; line: Line; open: boolean }[]
}

/** The meeting that a pair step can be ticked in by one side. Refuses *not found*, *not allowed*, *step not asked here*. */
export async function readMeeting(context: SignedIn, where: Where, side: Side | null): Promise<Meeting> {
  return findMeeting(context, where, side, context.db)
}

async function findMeeting(context: SignedIn, where: Where, asked: Side | null, db: Db): Promise<Meeting> {
  const { cycle, place } = await findOpenPlace(context, where.year, where.placeId, db)
  const step = stepsAskedAt(cycle, place.kind).find(({ step }) => step.id === where.stepId)?.step
  if (!step || place.kind !== 'pair') throw new Refusal('step not asked here')
  const sides = sidesOpenTo(context.actor, { place, step })
  const side = asked ?? sides[0]
  if (!side || !sides.includes(side)) throw new Refusal('not allowed')
  const answer = side === step.responsible ? 'done' : 'confirmed'
  const lines = await linesAround(context, db, cycle, step, unitsOn(place, side))
  const pairs = lines.map((each) => ({ ...each, open: answersOpenTo(each.line, side).includes(answer) }))
  return { cycle, place, step, side, answer, pairs: pairs.sort((a, b) => rank(a, where) - rank(b, where)) }
}

/** The pair it was opened from, then the others that wait for the answer, then the rest. */
function rank(pair: Meeting['pairs'][number], where: Where): number {
  if (pair.place.id === where.placeId) return 0
  return pair.open ? 1 : 2
}

/** The step's line at every pair of these units. */
async function linesAround(context: SignedIn, db: Db, cycle: Cycle, step: Step, units: readonly Unit[]) {
  const unitIds = units.map(({ id }) => id)
  const places = (await listPlaces(db, [cycle.year], { unitIds })).get(cycle.year) ?? []
  const pairs = places.filter((place) => place.kind === 'pair')
  const ticks = (await listTicks(db, [cycle.year], pairs)).get(cycle.year)
  return pairs.flatMap((place) => {
    const lines = linesOf(cycle, place, ticks?.get(place.id) ?? [], context.today)
    return lines.filter((line) => line.step.id === step.id).map((line) => ({ place, line }))
  })
}

/** What is said once for all chosen pairs, and which pairs those are with the last tick seen at each. */
export interface MeetingSaying extends Pick<Saying, 'side' | 'doneOn' | 'note' | 'meaning'> {
  chosen: readonly { placeId: string; seen: string | null }[]
}

/** Ticks the step at every chosen pair, or at none where one has a problem. Refuses as `readMeeting`. */
export async function tickMeeting(
  context: SignedIn,
  where: Where,
  saying: MeetingSaying,
  form: string,
): Promise<Outcome> {
  const { chosen, side, doneOn, note, meaning } = saying
  if (chosen.length === 0) return { saved: false, problems: [{ field: 'pairs', message: 'noPairChosen' }] }
  return saveOnce(context, `meeting ${where.year} ${where.stepId} ${side}`, form, async (db) => {
    const meeting = await findMeeting(context, where, side, db)
    const problems: Problem[] = []
    for (const { placeId, seen } of chosen) {
      const pair = meeting.pairs.find(({ place }) => place.id === placeId)
      if (!pair) throw new Refusal('not found')
      const open = { cycle: meeting.cycle, place: pair.place, lines: [pair.line] }
      const ticked = { side, answer: meeting.answer, doneOn, note, meaning, seen, reason: null }
      const found = await addTick(context, db, open, where.stepId, ticked)
      problems.push(...found.map((problem) => atPair(problem, pair.place, side)))
    }
    return distinct(problems)
  })
}

/** A problem with one pair's answer names the pair; one with the day or the note is the same for all. */
function atPair(problem: Problem, place: PairPlace, side: Side): Problem {
  if (problem.field !== 'answer') return problem
  const other = side === 'school' ? place.kindergarten : place.school
  return { field: 'pairs', message: 'pairAnsweredMeanwhile', values: { pair: other.name } }
}

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
