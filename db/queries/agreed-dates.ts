import { sql } from 'kysely'
import type { AgreedDate } from '#app/domain/agreed-date.ts'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'

/** Dates of a cycle, cancelled ones too, as they stand now; by day and time. Those of some schools, or of all. */
export async function listAgreedDates(
  db: Db,
  years: readonly number[],
  schools: 'everywhere' | readonly string[],
): Promise<AgreedDate[]> {
  const all = datesWithNames(db).where('agreed_date.cycle_year', 'in', years)
  const rows = await (schools === 'everywhere' ? all : all.where('agreed_date.school_id', 'in', schools)).execute()
  return rows.map(dateOf)
}

const changes = sql<number>`(
  select count(*) from agreed_date as earlier
  where earlier.cycle_year = agreed_date.cycle_year and earlier.school_id = agreed_date.school_id
    and earlier.id = agreed_date.id and earlier.sequence < agreed_date.sequence
)`
const movedFrom = sql<LocalDate | null>`(
  select on_day from agreed_date as earlier
  where earlier.cycle_year = agreed_date.cycle_year and earlier.school_id = agreed_date.school_id
    and earlier.id = agreed_date.id and earlier.on_day <> agreed_date.on_day
  order by sequence desc limit 1
)`
const pairIds = sql<string>`(
  select json_group_array(pair_id) from agreed_date_pair where date_sequence = agreed_date.sequence
)`
const isLast = sql<boolean>`not exists (
  select 1 from agreed_date as later
  where later.cycle_year = agreed_date.cycle_year and later.school_id = agreed_date.school_id
    and later.id = agreed_date.id and later.sequence > agreed_date.sequence
)`

function datesWithNames(db: Db) {
  return db
    .selectFrom('agreed_date')
    .innerJoin('person', 'person.id', 'agreed_date.person_id')
    .select([
      'agreed_date.id',
      'agreed_date.cycle_year',
      'agreed_date.school_id',
      'agreed_date.kind',
      'agreed_date.title',
      'agreed_date.step_id',
      'agreed_date.on_day',
      'agreed_date.from_time',
      'agreed_date.to_time',
      'agreed_date.venue',
      'agreed_date.who_comes',
      'agreed_date.reason',
      'agreed_date.cancelled',
      'agreed_date.at',
      'agreed_date.person_id',
      'agreed_date.for_unit',
      'person.name as person_name',
    ])
    .select([changes.as('changes'), movedFrom.as('moved_from'), pairIds.as('pair_ids')])
    .where(isLast)
    .orderBy('agreed_date.on_day')
    .orderBy('agreed_date.from_time')
    .orderBy('agreed_date.sequence')
}

/** As JSON what `datesIn` reads: the dates of a cycle at the school with this id, or that of the pair. In one's own query. */
export function datesAround(year: number, placeId: string) {
  return sql<string>`(
    select json_group_array(
      json_object(
        'id', agreed_date.id, 'cycle_year', agreed_date.cycle_year, 'school_id', agreed_date.school_id,
        'kind', agreed_date.kind, 'title', agreed_date.title, 'step_id', agreed_date.step_id,
        'on_day', agreed_date.on_day, 'from_time', agreed_date.from_time, 'to_time', agreed_date.to_time,
        'venue', agreed_date.venue, 'who_comes', agreed_date.who_comes, 'reason', agreed_date.reason,
        'cancelled', agreed_date.cancelled, 'at', agreed_date.at, 'person_id', agreed_date.person_id,
        'for_unit', agreed_date.for_unit, 'person_name', person.name,
        'changes', ${changes}, 'moved_from', ${movedFrom}, 'pair_ids', json(${pairIds})
      ) order by agreed_date.on_day, agreed_date.from_time, agreed_date.sequence
    )
    from agreed_date
    join person on person.id = agreed_date.person_id
    where agreed_date.cycle_year = ${year}
      and agreed_date.school_id = coalesce(
        (select pair.school_id from pair where pair.id = ${placeId} and pair.cycle_year = ${year}), ${placeId}
      )
      and ${isLast}
  )`
}

/** The dates in what `datesAround` found. */
export function datesIn(text: string): AgreedDate[] {
  const rows = JSON.parse(text) as (Omit<DateRow, 'pair_ids'> & { pair_ids: readonly string[] })[]
  return rows.map((row) => dateOf({ ...row, pair_ids: JSON.stringify(row.pair_ids) }))
}

type DateRow = Awaited<ReturnType<ReturnType<typeof datesWithNames>['execute']>>[number]

function dateOf(row: DateRow): AgreedDate {
  return {
    id: row.id,
    year: row.cycle_year,
    schoolId: row.school_id,
    pairIds: JSON.parse(row.pair_ids) as string[],
    kind: row.kind,
    title: row.title,
    stepId: row.step_id,
    on: row.on_day,
    from: row.from_time,
    to: row.to_time,
    venue: row.venue,
    whoComes: row.who_comes,
    reason: row.reason,
    cancelled: row.cancelled === 1,
    changes: row.changes,
    movedFrom: row.moved_from,
    at: row.at,
    by: { personId: row.person_id, name: row.person_name, forUnit: row.for_unit === 1 },
  }
}

/** What is needed to say a date, for the first time or anew. */
export type NewAgreedDate = Omit<AgreedDate, 'changes' | 'movedFrom' | 'at' | 'by'> & {
  at: Instant
  personId: string
  forUnit: boolean
}

/** Adds what is now said of a date, with the pairs it is for. */
export async function insertAgreedDate(db: Db, date: NewAgreedDate): Promise<void> {
  const { sequence } = await db
    .insertInto('agreed_date')
    .values({
      id: date.id,
      cycle_year: date.year,
      school_id: date.schoolId,
      kind: date.kind,
      title: date.title,
      step_id: date.stepId,
      on_day: date.on,
      from_time: date.from,
      to_time: date.to,
      venue: date.venue,
      who_comes: date.whoComes,
      reason: date.reason,
      cancelled: date.cancelled ? 1 : 0,
      at: date.at,
      person_id: date.personId,
      for_unit: date.forUnit ? 1 : 0,
    })
    .returning('sequence')
    .executeTakeFirstOrThrow()
  const pairs = date.pairIds.map((pair_id) => ({ date_sequence: sequence, pair_id }))
  if (pairs.length > 0) await db.insertInto('agreed_date_pair').values(pairs).execute()
}

/** The pairs that dates were for before they were changed, by the date's id; `all` where one was for all of its school. */
export async function listEarlierPairs(
  db: Db,
  years: readonly number[],
  schools: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const rows = await db
    .selectFrom('agreed_date')
    .leftJoin('agreed_date_pair', 'agreed_date_pair.date_sequence', 'agreed_date.sequence')
    .select(['agreed_date.id', 'agreed_date_pair.pair_id'])
    .where('agreed_date.cycle_year', 'in', years)
    .where('agreed_date.school_id', 'in', schools)
    .execute()
  const byDate = Map.groupBy(rows, ({ id }) => id)
  return new Map([...byDate].map(([id, those]) => [id, new Set(those.map(({ pair_id }) => pair_id ?? 'all'))]))
}
