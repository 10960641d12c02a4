import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Unit } from '#app/domain/place.ts'
import type { UnitChangeKind } from '#app/domain/unit-change.ts'
import type { Db } from '#db/connection.ts'
import { inBatches } from './batches.ts'

/** A unit that was not here before. */
export interface NewUnit {
  id: string
  kind: Unit['kind']
  name: string
  orgNumber: string | null
  ownerId: string
  /** The neighbouring municipality it belongs to, or null for the plan's own. */
  externalMunicipality: string | null
  openedDay: LocalDate | null
  latitude: number | null
  longitude: number | null
}

/** Something that became different about a unit; `before` is what it was, as `unit_change` has it. */
export interface NewUnitChange {
  unitId: string
  kind: UnitChangeKind
  fromDay: LocalDate
  before: string | null
  reason: string | null
  importId: string | null
  at: Instant
  personId: string
}

/** Adds units. */
export async function insertUnits(db: Db, units: readonly NewUnit[]): Promise<void> {
  const rows = units.map(({ id, kind, name, orgNumber, ownerId, externalMunicipality, openedDay, ...place }) => ({
    id,
    kind,
    name,
    org_number: orgNumber,
    owner_id: ownerId,
    external_municipality: externalMunicipality,
    opened_day: openedDay,
    latitude: place.latitude,
    longitude: place.longitude,
  }))
  for (const some of inBatches(rows)) await db.insertInto('unit').values(some).execute()
}

/** What a unit is from now on; what is not named stays. */
export type UnitNow = Partial<Omit<NewUnit, 'id' | 'kind' | 'openedDay'>> & {
  openedDay?: LocalDate | null
  closedDay?: LocalDate | null
  mergedInto?: string | null
}

/** Writes what a unit is from now on. */
export async function updateUnit(db: Db, id: string, now: UnitNow): Promise<void> {
  await db
    .updateTable('unit')
    .set({
      name: now.name,
      org_number: now.orgNumber,
      owner_id: now.ownerId,
      external_municipality: now.externalMunicipality,
      opened_day: now.openedDay,
      closed_day: now.closedDay,
      merged_into: now.mergedInto,
      latitude: now.latitude,
      longitude: now.longitude,
    })
    .where('id', '=', id)
    .execute()
}

/** Closes units on the day they opened, as if they had never been. */
export async function updateToNeverOpened(db: Db, ids: readonly string[]): Promise<void> {
  for (const some of inBatches(ids)) {
    await db
      .updateTable('unit')
      .set(({ ref }) => ({ closed_day: ref('opened_day') }))
      .where('id', 'in', some)
      .execute()
  }
}

/** Adds changes of units to their histories. */
export async function insertUnitChanges(db: Db, changes: readonly NewUnitChange[]): Promise<void> {
  const rows = changes.map(({ unitId, kind, fromDay, before, reason, importId, at, personId }) => ({
    unit_id: unitId,
    kind,
    from_day: fromDay,
    before,
    reason,
    import_id: importId,
    at,
    person_id: personId,
  }))
  for (const some of inBatches(rows)) await db.insertInto('unit_change').values(some).execute()
}

/** Who owns units, as the database has it. A name stands for one owner only. */
export interface Owner {
  id: string
  name: string
  ownership: Unit['ownership']
}

/** Every owner, by name. */
export async function listOwners(db: Db): Promise<Owner[]> {
  return db.selectFrom('owner').select(['id', 'name', 'ownership']).orderBy('name').execute()
}

/** The owner of that name: the one there is, or the new one given, which is added then. */
export async function findOrInsertOwner(db: Db, owner: Owner): Promise<Owner> {
  const there = await db
    .selectFrom('owner')
    .select(['id', 'name', 'ownership'])
    .where('name', '=', owner.name)
    .executeTakeFirst()
  if (there) return there
  await insertOwners(db, [owner])
  return owner
}

/** Adds owners. */
export async function insertOwners(db: Db, owners: readonly Owner[]): Promise<void> {
  const rows = owners.map(({ id, name, ownership }) => ({ id, name, ownership }))
  for (const some of inBatches(rows)) await db.insertInto('owner').values(some).execute()
}
