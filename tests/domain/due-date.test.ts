import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, dayInYear, plusDays } from '#app/domain/calendar.ts'
import { dueDay, isRunning, seasonOf, spanOf, type DueRule } from '#app/domain/due-date.ts'
import { anyDay } from './anything.ts'
import { daysBetween } from './field.ts'

const SCHOOL_START_2027 = { year: 2027, firstSchoolDay: day('2027-08-16') }
const SCHOOL_START_2028 = { year: 2028, firstSchoolDay: day('2028-08-21') }

describe('due day', () => {
  it.each<[string, DueRule, string]>([
    ['the autumn before the start', { kind: 'year before school start', month: 10, day: 1 }, '2026-10-01'],
    ['the autumn after the start', { kind: 'school start year', month: 10, day: 1 }, '2027-10-01'],
    [
      'the August when the last kindergarten year begins',
      { kind: 'year before school start', month: 8, day: 31 },
      '2026-08-31',
    ],
    ['the spring', { kind: 'school start year', month: 3, day: 15 }, '2027-03-15'],
    ['29 February in a year without it', { kind: 'school start year', month: 2, day: 29 }, '2027-02-28'],
    ['the first school day', { kind: 'days from first school day', days: 0 }, '2027-08-16'],
    ['two weeks before the first school day', { kind: 'days from first school day', days: -14 }, '2027-08-02'],
    [
      'a hundred days before it, over a month of 30 days',
      { kind: 'days from first school day', days: -100 },
      '2027-05-08',
    ],
    ['six weeks after it', { kind: 'days from first school day', days: 42 }, '2027-09-27'],
    [
      'after it, over the night when the clocks go back',
      { kind: 'days from first school day', days: 77 },
      '2027-11-01',
    ],
  ])('%s, for school start 2027', (_, rule, expected) => {
    expect(dueDay(rule, SCHOOL_START_2027)).toBe(expected)
  })

  it('is 29 February where the school-start year has one, and the 28th in the autumn year before', () => {
    expect(dueDay({ kind: 'school start year', month: 2, day: 29 }, SCHOOL_START_2028)).toBe('2028-02-29')
    expect(dueDay({ kind: 'year before school start', month: 2, day: 29 }, SCHOOL_START_2028)).toBe('2027-02-28')
  })

  it('law: the same rule for the next year is due a year later, in the same month', () => {
    const anyRule = fc.record({
      kind: fc.constantFrom('year before school start' as const, 'school start year' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    })
    fc.assert(
      fc.property(anyRule, (rule) => {
        const [now, next] = [dueDay(rule, SCHOOL_START_2027), dueDay(rule, SCHOOL_START_2028)]
        expect(Number(next.slice(0, 4)) - Number(now.slice(0, 4))).toBe(1)
        expect([now.slice(5, 7), next.slice(5, 7)]).toEqual(Array(2).fill(String(rule.month).padStart(2, '0')))
      }),
    )
  })

  it('law: days from the first school day are exactly so many days from it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (firstSchoolDay, days) => {
        const due = dueDay({ kind: 'days from first school day', days }, { year: 2027, firstSchoolDay })
        expect(daysBetween(firstSchoolDay, due)).toBe(days)
      }),
    )
  })
})

describe('a cycle', () => {
  it('runs from the August before to the November after', () => {
    expect(spanOf(2027)).toEqual({ from: '2026-08-01', to: '2027-11-30' })
  })

  it.each([
    ['the day before it begins', '2026-07-31', [2026]],
    ['the first day', '2026-08-01', [2026, 2027]],
    ['the last day of the one before', '2026-11-30', [2026, 2027]],
    ['the day after', '2026-12-01', [2027]],
    ['the spring', '2027-05-01', [2027]],
    ['the July before the start', '2027-07-31', [2027]],
    ['the autumn after the start', '2027-10-01', [2027, 2028]],
    ['the last day', '2027-11-30', [2027, 2028]],
  ])('on %s the running ones are', (_, today, expected) => {
    expect([2026, 2027, 2028].filter((year) => isRunning(year, day(today)))).toEqual(expected)
  })

  it('law: two cycles run from August to November, one in the other months', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const month = Number(today.slice(5, 7))
        const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031]
        const running = years.filter((year) => isRunning(year, today))
        expect(running).toHaveLength(month >= 8 && month <= 11 ? 2 : 1)
      }),
    )
  })
})

describe('season', () => {
  it.each([
    ['the first day of the cycle', '2026-08-01', 'autumn'],
    ['New Year’s Eve', '2026-12-31', 'autumn'],
    ['New Year’s Day', '2027-01-01', 'spring'],
    ['the day before August', '2027-07-31', 'spring'],
    ['the first of August', '2027-08-01', 'school start'],
    ['the second autumn', '2027-10-01', 'school start'],
  ])('%s', (_, due, expected) => {
    expect(seasonOf(day(due), 2027)).toBe(expected)
  })

  it('law: the first autumn of one cycle is the school start of the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 121 }), (days) => {
        const due = plusDays(dayInYear(2026, 8, 1), days)
        expect([seasonOf(due, 2026), seasonOf(due, 2027)]).toEqual(['school start', 'autumn'])
      }),
    )
  })
})
