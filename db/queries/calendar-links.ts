import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { PairEnding } from '#app/domain/calendar-feed.ts'
import type { Person } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'
import { seatsOf } from './sessions.ts'
import { notOver } from './seats.ts'

/** Whose calendar this link is, with the seats that hold today; null where it has ended, or the person is deactivated. */
export async function findCalendarPerson(db: Db, tokenHash: string, today: LocalDate): Promise<Person | null> {
  const rows = await db
    .selectFrom('calendar_link')
    .innerJoin('person', 'person.id', 'calendar_link.person_id')
    .leftJoin('seat', (join) =>
      join
        .onRef('seat.person_id', '=', 'person.id')
        .on('seat.ended_at', 'is', null)
        .on('seat.accepted_at', 'is not', null)
        .on(notOver(today)),
    )
    .leftJoin('unit', 'unit.owner_id', 'seat.owner_id')
    .select(['person.id as person_id', 'person.name', 'seat.id as seat_id', 'seat.role', 'seat.unit_id', 'seat.may'])
    .select(['seat.from_day', 'unit.id as owned_unit_id'])
    .where('calendar_link.token_hash', '=', tokenHash)
    .where('calendar_link.ended_at', 'is', null)
    .where('person.deactivated_at', 'is', null)
    .execute()
  const [first] = rows
  if (!first) return null
  const holding = rows.flatMap(({ seat_id, role, from_day, ...row }) => {
    if (seat_id === null || role === null || (from_day ?? today) > today) return []
    return [{ ...row, seat_id, role }]
  })
  return { id: first.person_id, name: first.name, seats: seatsOf(holding) }
}

/** When a person made the link that holds, or null. */
export async function findCalendarLink(db: Db, personId: string): Promise<Instant | null> {
  const row = await db
    .selectFrom('calendar_link')
    .select('made_at')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.made_at ?? null
}

export async function insertCalendarLink(
  db: Db,
  { tokenHash, personId, at }: { tokenHash: string; personId: string; at: Instant },
): Promise<void> {
  await db
    .insertInto('calendar_link')
    .values({ token_hash: tokenHash, person_id: personId, made_at: at, ended_at: null })
    .execute()
}

/** Ends the link of a person; answers whether there was one. */
export async function endCalendarLink(db: Db, personId: string, at: Instant): Promise<boolean> {
  const row = await db
    .updateTable('calendar_link')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .returning('token_hash')
    .executeTakeFirst()
  return row !== undefined
}

/** The pairs of these units whose group ended at some time, by year, with how often its number was said. */
export async function listPairEndings(
  db: Db,
  years: readonly number[],
  unitIds: readonly string[],
): Promise<Map<number, PairEnding[]>> {
  const rows = await db
    .selectFrom('child_group as pair')
    .innerJoin('unit as kindergarten', 'kindergarten.id', 'pair.kindergarten_id')
    .innerJoin('unit as school', 'school.id', 'pair.school_id')
    .innerJoin('group_number as said', (join) =>
      join.onRef('said.pair_id', '=', 'pair.id').on('said.side', '=', 'kindergarten'),
    )
    .select(['pair.id', 'pair.cycle_year', 'pair.children', 'kindergarten_id', 'school_id'])
    .select(['kindergarten.name as kindergarten', 'school.name as school'])
    .select(({ fn }) => [fn.countAll<number>().as('numbers'), fn.max('said.at').as('at')])
    .where(({ eb, and, or }) =>
      or([
        and([eb('pair.cycle_year', 'in', years), eb('pair.kindergarten_id', 'in', unitIds)]),
        and([eb('pair.cycle_year', 'in', years), eb('pair.school_id', 'in', unitIds)]),
      ]),
    )
    .groupBy('pair.id')
    .having(({ fn }) => fn.min('said.children'), '=', 0)
    .execute()
  return Map.groupBy(
    rows.map((row) => ({
      year: row.cycle_year,
      numbers: row.numbers,
      at: row.at,
      pair: {
        ...{ kind: 'pair' as const, id: row.id, children: row.children },
        kindergarten: unitNamed('kindergarten', row.kindergarten_id, row.kindergarten),
        school: unitNamed('school', row.school_id, row.school),
      },
    })),
    ({ year }) => year,
  )
}

/** Of a pair that has ended nobody asks more than who it was. */
function unitNamed(kind: Unit['kind'], id: string, name: string): Unit {
  return { kind, id, name, ownership: 'municipal', externalMunicipality: null, closedOn: null, participation: null }
}
