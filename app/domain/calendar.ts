import { TZDate } from '@date-fns/tz'
import { addDays, format, isValid, lastDayOfMonth, parseISO } from 'date-fns'

/** A day in Norway as `YYYY-MM-DD`. Days compare as text: `'2027-05-01' < '2027-05-02'`. */
export type LocalDate = string & { readonly day: unique symbol }
/** A moment as a UTC ISO string with milliseconds. Instants compare as text. */
export type Instant = string & { readonly instant: unique symbol }

const OSLO = 'Europe/Oslo'
const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** `text` as a day, or null when it is not a day of the calendar (30 February, 1 May without a year). */
export function parseDay(text: string): LocalDate | null {
  return DAY.test(text) && isValid(parseISO(text)) ? (text as LocalDate) : null
}

/** A day known to be right. Throws a RangeError on anything that is not `YYYY-MM-DD`. */
export function day(text: string): LocalDate {
  const parsed = parseDay(text)
  if (!parsed) throw new RangeError(`Not a day: ${text}`)
  return parsed
}

/** A moment known to be right, from any ISO text with a time zone. Throws a RangeError otherwise. */
export function instant(text: string): Instant {
  if (!ZONE.test(text)) throw new RangeError(`Not a moment with a time zone: ${text}`)
  return new Date(text).toISOString() as Instant
}

/** The day and month in that year; the last day of the month where the month is shorter (29 February). */
export function dayInYear(year: number, month: number, dayOfMonth: number): LocalDate {
  const last = lastDayOfMonth(new Date(year, month - 1, 1)).getDate()
  return format(new Date(year, month - 1, Math.min(dayOfMonth, last)), 'yyyy-MM-dd') as LocalDate
}

/** The day `days` later, or earlier where negative. */
export function plusDays(from: LocalDate, days: number): LocalDate {
  return format(addDays(parseISO(from), days), 'yyyy-MM-dd') as LocalDate
}

/** Oslo is whole hours from UTC, so that one hour there is one day here: worked out once, and asked for every tick shown. */
const dayOfHour = new Map<string, LocalDate>()
const MOST_HOURS = 20_000

/** The day it is in Norway at that moment: a due day is over when the day in Oslo is over, summer time or not. */
export function dayInOslo(at: Instant): LocalDate {
  const hour = at.slice(0, 13)
  const day = dayOfHour.get(hour) ?? (format(new TZDate(at, OSLO), 'yyyy-MM-dd') as LocalDate)
  if (dayOfHour.size < MOST_HOURS) dayOfHour.set(hour, day)
  return day
}

/** What a clock in Oslo shows at that moment, as `HH:mm`. */
export function timeInOslo(at: Instant): string {
  return format(new TZDate(at, OSLO), 'HH:mm')
}

/** The moment a clock in Oslo shows `time` (`HH:mm`) on that day. */
export function momentInOslo(on: LocalDate, time: string): Instant {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const [year = 0, month = 1, dayOfMonth = 1] = on.split('-').map(Number)
  return new Date(new TZDate(year, month - 1, dayOfMonth, hour, minute, OSLO).getTime()).toISOString() as Instant
}
