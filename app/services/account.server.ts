import type { Cycle } from '#app/domain/checklist.ts'
import type { Instant } from '#app/domain/calendar.ts'
import { reachOf, type Person } from '#app/domain/permissions.ts'
import { MUNICIPALITY, THE_MUNICIPALITY, type Place } from '#app/domain/place.ts'
import type { Step } from '#app/domain/plan.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { findAccount, listEventsOf, listOpenSessions, type OwnEvent, type OwnSeat } from '#db/queries/account.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { listPlaces } from '#db/queries/places.ts'
import { endSession } from '#db/queries/sessions.ts'
import { listUnitNames } from '#db/queries/units.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { remember, sha256 } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'
import { isIdle } from './sessions.server.ts'

/** So many events are shown at a time. */
const EVENTS_AT_ONCE = 50

/** Somebody's own account. */
export interface Account {
  email: string | null
  seats: readonly OwnSeat[]
  sessions: readonly OwnSession[]
  events: readonly EventAt[]
  /** The number of the last event shown, where there are earlier ones. */
  earlier: number | null
}

/** A session of one's own. Its id says nothing of the token. */
export interface OwnSession {
  id: string
  begunAt: Instant
  lastUsedAt: Instant
  ownDevice: boolean
  /** Whether it is the one that asks. */
  here: boolean
}

/** Something a person did, with where it was. The place is null where the person may not open it, or it is none. */
export interface EventAt extends OwnEvent {
  year: number | null
  place: Place | null
  step: Step | null
  unit: { id: string; name: string } | null
}

/** The account of whoever asks, with their events before that number (null: the newest). `token` is this session's. */
export async function readAccount(
  { actor, db, now, today }: SignedIn,
  token: string | null,
  before: number | null,
): Promise<Account> {
  const { email, seats } = await findAccount(db, actor.id, today)
  const events = await listEventsOf(db, actor.id, { before, limit: EVENTS_AT_ONCE + 1 })
  const shown = events.slice(0, EVENTS_AT_ONCE)
  return {
    email,
    seats,
    sessions: await ownSessions({ actor, db, now }, token),
    events: await placed({ actor, db }, shown),
    earlier: events.length > shown.length ? (shown.at(-1)?.sequence ?? null) : null,
  }
}

async function ownSessions(
  { actor, db, now }: Pick<SignedIn, 'actor' | 'db' | 'now'>,
  token: string | null,
): Promise<(OwnSession & { tokenHash: string })[]> {
  const here = token === null ? null : sha256(token)
  const open = (await listOpenSessions(db, actor.id)).filter((session) => !isIdle(session, now))
  return open.map(({ tokenHash, ownDevice, createdAt, lastSeenAt }) => ({
    id: idOf(tokenHash),
    tokenHash,
    ownDevice,
    begunAt: createdAt,
    lastUsedAt: lastSeenAt,
    here: tokenHash === here,
  }))
}

/** What a session is called in URLs and logs: what the cookie is looked up by never leaves the database. */
function idOf(tokenHash: string): string {
  return sha256(`session ${tokenHash}`).slice(0, 22)
}

/** Stands for all sessions but the one that asks. */
export const OTHERS = 'others'

/** The own session with that id, or all others. Refuses *not found*, also where there is none left. */
export async function readSessions(
  context: SignedIn,
  token: string | null,
  which: string,
): Promise<(OwnSession & { tokenHash: string })[]> {
  const all = await ownSessions(context, token)
  const chosen = all.filter(({ id, here }) => (which === OTHERS ? !here : id === which))
  if (chosen.length === 0 && which !== OTHERS) throw new Refusal('not found')
  return chosen
}

/**
 * Ends an own session at once, or all but the one that asks; `here` where it was the one that asks. Refuses *not found*.
 */
export async function endOwnSessions(
  context: SignedIn,
  token: string | null,
  which: string,
  form: string,
): Promise<Outcome & { here: boolean }> {
  const { actor, now } = context
  const here = token !== null && which === idOf(sha256(token))
  const outcome = await saveOnce(context, `end session ${which}`, form, async (db) => {
    const sessions = await readSessions({ ...context, db }, token, which)
    for (const { tokenHash } of sessions) found(await endSession(db, tokenHash, now))
    if (sessions.length > 0) {
      await remember(db, { kind: 'session ended', at: now, personId: actor.id, content: { sessions: sessions.length } })
    }
    return []
  })
  return { ...outcome, here }
}

/** The events with what they were about: the step, the place where it may be opened, and the unit by name. */
async function placed({ actor, db }: Pick<SignedIn, 'actor' | 'db'>, events: readonly OwnEvent[]): Promise<EventAt[]> {
  const known = new Set((await listCycles(db)).map(({ year }) => year))
  const years = [...new Set(events.flatMap(({ content }) => Number(content.cycle) || []))].filter((y) => known.has(y))
  const cycles = new Map<number, Cycle>()
  for (const year of years) cycles.set(year, await cycleOf(db, year))
  const places = await placesWithinReach(actor, db, years)
  const unitIds = [...new Set(events.flatMap(({ content }) => unitIn(content) ?? []))]
  const names = new Map(unitIds.length > 0 ? await listUnitNames(db, unitIds) : [])
  return events.map((event) => {
    const { content } = event
    const year = cycles.has(Number(content.cycle)) ? Number(content.cycle) : null
    const cycle = year === null ? undefined : cycles.get(year)
    const unitId = unitIn(content)
    const name = unitId === null ? undefined : names.get(unitId)
    return {
      ...event,
      year,
      place: year === null ? null : (places.get(`${year} ${placeIn(content) ?? ''}`) ?? null),
      step: cycle?.version.routines.flatMap(({ steps }) => steps).find(({ id }) => id === content.step) ?? null,
      unit: unitId !== null && name !== undefined ? { id: unitId, name } : null,
    }
  })
}

function placeIn(content: OwnEvent['content']): string | null {
  return textIn(content, 'place') ?? textIn(content, 'pair')
}

function unitIn(content: OwnEvent['content']): string | null {
  return textIn(content, 'unit') ?? textIn(content, 'school') ?? textIn(content, 'kindergarten')
}

function textIn(content: OwnEvent['content'], name: string): string | null {
  const value = content[name]
  return typeof value === 'string' ? value : null
}

/** The places that somebody may open in these cycles, by year and id. */
async function placesWithinReach(actor: Person, db: Db, years: readonly number[]): Promise<Map<string, Place>> {
  const reach = reachOf(actor, 'read a checklist')
  if (years.length === 0) return new Map()
  const unitIds = reach === 'everywhere' ? reach : { unitIds: reach.unitIds }
  const places = reach !== 'everywhere' && reach.unitIds.length === 0 ? null : await listPlaces(db, years, unitIds)
  return new Map(
    years.flatMap((year) =>
      [...(reach === 'everywhere' ? [THE_MUNICIPALITY] : []), ...(places?.get(year) ?? [])].map(
        (place): [string, Place] => [`${year} ${place.kind === 'municipality' ? MUNICIPALITY : place.id}`, place],
      ),
    ),
  )
}
