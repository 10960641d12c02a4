import type { Instant } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'

/** Somebody who can sign in: not deactivated, with at least one seat. `email` is in lower case. */
export async function findPersonWithSeat(db: Db, by: { email: string } | { id: string }): Promise<string | null> {
  const people = db
    .selectFrom('person')
    .innerJoin('seat', 'seat.person_id', 'person.id')
    .select('person.id')
    .where('person.deactivated_at', 'is', null)
    .where('seat.ended_at', 'is', null)
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

/** Everybody who can sign in, with the role of each seat, by name. */
export async function listSeatedPeople(db: Db): Promise<SeatedPerson[]> {
  return db
    .selectFrom('person')
    .innerJoin('seat', 'seat.person_id', 'person.id')
    .select(['person.id', 'person.name', 'seat.role'])
    .where('person.deactivated_at', 'is', null)
    .where('seat.ended_at', 'is', null)
    .orderBy('person.name')
    .execute()
}

/** A person by address, whether or not a seat is left, or null. */
export async function findPersonByEmail(db: Db, email: string): Promise<{ id: string; name: string } | null> {
  const row = await db.selectFrom('person').select(['id', 'name']).where('email', '=', email).executeTakeFirst()
  return row ?? null
}

export async function insertPerson(
  db: Db,
  person: { id: string; name: string; email: string; at: Instant },
): Promise<void> {
  const { id, name, email, at } = person
  await db.insertInto('person').values({ id, name, email, created_at: at, deactivated_at: null }).execute()
}

/** A role in the municipality (both null), at a unit, or at an owner's units. */
export interface NewSeat {
  id: string
  personId: string
  role: Role
  unitId: string | null
  ownerId: string | null
  at: Instant
}

export async function insertSeat(db: Db, seat: NewSeat): Promise<void> {
  const { id, personId, role, unitId, ownerId, at } = seat
  await db
    .insertInto('seat')
    .values({ id, person_id: personId, role, unit_id: unitId, owner_id: ownerId, started_at: at, ended_at: null })
    .execute()
}

/** Whether a person holds that seat today. */
export async function holdsSeat(db: Db, seat: Omit<NewSeat, 'id' | 'at'>): Promise<boolean> {
  const row = await db
    .selectFrom('seat')
    .select('id')
    .where('person_id', '=', seat.personId)
    .where('role', '=', seat.role)
    .where('unit_id', 'is', seat.unitId)
    .where('owner_id', 'is', seat.ownerId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
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
