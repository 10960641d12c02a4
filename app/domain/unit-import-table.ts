import { readOrgNumber } from './org-number.ts'
import { municipalityOf, withoutContact, type ReadRow, type Taken, type Unclear } from './unit-import-row.ts'
import type { Unit } from './place.ts'

/** What a column of a table of units tells. A name may stand under its kind: "Barnehage", "Skole". */
export type TableColumn =
  'name' | 'kindergarten' | 'school' | 'org number' | 'kind' | 'owner' | 'ownership' | 'municipality'

const HEADINGS: readonly [TableColumn, RegExp][] = [
  ['org number', /^(?:organisasjonsnummer|org\.? ?-?nr\.?|org\.? ?-?nummer)$/],
  ['kind', /^(?:type|enhetstype|einingstype|barnehage ?(?:\/|eller) ?(?:skole|skule)|slag)$/],
  ['ownership', /^(?:eierform|eigarform|eierskap|eigarskap|kommunal ?(?:\/|eller) ?privat)$/],
  ['owner', /^(?:eier|eigar|eiernavn|eigarnamn|navn på eier|namn på eigar)$/],
  ['municipality', /^(?:kommune|kommunenummer|kommune ?-?nr\.?|kommunenavn|kommunenamn)$/],
  ['kindergarten', /^(?:barnehage(?:r|ar|ne|ns navn)?|barnehagenavn|barnehagenamn)$/],
  ['school', /^(?:skole[r]?|skule(?:r|ar)?|skolenavn|skulenamn)$/],
  ['name', /^(?:navn|namn|enhet|eining|enhetsnavn|einingsnamn|enhetens navn|namn på eininga?|navn på enhet(?:en)?)$/],
]

/** A title and a line of explanation may stand above the headings. */
const ROWS_ABOVE = 5

/** The columns of a table, and which row names them, from 0; null where none of the first rows names where names stand. */
export function headingsOf(
  rows: readonly (readonly string[])[],
): { columns: readonly (TableColumn | null)[]; at: number } | null {
  for (const [at, cells] of rows.slice(0, ROWS_ABOVE).entries()) {
    const columns = cells.map(columnOf)
    if (columns.some((column) => column === 'name' || column === 'kindergarten' || column === 'school')) {
      return { columns, at }
    }
  }
  return null
}

function columnOf(heading: string): TableColumn | null {
  const words = heading.replace(/[:*]/g, '').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('nb')
  return HEADINGS.find(([, names]) => names.test(words))?.[0] ?? null
}

/** What became of one row below the headings; null for an empty one. `number` is its line in the table, from 1. */
export function readTableRow(
  cells: readonly string[],
  number: number,
  columns: readonly (TableColumn | null)[],
  taken: Taken,
): ReadRow | null {
  if (cells.every((cell) => cell.trim() === '')) return null
  const of = (column: TableColumn) => (cells[columns.indexOf(column)] ?? '').trim()
  const name = withoutContact(of('name') || of('kindergarten') || of('school'))
  const digits = of('org number')
  const notUnderstood = (why: Unclear): ReadRow => ({ is: 'not understood', number, said: name, why })
  const municipality = of('municipality') === '' ? taken.own : municipalityOf(of('municipality'), taken)
  if (municipality === null) return { is: 'left out', why: 'other municipality', orgNumber: null }
  if (name === '') return notUnderstood(digits === '' ? 'nothing known' : 'no name')
  if (UPPER_SECONDARY.test(of('kind'))) return { is: 'left out', why: 'not primary school', orgNumber: null }
  const kind = kindIn(of('kind')) ?? kindUnder(of) ?? kindIn(name)
  if (kind === null) return notUnderstood('no kind')
  const orgNumber = readOrgNumber(digits)
  if (digits !== '' && orgNumber === null) return notUnderstood('wrong org number')
  const owner = withoutContact(of('owner'))
  return {
    is: 'unit',
    unit: {
      number,
      kind,
      name,
      orgNumber,
      ownership: ownershipIn(of('ownership')) ?? ownershipOfOwner(owner),
      owner: isOwnershipOnly(owner) ? null : owner || null,
      externalMunicipality: municipality.number === taken.own.number ? null : municipality.name,
      coordinates: null,
    },
  }
}

const UPPER_SECONDARY = /^(?:videregående|vidaregåande)/i

/** The kind that words say last: "Skolebakken barnehage" is a kindergarten. */
function kindIn(words: string): Unit['kind'] | null {
  const found = [...words.toLocaleLowerCase('nb').matchAll(/barnehag|bhg|skole|skule/g)].at(-1)?.[0]
  if (found === undefined) return null
  return found.startsWith('sk') ? 'school' : 'kindergarten'
}

/** A name that stands under the kind's own heading is of that kind, unless its column has another name beside it. */
function kindUnder(of: (column: TableColumn) => string): Unit['kind'] | null {
  if (of('name') !== '') return null
  return of('kindergarten') === '' ? 'school' : 'kindergarten'
}

function ownershipIn(words: string): Unit['ownership'] | null {
  if (/^(?:kommunal|offentlig|offentleg)/i.test(words)) return 'municipal'
  return /^(?:privat|ideell|ikke-kommunal|ikkje-kommunal)/i.test(words) ? 'private' : null
}

function isOwnershipOnly(owner: string): boolean {
  return /^(?:kommunal|privat|offentlig|offentleg)t?$/i.test(owner) || /^kommunen$/i.test(owner)
}

/** Who the owner is tells how the unit is owned: a municipality, or anybody else. */
function ownershipOfOwner(owner: string): Unit['ownership'] | null {
  if (owner === '') return null
  if (isOwnershipOnly(owner)) return /^privat/i.test(owner) ? 'private' : 'municipal'
  return / kommune$/i.test(owner) ? 'municipal' : 'private'
}
