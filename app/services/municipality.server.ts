import type { Db } from '#db/connection.ts'
import { findMunicipality, findSchemaVersion } from '#db/queries/municipality.ts'

/** The name stands on every page and never changes once it is there, so that it is asked for once. */
const names = new WeakMap<Db, string>()

/** The municipality's name, or nothing before its first person was invited. */
export async function municipalityName(db: Db): Promise<string> {
  const known = names.get(db)
  if (known !== undefined) return known
  const municipality = await findMunicipality(db)
  if (municipality) names.set(db, municipality.name)
  return municipality?.name ?? ''
}

/** The version of the schema; asking for it shows that the database answers. */
export async function schemaVersion(db: Db): Promise<number> {
  return findSchemaVersion(db)
}
