import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Happening } from '#app/domain/event.ts'
import type { DeputyRight, Role } from '#app/domain/permissions.ts'
import type { Db } from '#db/connection.ts'

/** A seat of one person that has not ended, with what it is called where it sits. */
export interface OwnSeat {
  id: string
  role: Role
  unit: { id: string; name: string } | null
  owner: string | null
  acceptedAt: Instant | null
  from: LocalDate | null
  to: LocalDate | null
  may: readonly DeputyRight[] | null
}

/** The address of a person, and the seats that have not ended and whose last day is not over, oldest first. */
export async function findAccount(
  db: Db,
  personId: string,
  today: LocalDate,
): Promise<{ email: string | null; seats: OwnSeat[] }> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('seat', (join) =>
      join
        .onRef('seat.person_id', '=', 'person.id')
        .on('seat.ended_at', 'is', null)
        .on(({ eb, or }) => or([eb('seat.to_day', 'is', null), eb('seat.to_day', '>=', today)])),
    )
    .leftJoin('unit', 'unit.id', 'seat.unit_id')
    .leftJoin('owner', 'owner.id', 'seat.owner_id')
    .select(['person.email', 'seat.id', 'seat.role', 'seat.accepted_at', 'seat.from_day', 'seat.to_day', 'seat.may'])
    .select(['unit.id as unit_id', 'unit.name as unit_name', 'owner.name as owner_name'])
    .where('person.id', '=', personId)
    .orderBy('seat.started_at')
    .execute()
  return { email: rows[0]?.email ?? null, seats: rows.flatMap(seatOf) }
}

interface SeatRow {
  id: string | null
  role: Role | null
  unit_id: string | null
  unit_name: string | null
  owner_name: string | null
  accepted_at: Instant | null
  from_day: LocalDate | null
  to_day: LocalDate | null
  may: string | null
}

function seatOf(row: SeatRow): OwnSeat[] {
  if (row.id === null || row.role === null) return []
  const { unit_id: id, unit_name: name } = row
  return [
    {
      id: row.id,
      role: row.role,
      unit: id !== null && name !== null ? { id, name } : null,
      owner: row.owner_name,
      acceptedAt: row.accepted_at,
      from: row.from_day,
      to: row.to_day,
      may: row.may === null ? null : (JSON.parse(row.may) as DeputyRight[]),
    },
  ]
}

/** A session that nobody has ended; it can have been idle too long. */
export interface OpenSession {
  tokenHash: string
  ownDevice: boolean
  createdAt: Instant
  lastSeenAt: Instant
}

/** The sessions of a person that nobody has ended, the one used last first. */
export async function listOpenSessions(db: Db, personId: string): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['token_hash', 'own_device', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('last_seen_at', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(({ token_hash, own_device, created_at, last_seen_at }) => {
    return { tokenHash: token_hash, ownDevice: own_device === 1, createdAt: created_at, lastSeenAt: last_seen_at }
  })
}

/** Something one person did, with its number in the chain. */
export interface OwnEvent {
  sequence: number
  kind: Happening['kind']
  at: Instant
  content: Happening['content']
}

/** The last events of a person before that number in the chain (null: of all), newest first. */
export async function listEventsOf(
  db: Db,
  personId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<OwnEvent[]> {
  const events = db
    .selectFrom('event')
    .select(['sequence', 'kind', 'at', 'content'])
    .where('person_id', '=', personId)
    .orderBy('sequence', 'desc')
    .limit(limit)
  const rows = await (before === null ? events : events.where('sequence', '<', before)).execute()
  return rows.map(({ content, ...event }) => ({ ...event, content: JSON.parse(content) as OwnEvent['content'] }))
}
