import type { Cells } from './plan-table-cells.ts'
import { readDue } from './plan-table-due.ts'
import { readWho } from './plan-table-who.ts'

/** What a column of a pasted table tells. */
export const COLUMNS = ['when', 'what', 'how', 'who', 'skip'] as const
export type Column = (typeof COLUMNS)[number]

/** Which column tells what, and which row is the header, if any. */
export interface Matched {
  columns: readonly Column[]
  /** The header's place among the rows, or null. */
  header: number | null
}

/** Words of a header in both written languages; a header may say more after them ("Hvem har ansvaret?"). */
const HEADERS: readonly [Column, RegExp][] = [
  ['who', begins('(?:hoved|hovud)?ansvar\\p{L}*|hvem|kven|utføres av|blir utført av')],
  ['when', begins('når|tid(?:spunkt|srom|splan)?|frist(?:er|ar)?|dato|måned|månad|periode|uke|veke|årstid')],
  ['what', begins('hva|kva|tiltak|aktivitet(?:er|ar)?|oppgåve[r]?|oppgave[r]?|steg|hendelse[r]?|hending(?:ar)?|arena')],
  [
    'how',
    begins(
      'hvordan|korleis|innhold|innhald|beskrivelse|skildring|gjennomføring|arbeidsmåte|metode|kommentar(?:er|ar)?|merknad(?:er)?|mål\\p{L}*|hensikt|føremål|formål|hvorfor|kvifor|deltak\\p{L}*|detaljer|detaljar|utdjuping',
    ),
  ],
  ['skip', begins('nr|nummer|status|utført|kryss|ok|sign|avkryss\\p{L}*|gjort')],
]

function begins(words: string): RegExp {
  return new RegExp(`^(?:${words})(?!\\p{L})`, 'u')
}

/** A title of the table, or a line above it, may stand before the header. */
const ROWS_BEFORE_HEADER = 4
const LONGEST_HEADER = 40

/** The columns as their header names them, or else as their content looks. Each row is as wide as the first. */
export function columnsOf(rows: readonly Cells[]): Matched {
  const header = rows.slice(0, ROWS_BEFORE_HEADER).findIndex(isHeader)
  if (header < 0) return { columns: guessed(rows), header: null }
  const named = (rows[header] ?? []).map(headed)
  const below = guessed(rows.slice(header + 1))
  const columns = named.map(
    (column, at) => column ?? (named.includes(below[at] ?? null) ? 'how' : (below[at] ?? 'how')),
  )
  return { columns: onceEach(columns), header }
}

/** Whether a row names at least two columns; in a plan of several tables it comes again. */
export function isHeader(cells: Cells): boolean {
  const named = cells.filter((cell) => cell !== '').map(headed)
  const known = new Set(named.filter((column) => column !== null))
  return known.size >= 2 && named.length - named.filter((column) => column !== null).length <= known.size
}

/** What a cell names the column of, or null. */
export function headed(cell: string): Column | null {
  const words = cell.toLowerCase().replace(/^[\s*_#]+/, '')
  if (words.length > LONGEST_HEADER || /\d/.test(words)) return null
  return HEADERS.find(([, begins]) => begins.test(words))?.[0] ?? null
}

/** What a second column of the same kind says is told with the rest: only several columns of when stay so. */
function onceEach(columns: readonly Column[]): Column[] {
  return columns.map((column, at) => {
    const again = (column === 'what' || column === 'who') && columns.indexOf(column) < at
    return again ? 'how' : column
  })
}

const LONGEST_WHEN = 60

function guessed(every: readonly Cells[]): Column[] {
  const width = every[0]?.length ?? 0
  const whole = every.filter((cells) => cells.filter((cell) => cell !== '').length > 1)
  // A row of one cell is a heading, and says what none of the columns does.
  const rows = whole.length > 0 ? whole : every
  const share = (at: number, tells: (words: string) => boolean) => {
    const filled = rows.map((cells) => cells[at] ?? '').filter((cell) => cell !== '')
    return filled.filter(tells).length / Math.max(1, filled.length)
  }
  const all = Array.from({ length: width }, (_, at) => at)
  const best = (tells: (words: string) => boolean, among: readonly number[]) => {
    const shares = among.map((at) => ({ at, share: share(at, tells) }))
    return shares.reduce<{ at: number; share: number } | null>(
      (best, next) => (next.share >= 0.5 && next.share > (best?.share ?? 0) ? next : best),
      null,
    )?.at
  }
  const when = width > 1 ? best(looksLikeWhen, all) : undefined
  const who =
    width > 1
      ? best(
          looksLikeWho,
          all.filter((at) => at !== when),
        )
      : undefined
  const numbers = all.filter((at) => at !== when && share(at, (words) => /^\d{1,3}\.?$/.test(words)) > 0.8)
  const what = all.find((at) => at !== when && at !== who && !numbers.includes(at))
  return all.map((at): Column => {
    if (at === when) return 'when'
    if (at === who) return 'who'
    if (at === what) return 'what'
    return numbers.includes(at) ? 'skip' : 'how'
  })
}

/** The year matters little here: only whether anything is understood. */
const ANY_YEAR = 2027

function looksLikeWhen(words: string): boolean {
  return words.length <= LONGEST_WHEN && readDue(words, ANY_YEAR) !== null
}

function looksLikeWho(words: string): boolean {
  return words.length <= LONGEST_WHEN && readWho(words) !== null
}
