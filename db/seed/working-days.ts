import { parseISO } from 'date-fns'
import { momentInOslo, plusDays, type Instant, type LocalDate } from '#app/domain/calendar.ts'

/** When nobody is at work: July, Christmas, Easter and the days off in May, as from and to. */
const CLOSED: readonly (readonly [from: string, to: string])[] = [
  ['2025-07-01', '2025-07-31'],
  ['2025-12-22', '2026-01-02'],
  ['2026-03-30', '2026-04-06'],
  ['2026-05-01', '2026-05-01'],
  ['2026-05-14', '2026-05-14'],
  ['2026-05-25', '2026-05-25'],
  ['2026-07-01', '2026-07-31'],
  ['2026-12-21', '2027-01-01'],
  ['2027-03-22', '2027-03-29'],
  ['2027-05-06', '2027-05-06'],
  ['2027-05-17', '2027-05-17'],
  ['2027-07-01', '2027-07-31'],
]

const known = new Map<LocalDate, { works: boolean; next: LocalDate; previous: LocalDate }>()

/** A day with its neighbours, worked out once: the story asks tens of thousands of times. */
function calendarOf(on: LocalDate) {
  const day = known.get(on) ?? { works: isWorkingDay(on), next: plusDays(on, 1), previous: plusDays(on, -1) }
  known.set(on, day)
  return day
}

export function isWorkingDay(on: LocalDate): boolean {
  const weekday = parseISO(on).getDay()
  return weekday >= 1 && weekday <= 5 && !CLOSED.some(([from, to]) => from <= on && on <= to)
}

/** That day, or the first working day after it. */
export function workingDayFrom(on: LocalDate): LocalDate {
  const { works, next } = calendarOf(on)
  return works ? on : workingDayFrom(next)
}

/** That day, or the last working day before it. */
export function workingDayTo(on: LocalDate): LocalDate {
  const { works, previous } = calendarOf(on)
  return works ? on : workingDayTo(previous)
}

/** So many working days after that day; before it where negative. */
export function plusWorkingDays(from: LocalDate, days: number): LocalDate {
  let on = from
  for (let left = Math.abs(days); left > 0; left -= 1) {
    const { next, previous } = calendarOf(on)
    on = days > 0 ? workingDayFrom(next) : workingDayTo(previous)
  }
  return on
}

const OPENS = '08:05'
const OPEN_MINUTES = 7 * 60 + 35
const openings = new Map<LocalDate, number>()

/** A moment in the working hours of that day; `share` from 0 up to 1 says how far into them. */
export function momentAtWork(on: LocalDate, share: number): Instant {
  const opening = openings.get(on) ?? Date.parse(momentInOslo(on, OPENS))
  openings.set(on, opening)
  return new Date(opening + Math.floor(share * OPEN_MINUTES) * 60_000).toISOString() as Instant
}
