import { headed } from './plan-table-columns.ts'

/** A table that came with one cell on each line, as out of some PDF files: its header says how many make a row. */
export interface Stacked {
  width: number
  /** The rows from the header on, with what stood above it alone; null where the lines do not come out even. */
  rows: readonly string[][] | null
}

/** A title or two may stand above the header. */
const LINES_ABOVE = 3

/** Lines of one cell each as the table they were, or null where no header says that they were one. */
export function stackedIn(lines: readonly string[]): Stacked | null {
  const from = lines.slice(0, LINES_ABOVE + 1).findIndex((_, at) => namedFrom(lines, at) >= 2)
  if (from < 0) return null
  const width = namedFrom(lines, from)
  const cells = lines.slice(from)
  if (cells.length === width || cells.length % width !== 0) return { width, rows: null }
  const rows = Array.from({ length: cells.length / width }, (_, at) => cells.slice(at * width, (at + 1) * width))
  return { width, rows: [...lines.slice(0, from).map((line) => [line]), ...rows] }
}

/** How many lines on end, from there on, each name a column that no line before them names. */
function namedFrom(lines: readonly string[], from: number): number {
  const named = lines.slice(from).map(headed)
  const end = named.findIndex((column, at) => column === null || named.indexOf(column) < at)
  return end < 0 ? named.length : end
}
