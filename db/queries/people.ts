import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import { IN_ORDER } from '#app/domain/in-order.ts'
import type { Db } from '#db/connection.ts'
import { notOver } from './seats.ts'

/** Somebody who can sign in: not deactivated, with a seat that holds, will, or is offered. `email` is in lower case. */
export async function findPersonWithSeat(
  db: Db,
  by: { email: string } | { id: string },
  today: LocalDate,
): Promise<string | null> {
  const people = db
    .selectFrom('person')
    .innerJoin('seat', 'seat.person_id', 'person.id')
    .select('person.id')
    .where('person.deactivated_at', 'is', null)
    .where('seat.ended_at', 'is', null)
    .where(notOver(today))
  const one = 'email' in by ? people.where('person.email', '=', by.email) : people.where('person.id', '=', by.id)
  const row = await one.executeTakeFirst()
  return row?.id ?? null
}

/** A person with the role of one seat, as many rows as there are seats. */
export interface SeatedPerson {
  id: string
  name: string
  role: Role
}

/** Everybody who can sign in, with the role of each seat that holds, will, or is offered, by name. */
export async function listSeatedPeople(db: Db, today: LocalDate): Promise<SeatedPerson[]> {
  return db
    .selectFrom('person')
    .innerJoin('seat', 'seat.person_id', 'person.id')
    .select(['person.id', 'person.name', 'seat.role'])
    .where('person.deactivated_at', 'is', null)
    .where('seat.ended_at', 'is', null)
    .where(notOver(today))
    .orderBy('person.name')
    .execute()
}

/** Somebody with what is kept of them. */
export interface PersonRow {
  id: string
  name: string
  /** Null for whoever was made anonymous. */
  email: string | null
  deactivatedAt: Instant | null
  anonymousAt: Instant | null
  /** When they last signed in, or null. */
  signedInAt: Instant | null
}

function people(db: Db) {
  return db
    .selectFrom('person')
    .select(['person.id', 'person.name', 'person.email', 'person.deactivated_at', 'person.anonymous_at'])
    .select(({ selectFrom }) =>
      selectFrom('session')
        .select(({ fn }) => fn.max('session.created_at').as('at'))
        .whereRef('session.person_id', '=', 'person.id')
        .as('signed_in_at'),
    )
}

type Selected = Awaited<ReturnType<ReturnType<typeof people>['execute']>>[number]

function personOf({ deactivated_at, anonymous_at, signed_in_at, ...person }: Selected): PersonRow {
  return { ...person, deactivatedAt: deactivated_at, anonymousAt: anonymous_at, signedInAt: signed_in_at }
}

/** Everybody there is or was, by name. */
export async function listPeople(db: Db): Promise<Omit<PersonRow, 'signedInAt'>[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'deactivated_at', 'anonymous_at'])
    .orderBy('name')
    .execute()
  return rows.map(({ deactivated_at, anonymous_at, ...person }) => {
    return { ...person, deactivatedAt: deactivated_at, anonymousAt: anonymous_at }
  })
}

export async function findPerson(db: Db, id: string): Promise<PersonRow | null> {
  const row = await people(db).where('person.id', '=', id).executeTakeFirst()
  return row ? personOf(row) : null
}

/** A person by address, whether or not a seat is left, or null. */
export async function findPersonByEmail(db: Db, email: string): Promise<PersonRow | null> {
  const row = await people(db).where('person.email', '=', email).executeTakeFirst()
  return row ? personOf(row) : null
}

export async function insertPerson(
  db: Db,
  person: { id: string; name: string; email: string; at: Instant },
): Promise<void> {
  const { id, name, email, at } = person
  await db.insertInto('person').values({ id, name, email, created_at: at, deactivated_at: null }).execute()
}

/** Notes since when somebody is deactivated; null for whoever is let in again. */
export async function updateDeactivated(db: Db, id: string, at: Instant | null): Promise<void> {
  await db.updateTable('person').set({ deactivated_at: at }).where('id', '=', id).execute()
}

/** Gives somebody this name instead of their own, and drops the address. */
export async function updateAnonymous(db: Db, id: string, { name, at }: { name: string; at: Instant }): Promise<void> {
  await db.updateTable('person').set({ name, email: null, anonymous_at: at }).where('id', '=', id).execute()
}

/** The units that bear this name: a kindergarten and a school may share one. */
export async function listUnitsNamed(
  db: Db,
  name: string,
): Promise<{ id: string; kind: Unit['kind']; name: string }[]> {
  return db.selectFrom('unit').select(['id', 'kind', 'name']).where('name', '=', name).execute()
}

export async function findOwnerNamed(db: Db, name: string): Promise<{ id: string; name: string } | null> {
  const row = await db.selectFrom('owner').select(['id', 'name']).where('name', '=', name).executeTakeFirst()
  return row ?? null
}

/** A unit as somebody can be offered a seat at it. */
export interface SeatUnit {
  id: string
  kind: Unit['kind']
  name: string
  externalMunicipality: string | null
  openedOn: LocalDate | null
  closedOn: LocalDate | null
  ownerId: string
}

/** Every unit, closed ones too, by name; or the one with this id. */
export async function listSeatUnits(db: Db, id: string | null = null): Promise<SeatUnit[]> {
  const units = db
    .selectFrom('unit')
    .select(['id', 'kind', 'name', 'owner_id', 'external_municipality', 'opened_day', 'closed_day'])
  const rows = await (id === null ? units : units.where('id', '=', id)).execute()
  return rows
    .map(({ owner_id, external_municipality, opened_day, closed_day, ...unit }) => {
      const days = { openedOn: opened_day, closedOn: closed_day }
      return { ...unit, ...days, ownerId: owner_id, externalMunicipality: external_municipality }
    })
    .sort((a, b) => IN_ORDER.compare(a.name, b.name))
}
