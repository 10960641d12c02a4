import { datesShownTo } from '#app/domain/agreed-date.ts'
import { sidesOpenTo } from '#app/domain/answering.ts'
import { withdrawable, type Line } from '#app/domain/checklist.ts'
import { shownTo } from '#app/domain/discretion.ts'
import { authorize, ownSides } from '#app/domain/permissions.ts'
import type { Place, Side } from '#app/domain/place.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import { problemsIn, type Saying } from '#app/domain/saying.ts'
import type { Db } from '#db/connection.ts'
import { insertTick } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { openPlace, rowFor, type OpenPlace, type Row } from './places.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** Which step, at which place, in which cycle. */
export interface Where {
  year: number
  placeId: string
  stepId: string
}

/** A step at a place as the actor may see it, with the dates agreed there. Refuses *not found* and *step not asked here*. */
export async function readStep(context: SignedIn, where: Where): Promise<OpenPlace & { row: Row }> {
  const open = await openPlace(context, where.year, where.placeId, context.db)
  const row = rowFor(context, lineOf(open, where.stepId))
  if (!row) throw new Refusal('step not asked here')
  return { ...open, dates: datesShownTo(context.actor, open.place, open.dates), row }
}

/**
 * Adds what one side says of a step. Problems come back and nothing is saved; the same form sent again changes nothing.
 * Refuses *not found*, *step not asked here* and *not allowed*.
 */
export async function tickStep(context: SignedIn, where: Where, saying: Saying, form: string): Promise<Outcome> {
  return saveOnce(context, `tick ${where.year} ${where.placeId} ${where.stepId}`, form, async (db) => {
    const open = await openPlace(context, where.year, where.placeId, db)
    return addTick(context, db, open, where.stepId, saying)
  })
}

/** Takes back the answer a side gave last. Refuses *not found*, *step not asked here* and *not allowed*. */
export async function withdrawTick(
  context: SignedIn,
  where: Where,
  { side, tickId }: { side: Side; tickId: string },
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `withdraw ${tickId}`, form, async (db) => {
    const open = await openPlace(context, where.year, where.placeId, db)
    const line = lineOf(open, where.stepId)
    allowSide(context, line, side)
    const tick = withdrawable(line, side)
    if (tick?.id !== tickId) return [{ field: 'answer', message: 'nothingToWithdraw' }]
    await save(context, db, open, line, {
      side,
      answer: 'withdrawn',
      doneOn: null,
      reason: null,
      note: null,
      withdraws: tick.id,
    })
    return []
  })
}

/** Adds a tick to a line of a place, or says what keeps it from being one. */
export async function addTick(
  context: SignedIn,
  db: Db,
  open: Pick<OpenPlace, 'cycle' | 'place' | 'lines'>,
  stepId: string,
  saying: Saying,
): Promise<Problem[]> {
  const line = lineOf(open, stepId)
  allowSide(context, line, saying.side)
  const problems = problemsIn(saying, line, open.cycle.year, context.today)
  if (problems.length === 0) await save(context, db, open, line, { ...saying, withdraws: null })
  return problems
}

/** The line of a step at an open place. Refuses *step not asked here*. */
export function lineOf({ lines }: Pick<OpenPlace, 'lines'>, stepId: string): Line {
  const line = lines.find(({ step }) => step.id === stepId)
  if (!line) throw new Refusal('step not asked here')
  return line
}

/** A line the actor may not see is not there; one it may see but not answer for is not allowed. */
function allowSide(context: SignedIn, line: Line, side: Side): void {
  if (!shownTo(context.actor, line)) throw new Refusal('step not asked here')
  authorize(context.actor, line.step.sensitive ? 'tick a sensitive step' : 'tick a step', line.place)
  if (!sidesOpenTo(context.actor, line).includes(side)) throw new Refusal('not allowed')
}

type Saved = Pick<Parameters<typeof insertTick>[1], 'side' | 'answer' | 'doneOn' | 'reason' | 'note' | 'withdraws'>

async function save(
  context: SignedIn,
  db: Db,
  open: Pick<OpenPlace, 'cycle' | 'place'>,
  line: Line,
  tick: Saved,
): Promise<void> {
  const { cycle, place } = open
  const id = newId()
  await insertTick(db, {
    side: tick.side,
    answer: tick.answer,
    doneOn: tick.doneOn,
    reason: tick.reason,
    note: tick.note,
    withdraws: tick.withdraws,
    id,
    year: cycle.year,
    place,
    stepId: line.step.id,
    meaning: line.step.meaning,
    version: found(cycle.version.number),
    personId: context.actor.id,
    forUnit: !ownSides(context.actor, place).includes(tick.side),
    at: context.now,
  })
  await remember(db, {
    kind: tick.answer === 'withdrawn' ? 'tick withdrawn' : 'step ticked',
    at: context.now,
    personId: context.actor.id,
    content: happened(id, cycle.year, place, line, tick),
  })
}

function happened(id: string, year: number, place: Place, line: Line, tick: Saved) {
  return { tick: id, cycle: year, place: place.id, step: line.step.id, side: tick.side, answer: tick.answer }
}
