import { setImmediate } from 'node:timers/promises'
import Papa from 'papaparse'
import { formatOf, type WrongFile } from '#app/domain/unit-import-file.ts'
import { readUnits, type ImportSource, type ReadRow, type ReadUnits, type Taken } from '#app/domain/unit-import-row.ts'
import { headingsOf, readTableRow } from '#app/domain/unit-import-table.ts'
import { isWhole, readEntry, registerFileOf, type RegisterFile } from '#app/domain/unit-register.ts'

/** A file that somebody sent, as words; or what was pasted, under no name. */
export interface SentFile {
  name: string
  words: string
}

/** What a file has in it, before its rows are read. */
type Opened = { register: RegisterFile } | { table: readonly (readonly string[])[] } | { wrong: WrongFile }

/** More rows than every kindergarten and school of the country several times over. */
const MOST_ROWS = 100_000
/** So many rows are read before others get their turn. */
const AT_A_TIME = 1000

/**
 * Reads the units in some files, those of one source together. Wrong files are answered with instead: which, and why.
 * Others are served meanwhile.
 */
export async function readSentFiles(
  files: readonly SentFile[],
  taken: Taken,
): Promise<{ read: Map<ImportSource, ReadUnits> } | { wrong: { name: string; why: WrongFile }[] }> {
  const opened = files.map((file) => ({ name: file.name, ...open(file.words) }))
  const wrong = opened.flatMap((file) => ('wrong' in file ? [{ name: file.name, why: file.wrong }] : []))
  if (wrong.length > 0) return { wrong }
  const registers = opened.flatMap((file) => ('register' in file ? [file.register] : []))
  const tables = opened.flatMap((file) => ('table' in file ? [file.table] : []))
  const read = new Map<ImportSource, ReadUnits>()
  for (const [source, those] of Map.groupBy(registers, (register) => register.source)) {
    const entries = those.flatMap((register) => register.entries)
    const rows = await inTurns(entries, (entry, at) => readEntry(entry, at + 1, source, taken))
    read.set(source, readUnits(rows, isWhole(those)))
  }
  if (tables.length > 0) read.set('table', readUnits(await readTables(tables, taken), true))
  return { read }
}

function open(words: string): Opened {
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

function openTable(words: string): Opened {
  const { data } = Papa.parse<string[]>(words.replaceAll('\ufeff', '').trimEnd(), {
    delimitersToGuess: ['\t', ';', ',', '|'],
    preview: MOST_ROWS + 1,
  })
  if (data.length > MOST_ROWS) return { wrong: 'tooMany' }
  return headingsOf(data) ? { table: data } : { wrong: 'noHeading' }
}

async function readTables(tables: readonly (readonly (readonly string[])[])[], taken: Taken): Promise<ReadRow[]> {
  const all: ReadRow[] = []
  let before = 0
  for (const table of tables) {
    const headings = headingsOf(table)
    if (!headings) continue
    const from = before
    const below = table.slice(headings.at + 1)
    const rows = await inTurns(below, (cells, at) => {
      return readTableRow(cells, from + headings.at + at + 2, headings.columns, taken)
    })
    all.push(...rows.filter((row) => row !== null))
    before += table.length
  }
  return all
}

async function inTurns<Each, Read>(all: readonly Each[], read: (each: Each, at: number) => Read): Promise<Read[]> {
  const done: Read[] = []
  for (const [at, each] of all.entries()) {
    if (at > 0 && at % AT_A_TIME === 0) await setImmediate()
    done.push(read(each, at))
  }
  return done
}
