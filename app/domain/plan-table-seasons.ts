import { readDue, SAYS_YEAR_BEFORE, type DueRead } from './plan-table-due.ts'

/** Reads the due days of a table from its top to its end. */
export interface SeasonReader {
  read: (cell: string) => DueRead | null
  /** A heading that names no time of year: the table begins anew below it. */
  beginAnew: () => void
}

/**
 * A table goes through the year: an autumn that comes after a spring, which came after an autumn, is the one after school
 * start, unless the words say otherwise. It stays a guess.
 */
export function seasonReader(year: number): SeasonReader {
  let season: 'none' | 'autumn' | 'spring' = 'none'
  return {
    read: (cell) => {
      const read = readDue(cell, year)
      const due = season === 'spring' ? asSecondAutumn(read, cell) : read
      if (due && season === 'none' && due.due.kind === 'year before school start') season = 'autumn'
      if (due && season === 'autumn' && isInSpring(due)) season = 'spring'
      return due
    },
    beginAnew: () => {
      season = 'none'
    },
  }
}

const SAYS_WHICH_YEAR = /\d{4}|\d[./-]\d{1,2}[./-]\d{2}|før (?:skole|skule)start/i
/** December is no part of the time after school start. */
const LAST_MONTH = 12

function asSecondAutumn(read: DueRead | null, cell: string): DueRead | null {
  if (read?.due.kind !== 'year before school start' || read.due.month === LAST_MONTH) return read
  if (SAYS_YEAR_BEFORE.test(cell.toLowerCase()) || SAYS_WHICH_YEAR.test(cell)) return read
  return { due: { ...read.due, kind: 'school start year' }, sure: 'guess' }
}

function isInSpring({ due }: DueRead): boolean {
  return due.kind === 'school start year' && due.month < 8
}
