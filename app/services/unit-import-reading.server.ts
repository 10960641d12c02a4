import { formatOf, type WrongFile } from '#app/domain/unit-import-file.ts'
import { readUnits, type ImportSource, type ReadRow, type ReadUnits, type Taken } from '#app/domain/unit-import-row.ts'
import { headingsOf, readTableRow } from '#app/domain/unit-import-table.ts'
import { isWhole, readEntry, registerFileOf, type RegisterFile } from '#app/domain/unit-register.ts'
import { tableRows } from './table-rows.server.ts'
import { inTurns } from './turns.server.ts'
import type { Report } from './works.server.ts'

/** A file that somebody sent, as words; or what was pasted, under no name. */
export interface SentFile {
  name: string
  words: string
}

/** What a file has in it, before its rows are read. */
type Opened = { register: RegisterFile } | { table: readonly (readonly string[])[] } | { wrong: WrongFile }

/** More rows than every kindergarten and school of the country several times over. */
const MOST_ROWS = 100_000

/**
 * Reads the units in some files, those of one source together, and tells how many rows are read. Wrong files are answered
 * with instead: which, and why. Others are served meanwhile.
 */
export async function readSentFiles(
  files: readonly SentFile[],
  taken: Taken,
  report: Report,
): Promise<{ read: Map<ImportSource, ReadUnits> } | { wrong: { name: string; why: WrongFile }[] }> {
  report({ doing: 'opening', done: 0, of: null })
  const opened: (Opened & { name: string })[] = []
  for (const { name, words } of files) opened.push({ name, ...(await open(words)) })
  const wrong = opened.flatMap((file) => ('wrong' in file ? [{ name: file.name, why: file.wrong }] : []))
  if (wrong.length > 0) return { wrong }
  const registers = opened.flatMap((file) => ('register' in file ? [file.register] : []))
  const tables = opened.flatMap((file) => ('table' in file ? [file.table] : []))
  const rows = [...registers.map(({ entries }) => entries), ...tables].reduce((sum, each) => sum + each.length, 0)
  const heard = (done: number) => report({ doing: 'reading', done, of: rows })
  const read = new Map<ImportSource, ReadUnits>()
  let before = 0
  for (const [source, those] of Map.groupBy(registers, (register) => register.source)) {
    const entries = those.flatMap((register) => register.entries)
    const from = before
    const rows = await inTurns(
      entries,
      (entry, at) => readEntry(entry, at + 1, source, taken),
      (done) => heard(from + done),
    )
    read.set(source, readUnits(rows, isWhole(those)))
    before += entries.length
  }
  if (tables.length > 0)
    read.set('table', readUnits(await readTables(tables, taken, (done) => heard(before + done)), true))
  return { read }
}

async function open(words: string): Promise<Opened> {
  const format = formatOf(words)
  if ('wrong' in format) return format
  return format.format === 'json' ? openJson(words) : openTable(words)
}

function openJson(words: string): Opened {
  let parsed: unknown
  try {
    parsed = JSON.parse(words)
  } catch {
    return { wrong: 'brokenJson' }
  }
  const register = registerFileOf(parsed)
  if (!register) return { wrong: 'otherJson' }
  return register.entries.length > MOST_ROWS ? { wrong: 'tooMany' } : { register }
}

async function openTable(words: string): Promise<Opened> {
  const rows = await tableRows(words.replaceAll('\ufeff', '').trimEnd(), MOST_ROWS)
  if (rows === 'tooMany' || rows === 'endlessRow') return { wrong: rows }
  return headingsOf(rows) ? { table: rows } : { wrong: 'noHeading' }
}

async function readTables(
  tables: readonly (readonly (readonly string[])[])[],
  taken: Taken,
  heard: (done: number) => void,
): Promise<ReadRow[]> {
  const all: ReadRow[][] = []
  let before = 0
  for (const table of tables) {
    const headings = headingsOf(table)
    if (!headings) continue
    const from = before
    const below = table.slice(headings.at + 1)
    const rows = await inTurns(
      below,
      (cells, at) => readTableRow(cells, from + headings.at + at + 2, headings.columns, taken),
      (done) => heard(from + done),
    )
    all.push(rows.filter((row) => row !== null))
    before += table.length
  }
  return all.flat()
}
