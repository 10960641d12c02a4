import type { LocalDate } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'

/** A cycle as stored: the year, its first school day, and which version it follows. */
export interface CycleRow {
  year: number
  firstSchoolDay: LocalDate
  versionId: string
}

/** All cycles, newest first. */
export async function listCycles(db: Db): Promise<CycleRow[]> {
  const rows = await db
    .selectFrom('cycle')
    .select(['year', 'first_school_day', 'version_id'])
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year, first_school_day, version_id }) => ({
    year,
    firstSchoolDay: first_school_day,
    versionId: version_id,
  }))
}
