import { getDay, parseISO } from 'date-fns'
import { expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { dayOff, usualFirstSchoolDay } from '#app/domain/days-off.ts'

it.each([
  ['2027-01-01', 'holiday'],
  ['2027-05-01', 'holiday'],
  ['2027-05-17', 'holiday'],
  ['2026-12-25', 'holiday'],
  ['2026-12-26', 'holiday'],
  // Easter 2027 is on 28 March: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whitsun.
  ['2027-03-24', null],
  ['2027-03-25', 'holiday'],
  ['2027-03-26', 'holiday'],
  ['2027-03-27', 'weekend'],
  ['2027-03-28', 'holiday'],
  ['2027-03-29', 'holiday'],
  ['2027-03-30', null],
  ['2027-05-06', 'holiday'],
  ['2027-05-16', 'holiday'],
  // Easter Monday of other years, some of them early, late, or an exception to the rule.
  ['2026-04-06', 'holiday'],
  ['2028-04-17', 'holiday'],
  ['2008-03-24', 'holiday'],
  ['2038-04-26', 'holiday'],
  ['2049-04-19', 'holiday'],
  ['2076-04-20', 'holiday'],
  ['2027-03-13', 'weekend'],
  ['2027-03-14', 'weekend'],
  ['2027-03-15', null],
  ['2027-12-24', null],
] as const)('%s is a %s', (on, off) => {
  expect(dayOff(day(on))).toBe(off)
})

it.each([
  [2026, '2026-08-17'],
  [2027, '2027-08-16'],
  [2028, '2028-08-21'],
  [2033, '2033-08-15'],
])('in %i, most schools begin on %s', (year, on) => {
  expect(usualFirstSchoolDay(year)).toBe(on)
})

it('schools begin on a Monday from the 15th to the 21st', () => {
  for (let year = 2020; year < 2060; year += 1) {
    const first = usualFirstSchoolDay(year)
    expect(getDay(parseISO(first))).toBe(1)
    expect(Number(first.slice(8))).toBeGreaterThanOrEqual(15)
    expect(Number(first.slice(8))).toBeLessThanOrEqual(21)
  }
})
