import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'

/** Who sent children to whom in a cycle, and how many. */
export interface PairBefore {
  kindergartenId: string
  schoolId: string
  children: number | null
}

/** The pairs of one cycle. */
export async function listPairs(db: Db, year: number): Promise<PairBefore[]> {
  const rows = await db
    .selectFrom('pair')
    .select(['kindergarten_id', 'school_id', 'children'])
    .where('cycle_year', '=', year)
    .execute()
  return rows.map(({ kindergarten_id, school_id, children }) => {
    return { kindergartenId: kindergarten_id, schoolId: school_id, children }
  })
}

export interface NewCycle {
  year: number
  versionId: string
  firstSchoolDay: LocalDate
  personId: string
  at: Instant
}

export async function insertCycle(db: Db, { year, versionId, firstSchoolDay, personId, at }: NewCycle): Promise<void> {
  await db
    .insertInto('cycle')
    .values({ year, version_id: versionId, first_school_day: firstSchoolDay, opened_at: at, opened_by: personId })
    .execute()
}

export interface NewPair {
  id: string
  year: number
  kindergartenId: string
  schoolId: string
}

/** A pair whose number of children nobody has reported yet. */
export async function insertPair(db: Db, { id, year, kindergartenId, schoolId }: NewPair): Promise<void> {
  await db
    .insertInto('pair')
    .values({ id, cycle_year: year, kindergarten_id: kindergartenId, school_id: schoolId, children: null })
    .execute()
}
