import { readOrgNumber } from './org-number.ts'
import {
  municipalityOf,
  withoutContact,
  type Coordinates,
  type ImportSource,
  type ReadRow,
  type Taken,
} from './unit-import-row.ts'
import type { Unit } from './place.ts'

export type RegisterSource = Exclude<ImportSource, 'table'>

/** A file of a register, parsed: which register, its entries, and how much of the whole list they are. */
export interface RegisterFile {
  source: RegisterSource
  entries: readonly Entry[]
  /** Of how many pages this is one; null for a single unit, which is no list. */
  pages: number | null
}

/** A unit in a register, by field name. */
type Entry = Readonly<Record<string, unknown>>

/** The units in parsed JSON, as the registers' API gives them in versions 3 and 4; null where it is something else. */
export function registerFileOf(parsed: unknown): RegisterFile | null {
  const listed = listIn(parsed)
  if (!listed) return null
  const entries = listed.units.filter(isObject)
  const source = sourceOf(entries)
  if (source === null || entries.length < listed.units.length) return null
  return { source, entries, pages: listed.pages }
}

function listIn(parsed: unknown): { units: readonly unknown[]; pages: number | null } | null {
  if (Array.isArray(parsed)) return { units: parsed, pages: 1 }
  if (!isObject(parsed)) return null
  const { EnhetListe, AntallSider } = parsed
  if (!Array.isArray(EnhetListe)) return { units: [parsed], pages: null }
  return { units: EnhetListe, pages: typeof AntallSider === 'number' ? AntallSider : 1 }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Each register flags its own kind; a list of both belongs to the kind there are more of. */
function sourceOf(entries: readonly Entry[]): RegisterSource | null {
  const count = (field: string) => entries.filter((entry) => entry[field] === true).length
  const [kindergartens, schools] = [count('ErBarnehage'), count('ErSkole')]
  if (kindergartens !== schools) return kindergartens > schools ? 'kindergarten register' : 'school register'
  if (entries.some((entry) => 'ErBarnehage' in entry)) return 'kindergarten register'
  return entries.some((entry) => 'ErSkole' in entry) ? 'school register' : null
}

/** What became of one entry of a register. `number` is its place in the file, from 1. */
export function readEntry(entry: Entry, number: number, source: RegisterSource, taken: Taken): ReadRow {
  const municipality = municipalityOf(municipalityNumber(entry), taken)
  if (municipality === null) return { is: 'left out', why: 'other municipality', orgNumber: null }
  const digits = words(entry.Organisasjonsnummer ?? entry.Orgnr)
  const orgNumber = readOrgNumber(digits)
  const kind = kindOf(entry, source)
  const leftOut = (why: Extract<ReadRow, { is: 'left out' }>['why']): ReadRow => ({ is: 'left out', why, orgNumber })
  if (kind === null) return leftOut('owner')
  if (entry.ErAktiv === false || entry.ErEkskludert === true) return leftOut('inactive')
  if (kind === 'school' && entry.ErGrunnskole !== true) return leftOut('not primary school')
  const name = withoutContact(words(entry.Navn))
  const notUnderstood = { is: 'not understood', number, said: name || digits.slice(0, 20) } as const
  if (name === '') return { ...notUnderstood, why: 'no name' }
  if (orgNumber === null) return { ...notUnderstood, why: 'wrong org number' }
  return {
    is: 'unit',
    unit: {
      number,
      kind,
      name,
      orgNumber,
      ownership: ownershipOf(entry, kind),
      owner: null,
      externalMunicipality: municipality.number === taken.own.number ? null : municipality.name,
      coordinates: coordinatesOf(entry.Koordinat),
    },
  }
}

function kindOf(entry: Entry, source: RegisterSource): Unit['kind'] | null {
  const [isKindergarten, isSchool] = [entry.ErBarnehage === true, entry.ErSkole === true]
  if (isKindergarten && isSchool) return source === 'kindergarten register' ? 'kindergarten' : 'school'
  if (isKindergarten) return 'kindergarten'
  return isSchool ? 'school' : null
}

function municipalityNumber(entry: Entry): string {
  const within = isObject(entry.Kommune) ? entry.Kommune : {}
  return words(entry.Kommunenummer ?? entry.Kommunenr ?? within.Kommunenummer ?? within.Kommunenr).trim()
}

const OWNERSHIPS = {
  kindergarten: { private: 'ErPrivatBarnehage', public: 'ErOffentligBarnehage' },
  school: { private: 'ErPrivatskole', public: 'ErOffentligSkole' },
} as const

/** Some lists of the registers do not say who owns what they list. */
function ownershipOf(entry: Entry, kind: Unit['kind']): Unit['ownership'] | null {
  const field = OWNERSHIPS[kind]
  if (entry[field.private] === true) return 'private'
  return entry[field.private] === false || entry[field.public] === true ? 'municipal' : null
}

/** What lies at 0 degrees in both directions was never placed. */
function coordinatesOf(given: unknown): Coordinates | null {
  const { Breddegrad: latitude, Lengdegrad: longitude } = isObject(given) ? given : {}
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null
  if ((latitude === 0 && longitude === 0) || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null
  return { latitude: rounded(latitude), longitude: rounded(longitude) }
}

/** A metre or so. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}

function words(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : ''
}

/** Whether the pages that were read are all there are. A single unit is no list: others are not missing from it. */
export function isWhole(files: readonly RegisterFile[]): boolean {
  const pages = files.map((file) => file.pages)
  if (pages.length === 0 || pages.some((count) => count === null)) return false
  return pages.length >= Math.max(...pages.map((count) => count ?? 0))
}
