import { getDay, parseISO } from 'date-fns'
import { dayInYear, plusDays, type LocalDate } from './calendar.ts'

/** Days off that stand still: New Year, Labour Day, Constitution Day, Christmas. */
const FIXED = [
  [1, 1],
  [5, 1],
  [5, 17],
  [12, 25],
  [12, 26],
] as const

/** Days off counted from Easter Sunday: Maundy Thursday to Easter Monday, Ascension, Whit Sunday and Monday. */
const FROM_EASTER = [-3, -2, 0, 1, 39, 49, 50] as const

/** Why hardly anybody is at work in Norway on a day, or null on a working day. */
export function dayOff(on: LocalDate): 'holiday' | 'weekend' | null {
  const year = Number(on.slice(0, 4))
  const easter = easterSunday(year)
  const holidays = [
    ...FIXED.map(([month, day]) => dayInYear(year, month, day)),
    ...FROM_EASTER.map((days) => plusDays(easter, days)),
  ]
  if (holidays.includes(on)) return 'holiday'
  const weekday = getDay(parseISO(on))
  return weekday === 0 || weekday === 6 ? 'weekend' : null
}

/** Easter Sunday by Gauss’s rule for the Gregorian calendar, good from 1900 to 2099. */
function easterSunday(year: number): LocalDate {
  const moon = (19 * (year % 19) + 24) % 30
  const week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
  const late = (moon === 29 && week === 6) || (moon === 28 && week === 6 && year % 19 > 10)
  return plusDays(dayInYear(year, 3, 22), moon + week - (late ? 7 : 0))
}

/** The third Monday of August: when most Norwegian schools begin. */
export function usualFirstSchoolDay(year: number): LocalDate {
  const weekday = getDay(parseISO(dayInYear(year, 8, 1)))
  return dayInYear(year, 8, 15 + ((8 - weekday) % 7))
}
