import { day, dayInYear, type LocalDate } from './calendar.ts'
import { aboutChild } from './discretion.ts'
import type { SchoolStart } from './due-date.ts'
import type { Publication } from './plan.ts'
import type { Problem } from './problem.ts'

/** What an adviser says when a version is published; the rest follows from the moment. No day is one that was not told. */
export type Publishing = Omit<Publication, 'publishedOn' | 'adoptedOn'> & { adoptedOn: LocalDate | null }

/** The most that each text of a publication can hold, in characters. */
const LONGEST_BODY = 200
const LONGEST_CASE = 50
const LONGEST_NOTE = 2000
const EARLIEST_ADOPTION = day('2000-01-01')

/** The school starts a version published that day can be valid from. */
export function validFrom(today: LocalDate): readonly number[] {
  const year = yearOf(today)
  return [year, year + 1, year + 2, year + 3]
}

/** The year that most versions published that day are meant for: the next. */
export function likelyYear(today: LocalDate): number {
  return yearOf(today) + 1
}

/** The school start that most versions published that day are meant for. */
export function likelyStart(today: LocalDate, opened: readonly SchoolStart[]): SchoolStart {
  return startOf(likelyYear(today), opened)
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4))
}

/** What is wrong with a publication; empty where nothing is. */
export function problemsInPublication(publishing: Publishing, today: LocalDate): Problem[] {
  const { validFromCycle, adoptedBy, caseNumber, adoptedOn, changeNote } = publishing
  const years = validFrom(today)
  return [
    ...when(!years.includes(validFromCycle), 'validFromCycle', 'validFromOutside', {
      from: Math.min(...years),
      to: Math.max(...years),
    }),
    ...when(adoptedBy.trim() === '', 'adoptedBy', 'adoptedByMissing'),
    ...tooLong('adoptedBy', adoptedBy, LONGEST_BODY),
    ...personal('adoptedBy', adoptedBy, today),
    ...tooLong('caseNumber', caseNumber ?? '', LONGEST_CASE),
    ...when(adoptedOn === null, 'adoptedOn', 'adoptedDayMissing'),
    ...when(adoptedOn !== null && adoptedOn > today, 'adoptedOn', 'adoptedLater'),
    ...when(adoptedOn !== null && adoptedOn < EARLIEST_ADOPTION, 'adoptedOn', 'adoptedTooEarly'),
    ...when(changeNote.trim() === '', 'changeNote', 'changeNoteMissing'),
    ...tooLong('changeNote', changeNote, LONGEST_NOTE),
    ...personal('changeNote', changeNote, today),
  ]
}

function when(is: boolean, field: string, message: string, values?: Problem['values']): Problem[] {
  return is ? [{ field, message, ...(values && { values }) }] : []
}

function tooLong(field: string, text: string, longest: number): Problem[] {
  return when(text.length > longest, field, 'textTooLong', { longest })
}

/** The day of an earlier adoption may be told; a person's number never is. */
function personal(field: string, text: string, today: LocalDate): Problem[] {
  return when(aboutChild(text, today) === 'eleven digits', field, 'elevenDigits')
}

/** The school start of that year: as it was opened, else with the first school day that most schools have. */
export function startOf(year: number, opened: readonly SchoolStart[]): SchoolStart {
  return opened.find((start) => start.year === year) ?? { year, firstSchoolDay: dayInYear(year, 8, 17) }
}
