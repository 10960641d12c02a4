import type { Unit } from './place.ts'
import { LONGEST_NAME, onOneLine } from './unit-change.ts'

/** Where rows come from: the national register of kindergartens (NBR) or of schools (NSR), or somebody's own table. */
export type ImportSource = 'kindergarten register' | 'school register' | 'table'

/** A municipality, by number and name. */
export interface Municipality {
  number: string
  name: string
}

/** Whose units are taken: the municipality's own, and those of the neighbours that somebody named. */
export interface Taken {
  own: Municipality
  neighbours: readonly Municipality[]
}

/** Where something lies, in degrees. */
export interface Coordinates {
  latitude: number
  longitude: number
}

/**
 * A unit as a file tells of it. What the file does not say is null; where it names an owner, it tells the ownership, too.
 * `number` is its place in the file, from 1.
 */
export interface ImportedUnit {
  number: number
  kind: Unit['kind']
  name: string
  orgNumber: string | null
  ownership: Unit['ownership'] | null
  owner: string | null
  externalMunicipality: string | null
  coordinates: Coordinates | null
}

/** Why a row was not understood. */
export type Unclear = 'no name' | 'no kind' | 'wrong org number' | 'nothing known'

/** Why a unit is rightly not taken. */
export const LEFT_OUT = ['owner', 'inactive', 'not primary school', 'other municipality'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** What became of one row of a file. `said` is what it says of itself, without ways to reach anybody. */
export type ReadRow =
  | { is: 'unit'; unit: ImportedUnit }
  | { is: 'left out'; why: LeftOut; orgNumber: string | null }
  | { is: 'not understood'; number: number; said: string; why: Unclear }

/** What was read from the files of one source. */
export interface ReadUnits {
  rows: readonly ImportedUnit[]
  notUnderstood: readonly { number: number; said: string; why: Unclear }[]
  /** How many of the units in the files are not taken, and why. */
  leftOut: Readonly<Record<LeftOut, number>>
  /** The organisation numbers of this municipality's units that the register says have ended. */
  inactive: readonly string[]
  /** Whether the files have all of the list, so that what is missing from them is gone. */
  whole: boolean
}

/** What became of the rows of some files, put together. */
export function readUnits(rows: readonly ReadRow[], whole: boolean): ReadUnits {
  const leftOut: Record<LeftOut, number> = { owner: 0, inactive: 0, 'not primary school': 0, 'other municipality': 0 }
  for (const row of rows) if (row.is === 'left out') leftOut[row.why] += 1
  return {
    rows: rows.flatMap((row) => (row.is === 'unit' ? [row.unit] : [])),
    notUnderstood: rows.flatMap((row) => (row.is === 'not understood' ? [withoutIs(row)] : [])),
    leftOut,
    inactive: rows.flatMap((row) => {
      return row.is === 'left out' && row.why === 'inactive' && row.orgNumber !== null ? [row.orgNumber] : []
    }),
    whole,
  }
}

function withoutIs({ number, said, why }: { number: number; said: string; why: Unclear }) {
  return { number, said, why }
}

/** How many rows the files have. */
export function countRead({ rows, notUnderstood, leftOut }: ReadUnits): number {
  return rows.length + notUnderstood.length + Object.values(leftOut).reduce((sum, count) => sum + count, 0)
}

/** Which of the municipalities taken a number or a name stands for; null where it is none of them. */
export function municipalityOf(said: string, { own, neighbours }: Taken): Municipality | null {
  const all = [own, ...neighbours]
  if (!/^\d+$/.test(said)) return all.find(({ name }) => sameName(name, said)) ?? null
  const four = said.padStart(4, '0')
  return all.find(({ number }) => number === four) ?? null
}

function sameName(name: string, said: string): boolean {
  return comparable(name) === comparable(said.replace(/ kommune$/i, ''))
}

/** A name as names are compared: however it is spaced and capitalised. */
export function comparable(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('nb')
}

const EMAIL = /[^\s@<>;,]+@[^\s@<>;,]+/gu
/** Eight digits, as telephone numbers are written; organisation numbers have nine. */
const TELEPHONE = /(?<!\d)(?:\+\d{2} ?)?\d{2}(?: ?\d{2}){3}(?! ?\d)|(?<!\d)(?:\+\d{2} ?)?\d{3} ?\d{2} ?\d{3}(?! ?\d)/gu

/** What may be the number of a person. */
const OF_PERSON = /(?<!\d)\d{6} ?\d{5}(?!\d)/gu

/** Nobody's name is longer, with what stands beside it; looking for addresses in much more takes too long. */
const LONGEST_READ = 4 * LONGEST_NAME

/** The beginning of words, to the end of a whole one: half an address would not be seen as one. */
function beginningOf(words: string): string {
  return words.length > LONGEST_READ ? words.slice(0, LONGEST_READ).replace(/\S+$/u, '') : words
}

/** Words on one line and of bounded length, without e-mail addresses, telephone numbers and numbers of people. */
export function withoutContact(words: string): string {
  const without = onOneLine(beginningOf(words)).replace(EMAIL, ' ').replace(OF_PERSON, ' ').replace(TELEPHONE, ' ')
  return onOneLine(without).slice(0, LONGEST_NAME)
}
