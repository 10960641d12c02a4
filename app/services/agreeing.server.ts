import { concernTheSame, type AgreedDate } from '#app/domain/agreed-date.ts'
import {
  isMoved,
  problemsInAgreeing,
  problemsInCancelling,
  problemsInChanging,
  stepsToAgreeOn,
  type AgreedAmong,
  type Agreeing,
  type Changing,
} from '#app/domain/agreeing.ts'
import { unitsOf, type Place } from '#app/domain/place.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertAgreedDate, type NewAgreedDate } from '#db/queries/agreed-dates.ts'
import { dateAt, openDatesAt, type DatesAt, type WhichDate } from './agreed-dates.server.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** A date as it is said for the first time: for all of a school, or for the pairs chosen. */
export interface NewDate {
  agreeing: Agreeing
  chosen: 'all' | readonly string[]
}

/**
 * Agrees on a date: at a school one for all the pairs chosen, at a kindergarten one with each school. Problems come back
 * and nothing is saved. Refuses *not found* and *not allowed*.
 */
export async function agreeOnDate(
  context: SignedIn,
  { year, placeId }: Omit<WhichDate, 'dateId'>,
  { agreeing, chosen }: NewDate,
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `agree ${year} ${placeId}`, form, async (db) => {
    const at = await openDatesAt(context, year, placeId, db)
    const wanted = scopesOf(at, at.place.kind === 'pair' ? [at.place.id] : chosen)
    if (wanted.length === 0) return [{ field: 'pairs', message: 'noPairChosen' }]
    const problems = wanted.flatMap((scope) => problemsInAgreeing(agreeing, amongOf(at, scope), context.today))
    if (problems.length > 0) return distinct(problems)
    for (const scope of wanted) {
      const date = { ...wordsOf(agreeing), ...scope, id: newId(), year, reason: null, cancelled: false }
      await save(context, db, at, date, 'date agreed')
    }
    return []
  })
}

function wordsOf({ kind, title, stepId, on, from, to, venue, whoComes }: Agreeing) {
  return { kind, title, stepId, on, from, to, venue, whoComes }
}

type Scope = Pick<AgreedDate, 'schoolId' | 'pairIds'>

/** A date for each school that was chosen. Refuses *not found* where a pair is not among those open here. */
function scopesOf(at: DatesAt, chosen: NewDate['chosen']): Scope[] {
  if (chosen === 'all') {
    if (!at.forAll) throw new Refusal('not allowed')
    return [{ schoolId: at.place.id, pairIds: [] }]
  }
  const pairs = chosen.map((id) => found(at.open.find((pair) => pair.id === id)))
  const bySchool = Map.groupBy(pairs, ({ school }) => school.id)
  return [...bySchool].map(([schoolId, those]) => ({ schoolId, pairIds: those.map(({ id }) => id) }))
}

function amongOf({ cycle, steps, dates }: DatesAt, scope: Scope): AgreedAmong {
  return { year: cycle.year, steps, others: dates.filter((date) => concernTheSame(date, scope)) }
}

/** A pair that was chosen for a date stays among its pairs, though its group has ended since. */
function chosenAnew(at: DatesAt & { date: AgreedDate }, chosen: NewDate['chosen']): readonly string[] {
  if (chosen === 'all') return scopesOf(at, chosen).flatMap(({ pairIds }) => pairIds)
  const kept = new Set(at.date.pairIds)
  return chosen.map((id) => (kept.has(id) ? id : found(at.open.find((pair) => pair.id === id)).id))
}

/**
 * Changes a date, with a reason where the day or the time moves. Problems come back and nothing is saved, also where
 * somebody else has changed it meanwhile. Refuses *not found* and *not allowed*.
 */
export async function changeDate(
  context: SignedIn,
  which: WhichDate,
  said: Omit<Changing, 'pairIds'> & { chosen: NewDate['chosen'] },
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `change date ${which.dateId}`, form, async (db) => {
    const at = await dateAt(context, which, db)
    const { date } = at
    const { chosen, ...changing } = said
    // Whom it is for is asked at the school only.
    if (at.forAll && chosen !== 'all' && chosen.length === 0) return [{ field: 'pairs', message: 'noPairChosen' }]
    const pairIds = at.forAll ? chosenAnew(at, chosen) : date.pairIds
    const among = amongOf(at, { schoolId: date.schoolId, pairIds })
    const steps = [...among.steps, ...stepsToAgreeOn(at.cycle, schoolOf(at, date))]
    const problems = problemsInChanging(date, { ...changing, pairIds }, { ...among, steps }, context.today)
    if (problems.length > 0) return problems
    const reason = isMoved(date, said.agreeing) ? said.reason : date.reason
    await save(context, db, at, { ...date, ...wordsOf(said.agreeing), pairIds, reason }, 'date moved')
    return []
  })
}

/** A step of the school's own stays with a date that the school entered, whichever place it is changed from. */
function schoolOf({ pairs, place }: DatesAt, date: AgreedDate): Place {
  if (place.kind === 'school') return place
  const school = pairs.find((pair) => pair.school.id === date.schoolId)?.school
  return school ? { kind: 'school', id: school.id, school, kindergartens: [] } : place
}

/** Cancels a date, with a reason. It stays visible, and calendars take it out. Refuses *not found* and *not allowed*. */
export async function cancelDate(
  context: SignedIn,
  which: WhichDate,
  said: Pick<Changing, 'reason' | 'seen'>,
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `cancel date ${which.dateId}`, form, async (db) => {
    const at = await dateAt(context, which, db)
    const problems = problemsInCancelling(at.date, said, context.today)
    if (problems.length > 0) return problems
    await save(context, db, at, { ...at.date, reason: said.reason, cancelled: true }, 'date cancelled')
    return []
  })
}

async function save(
  { actor, now }: SignedIn,
  db: Db,
  { place }: DatesAt,
  date: Omit<NewAgreedDate, 'at' | 'personId' | 'forUnit'>,
  kind: 'date agreed' | 'date moved' | 'date cancelled',
): Promise<void> {
  const own = actor.seats.flatMap(({ unitIds }) => unitIds)
  const forUnit = !unitsOf(place).some(({ id }) => own.includes(id))
  await insertAgreedDate(db, { ...date, at: now, personId: actor.id, forUnit })
  const where = date.pairIds.length === 1 ? date.pairIds[0] : date.schoolId
  const content = { cycle: date.year, date: date.id, place: where ?? null, step: date.stepId, on: date.on }
  await remember(db, { kind, at: now, personId: actor.id, content })
}

function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
