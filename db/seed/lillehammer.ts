import { day, dayInOslo, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import { isRunning } from '#app/domain/due-date.ts'
import { MUNICIPALITY } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'
import { findLastEventAt } from '#db/queries/events.ts'
import { whatIsKnownOfFramework } from './framework-known.ts'
import { isDatedAct } from './dated-acts.ts'
import { isJoiningAct } from './joining-acts.ts'
import { isPlanAct } from './plan-acts.ts'
import { isPresentationAct } from './presentation-acts.ts'
import { isTick, performIn, type Act } from './acts.ts'
import { MUNICIPALITY_ROW, ownerId, OWNERS, UNITS } from './lillehammer-cast.ts'
import { FIRST_DAY, story } from './lillehammer-story.ts'

/**
 * Fills an empty database with Lillehammer as it stands at `now`: the real units, an example plan, and what everybody
 * has done by then in an invented story that is the same in every run. Throws when `now` is before the story begins.
 */
export async function seedLillehammer(db: Db, now: Instant): Promise<void> {
  if (dayInOslo(now) <= FIRST_DAY) {
    throw new Error(`The demo begins on ${FIRST_DAY}: set CLOCK to a later day than that, not ${dayInOslo(now)}.`)
  }
  await db.transaction().execute(async (db) => {
    await insertUnits(db)
    await performIn(
      db,
      story().filter(({ at }) => at <= now),
    )
  })
}

/**
 * Takes a database that `seedLillehammer` filled on to `now`: adds what the story tells until then, but for the lines
 * that somebody has ticked since. Throws, with a message for the user, when `now` is before what the data already hold.
 */
export async function continueLillehammer(db: Db, now: Instant): Promise<void> {
  await db.transaction().execute(async (db) => {
    const last = await findLastEventAt(db)
    if (last !== null && now < last) throw new Error(tooEarly(now, last))
    const known = await whatIsKnown(db)
    await performIn(
      db,
      story().filter((act) => act.at <= now && !known(act)),
    )
  })
}

function tooEarly(now: Instant, last: Instant): string {
  return (
    `The clock says ${dayInOslo(now)}, but the demo's data already reach to ${dayInOslo(last)}. ` +
    'Set CLOCK to that day or later, or begin anew with: npm run demo -- --fresh'
  )
}

async function insertUnits(db: Db): Promise<void> {
  await db.insertInto('municipality').values(MUNICIPALITY_ROW).execute()
  await db.insertInto('owner').values(OWNERS).execute()
  await db
    .insertInto('unit')
    .values(
      UNITS.map(({ id, kind, name, orgNumber, owner, externalMunicipality }) => ({
        id,
        kind,
        name,
        org_number: orgNumber,
        owner_id: ownerId(owner),
        external_municipality: externalMunicipality,
      })),
    )
    .execute()
}

/** What need not be told: what the data hold already, and lines and answers that somebody has taken over. */
async function whatIsKnown(db: Db): Promise<(act: Act) => boolean> {
  const ticks = await db.selectFrom('tick').select(['id', 'cycle_year', 'pair_id', 'unit_id', 'step_id']).execute()
  const tickIds = new Set(ticks.map(({ id }) => id))
  const told = new Set(story().flatMap((act) => (isTick(act) ? [act.tick.id] : [])))
  const takenOver = new Set(
    ticks
      .filter(({ id }) => !told.has(id))
      .map((row) => lineKey(row.cycle_year, row.pair_id ?? row.unit_id ?? MUNICIPALITY, row.step_id)),
  )
  const people = new Set((await db.selectFrom('person').select('id').execute()).map(({ id }) => id))
  const events = await db.selectFrom('event').select(['kind', 'at']).orderBy('sequence').execute()
  const toTell = new Set([
    ...stillToTell(events, isPlanAct),
    ...stillToTell(events, isJoiningAct),
    ...stillToTell(events, isPresentationAct),
    ...stillToTell(events, isDatedAct),
  ])
  const cycles = new Set((await db.selectFrom('cycle').select('year').execute()).map(({ year }) => year))
  const pairs = new Set((await db.selectFrom('pair').select('id').execute()).map(({ id }) => id))
  const knownOfFramework = await whatIsKnownOfFramework(db, story())
  const answers = await db.selectFrom('participation').select(['cycle_year', 'unit_id']).execute()
  const answered = new Set(answers.map((row) => `${row.cycle_year} ${row.unit_id}`))
  return (act) => {
    switch (act.kind) {
      case 'person invited':
        return people.has(act.person.id)
      case 'version published':
      case 'draft begun':
      case 'draft edited':
      case 'hearing opened':
      case 'comment made':
      case 'comment answered':
      case 'number said':
      case 'children elsewhere said':
      case 'enrolment said':
      case 'gap explained':
      case 'seat limited':
      case 'handover note written':
      case 'seat ended':
      case 'seat accepted':
      case 'presentation written':
      case 'presentation read':
      case 'presentation asked about':
      case 'presentation question answered':
      case 'date agreed':
      case 'date moved':
      case 'date cancelled':
        return !toTell.has(act)
      case 'cycle opened':
        return cycles.has(act.year)
      case 'pair formed':
        return pairs.has(act.pair.id)
      case 'participation answered':
        return answered.has(`${act.year} ${act.unitId}`)
      case 'framework acknowledged':
      case 'framework marked':
      case 'addition written':
        return knownOfFramework(act)
      case 'step ticked':
      case 'tick withdrawn': {
        const { id, year, place, stepId } = act.tick
        return tickIds.has(id) || takenOver.has(lineKey(year, place.id, stepId))
      }
    }
  }
}

/** What the story has left of one sort, as long as the data hold of it only what the story told; otherwise nothing. */
function stillToTell(
  events: readonly { kind: string; at: Instant }[],
  isOfSort: (act: { kind: string }) => boolean,
): Act[] {
  const [held, told] = [events.filter(isOfSort), story().filter(isOfSort)]
  const isAsTold = held.every(({ kind, at }, index) => told[index]?.kind === kind && told[index]?.at === at)
  return isAsTold ? told.slice(held.length) : []
}

function lineKey(year: number, placeId: string, stepId: string): string {
  return `${year} ${placeId} ${stepId}`
}

/** A day when much has been done and much is left. */
const A_GOOD_DAY = day('2027-03-10')

/** The day the demo is on when nobody sets it: today, as long as the story's last school start is being worked on. */
export function demoDay(today: LocalDate): LocalDate {
  return isRunning(2027, today) ? today : A_GOOD_DAY
}
