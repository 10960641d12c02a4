import { dayInYear, type LocalDate } from './calendar.ts'
import { aboutChild } from './discretion.ts'
import { LONGEST_NOTE } from './handover.ts'
import type { Problem } from './problem.ts'

/** The last day that can be said of a seat: a year ahead. */
export function furthestLastDay(today: LocalDate): LocalDate {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  return dayInYear(year + 1, month, day)
}

/** What keeps a day from being somebody's last as leader; empty where nothing does. */
export function problemsInLastDay(lastDay: LocalDate, today: LocalDate): Problem[] {
  if (lastDay < today) return [{ field: 'lastDay', message: 'lastDayOver' }]
  return lastDay > furthestLastDay(today) ? [{ field: 'lastDay', message: 'lastDayTooFar' }] : []
}

/** What keeps words to the next leader from being saved; empty where nothing does. */
export function problemsInNote(words: string, today: LocalDate): Problem[] {
  if (words.length > LONGEST_NOTE) {
    return [{ field: 'note', message: 'textTooLong', values: { longest: LONGEST_NOTE } }]
  }
  const about = aboutChild(words, today)
  if (about === null) return []
  return [{ field: 'note', message: about === 'eleven digits' ? 'elevenDigits' : 'birthDate' }]
}
