import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'
import { inBatches } from './batches.ts'

/** Who sent children to whom in a cycle, and how many. */
export interface PairBefore {
  kindergartenId: string
  schoolId: string
  children: number | null
}

/** The pairs of one cycle whose child group has not ended. */
export async function listPairs(db: Db, year: number): Promise<PairBefore[]> {
  const rows = await db
    .selectFrom('child_group')
    .select(['kindergarten_id', 'school_id', 'children'])
    .where('cycle_year', '=', year)
    .where('children', 'is not', 0)
    .execute()
  return rows.map(({ kindergarten_id, school_id, children }) => {
    return { kindergartenId: kindergarten_id, schoolId: school_id, children }
  })
}

/** A cycle as it is opened, by the person with that id. */
export interface NewCycle {
  year: number
  versionId: string
  firstSchoolDay: LocalDate
  personId: string
  at: Instant
}

/** Opens a cycle, which follows that version from then on. */
export async function insertCycle(db: Db, { year, versionId, firstSchoolDay, personId, at }: NewCycle): Promise<void> {
  await db
    .insertInto('cycle')
    .values({ year, version_id: versionId, first_school_day: firstSchoolDay, opened_at: at, opened_by: personId })
    .execute()
}

/** A pair as it is formed. */
export interface NewPair {
  id: string
  year: number
  kindergartenId: string
  schoolId: string
}

/** Pairs whose number of children nobody has reported yet. */
export async function insertPairs(db: Db, pairs: readonly NewPair[]): Promise<void> {
  for (const those of inBatches(pairs)) {
    const rows = those.map(({ id, year, kindergartenId, schoolId }) => {
      return { id, cycle_year: year, kindergarten_id: kindergartenId, school_id: schoolId }
    })
    await db.insertInto('pair').values(rows).execute()
  }
}
