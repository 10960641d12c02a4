import { cellsOf, type Cells } from './plan-table-cells.ts'
import { columnsOf, isHeader, type Column } from './plan-table-columns.ts'
import { readDue, type DueRead } from './plan-table-due.ts'
import { seasonReader } from './plan-table-seasons.ts'
import { guidanceOf, titleOf } from './plan-table-text.ts'
import { readWho, type WhoRead } from './plan-table-who.ts'

/** The most rows that are read at a time. */
export const MOST_ROWS = 500

/** What somebody has to look at in a row before it is a whole step. */
export type Lack = 'title' | 'due' | 'dueGuessed' | 'who' | 'responsible'

/**
 * A row of a pasted table: a step, a heading among the rows, or one that does not say what is to be done. What was
 * understood is filled in, and the words are kept beside it.
 */
export interface TableRow {
  kind: 'step' | 'section' | 'not understood'
  title: string
  guidance: string
  due: DueRead | null
  who: WhoRead | null
  /** What the table says of when and who, as it says it. */
  said: { when: string; who: string }
  lacks: readonly Lack[]
}

export interface ReadTable {
  columns: readonly Column[]
  /** What stands over the columns, where the table has a header. */
  header: Cells | null
  /** The first filled cell of each column below the header, headings aside. */
  samples: readonly string[]
  rows: readonly TableRow[]
}

/**
 * Reads a pasted table, row by row, for the school start of that year. `columns` is how a person matched them; otherwise
 * the header tells, or the content. Every row that is not the header comes out, understood or not.
 */
export function readTable(pasted: string, year: number, columns?: readonly Column[]): ReadTable {
  const { rows, alone } = cellsOf(pasted)
  const matched = columnsOf(rows)
  const width = rows[0]?.length ?? 0
  const used = columns?.length === width ? columns : matched.columns
  const reader = rowReader(used, year)
  const body = rows.flatMap((cells, at) => (at === matched.header ? [] : [{ cells, alone: alone[at] ?? false }]))
  return {
    columns: used,
    header: matched.header === null ? null : (rows[matched.header] ?? null),
    samples: used.map((_, at) => body.find(({ cells }) => cells[at] && !isLone(cells))?.cells[at] ?? ''),
    rows: body.map(({ cells, alone }) => reader(cells, alone)),
  }
}

function isLone(cells: Cells): boolean {
  return cells.length > 1 && cells.filter((cell) => cell !== '').length === 1
}

/** Reads rows one after the other: an empty *when* says what the one above it says, and so does a heading. */
function rowReader(columns: readonly Column[], year: number) {
  let whenAbove = ''
  let whoAbove = ''
  const seasons = seasonReader(year)
  return (cells: Cells, alone: boolean): TableRow => {
    const of = (column: Column) => cells.filter((cell, at) => columns[at] === column && cell !== '')
    if (isHeader(cells)) return rowOf('section', { ...NOTHING, title: cells.filter(Boolean).join(' · ') }, null)
    const section = sectionIn(cells, columns, alone, year)
    if (section !== null) {
      whenAbove = readDue(section, year) ? section : ''
      whoAbove = readWho(section) && !whenAbove ? section : ''
      if (whenAbove === '') seasons.beginAnew()
      return rowOf('section', { ...NOTHING, ...titleOf(section) }, null)
    }
    const short = (column: Column) => of(column).filter((cell) => cell.length <= LONGEST_SAID)
    const long = [...of('when'), ...of('who')].filter((cell) => cell.length > LONGEST_SAID)
    const when = short('when').join(', ') || whenAbove
    whenAbove = when
    const { title, rest } = titleOf(of('what').join('\n'))
    const who = short('who').join(', ') || whoAbove
    const how = [...of('how'), ...long]
    return rowOf(title === '' ? 'not understood' : 'step', { title, rest, how, when, who }, seasons.read(when))
  }
}

/** What says when or who in more words than this says how. */
const LONGEST_SAID = 300

interface Words {
  title: string
  rest: string
  how: readonly string[]
  when: string
  who: string
}

const NOTHING: Words = { title: '', rest: '', how: [], when: '', who: '' }

function rowOf(kind: TableRow['kind'], { title, rest, how, when, who }: Words, due: DueRead | null): TableRow {
  const named = readWho(who)
  const lacks: (Lack | false)[] = [
    title === '' && 'title',
    due === null && 'due',
    due?.sure === 'guess' && 'dueGuessed',
    !named?.carriedOutBy && 'who',
    !named?.responsible && 'responsible',
  ]
  return {
    kind,
    title,
    guidance: guidanceOf([rest, ...how]),
    due,
    who: named,
    said: { when: when.replaceAll('\n', ' '), who: who.replaceAll('\n', ' ') },
    lacks: kind === 'section' ? [] : lacks.filter((lack) => lack !== false),
  }
}

const LONGEST_SECTION = 80
const SEASON = /^(?:tid\p{L}+ )?(?:høst|haust|vår|vinter|sommer|sumar|før |etter |siste |første )/iu

/** The words of a heading among the rows: one filled cell alone, that is not a step with the *when* of the row above. */
function sectionIn(cells: Cells, columns: readonly Column[], alone: boolean, year: number): string | null {
  const filled = cells.flatMap((words, at) => (words === '' ? [] : [{ words, column: columns[at], at }]))
  const [only] = filled
  if (!only || filled.length > 1 || cells.length < 2 || only.words.length > LONGEST_SECTION) return null
  const { words } = only
  const heads = alone || only.at === 0 || only.column === 'when'
  const shouts = words === words.toUpperCase() && /\p{Lu}{3}/u.test(words)
  if (!heads && !shouts) return null
  const isWhenOnly = only.column === 'when' && !alone && !shouts && !SEASON.test(words) && readDue(words, year) !== null
  return isWhenOnly ? null : words
}
