import { stackedIn } from './plan-table-stacked.ts'

/** A row as it was pasted: every row of a table has as many cells, and some may be empty. */
export type Cells = readonly string[]

/** One row before it is known how wide the table is. */
interface Ragged {
  cells: string[]
  /** Whether it came as one cell alone, as a row of merged cells does. */
  alone: boolean
}

export interface PastedTable {
  rows: readonly Cells[]
  /** For each row, whether it came as one cell alone. */
  alone: readonly boolean[]
}

/**
 * The cells of a pasted table: tabs (Excel, Word, a web page), pipes (Markdown) or semicolons (CSV). Lines of one cell
 * stay together, by quotes as Excel writes them, or by their number of tabs. Empty rows and columns are left out.
 */
export function cellsOf(pasted: string): PastedTable {
  const text = tidied(pasted)
  const ragged = rowsOf(text).filter(({ cells }) => cells.some((cell) => cell !== ''))
  const told = new Set(ragged.flatMap(({ cells }) => cells.flatMap((cell, at) => (cell === '' ? [] : [at]))))
  const filled = [...told].sort((one, other) => one - other)
  return {
    rows: ragged.map(({ cells }) => filled.map((at) => cells[at] ?? '')),
    alone: ragged.map(({ alone }) => alone),
  }
}

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const WORD_BULLET = /(^|[\n\t"])([•·▪‣\uf0b7])[\t ]+/g

/** One kind of line ending and of space; a bullet of Word is followed by a tab that parts no cells. */
function tidied(pasted: string): string {
  return pasted
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(WORD_BULLET, '$1• ')
}

function rowsOf(text: string): Ragged[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const share = (wanted: RegExp) => lines.filter((line) => wanted.test(line)).length / lines.length
  if (text.includes('\t')) return tabbed(text)
  if (share(/\|.*\|/) >= 0.5) return lines.filter((line) => !RULE.test(line)).map(piped)
  if (share(/;/) >= 0.5) return separated(text, ';').map(({ cells }) => row(cells))
  return (stackedIn(lines)?.rows ?? lines.map((line) => [line])).map(row)
}

/** How many columns a table has that came with one cell on each line and cannot be put together; null where it is none. */
export function unstackable(pasted: string): number | null {
  const { rows } = cellsOf(pasted)
  const lines = rows.flatMap((cells) => (cells.length === 1 ? cells : []))
  const stacked = lines.length === rows.length ? stackedIn(lines) : null
  return stacked && stacked.rows === null ? stacked.width : null
}

/** Wider than any plan: what stands further out goes into the last cell. */
const MOST_CELLS = 40

function row(cells: readonly string[]): Ragged {
  const wide = cells.length > MOST_CELLS
  const whole = wide ? [...cells.slice(0, MOST_CELLS - 1), cells.slice(MOST_CELLS - 1).join(' ')] : cells
  return { cells: whole.map((cell) => cell.trim()), alone: cells.length === 1 }
}

/** The line under a header in Markdown. */
const RULE = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/

function piped(line: string): Ragged {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  const cells = inner.split(/(?<!\\)\|/)
  return row(cells.map((cell) => cell.replaceAll('\\|', '|').replace(/<br\s*\/?>/gi, '\n')))
}

interface Line {
  cells: string[]
}

/** Rows with one separator; a cell in quotes may hold lines, doubled quotes and, but for tabs, the separator. */
function separated(text: string, separator: '\t' | ';'): Line[] {
  const rows: Line[] = []
  let cells: string[] = []
  let at = 0
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedAt(text, at, separator) : null
    const end = quoted?.end ?? endOf(text, at, separator)
    cells.push(quoted?.words ?? text.slice(at, end))
    if (text[end] !== separator) {
      rows.push({ cells })
      cells = []
    }
    at = end + 1
  }
  return rows
}

function endOf(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) if (text[at] === separator || text[at] === '\n') return at
  return text.length
}

const LONGEST_QUOTED = 20_000

/** A cell that begins and ends with a quote; otherwise the quote is one that somebody wrote. */
function quotedAt(text: string, from: number, separator: string): { words: string; end: number } | null {
  let words = ''
  for (let at = from + 1; at < Math.min(text.length, from + LONGEST_QUOTED); at++) {
    const sign = text[at] ?? ''
    if (sign === '\t' && separator === '\t') return null
    if (sign !== '"') words += sign
    else if (text[at + 1] === '"') words += text[at++] ?? ''
    else {
      const next = text[at + 1]
      return next === undefined || next === '\n' || next === separator ? { words, end: at + 1 } : null
    }
  }
  return null
}

/** Rows of Word and of a web page come without quotes: a line with too few tabs goes on in the next one. */
function tabbed(text: string): Ragged[] {
  const lines = separated(text, '\t').filter(
    ({ cells }) => cells.some((cell) => cell.trim() !== '') || cells.length > 1,
  )
  const width = lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const rows: Ragged[] = []
  for (let at = 0; at < lines.length;) {
    const { cells, next } = together(lines, at, width)
    const before = rows.at(-1)
    if (
      cells.length === 1 &&
      before?.cells.length === Math.min(width, MOST_CELLS) &&
      goesOn(before.cells, cells[0] ?? '')
    ) {
      before.cells = [...before.cells.slice(0, -1), `${before.cells.at(-1) ?? ''}\n${(cells[0] ?? '').trim()}`.trim()]
    } else rows.push(row(cells))
    at = next
  }
  return rows
}

/** The lines from there on that make up one whole row: the last cell of each goes on in the first of the next. */
function together(lines: readonly Line[], from: number, width: number): { cells: string[]; next: number } {
  let cells = lines[from]?.cells ?? []
  const first = cells
  if (cells.length < 2) return { cells, next: from + 1 }
  for (let next = from + 1; cells.length < width; next++) {
    const more = lines[next]?.cells
    if (!more || cells.length + more.length - 1 > width) return { cells: first, next: from + 1 }
    cells = [...cells.slice(0, -1), `${cells.at(-1) ?? ''}\n${more[0] ?? ''}`, ...more.slice(1)]
    if (cells.length === width) return { cells, next: next + 1 }
  }
  return { cells, next: from + 1 }
}

const ENDS_OPEN = /(?:[,/&+–-]|\b(?:og|samt|eller))$/i
const BEGINS_LATER = /^(?:[-–•·*]|\p{Ll}|\()/u
const LONGEST_ROLE = 40

/** Whether a line alone belongs to the last cell of the row above it, rather than being a heading between rows. */
function goesOn(above: readonly string[], line: string): boolean {
  const last = (above.at(-1) ?? '').trim()
  const words = line.trim()
  if (last === '') return false
  return ENDS_OPEN.test(last) || BEGINS_LATER.test(words) || (words.length <= LONGEST_ROLE && ROLE.test(words))
}

/** A heading may name the kindergarten or the school; whoever works there is named in a cell. */
const ROLE =
  /^(?:styr[ea]r|rektor|inspektør|pedagogisk|ped\.|kontaktlær|lær[ea]r|sfo|ppt?\b|pp-|foreldre|foresatte|føresette|helse)/i
