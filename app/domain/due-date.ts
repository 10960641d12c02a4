import { dayInYear, plusDays, type LocalDate } from './calendar.ts'

/**
 * When a step is due, relative to the August in which the children start school:
 * a day and month in the year before, a day and month in that year, or days from the first school day
 * (negative: before it).
 */
export type DueRule =
  | { kind: 'year before school start'; month: number; day: number }
  | { kind: 'school start year'; month: number; day: number }
  | { kind: 'days from first school day'; days: number }

/** What a due day is counted from: the year the cycle is named by, and its first school day. */
export interface SchoolStart {
  year: number
  firstSchoolDay: LocalDate
}

/** The day a step is due. 29 February becomes the 28th in years without it. */
export function dueDay(rule: DueRule, start: SchoolStart): LocalDate {
  switch (rule.kind) {
    case 'year before school start':
      return dayInYear(start.year - 1, rule.month, rule.day)
    case 'school start year':
      return dayInYear(start.year, rule.month, rule.day)
    case 'days from first school day':
      return plusDays(start.firstSchoolDay, rule.days)
  }
}

/** First and last day of a cycle: from the August when the last kindergarten year begins to November after the start. */
export function spanOf(year: number): { from: LocalDate; to: LocalDate } {
  return { from: dayInYear(year - 1, 8, 1), to: dayInYear(year, 11, 30) }
}

/** Whether work goes on in the cycle that day. From August to November two cycles do. */
export function isRunning(year: number, today: LocalDate): boolean {
  const { from, to } = spanOf(year)
  return from <= today && today <= to
}

/** Whether the cycle's time is over: then it stays as it was. */
export function isOver(year: number, today: LocalDate): boolean {
  return spanOf(year).to < today
}

export const SEASONS = ['autumn', 'spring', 'school start'] as const
export type Season = (typeof SEASONS)[number]

/** The part of the cycle a due day falls in: the autumn before, the spring, or from the August of the start on. */
export function seasonOf(due: LocalDate, year: number): Season {
  if (due < dayInYear(year, 1, 1)) return 'autumn'
  return due < dayInYear(year, 8, 1) ? 'spring' : 'school start'
}
