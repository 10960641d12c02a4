import type { LocalDate } from '#app/domain/calendar.ts'
import type { Unit } from '#app/domain/place.ts'
import type { UnitChange, UnitFacts } from '#app/domain/unit-change.ts'
import { IN_ORDER } from '#app/domain/in-order.ts'
import type { Db } from '#db/connection.ts'

/** Which units to list: all, or some. */
type Reach = 'everywhere' | readonly string[]

/** The names of units by id. */
export async function listUnitNames(db: Db, ids: readonly string[]): Promise<[id: string, name: string][]> {
  const rows = await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()
  return rows.map(({ id, name }) => [id, name])
}

/** A unit as it stands outside any cycle. */
export type UnitRow = Pick<Unit, 'id' | 'kind' | 'name' | 'externalMunicipality' | 'closedOn'>

/** Every kindergarten and school, the neighbours' and those that have closed too, by name. */
export async function listUnits(db: Db): Promise<UnitRow[]> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'kind', 'name', 'external_municipality', 'closed_day'])
    .execute()
  const units = rows.map(({ id, kind, name, external_municipality, closed_day }) => {
    return { id, kind, name, externalMunicipality: external_municipality, closedOn: closed_day }
  })
  return units.sort((a, b) => IN_ORDER.compare(a.name, b.name))
}

/** The units within reach with all that is to know of them, by name. */
export async function listUnitFacts(db: Db, reach: Reach): Promise<UnitFacts[]> {
  const all = db
    .selectFrom('unit')
    .innerJoin('owner', 'owner.id', 'unit.owner_id')
    .select([
      'unit.id',
      'unit.kind',
      'unit.name',
      'unit.org_number',
      'unit.external_municipality',
      'unit.opened_day',
      'unit.closed_day',
      'unit.merged_into',
      'owner.id as owner_id',
      'owner.name as owner_name',
      'owner.ownership',
    ])
  const rows = await (reach === 'everywhere' ? all : all.where('unit.id', 'in', reach)).execute()
  const units = rows.map((row): UnitFacts => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    orgNumber: row.org_number,
    owner: { id: row.owner_id, name: row.owner_name, ownership: row.ownership },
    externalMunicipality: row.external_municipality,
    openedOn: row.opened_day,
    closedOn: row.closed_day,
    mergedInto: row.merged_into,
  }))
  return units.sort((a, b) => IN_ORDER.compare(a.name, b.name))
}

/** The unit that carries on after one, or null. */
export async function findSuccessor(db: Db, unitId: string): Promise<{ id: string; name: string } | null> {
  const row = await db
    .selectFrom('unit')
    .innerJoin('unit as into', 'into.id', 'unit.merged_into')
    .select(['into.id', 'into.name'])
    .where('unit.id', '=', unitId)
    .executeTakeFirst()
  return row ?? null
}

/** The units that a unit carries on after, by name. */
export async function listMergedInto(db: Db, unitId: string): Promise<{ id: string; name: string; on: LocalDate }[]> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name', 'closed_day'])
    .where('merged_into', '=', unitId)
    .orderBy('name')
    .execute()
  return rows.flatMap(({ id, name, closed_day }) => (closed_day === null ? [] : [{ id, name, on: closed_day }]))
}

/** What became different about a unit, in the order it was written down. */
export async function listUnitChanges(db: Db, unitId: string): Promise<UnitChange[]> {
  const rows = await db
    .selectFrom('unit_change')
    .leftJoin('person', 'person.id', 'unit_change.person_id')
    .select([
      'unit_change.sequence',
      'unit_change.kind',
      'unit_change.from_day',
      'unit_change.before',
      'unit_change.reason',
      'unit_change.at',
      'person.name',
    ])
    .where('unit_change.unit_id', '=', unitId)
    .orderBy('unit_change.sequence')
    .execute()
  return rows.map(({ from_day, name, ...change }) => ({ ...change, from: from_day, by: name }))
}

/** A place of a unit in a cycle, by the names of that time: the unit itself, or a pair with another. */
export interface PlaceInCycle {
  year: number
  placeId: string
  name: string
  /** The other unit of the pair, or null for the unit's own place. */
  other: string | null
  /** Whether the child group of the pair has ended. */
  ended: boolean
}

/** The places of a unit in every cycle, the newest first: its own where it has one, and its pairs. */
export async function listPlacesOfUnit(
  db: Db,
  { id: unitId, kind }: Pick<Unit, 'id' | 'kind'>,
): Promise<PlaceInCycle[]> {
  const sides = ['child_group.kindergarten_id', 'child_group.school_id'] as const
  const [own, other] = kind === 'kindergarten' ? sides : ([sides[1], sides[0]] as const)
  const pairs = await db
    .selectFrom('child_group')
    .innerJoin('unit_in_cycle as other', (join) =>
      join.onRef('other.cycle_year', '=', 'child_group.cycle_year').onRef('other.id', '=', other),
    )
    .select(['child_group.id', 'child_group.cycle_year', 'child_group.children', 'other.name'])
    .where('child_group.cycle_year', 'in', db.selectFrom('cycle').select('year'))
    .where(own, '=', unitId)
    .orderBy('other.name')
    .execute()
  const units = await db
    .selectFrom('unit_in_cycle')
    .select(['cycle_year', 'name', 'external_municipality'])
    .where('id', '=', unitId)
    .orderBy('cycle_year', 'desc')
    .execute()
  return units.flatMap(({ cycle_year: year, name, external_municipality }): PlaceInCycle[] => {
    const itsPairs = pairs
      .filter((pair) => pair.cycle_year === year)
      .map((pair) => ({ year, placeId: pair.id, name, other: pair.name, ended: pair.children === 0 }))
    if (external_municipality !== null && itsPairs.length === 0) return []
    return [{ year, placeId: unitId, name, other: null, ended: false }, ...itsPairs]
  })
}
