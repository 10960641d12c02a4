import { day, type LocalDate } from './calendar.ts'
import { spanOf } from './due-date.ts'

/** A month as `YYYY-MM`. Months compare as text. */
export type Month = string & { readonly month: unique symbol }

/** From the first to the last month that something lasts; the same where it is one month. */
export interface Months {
  from: Month
  to: Month
}

/** The month a day is in. */
export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month
}

/** The first day of a month. */
export function firstDayOf(month: Month): LocalDate {
  return day(`${month}-01`)
}

/** The months of a cycle, from the August in which the last kindergarten year begins. */
export function monthsOf(year: number): Month[] {
  const { from, to } = spanOf(year)
  const months = [monthOf(from)]
  for (let last = monthOf(from); last < monthOf(to); months.push(last)) last = plusMonths(last, 1)
  return months
}

/** The month so many later, or earlier where negative. */
export function plusMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}` as Month
}
