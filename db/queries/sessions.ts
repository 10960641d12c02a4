import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { DeputyRight, Person, Seat } from '#app/domain/permissions.ts'
import type { Db } from '#db/connection.ts'
import { notOver } from './seats.ts'

/** A session that nobody has ended, with whose it is. */
export interface SessionRow {
  ownDevice: boolean
  lastSeenAt: Instant
  person: Person
}

/**
 * The session with this token's hash, its person and the units of each seat that holds today or is offered, in one
 * query; null when there is none. Somebody whose seat begins later is let in, with no seat yet.
 */
export async function findSession(db: Db, tokenHash: string, today: LocalDate): Promise<SessionRow | null> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .innerJoin('seat', 'seat.person_id', 'person.id')
    .leftJoin('unit', 'unit.owner_id', 'seat.owner_id')
    .select([
      'session.own_device',
      'session.last_seen_at',
      'person.id as person_id',
      'person.name',
      'seat.id as seat_id',
      'seat.role',
      'seat.unit_id',
      'seat.accepted_at',
      'seat.from_day',
      'seat.may',
      'unit.id as owned_unit_id',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.ended_at', 'is', null)
    .where('person.deactivated_at', 'is', null)
    .where('seat.ended_at', 'is', null)
    .where(notOver(today))
    .execute()
  const [first] = rows
  if (!first) return null
  return {
    ownDevice: first.own_device === 1,
    lastSeenAt: first.last_seen_at,
    person: {
      id: first.person_id,
      name: first.name,
      seats: seatsOf(rows.filter(({ accepted_at, from_day }) => accepted_at !== null && (from_day ?? today) <= today)),
      offers: seatsOf(rows.filter(({ accepted_at }) => accepted_at === null)),
    },
  }
}

interface SeatRow {
  seat_id: string
  role: Seat['role']
  unit_id: string | null
  may: string | null
  owned_unit_id: string | null
}

/** Rows of seats with their units, gathered by seat. */
export function seatsOf(rows: readonly SeatRow[]): Seat[] {
  return [...Map.groupBy(rows, (row) => row.seat_id)].flatMap(([id, [first, ...rest]]) => {
    if (!first) return []
    const unitIds = [first, ...rest].flatMap((row) => row.unit_id ?? row.owned_unit_id ?? [])
    const may = first.may === null ? {} : { may: JSON.parse(first.may) as DeputyRight[] }
    return [{ id, role: first.role, unitIds, ...may }]
  })
}

export async function insertSession(
  db: Db,
  session: { tokenHash: string; personId: string; ownDevice: boolean; at: Instant },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      own_device: session.ownDevice ? 1 : 0,
      created_at: session.at,
      last_seen_at: session.at,
      ended_at: null,
    })
    .execute()
}

export async function updateLastSeen(db: Db, tokenHash: string, at: Instant): Promise<void> {
  await db.updateTable('session').set({ last_seen_at: at }).where('token_hash', '=', tokenHash).execute()
}

/** Ends a session; answers whose it was, or null when there was none to end. */
export async function endSession(db: Db, tokenHash: string, at: Instant): Promise<string | null> {
  const row = await db
    .updateTable('session')
    .set({ ended_at: at })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id ?? null
}

/** Ends all sessions of a person at once, on every device. */
export async function endSessionsOf(db: Db, personId: string, at: Instant): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
}
