import type { Unit } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'

/** The names of units by id. */
export async function listUnitNames(db: Db, ids: readonly string[]): Promise<[id: string, name: string][]> {
  const rows = await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()
  return rows.map(({ id, name }) => [id, name])
}

/** A unit as it stands outside any cycle. */
export type UnitRow = Pick<Unit, 'id' | 'kind' | 'name' | 'externalMunicipality'>

/** Every kindergarten and school, the neighbours' too, by name. */
export async function listUnits(db: Db): Promise<UnitRow[]> {
  const rows = await db.selectFrom('unit').select(['id', 'kind', 'name', 'external_municipality']).execute()
  const units = rows.map(({ id, kind, name, external_municipality }) => {
    return { id, kind, name, externalMunicipality: external_municipality }
  })
  return units.sort((a, b) => IN_ORDER.compare(a.name, b.name))
}

const IN_ORDER = new Intl.Collator('nb')
