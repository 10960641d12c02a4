import type { LocalDate } from '#app/domain/calendar.ts'
import { anonymousFrom, FORMER_USER, problemsInMonths } from '#app/domain/anonymity.ts'
import { authorize, type Role } from '#app/domain/permissions.ts'
import { found } from '#app/domain/refusal.ts'
import { stands } from '#app/domain/seats.ts'
import { endSessionsOf } from '#db/queries/sessions.ts'
import { findMonthsToAnonymity, updateMonthsToAnonymity } from '#db/queries/municipality.ts'
import { deleteMailTo } from '#db/queries/outbox.ts'
import { findPerson, listPeople, updateAnonymous, updateDeactivated, type PersonRow } from '#db/queries/people.ts'
import { listSeats, listSeatsOf } from '#db/queries/seats.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'
import { endOne, problemsInEnding, standing, type StandingSeat } from './seats.server.ts'

/** Somebody with the seats that hold, will, or are offered. */
export interface Somebody extends Omit<PersonRow, 'signedInAt'> {
  seats: readonly StandingSeat[]
}

/** Whom to show: words in the name, the address or the place of a seat, and a role, or whoever has none. */
export interface PeopleFilter {
  words: string
  role: Role | 'none' | null
}

/** Everybody whom the filter leaves, by name, and the offers that wait, the oldest first. Refuses *not found*. */
export async function readPeople(
  { actor, db, today }: SignedIn,
  filter: PeopleFilter,
): Promise<{ people: Somebody[]; offers: StandingSeat[] }> {
  authorize(actor, 'read people')
  const seats = (await listSeats(db)).filter((seat) => stands(seat, today)).map((seat) => standing(seat, today))
  const ofPerson = Map.groupBy(seats, ({ personId }) => personId)
  const people = (await listPeople(db)).map((person) => ({ ...person, seats: ofPerson.get(person.id) ?? [] }))
  return {
    people: people.filter((person) => isAskedFor(person, filter)),
    offers: seats.filter(({ state }) => state === 'offered'),
  }
}

function isAskedFor(person: Somebody, { words, role }: PeopleFilter): boolean {
  if (role === 'none' && person.seats.length > 0) return false
  if (role !== null && role !== 'none' && !person.seats.some((seat) => seat.role === role)) return false
  const places = person.seats.map(({ unit, owner }) => unit?.name ?? owner?.name ?? '')
  const said = [person.name, person.email ?? '', ...places].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}

/** Somebody with all seats there ever were, and from when the name can be taken out of the history. */
export interface PersonRecord {
  person: PersonRow
  seats: readonly StandingSeat[]
  /** The first day; null for whoever is not deactivated. */
  anonymousFrom: LocalDate | null
}

/** One person. Refuses *not found*. */
export async function readPerson({ actor, db, today }: SignedIn, id: string): Promise<PersonRecord> {
  authorize(actor, 'read people')
  const person = found(await findPerson(db, id))
  const seats = (await listSeatsOf(db, id)).map((seat) => standing(seat, today))
  const { deactivatedAt } = person
  const from = deactivatedAt && anonymousFrom(deactivatedAt, await findMonthsToAnonymity(db))
  return { person, seats, anonymousFrom: from }
}

/**
 * Deactivates somebody: all seats and sessions end, and nothing is deleted. A problem for whoever is deactivated, and for
 * the last adviser. Refuses *not found*.
 */
export async function deactivate(context: SignedIn, id: string, form: string): Promise<Outcome> {
  const { actor, now, today } = context
  authorize(actor, 'offer seats')
  return saveOnce(context, `deactivation of ${id}`, form, async (db) => {
    const { person, seats } = await readPerson({ ...context, db }, id)
    if (person.deactivatedAt) return [{ field: 'person', message: 'seat.deactivatedBefore' }]
    const open = seats.filter(({ endedAt }) => endedAt === null)
    const problems = await problemsInEnding(db, open, today)
    if (problems.length > 0) return problems
    for (const seat of open) await endOne(db, seat, { at: now, by: actor.id })
    await endSessionsOf(db, id, now)
    await updateDeactivated(db, id, now)
    await remember(db, { kind: 'person deactivated', at: now, personId: actor.id, content: { person: id } })
    return []
  })
}

/**
 * Takes somebody's name out of the history, and their address out of everything. A problem for whoever is not deactivated,
 * is anonymous already, or was deactivated too short a time ago. Refuses *not found*.
 */
export async function makeAnonymous(context: SignedIn, id: string, form: string): Promise<Outcome> {
  const { actor, now, today } = context
  authorize(actor, 'offer seats')
  return saveOnce(context, `anonymity of ${id}`, form, async (db) => {
    const { person, anonymousFrom: from } = await readPerson({ ...context, db }, id)
    if (from === null) return [{ field: 'person', message: 'seat.deactivateFirst' }]
    if (person.anonymousAt) return [{ field: 'person', message: 'seat.anonymousBefore' }]
    if (today < from) return [{ field: 'person', message: 'seat.anonymousLater', values: { day: from } }]
    if (person.email !== null) await deleteMailTo(db, person.email)
    await updateAnonymous(db, id, { name: FORMER_USER, at: now })
    await remember(db, { kind: 'person made anonymous', at: now, personId: actor.id, content: { person: id } })
    return []
  })
}

/** After how many months the name of somebody deactivated can be taken out of the history. Refuses *not found*. */
export async function readMonthsToAnonymity({ actor, db }: SignedIn): Promise<number> {
  authorize(actor, 'read people')
  return findMonthsToAnonymity(db)
}

/** Sets it. Refuses *not found*. */
export async function setMonthsToAnonymity(context: SignedIn, months: number, form: string): Promise<Outcome> {
  const { actor, now } = context
  authorize(actor, 'offer seats')
  return saveOnce(context, 'time to anonymity', form, async (db) => {
    const problems = problemsInMonths(months)
    if (problems.length > 0 || months === (await findMonthsToAnonymity(db))) return problems
    await updateMonthsToAnonymity(db, months)
    await remember(db, { kind: 'time to anonymity set', at: now, personId: actor.id, content: { months } })
    return []
  })
}
