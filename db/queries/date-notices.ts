import { sql } from 'kysely'
import type { AgreedDate } from '#app/domain/agreed-date.ts'
import { plusDays, type LocalDate } from '#app/domain/calendar.ts'

/** An agreed date is told of this many days ahead. */
const DAYS_AHEAD = 14

/** An agreed date as it is told on home, with one of the own units that it concerns. */
export type DateNotice = Pick<AgreedDate, 'kind' | 'title' | 'on' | 'from' | 'to'> & {
  year: number
  unitId: string
  school: string
}

/** As JSON the dates these units have agreed on for the days to come, by day. */
export function datesSoon(years: readonly number[], unitIds: readonly string[], today: LocalDate) {
  const [ofYears, ofUnits] = [sql.join(years), sql.join(unitIds)]
  return sql<string>`(
    select json_group_array(json_object(
      'year', agreed.cycle_year, 'unitId', concerned.unit_id, 'school', school.name, 'kind', agreed.kind,
      'title', agreed.title, 'on', agreed.on_day, 'from', agreed.from_time, 'to', agreed.to_time
    ) order by agreed.on_day, agreed.from_time, agreed.sequence)
    from (
      select cycle_year, school_id, id as pair_id, kindergarten_id as unit_id from child_group
      where cycle_year in (${ofYears}) and kindergarten_id in (${ofUnits}) and children is not 0
      union all
      select cycle.year, unit.id, null, unit.id from cycle
      join unit on unit.id in (${ofUnits}) and unit.kind = 'school'
      where cycle.year in (${ofYears})
    ) as concerned
    join agreed_date as agreed on agreed.cycle_year = concerned.cycle_year and agreed.school_id = concerned.school_id
    join unit as school on school.id = agreed.school_id
    where agreed.cancelled = 0 and agreed.on_day between ${today} and ${plusDays(today, DAYS_AHEAD)}
    and not exists (
      select 1 from agreed_date as later
      where later.cycle_year = agreed.cycle_year and later.school_id = agreed.school_id
        and later.id = agreed.id and later.sequence > agreed.sequence
    )
    and (
      concerned.pair_id is null
      or not exists (select 1 from agreed_date_pair as named where named.date_sequence = agreed.sequence)
      or exists (
        select 1 from agreed_date_pair as named
        where named.date_sequence = agreed.sequence and named.pair_id = concerned.pair_id
      )
    )
  )`
}
