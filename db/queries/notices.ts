import { sql } from 'kysely'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'
import { datesSoon, type DateNotice } from './date-notices.ts'
import { frameworksMarked, frameworksRead, type FrameworkMarked, type FrameworkRead } from './framework-notices.ts'
import { presentationsUnread, questionsWaiting, type PresentationNotice } from './presentation-notices.ts'

/** An adoption that nobody at a unit has read of. */
export interface UnreadAdoption {
  year: number
  unitId: string
  sequence: number
  fromId: string
}

/** What there may be to know of: adoptions nobody at these units has read of, an open hearing, units without a leader. */
export interface Notices {
  unread: UnreadAdoption[]
  hearingUntil: LocalDate | null
  /** How many of the municipality's own units nobody leads today; 0 where that was not asked. */
  vacant: number
  /** Units among these whose child groups are not all reported, or not the same on both sides, before the school start. */
  numbers: { year: number; unitId: string; kind: Unit['kind']; name: string }[]
  /** Pairs at which kindergartens among these are asked about their group, and those whose presentation a school has not read. */
  asked: PresentationNotice[]
  toRead: PresentationNotice[]
  /** What these units have said of the framework in these years, oldest first. */
  framework: { read: FrameworkRead[]; marked: FrameworkMarked[] }
  /** What these units have agreed to do in the days to come, by day. */
  dates: DateNotice[]
}

/** All in one query: they stand on the page that everybody opens first. */
export async function readNotices(
  db: Db,
  {
    years,
    unitIds,
    today,
    seats,
  }: { years: readonly number[]; unitIds: readonly string[]; today: LocalDate; seats: boolean },
): Promise<Notices> {
  const within = [years.length > 0 ? years : [0], unitIds.length > 0 ? unitIds : ['']] as const
  const { rows } = await sql<{
    unread: string
    hearing_until: LocalDate | null
    vacant: number
    numbers: string
    asked: string
    to_read: string
    read: string
    marked: string
    dates: string
  }>`
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
      ) as hearing_until,
      (
        select count(*) from unit
        where ${seats ? 1 : 0} and unit.external_municipality is null
        and (unit.opened_day is null or unit.opened_day <= ${today})
        and (unit.closed_day is null or unit.closed_day > ${today})
        and not exists (
          select 1 from seat
          where seat.unit_id = unit.id and seat.role in ('director', 'principal')
            and seat.accepted_at is not null and seat.ended_at is null
            and (seat.from_day is null or seat.from_day <= ${today})
            and (seat.to_day is null or seat.to_day >= ${today})
        )
      ) as vacant,
      (
        select json_group_array(json_object('year', cycle.year, 'unitId', unit.id, 'kind', unit.kind, 'name', unit.name) order by unit.name)
        from cycle
        join unit on unit.id in (${sql.join(unitIds.length > 0 ? unitIds : [''])})
        where cycle.year in (${sql.join(years.length > 0 ? years : [0])}) and cycle.first_school_day > ${today}
        and exists (
          select 1 from pair
          left join group_number as reported on reported.sequence = (
            select max(sequence) from group_number where pair_id = pair.id and side = 'kindergarten'
          )
          left join group_number as received on received.sequence = (
            select max(sequence) from group_number where pair_id = pair.id and side = 'school'
          )
          where (
            pair.cycle_year = cycle.year and pair.kindergarten_id = unit.id
            or pair.cycle_year = cycle.year and pair.school_id = unit.id
          )
          and case
            when reported.children is null then unit.kind = 'kindergarten'
            when received.children is null then unit.kind = 'school' and reported.children > 0
            else reported.children <> received.children
          end
        )
      ) as numbers,
      ${questionsWaiting(...within)} as asked,
      ${presentationsUnread(...within)} as to_read,
      ${frameworksRead(...within)} as read,
      ${frameworksMarked(...within)} as marked,
      ${datesSoon(...within, today)} as dates
  `.execute(db)
  const [row] = rows
  const { hearing_until: hearingUntil = null, vacant = 0 } = row ?? {}
  const listIn = <T>(json = '[]') => JSON.parse(json) as T[]
  return {
    unread: listIn(row?.unread),
    ...{ hearingUntil, vacant },
    numbers: listIn(row?.numbers),
    asked: listIn(row?.asked),
    toRead: listIn(row?.to_read),
    framework: { read: listIn(row?.read), marked: listIn(row?.marked) },
    dates: listIn(row?.dates),
  }
}
