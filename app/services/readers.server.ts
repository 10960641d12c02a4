import { adoptionAt } from '#app/domain/adoption.ts'
import { unitsWithNews, unreadStretch, type Adoption } from '#app/domain/adoption-history.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import type { Standing } from '#app/domain/matrix.ts'
import type { Unit } from '#app/domain/place.ts'
import { listNewsRead } from '#db/queries/adoptions.ts'
import type { SignedIn } from './context.server.ts'
import { publishedVersion } from './plan.server.ts'

/** A unit of a cycle, and whether somebody there has read what is new. *Nothing new* needs not be read. */
export interface Reader {
  unit: Unit
  state: 'read' | 'unread' | 'nothing new'
}

/** Every unit of a cycle with whether its news of these adoptions is read; nobody where nothing was adopted. */
export async function readersOf(
  context: SignedIn,
  cycle: Cycle,
  adoptions: readonly Adoption[],
  standings: readonly Standing[],
): Promise<Reader[]> {
  if (adoptions.length === 0) return []
  const read = Map.groupBy(await listNewsRead(context.db, cycle.year, 'everywhere'), ({ unitId }) => unitId)
  const units = standings.flatMap(({ place }) => {
    if (place.kind === 'kindergarten') return place.kindergarten
    return place.kind === 'school' ? place.school : []
  })
  const touchedSince = new Map<string, ReadonlySet<string>>()
  const readers: Reader[] = []
  for (const unit of units) {
    const stretch = unreadStretch(adoptions, read.get(unit.id) ?? [])
    const fromId = stretch?.fromId ?? cycle.version.id
    const touched = touchedSince.get(fromId) ?? (await unitsTouchedSince(context, cycle, fromId, standings))
    touchedSince.set(fromId, touched)
    readers.push({ unit, state: touched.has(unit.id) ? 'unread' : read.has(unit.id) ? 'read' : 'nothing new' })
  }
  return readers
}

/** The units that something differs for from an earlier version to the cycle's, whatever they have answered. */
async function unitsTouchedSince(
  { db, today }: SignedIn,
  cycle: Cycle,
  fromId: string,
  standings: readonly Standing[],
): Promise<ReadonlySet<string>> {
  if (fromId === cycle.version.id) return new Set()
  const before = { ...cycle, version: await publishedVersion(db, fromId) }
  return unitsWithNews(standings.map(({ place }) => adoptionAt(before, cycle, place, [], today)))
}
