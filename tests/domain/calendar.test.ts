import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dayInOslo, dayInYear, instant, momentInOslo, parseDay, plusDays } from '#app/domain/calendar.ts'
import { anyDay } from './anything.ts'
import { daysBetween } from './field.ts'

describe('a day', () => {
  it.each(['2027-05-01', '2028-02-29', '2026-12-31'])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text)
    expect(day(text)).toBe(text)
  })

  it.each([
    ['30 February', '2027-02-30'],
    ['29 February in a year without it', '2027-02-29'],
    ['a thirteenth month', '2027-13-01'],
    ['one digit for the month', '2027-5-01'],
    ['the Norwegian way', '01.05.2027'],
    ['a day with a time', '2027-05-01T10:00'],
    ['a day within other words', 'on 2027-05-01'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(parseDay(text)).toBeNull()
    expect(() => day(text)).toThrow(RangeError)
  })
})

describe('a moment', () => {
  it('is kept in UTC with milliseconds, so that moments compare as text', () => {
    expect(instant('2027-05-01T12:00:00+02:00')).toBe('2027-05-01T10:00:00.000Z')
    expect(instant('2027-05-01T10:00Z')).toBe('2027-05-01T10:00:00.000Z')
  })

  it.each(['tomorrow', '', '2027-05-01T25:00Z'])('%j is none', (text) => {
    expect(() => instant(text)).toThrow(RangeError)
  })
})

describe('a day and month in a year', () => {
  it.each([
    ['29 February in a leap year', 2028, 2, 29, '2028-02-29'],
    ['29 February in another year', 2027, 2, 29, '2027-02-28'],
    ['31 in a month of 30', 2027, 4, 31, '2027-04-30'],
    ['the last day of the year', 2026, 12, 31, '2026-12-31'],
    ['the first day of the year', 2027, 1, 1, '2027-01-01'],
  ])('%s', (_, year, month, dayOfMonth, expected) => {
    expect(dayInYear(year, month, dayOfMonth)).toBe(expected)
  })
})

describe('counting days', () => {
  it.each([
    ['over the night when the clocks go forward', '2027-03-27', 2, '2027-03-29'],
    ['over the night when they go back', '2027-10-30', 2, '2027-11-01'],
    ['over 29 February', '2028-02-28', 2, '2028-03-01'],
    ['backwards over New Year', '2027-01-01', -1, '2026-12-31'],
    ['nowhere', '2027-05-01', 0, '2027-05-01'],
  ])('%s', (_, from, days, to) => {
    expect(plusDays(day(from), days)).toBe(to)
    expect(daysBetween(day(from), day(to))).toBe(days)
  })

  it('law: going some days on and counting them comes to the same, and days compare as text', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -900, max: 900 }), (from, days) => {
        const to = plusDays(from, days)
        expect(daysBetween(from, to)).toBe(days)
        expect(plusDays(to, -days)).toBe(from)
        expect(from < to).toBe(days > 0)
      }),
    )
  })
})

describe('a day is over when the day in Oslo is over', () => {
  it.each([
    ['summer time, the last minute', '2027-05-01T21:59Z', '2027-05-01'],
    ['summer time, midnight', '2027-05-01T22:00Z', '2027-05-02'],
    ['winter time, the last minute', '2027-01-15T22:59Z', '2027-01-15'],
    ['winter time, midnight', '2027-01-15T23:00Z', '2027-01-16'],
    ['the evening before the clocks go forward', '2027-03-27T22:59Z', '2027-03-27'],
    ['the evening after the clocks went forward', '2027-03-28T22:00Z', '2027-03-29'],
    ['the evening before the clocks go back', '2027-10-30T22:00Z', '2027-10-31'],
    ['the evening after the clocks went back', '2027-10-31T22:59Z', '2027-10-31'],
    ['New Year’s Eve', '2026-12-31T23:00Z', '2027-01-01'],
  ])('%s', (_, at, expected) => {
    expect(dayInOslo(instant(at))).toBe(expected)
  })
})

describe('a clock in Oslo', () => {
  it.each([
    ['in summer', '2027-05-01', '08:30', '2027-05-01T06:30:00.000Z'],
    ['in winter', '2027-01-15', '08:30', '2027-01-15T07:30:00.000Z'],
    ['at midnight in summer', '2027-05-02', '00:00', '2027-05-01T22:00:00.000Z'],
    ['on the morning when the clocks have gone forward', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
  ])('%s', (_, on, time, expected) => {
    expect(momentInOslo(day(on), time)).toBe(expected)
  })

  it('law: a moment on a day in Oslo is on that day in Oslo', () => {
    const anyTime = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    fc.assert(
      fc.property(anyDay, anyTime, (on, time) => {
        const clock = time.map((part) => String(part).padStart(2, '0')).join(':')
        expect(dayInOslo(momentInOslo(on, clock))).toBe(on)
      }),
    )
  })
})
