import { sql } from 'kysely'

/** A pair at which somebody among one's own units has something to do about a presentation. */
export interface PresentationNotice {
  year: number
  /** The own unit: a kindergarten that is asked, a school that has not read. */
  unitId: string
  pairId: string
  /** The other unit's name. */
  name: string
}

const hasChildren = sql`coalesce((
  select children from group_number where pair_id = pair.id and side = 'kindergarten' order by sequence desc limit 1
), -1) <> 0`

/** The presentation that counts at a pair: the last one for it, otherwise the last one for all; a blank one is none. */
const current = sql`(
  select presentation.id from presentation
  where presentation.cycle_year = pair.cycle_year and presentation.kindergarten_id = pair.kindergarten_id
  and (presentation.pair_id = pair.id or presentation.pair_id is null)
  and presentation.answers <> '{}'
  and not exists (
    select 1 from presentation as later
    where later.cycle_year = presentation.cycle_year and later.kindergarten_id = presentation.kindergarten_id
    and later.pair_id is presentation.pair_id and later.sequence > presentation.sequence
  )
  order by presentation.pair_id is null limit 1
)`

/** For a `select`: what schools among these units ask kindergartens among them, and nobody has answered; as JSON. */
export function questionsWaiting(years: readonly number[], unitIds: readonly string[]) {
  return sql`(
    select json_group_array(json_object(
      'year', pair.cycle_year, 'unitId', pair.kindergarten_id, 'pairId', pair.id, 'name', school.name
    ) order by school.name)
    from pair
    join presentation_question as question on question.pair_id = pair.id
    join unit as school on school.id = pair.school_id
    where pair.cycle_year in (${sql.join(years)}) and pair.kindergarten_id in (${sql.join(unitIds)})
    and question.presentation_id = ${current} and ${hasChildren}
    and not exists (select 1 from presentation_reply where presentation_reply.pair_id = pair.id)
  )`
}

/** For a `select`: presentations that schools among these units have not read; as JSON. */
export function presentationsUnread(years: readonly number[], unitIds: readonly string[]) {
  return sql`(
    select json_group_array(json_object(
      'year', pair.cycle_year, 'unitId', pair.school_id, 'pairId', pair.id, 'name', kindergarten.name
    ) order by kindergarten.name)
    from pair
    join unit as kindergarten on kindergarten.id = pair.kindergarten_id
    where pair.cycle_year in (${sql.join(years)}) and pair.school_id in (${sql.join(unitIds)})
    and ${current} is not null and ${hasChildren}
    and not exists (
      select 1 from presentation_reading as reading
      where reading.pair_id = pair.id and reading.presentation_id = ${current}
    )
  )`
}
