import type { AgreedDate } from '#app/domain/agreed-date.ts'
import type { PairPlace, Place, SchoolPlace, Unit } from '#app/domain/place.ts'
import { IN_ORDER } from '#app/domain/in-order.ts'
import { sql, type Selectable } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Schema } from '#db/schema.ts'
import { UNIT_COLUMNS, unitOf, type UnitRow } from './unit-rows.ts'
import { datesAround, datesIn } from './agreed-dates.ts'

/** Which units' places to list: all, or those of some units and their pairs. */
export type Reach = 'everywhere' | { unitIds: readonly string[] }

/** A place of a cycle that is a unit or a pair. The municipality needs no row. */
export type UnitOrPair = Exclude<Place, { kind: 'municipality' }>

/**
 * Places of some cycles, per year: pairs and units that take part. A pair takes part while its child group has not ended,
 * a unit by having such a pair or belonging to the municipality. Schools come with all their kindergartens, also those out
 * of reach: they do steps together there.
 */
export async function listPlaces(db: Db, years: readonly number[], reach: Reach): Promise<Map<number, UnitOrPair[]>> {
  if (reach === 'everywhere') return listAllPlaces(db, years)
  const pairs = await listPairRows(db, years, reach)
  const units = await listUnitRows(db, years, reach)
  return new Map(years.map((year) => [year, assemble(year, pairs, units, reach)]))
}

type PairRow = Selectable<Schema['child_group']>

/** All of them in one query: each kindergarten brings its pairs along. */
async function listAllPlaces(db: Db, years: readonly number[]): Promise<Map<number, UnitOrPair[]>> {
  const units = await db
    .selectFrom('unit_in_cycle')
    .select(['cycle_year', ...UNIT_COLUMNS])
    .select(pairsOfKindergarten.as('pairs'))
    .where('cycle_year', 'in', years)
    .execute()
  const pairs = units.flatMap((unit) => JSON.parse(unit.pairs) as PairRow[])
  return new Map(years.map((year) => [year, assemble(year, pairs, units, 'everywhere')]))
}

const pairsOfKindergarten = sql<string>`(
  select json_group_array(json_object(
    'id', id, 'cycle_year', cycle_year, 'kindergarten_id', kindergarten_id, 'school_id', school_id, 'children', children
  ))
  from child_group
  where child_group.cycle_year = unit_in_cycle.cycle_year and child_group.kindergarten_id = unit_in_cycle.id
)`

type Within = Exclude<Reach, 'everywhere'>

async function listPairRows(db: Db, years: readonly number[], { unitIds }: Within): Promise<PairRow[]> {
  return db
    .selectFrom('child_group')
    .select(['id', 'cycle_year', 'kindergarten_id', 'school_id', 'children'])
    .where('cycle_year', 'in', years)
    .where('school_id', 'in', schoolsAround(db, years, unitIds))
    .execute()
}

async function listUnitRows(
  db: Db,
  years: readonly number[],
  reach: Within,
): Promise<(UnitRow & { cycle_year: number })[]> {
  const units = db
    .selectFrom('unit_in_cycle')
    .select(['cycle_year', ...UNIT_COLUMNS])
    .where('cycle_year', 'in', years)
  const schools = schoolsAround(db, years, reach.unitIds)
  const kindergartens = db
    .selectFrom('child_group')
    .select('kindergarten_id')
    .where('cycle_year', 'in', years)
    .where('school_id', 'in', schools)
  return units
    .where(({ eb, or }) => or([eb('id', 'in', reach.unitIds), eb('id', 'in', schools), eb('id', 'in', kindergartens)]))
    .execute()
}

/** The schools among some units, and those that the kindergartens among them send children to. */
function schoolsAround(db: Db, years: readonly number[], unitIds: readonly string[]) {
  return db
    .selectFrom('child_group')
    .select('school_id')
    .where(({ eb, or, and }) =>
      or([
        and([eb('cycle_year', 'in', years), eb('kindergarten_id', 'in', unitIds)]),
        and([eb('cycle_year', 'in', years), eb('school_id', 'in', unitIds)]),
      ]),
    )
}

function assemble(
  year: number,
  pairRows: readonly PairRow[],
  unitRows: readonly (UnitRow & { cycle_year: number })[],
  reach: Reach,
): UnitOrPair[] {
  const within = (unitId: string) => reach === 'everywhere' || reach.unitIds.includes(unitId)
  const units = new Map(unitRows.filter((row) => row.cycle_year === year).map((row) => [row.id, unitOf(row)]))
  const going = pairRows.filter((row) => row.cycle_year === year && row.children !== 0)
  const pairs = going.flatMap((row) => pairOf(row, units))
  const kindergartensOf = Map.groupBy(pairs, (pair) => pair.school.id)
  const places: UnitOrPair[] = pairs.filter((pair) => within(pair.kindergarten.id) || within(pair.school.id))
  const paired = new Set(pairs.flatMap((pair) => [pair.kindergarten.id, pair.school.id]))
  for (const unit of units.values()) {
    if (!paired.has(unit.id) && unit.externalMunicipality !== null) continue
    if (unit.kind === 'kindergarten') {
      if (within(unit.id)) places.push({ kind: 'kindergarten', id: unit.id, kindergarten: unit })
    } else {
      const kindergartens = (kindergartensOf.get(unit.id) ?? []).map((pair) => pair.kindergarten)
      if (within(unit.id) || kindergartens.some((kindergarten) => within(kindergarten.id)))
        places.push({ kind: 'school', id: unit.id, school: unit, kindergartens })
    }
  }
  const named = places.map((place) => ({ place, name: nameOf(place) }))
  return named.sort((a, b) => IN_ORDER.compare(a.name, b.name)).map(({ place }) => place)
}

function pairOf(row: PairRow, units: ReadonlyMap<string, Unit>): PairPlace[] {
  const kindergarten = units.get(row.kindergarten_id)
  const school = units.get(row.school_id)
  if (!kindergarten || !school) return []
  return [{ kind: 'pair', id: row.id, kindergarten, school, children: row.children }]
}

function nameOf(place: UnitOrPair): string {
  if (place.kind === 'pair') return `${place.kindergarten.name} ${place.school.name}`
  return place.kind === 'school' ? place.school.name : place.kindergarten.name
}

/** The pair or unit with this id in this cycle, or null. A neighbour's unit has a place only where it has a pair. */
export async function findPlace(db: Db, year: number, id: string): Promise<UnitOrPair | null> {
  return placeAmong(db, year, id, await unitsAround(db, year, id).execute())
}

/** The same with the dates agreed at the school it is, or belongs to, all in one query; none at a kindergarten. */
export async function findPlaceWithDates(
  db: Db,
  year: number,
  id: string,
): Promise<{ place: UnitOrPair; dates: AgreedDate[] } | null> {
  const units = await unitsAround(db, year, id).select(datesAround(year, id).as('dates')).execute()
  const place = await placeAmong(db, year, id, units)
  return place && { place, dates: datesIn(units[0]?.dates ?? '[]') }
}

function unitsAround(db: Db, year: number, id: string) {
  const pair = db.selectFrom('child_group').where('id', '=', id).where('cycle_year', '=', year)
  const sendingThere = db
    .selectFrom('child_group')
    .select('kindergarten_id')
    .where('cycle_year', '=', year)
    .where('school_id', '=', id)
    .where('children', 'is not', 0)
  return db
    .selectFrom('unit_in_cycle')
    .select(UNIT_COLUMNS)
    .select(pair.select('children').as('children'))
    .where('cycle_year', '=', year)
    .where(({ eb, or }) =>
      or([
        eb('id', '=', id),
        eb('id', '=', pair.select('kindergarten_id')),
        eb('id', '=', pair.select('school_id')),
        eb('id', 'in', sendingThere),
      ]),
    )
    .orderBy('name')
}

async function placeAmong(
  db: Db,
  year: number,
  id: string,
  units: readonly (UnitRow & { children: number | null })[],
): Promise<UnitOrPair | null> {
  const own = units.find((unit) => unit.id === id)
  const kindergartens = units.filter(({ kind, id }) => kind === 'kindergarten' && id !== own?.id)
  if (own?.kind === 'school') return schoolPlace(own, kindergartens)
  if (own) return findKindergarten(db, year, own)
  const [kindergarten] = kindergartens
  const school = units.find(({ kind }) => kind === 'school')
  if (!kindergarten || !school) return null
  return {
    kind: 'pair',
    id,
    kindergarten: unitOf(kindergarten),
    school: unitOf(school),
    children: kindergarten.children,
  }
}

async function findKindergarten(db: Db, year: number, row: UnitRow): Promise<UnitOrPair | null> {
  if (row.external_municipality !== null) {
    const pair = await db
      .selectFrom('child_group')
      .select('id')
      .where('cycle_year', '=', year)
      .where('kindergarten_id', '=', row.id)
      .executeTakeFirst()
    if (!pair) return null
  }
  return { kind: 'kindergarten', id: row.id, kindergarten: unitOf(row) }
}

function schoolPlace(row: UnitRow, kindergartens: readonly UnitRow[]): SchoolPlace | null {
  if (row.external_municipality !== null && kindergartens.length === 0) return null
  return { kind: 'school', id: row.id, school: unitOf(row), kindergartens: kindergartens.map(unitOf) }
}

/** The pairs of a unit in a cycle whose child group has not ended, by the name of the unit on the other side. */
export async function listPairsOf(db: Db, year: number, unit: Unit): Promise<PairPlace[]> {
  const sides = ['kindergarten_id', 'school_id'] as const
  const [own, other] = unit.kind === 'kindergarten' ? sides : ([sides[1], sides[0]] as const)
  const rows = await db
    .selectFrom('child_group')
    .innerJoin('unit_in_cycle as other', (join) =>
      join.onRef('other.cycle_year', '=', 'child_group.cycle_year').onRef('other.id', '=', `child_group.${other}`),
    )
    .select(UNIT_COLUMNS.map((column) => `other.${column}` as const))
    .select(['child_group.id as pair_id', 'child_group.children'])
    .where('child_group.cycle_year', '=', year)
    .where(`child_group.${own}`, '=', unit.id)
    .where('child_group.children', 'is not', 0)
    .execute()
  const pairs = rows.map(({ pair_id, children, ...row }): PairPlace => {
    const partner = unitOf(row)
    const [kindergarten, school] = unit.kind === 'kindergarten' ? [unit, partner] : [partner, unit]
    return { kind: 'pair', id: pair_id, kindergarten, school, children }
  })
  return pairs.sort((a, b) => IN_ORDER.compare(nameOf(a), nameOf(b)))
}
