import type { LocalDate } from './calendar.ts'
import type { Unit } from './place.ts'
import {
  comparable,
  type Coordinates,
  type ImportedUnit,
  type ImportSource,
  type ReadUnits,
} from './unit-import-row.ts'

/** A unit as it is here today. */
export interface KnownUnit {
  id: string
  kind: Unit['kind']
  name: string
  orgNumber: string | null
  owner: string
  ownership: Unit['ownership']
  externalMunicipality: string | null
  coordinates: Coordinates | null
  openedOn: LocalDate | null
  closedOn: LocalDate | null
}

/** What a row says otherwise than what is here. `before` and `after` are what each says. */
export type UnitDifference =
  | { what: 'name'; before: string; after: string }
  | { what: 'org number'; before: string | null; after: string }
  | { what: 'owner'; before: Owned; after: Owned }
  | { what: 'coordinates'; before: Coordinates | null; after: Coordinates }

interface Owned {
  name: string
  ownership: Unit['ownership']
}

/** Why a row that was understood is not taken: somebody has to look first. */
export type SetAside =
  | 'same number twice'
  | 'same name twice'
  | 'several here'
  | 'other kind here'
  | 'neighbour here'
  | 'closed here'
  | 'ownership not said'
  | 'owner is otherwise'

/** A row as it would be taken in, with who owns it. */
export interface TakenUnit extends ImportedUnit {
  owned: Owned
}

/** What would happen to each row of a file, and which units here it does not have. Each row is in one of the lists. */
export interface Comparison {
  /** `again` is a unit that an import added and that was undone: it comes back as itself. */
  added: readonly { row: TakenUnit; again: KnownUnit | null }[]
  changed: readonly { row: ImportedUnit; unit: KnownUnit; differences: readonly UnitDifference[] }[]
  same: readonly { row: ImportedUnit; unit: KnownUnit }[]
  aside: readonly { row: ImportedUnit; unit: KnownUnit | null; why: SetAside }[]
  /** Open units with a number that the file of their kind does not have, or says have ended. Nothing happens to them. */
  gone: readonly { unit: KnownUnit; inactive: boolean }[]
}

/** What is here: the units, and who owns units, by name. */
export interface Here {
  municipality: string
  units: readonly KnownUnit[]
  owners: readonly Owned[]
}

type Outcome =
  | ({ is: 'added' } & Comparison['added'][number])
  | ({ is: 'changed' } & Comparison['changed'][number])
  | ({ is: 'same' } & Comparison['same'][number])
  | ({ is: 'aside' } & Comparison['aside'][number])

/** Compares what was read with what is here: by organisation number first, then by kind and name. */
export function compareImport(read: ReadUnits, source: ImportSource, here: Here): Comparison {
  const outcomes = outcomesOf(read.rows, here)
  const only = <Is extends Outcome['is']>(is: Is) =>
    outcomes.filter((outcome): outcome is Extract<Outcome, { is: Is }> => outcome.is === is)
  return {
    added: only('added').map(({ row, again }) => ({ row, again })),
    changed: only('changed').map(({ row, unit, differences }) => ({ row, unit, differences })),
    same: only('same').map(({ row, unit }) => ({ row, unit })),
    aside: only('aside').map(({ row, unit, why }) => ({ row, unit, why })),
    gone: read.whole ? goneFrom(read, source, here.units) : [],
  }
}

function outcomesOf(rows: readonly ImportedUnit[], here: Here): Outcome[] {
  const numbers = countsOf(rows.flatMap(({ orgNumber }) => orgNumber ?? []))
  const names = countsOf(rows.map(nameKey))
  const find = finderOf(rows, here.units)
  const owners = ownersBy(rows, here)
  return rows.map((row): Outcome => {
    const aside = (why: SetAside, unit: KnownUnit | null = null): Outcome => ({ is: 'aside', row, unit, why })
    if (row.orgNumber !== null && (numbers.get(row.orgNumber) ?? 0) > 1) return aside('same number twice')
    if (row.orgNumber === null && (names.get(nameKey(row)) ?? 0) > 1) return aside('same name twice')
    const matched = find(row)
    if (matched.length > 1) return aside('several here')
    const [unit] = matched
    const isByName = unit !== undefined && (row.orgNumber === null || unit.orgNumber !== row.orgNumber)
    if (isByName && (names.get(nameKey(row)) ?? 0) > 1) return aside('several here')
    const owned = ownedBy(row, unit ?? null, here.municipality, owners)
    if (owned === 'ownership not said' || owned === 'owner is otherwise') return aside(owned, unit)
    if (!unit) return { is: 'added', row: { ...row, owned }, again: null }
    if (unit.kind !== row.kind) return aside('other kind here', unit)
    if (neverWas(unit)) return { is: 'added', row: { ...row, owned }, again: unit }
    if (unit.externalMunicipality !== row.externalMunicipality) return aside('neighbour here', unit)
    if (unit.closedOn !== null) return aside('closed here', unit)
    const differences = differencesOf(row, owned, unit)
    return differences.length > 0 ? { is: 'changed', row, unit, differences } : { is: 'same', row, unit }
  })
}

/** A unit that closed on the day it opened: an import added it, and was undone. */
function neverWas({ openedOn, closedOn }: KnownUnit): boolean {
  return closedOn !== null && closedOn === openedOn
}

/** Finds the units that a row is about: the one with its number; else those of its kind and name that no number claims. */
function finderOf(rows: readonly ImportedUnit[], units: readonly KnownUnit[]) {
  const claimed = new Set(rows.flatMap(({ orgNumber }) => orgNumber ?? []))
  const byNumber = new Map(units.flatMap((unit) => (unit.orgNumber === null ? [] : [[unit.orgNumber, unit]])))
  const byName = Map.groupBy(
    units.filter((unit) => unit.closedOn === null),
    nameKey,
  )
  return (row: ImportedUnit): readonly KnownUnit[] => {
    const numbered = row.orgNumber === null ? undefined : byNumber.get(row.orgNumber)
    const named = (byName.get(nameKey(row)) ?? []).filter(
      ({ orgNumber }) => orgNumber === null || !claimed.has(orgNumber),
    )
    if (!numbered) return named
    return neverWas(numbered) ? [numbered, ...named] : [numbered]
  }
}

/** Two units of one kind and name in two municipalities are two. */
function nameKey({ kind, name, externalMunicipality }: ImportedUnit | KnownUnit): string {
  return JSON.stringify([kind, comparable(name), comparable(externalMunicipality ?? '')])
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Who owns units, here and in the file, by name; null where the file says both of one that is not here. */
function ownersBy(rows: readonly ImportedUnit[], { municipality, owners: here }: Here): Map<string, Owned | null> {
  const owners = new Map<string, Owned | null>()
  for (const { owner: name, ownership } of rows) {
    if (name === null || ownership === null) continue
    const before = owners.get(comparable(name))
    const isOne = before === undefined || before?.ownership === ownership
    owners.set(comparable(name), isOne ? (before ?? { name, ownership }) : null)
  }
  for (const each of [municipality, ...rows.flatMap((row) => row.externalMunicipality ?? [])]) {
    owners.set(comparable(municipalOwner(each)), { name: municipalOwner(each), ownership: 'municipal' })
  }
  for (const owner of here) owners.set(comparable(owner.name), owner)
  return owners
}

/** Who owns what a row tells of: who it says; who does here where it says nothing else; else a name to go by. */
function ownedBy(
  row: ImportedUnit,
  unit: KnownUnit | null,
  municipality: string,
  owners: ReadonlyMap<string, Owned | null>,
): Owned | 'ownership not said' | 'owner is otherwise' {
  if (row.owner !== null) {
    const known = owners.get(comparable(row.owner))
    if (known === null) return 'owner is otherwise'
    if (known && row.ownership !== null && known.ownership !== row.ownership) return 'owner is otherwise'
    if (known) return known
  }
  const ownership = row.ownership ?? unit?.ownership ?? null
  if (ownership === null) return 'ownership not said'
  if (row.owner !== null) return { name: row.owner, ownership }
  if (unit && unit.ownership === ownership) return { name: unit.owner, ownership }
  const name =
    ownership === 'private' ? `Eier av ${row.name}` : municipalOwner(row.externalMunicipality ?? municipality)
  return { name, ownership: owners.get(comparable(name))?.ownership ?? ownership }
}

function municipalOwner(municipality: string): string {
  return `${municipality} kommune`
}

function differencesOf(row: ImportedUnit, owned: Owned, unit: KnownUnit): UnitDifference[] {
  const differences: UnitDifference[] = []
  if (row.name !== unit.name) differences.push({ what: 'name', before: unit.name, after: row.name })
  if (row.orgNumber !== null && row.orgNumber !== unit.orgNumber) {
    differences.push({ what: 'org number', before: unit.orgNumber, after: row.orgNumber })
  }
  if (owned.name !== unit.owner || owned.ownership !== unit.ownership) {
    differences.push({ what: 'owner', before: { name: unit.owner, ownership: unit.ownership }, after: owned })
  }
  const { coordinates: after } = row
  const before = unit.coordinates
  if (after && (after.latitude !== before?.latitude || after.longitude !== before.longitude)) {
    differences.push({ what: 'coordinates', before, after })
  }
  return differences
}

function goneFrom(read: ReadUnits, source: ImportSource, units: readonly KnownUnit[]): Comparison['gone'] {
  const kinds = source === 'table' ? new Set(read.rows.map(({ kind }) => kind)) : new Set([KIND_OF[source]])
  const numbers = new Set(read.rows.flatMap(({ orgNumber }) => orgNumber ?? []))
  const names = new Set(read.rows.map(nameKey))
  return units
    .filter((unit) => unit.externalMunicipality === null && unit.closedOn === null && kinds.has(unit.kind))
    .filter((unit) => unit.orgNumber !== null && !numbers.has(unit.orgNumber) && !names.has(nameKey(unit)))
    .map((unit) => ({ unit, inactive: read.inactive.includes(unit.orgNumber ?? '') }))
}

const KIND_OF = { 'kindergarten register': 'kindergarten', 'school register': 'school' } as const

/** A place as the history of a unit keeps it. */
export function keptCoordinates(coordinates: Coordinates | null): string | null {
  return coordinates === null ? null : JSON.stringify([coordinates.latitude, coordinates.longitude])
}

/** So many rows can be chosen among one by one; a longer list is taken in as a whole. */
export const MOST_CHOSEN = 1000

/** Whether there are more rows to take in than anybody chooses among. */
export function isLong({ added, changed }: Comparison): boolean {
  return added.length + changed.length > MOST_CHOSEN
}

/** The rows that somebody can choose among, by their place in the file. */
export function choosableRows({ added, changed }: Comparison): number[] {
  return [...added, ...changed].map(({ row }) => row.number).slice(0, MOST_CHOSEN)
}

/** What is taken in of a comparison: the rows chosen, and those that nobody could choose among. */
export function chosenOf(comparison: Comparison, chosen: readonly number[]): Pick<Comparison, 'added' | 'changed'> {
  const leftOut = new Set(choosableRows(comparison))
  for (const number of chosen) leftOut.delete(number)
  return {
    added: comparison.added.filter(({ row }) => !leftOut.has(row.number)),
    changed: comparison.changed.filter(({ row }) => !leftOut.has(row.number)),
  }
}
