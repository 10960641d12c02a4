import type { PlanVersion } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { findVersion, findVersionId, findVersionInForce, listVersionIds } from '#db/queries/plan-versions.ts'
import type { Context } from './context.server.ts'
import { keptFor } from './kept.server.ts'

/** A published version by its id. It never changes, so it is read once and kept. */
export async function publishedVersion(db: Db, id: string): Promise<PlanVersion> {
  const versions = keptFor<Map<string, PlanVersion>>(db, 'versions', () => new Map())
  const known = versions.get(id)
  if (known) return known
  const version = found(await findVersion(db, id))
  if (version.publication) versions.set(id, version)
  return version
}

/** The plan in force: the newest published version, or null before the first. Everybody may read it. */
export async function planInForce({ db }: Context): Promise<PlanVersion | null> {
  const id = await findVersionInForce(db)
  return id ? publishedVersion(db, id) : null
}

/** The published version with that number. Refuses *not found*. */
export async function findNumberedVersion(db: Db, number: number): Promise<PlanVersion> {
  return publishedVersion(db, found(await findVersionId(db, number)))
}

/** All published versions, the newest first: the plan in force and those before it. Everybody may read them. */
export async function publishedVersions({ db }: Pick<Context, 'db'>): Promise<PlanVersion[]> {
  const versions: PlanVersion[] = []
  for (const id of await listVersionIds(db)) versions.push(await publishedVersion(db, id))
  return versions
}
