import type { Cycle } from '#app/domain/checklist.ts'
import {
  acknowledgedBy,
  hasFramework,
  isAssigned,
  unitAt,
  type Acknowledged,
  type FrameworkPlace,
} from '#app/domain/framework-assignment.ts'
import { authorize, ownSides } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertAcknowledgement, listAcknowledgements } from '#db/queries/framework-acknowledgements.ts'
import { findPlace } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { remember } from './history.server.ts'
import { publishedVersion } from './plan.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** A unit's place in a cycle whose framework is assigned to it. */
export interface AssignedPlace {
  cycle: Cycle
  place: FrameworkPlace
  unit: Unit
}

/** The place with this id, as far as the framework is assigned there. Refuses *not found*, also where the actor may not look. */
export async function openFramework(
  { actor }: SignedIn,
  year: number,
  placeId: string,
  db: Db,
): Promise<AssignedPlace> {
  const cycle = await cycleOf(db, year)
  const place = found(await findPlace(db, year, placeId))
  authorize(actor, 'read the framework at units', place)
  if (!isAssigned(place) || !hasFramework(cycle.version)) throw new Refusal('not found')
  return { cycle, place, unit: unitAt(place) }
}

/** How each of these units stands to the framework of a cycle, by its id. Versions are kept, so it is one query. */
export async function acknowledgedIn(db: Db, cycle: Cycle, units: readonly Unit[]): Promise<Map<string, Acknowledged>> {
  const ids = units.map(({ id }) => id)
  const said = await listAcknowledgements(db, cycle.year, ids)
  const versions = new Map<string, PlanVersion>()
  for (const { versionId } of said) versions.set(versionId, await publishedVersion(db, versionId))
  const saidOf = Map.groupBy(said, ({ unitId }) => unitId)
  return new Map(
    units.map(({ id, kind }) => {
      const versionOf = (versionId: string) => found(versions.get(versionId))
      return [id, acknowledgedBy(kind, cycle.version, saidOf.get(id) ?? [], versionOf)]
    }),
  )
}

/**
 * Says for a unit that the framework it is assigned is read, as the version has it that the reader saw. Said of the same
 * version already, it stays as it was. Refuses *not found*, and *not allowed* for whoever may only read.
 */
export async function acknowledgeFramework(
  context: SignedIn,
  { year, placeId, versionId }: { year: number; placeId: string; versionId: string },
  form: string,
): Promise<Outcome> {
  const { actor, now } = context
  return saveOnce(context, `acknowledge framework ${year} ${placeId}`, form, async (db) => {
    const { cycle, place, unit } = await openFramework(context, year, placeId, db)
    authorize(actor, 'mark the framework', place)
    if (cycle.version.id !== versionId) return [{ field: 'acknowledgement', message: 'frameworkHasChanged' }]
    const said = await listAcknowledgements(db, year, [unit.id])
    if (said.some((each) => each.versionId === versionId)) return []
    const forUnit = !ownSides(actor, place).includes(unit.kind)
    await insertAcknowledgement(db, { year, unitId: unit.id, versionId, at: now, personId: actor.id, forUnit })
    const content = { cycle: year, unit: unit.id, version: versionId }
    await remember(db, { kind: 'framework acknowledged', at: now, personId: actor.id, content })
    return []
  })
}
