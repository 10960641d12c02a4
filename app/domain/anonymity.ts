import { addMonths, format, parseISO } from 'date-fns'
import { dayInOslo, type Instant, type LocalDate } from './calendar.ts'
import type { Problem } from './problem.ts'

/** What somebody is called whose name was taken out of the history. The same in all languages: it is kept as a name. */
export const FORMER_USER = 'Tidligere bruker'

/** How many months after a deactivation the name can be taken out: the municipality sets it between these. */
export const MONTHS = { least: 2, most: 120 } as const

/** The first day on which the name of somebody can be taken out of the history. */
export function anonymousFrom(deactivatedAt: Instant, months: number): LocalDate {
  return format(addMonths(parseISO(dayInOslo(deactivatedAt)), months), 'yyyy-MM-dd') as LocalDate
}

/** What is wrong with a number of months to wait; empty where nothing is. */
export function problemsInMonths(months: number): Problem[] {
  const { least, most } = MONTHS
  const fits = Number.isInteger(months) && months >= least && months <= most
  return fits ? [] : [{ field: 'months', message: 'seat.monthsOutside', values: { least, most } }]
}
