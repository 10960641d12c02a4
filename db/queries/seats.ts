import type { ExpressionBuilder } from 'kysely'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { DeputyRight, Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { SeatRecord } from '#app/domain/seats.ts'
import type { Db } from '#db/connection.ts'
import type { Schema } from '#db/schema.ts'

/** For a `where`: a seat whose days have begun and are not over. Whether it was accepted or has ended is asked apart. */
export function holdsOn(today: LocalDate) {
  return ({ and, or, eb }: ExpressionBuilder<Schema, 'seat'>) =>
    and([or([eb('seat.from_day', 'is', null), eb('seat.from_day', '<=', today)]), notOver(today)(eb)])
}

/** For a `where`: a seat whose last day has not passed. Its first may still be ahead. */
export function notOver(today: LocalDate) {
  return (eb: ExpressionBuilder<Schema, 'seat'>) =>
    eb.or([eb('seat.to_day', 'is', null), eb('seat.to_day', '>=', today)])
}

/** A seat with whose it is and where, by the names of today. */
export interface SeatRow extends SeatRecord {
  offeredAt: Instant
  person: { id: string; name: string; email: string | null; deactivatedAt: Instant | null }
  unit: { id: string; name: string; kind: Unit['kind']; closedOn: LocalDate | null } | null
  owner: { id: string; name: string } | null
}

function seats(db: Db) {
  return db
    .selectFrom('seat')
    .innerJoin('person', 'person.id', 'seat.person_id')
    .leftJoin('unit', 'unit.id', 'seat.unit_id')
    .leftJoin('owner', 'owner.id', 'seat.owner_id')
    .select(['seat.id', 'seat.role', 'seat.unit_id', 'seat.owner_id', 'seat.started_at', 'seat.accepted_at'])
    .select(['seat.ended_at', 'seat.ended_by', 'seat.from_day', 'seat.to_day', 'seat.may', 'seat.person_id'])
    .select(['person.name as person_name', 'person.email', 'person.deactivated_at'])
    .select(['unit.name as unit_name', 'unit.kind', 'unit.closed_day', 'owner.name as owner_name'])
}

type Selected = Awaited<ReturnType<ReturnType<typeof seats>['execute']>>[number]

function seatOf(row: Selected): SeatRow {
  return {
    id: row.id,
    personId: row.person_id,
    role: row.role,
    unitId: row.unit_id,
    ownerId: row.owner_id,
    offeredAt: row.started_at,
    acceptedAt: row.accepted_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    from: row.from_day,
    to: row.to_day,
    may: row.may === null ? null : (JSON.parse(row.may) as DeputyRight[]),
    person: { id: row.person_id, name: row.person_name, email: row.email, deactivatedAt: row.deactivated_at },
    unit: unitOf(row),
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
  }
}

function unitOf({ unit_id, unit_name, kind, closed_day }: Selected): SeatRow['unit'] {
  return unit_id === null || kind === null ? null : { id: unit_id, name: unit_name ?? '', kind, closedOn: closed_day }
}

export async function findSeat(db: Db, id: string): Promise<SeatRow | null> {
  const row = await seats(db).where('seat.id', '=', id).executeTakeFirst()
  return row ? seatOf(row) : null
}

/** Every seat that nobody has ended; those whose last day has passed are among them. */
export async function listSeats(db: Db): Promise<SeatRow[]> {
  const rows = await seats(db).where('seat.ended_at', 'is', null).orderBy('seat.started_at').execute()
  return rows.map(seatOf)
}

/** The seats at these units that nobody has ended. */
export async function listSeatsAt(db: Db, unitIds: readonly string[]): Promise<SeatRow[]> {
  const rows = await seats(db)
    .where('seat.ended_at', 'is', null)
    .where('seat.unit_id', 'in', unitIds)
    .orderBy('seat.started_at')
    .execute()
  return rows.map(seatOf)
}

/** All seats that there ever were at a unit; the oldest first. */
export async function listSeatsEverAt(db: Db, unitId: string): Promise<SeatRow[]> {
  const rows = await seats(db).where('seat.unit_id', '=', unitId).orderBy('seat.started_at').execute()
  return rows.map(seatOf)
}

/** All seats that somebody has, had or was offered; the oldest first. */
export async function listSeatsOf(db: Db, personId: string): Promise<SeatRow[]> {
  const rows = await seats(db).where('seat.person_id', '=', personId).orderBy('seat.started_at').execute()
  return rows.map(seatOf)
}

/** The advisers' seats that nobody has ended. */
export async function listAdviserSeats(db: Db): Promise<SeatRow[]> {
  const rows = await seats(db).where('seat.role', '=', 'adviser').where('seat.ended_at', 'is', null).execute()
  return rows.map(seatOf)
}

/** A seat as it is offered: in the municipality (no unit, no owner), at a unit, or at an owner's units. */
export interface NewSeat {
  id: string
  personId: string
  role: Role
  unitId: string | null
  ownerId: string | null
  from: LocalDate | null
  to: LocalDate | null
  may: readonly DeputyRight[] | null
  at: Instant
  offeredBy: string | null
}

export async function insertSeat(db: Db, seat: NewSeat): Promise<void> {
  await db
    .insertInto('seat')
    .values({
      id: seat.id,
      person_id: seat.personId,
      role: seat.role,
      unit_id: seat.unitId,
      owner_id: seat.ownerId,
      from_day: seat.from,
      to_day: seat.to,
      may: seat.may === null ? null : JSON.stringify(seat.may),
      started_at: seat.at,
      offered_by: seat.offeredBy,
      accepted_at: null,
      ended_at: null,
    })
    .execute()
}

export async function updateAccepted(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('seat').set({ accepted_at: at }).where('id', '=', id).execute()
}

export async function updateEnded(db: Db, id: string, { at, by }: { at: Instant; by: string | null }): Promise<void> {
  await db.updateTable('seat').set({ ended_at: at, ended_by: by }).where('id', '=', id).execute()
}
