import type { Instant } from '#app/domain/calendar.ts'
import type { Acknowledgement } from '#app/domain/framework-assignment.ts'
import type { Db } from '#db/connection.ts'

/** What some units, or all, said of having read the framework in a cycle, oldest first. */
export async function listAcknowledgements(
  db: Db,
  year: number,
  units: 'everywhere' | readonly string[],
): Promise<Acknowledgement[]> {
  const all = db
    .selectFrom('framework_acknowledgement')
    .innerJoin('person', 'person.id', 'framework_acknowledgement.person_id')
    .select(['unit_id', 'version_id', 'at', 'person_id', 'for_unit', 'person.name as person_name'])
    .where('cycle_year', '=', year)
    .orderBy('sequence')
  const rows = await (units === 'everywhere' ? all : all.where('unit_id', 'in', units)).execute()
  return rows.map(({ unit_id, version_id, at, person_id, person_name, for_unit }) => ({
    unitId: unit_id,
    versionId: version_id,
    at,
    by: { personId: person_id, name: person_name, forUnit: for_unit === 1 },
  }))
}

/** An acknowledgement as it is saved. */
export interface NewAcknowledgement {
  year: number
  unitId: string
  versionId: string
  at: Instant
  personId: string
  forUnit: boolean
}

/** Adds an acknowledgement; there is one at most of each version. */
export async function insertAcknowledgement(db: Db, said: NewAcknowledgement): Promise<void> {
  await db
    .insertInto('framework_acknowledgement')
    .values({
      cycle_year: said.year,
      unit_id: said.unitId,
      version_id: said.versionId,
      at: said.at,
      person_id: said.personId,
      for_unit: said.forUnit ? 1 : 0,
    })
    .execute()
}
