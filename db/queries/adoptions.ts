import type { Adoption, NewsRead } from '#app/domain/adoption-history.ts'
import type { Instant } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'

/** What happened to the version of a cycle, oldest first. */
export async function listAdoptions(db: Db, year: number): Promise<Adoption[]> {
  const rows = await db
    .selectFrom('adoption')
    .innerJoin('plan_version as old', 'old.id', 'adoption.from_version_id')
    .innerJoin('plan_version as new', 'new.id', 'adoption.to_version_id')
    .innerJoin('person', 'person.id', 'adoption.person_id')
    .select([
      'adoption.sequence',
      'adoption.from_version_id as fromId',
      'adoption.to_version_id as toId',
      'adoption.undoes',
      'adoption.reason',
      'adoption.at',
      'old.number as from',
      'new.number as to',
      'person.name as by',
    ])
    .where('adoption.cycle_year', '=', year)
    .orderBy('adoption.sequence')
    .execute()
  return rows.map((row) => ({ ...row, from: row.from ?? 0, to: row.to ?? 0 }))
}

/** An adoption as it is saved, by the person with that id. */
interface NewAdoption extends Pick<Adoption, 'fromId' | 'toId' | 'undoes' | 'reason' | 'at'> {
  year: number
  personId: string
}

/** Remembers that a cycle goes to another version, and lets it follow that from now on. */
export async function insertAdoption(db: Db, adoption: NewAdoption): Promise<void> {
  await db
    .insertInto('adoption')
    .values({
      cycle_year: adoption.year,
      from_version_id: adoption.fromId,
      to_version_id: adoption.toId,
      undoes: adoption.undoes,
      reason: adoption.reason,
      at: adoption.at,
      person_id: adoption.personId,
    })
    .execute()
  await db.updateTable('cycle').set({ version_id: adoption.toId }).where('year', '=', adoption.year).execute()
}

/** The published versions with a higher number, newest first. */
export async function listNewerVersions(db: Db, number: number): Promise<{ id: string; number: number }[]> {
  const rows = await db
    .selectFrom('plan_version')
    .select(['id', 'number'])
    .where('number', '>', number)
    .orderBy('number', 'desc')
    .execute()
  return rows.flatMap(({ id, number }) => (number === null ? [] : { id, number }))
}

/** How many ticks of a cycle were given under a version. */
export async function countTicksUnder(db: Db, year: number, version: number): Promise<number> {
  const { count } = await db
    .selectFrom('tick')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cycle_year', '=', year)
    .where('version_number', '=', version)
    .executeTakeFirstOrThrow()
  return count
}

/** What units have read of the adoptions of a cycle: all, or some of them. */
export async function listNewsRead(db: Db, year: number, units: 'everywhere' | readonly string[]): Promise<NewsRead[]> {
  const rows = db
    .selectFrom('news_read')
    .innerJoin('adoption', 'adoption.sequence', 'news_read.adoption_sequence')
    .innerJoin('person', 'person.id', 'news_read.person_id')
    .select([
      'news_read.unit_id as unitId',
      'news_read.adoption_sequence as sequence',
      'news_read.at',
      'person.name as by',
    ])
    .where('adoption.cycle_year', '=', year)
  return (units === 'everywhere' ? rows : rows.where('news_read.unit_id', 'in', units)).execute()
}

/** Remembers that a unit has read of these adoptions. */
export async function insertNewsRead(
  db: Db,
  read: { unitId: string; sequences: readonly number[]; personId: string; at: Instant },
): Promise<void> {
  const { unitId, sequences, personId, at } = read
  await db
    .insertInto('news_read')
    .values(sequences.map((sequence) => ({ unit_id: unitId, adoption_sequence: sequence, person_id: personId, at })))
    .execute()
}
