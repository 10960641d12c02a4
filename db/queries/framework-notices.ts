import { sql } from 'kysely'
import type { FrameworkMark } from '#app/domain/framework-mark.ts'
import type { Month } from '#app/domain/month.ts'

/** Which versions of the framework were read at units. */
export interface FrameworkRead {
  year: number
  unitId: string
  versionId: string
}

/** What was marked of its elements there, as far as it takes to know what a month holds. */
export interface FrameworkMarked extends Pick<FrameworkMark, 'mark' | 'meaning'> {
  year: number
  unitId: string
  elementId: string
  from: Month | null
  to: Month | null
}

/** What some units have read, as JSON within another query. */
export function frameworksRead(years: readonly number[], unitIds: readonly string[]) {
  return sql<string>`(
    select json_group_array(json_object('year', cycle_year, 'unitId', unit_id, 'versionId', version_id) order by sequence)
    from framework_acknowledgement
    where unit_id in (${sql.join(unitIds)}) and cycle_year in (${sql.join(years)})
  )`
}

/** What they have marked, oldest first, likewise. */
export function frameworksMarked(years: readonly number[], unitIds: readonly string[]) {
  return sql<string>`(
    select json_group_array(json_object(
      'year', cycle_year, 'unitId', unit_id, 'elementId', element_id, 'mark', mark,
      'meaning', meaning, 'from', from_month, 'to', to_month
    ) order by sequence)
    from framework_mark
    where unit_id in (${sql.join(unitIds)}) and cycle_year in (${sql.join(years)}) and element_id is not null
  )`
}
