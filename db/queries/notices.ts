import { sql } from 'kysely'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'

/** An adoption that nobody at a unit has read of. */
export interface UnreadAdoption {
  year: number
  unitId: string
  sequence: number
  fromId: string
}

/** What there may be to know of: adoptions that nobody at these units has read of, and the last day of an open hearing. */
export interface Notices {
  unread: UnreadAdoption[]
  hearingUntil: LocalDate | null
}

/** Both in one query: they stand on the page that everybody opens first. */
export async function readNotices(
  db: Db,
  { years, unitIds, today }: { years: readonly number[]; unitIds: readonly string[]; today: LocalDate },
): Promise<Notices> {
  const { rows } = await sql<{ unread: string; hearing_until: LocalDate | null }>`
    select
      (
        select json_group_array(json_object(
          'year', adoption.cycle_year, 'unitId', unit.id,
          'sequence', adoption.sequence, 'fromId', adoption.from_version_id
        ) order by adoption.sequence)
        from adoption
        join unit on unit.id in (${sql.join(unitIds.length > 0 ? unitIds : [''])})
        left join news_read on news_read.unit_id = unit.id and news_read.adoption_sequence = adoption.sequence
        where adoption.cycle_year in (${sql.join(years.length > 0 ? years : [0])}) and news_read.at is null
      ) as unread,
      (
        select hearing.to_day from hearing
        join draft on draft.version_id = hearing.version_id
        where hearing.closed_at is null and hearing.from_day <= ${today} and hearing.to_day >= ${today}
      ) as hearing_until
  `.execute(db)
  const { unread = '[]', hearing_until: hearingUntil = null } = rows[0] ?? {}
  return { unread: JSON.parse(unread) as UnreadAdoption[], hearingUntil }
}
