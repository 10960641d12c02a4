import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { elementLinesOf, standing } from '#app/domain/framework-mark.ts'
import { areasIn, isIn, monthShown, nextTap } from '#app/domain/framework-month.ts'
import { monthsOf, plusMonths, type Month } from '#app/domain/month.ts'
import { anyFramework, anyStory, areaOf, elementAs, markAs } from './any-framework.ts'
import { anyDay } from './anything.ts'

const month = (text: string) => text as Month
const anyMonth = fc.integer({ min: 0, max: 15 }).map((at) => monthsOf(2027)[at] ?? month('2027-03'))

describe('the months of a cycle', () => {
  it('run from August to November of the next year', () => {
    const months = monthsOf(2027)
    expect([months[0], months.at(-1), months.length]).toEqual(['2026-08', '2027-11', 16])
  })

  it.each([
    ['the month asked for', '2026-12', '2027-03-10', '2026-12'],
    ['today’s, where none is asked for', null, '2027-03-10', '2027-03'],
    ['today’s, where something else is asked for', '2031-01', '2027-03-10', '2027-03'],
    ['the first, before it begins', null, '2026-05-01', '2026-08'],
    ['the last, once it is over', null, '2028-05-01', '2027-11'],
  ])('show %s', (_, asked, today, expected) => {
    expect(monthShown(asked, 2027, day(today))).toBe(expected)
  })

  it('LAW: going on and back is where one was, and the one shown is always one of them', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -40, max: 40 }), anyDay, (from, count, today) => {
        expect(plusMonths(plusMonths(from, count), -count)).toBe(from)
        expect(monthsOf(2027)).toContain(monthShown(null, 2027, today))
      }),
    )
  })
})

describe('one tap', () => {
  const NOW = month('2027-03')
  const line = (mark: Parameters<typeof markAs>[1] | null, from = '2027-03', to = from) => {
    const marks = mark
      ? [markAs('friend', mark, 1, mark === 'not for us' ? {} : { months: { from: month(from), to: month(to) } })]
      : []
    const [only] = elementLinesOf({ framework: [areaOf('a', elementAs('friend'))] }, marks)
    if (!only) throw new Error('No line')
    return only
  }
  it.each([
    ['plans in the month that is shown', line(null), '2027-04', 'planned 2027-04'],
    ['says that something was worked with in a month that is over', line(null), '2026-10', 'worked with 2026-10'],
    ['begins what is planned', line('planned', '2027-03', '2027-04'), '2027-03', 'working with it 2027-03'],
    ['ends what was planned for months that are over', line('planned', '2026-10'), '2027-03', 'worked with 2026-10'],
    ['ends what is begun', line('working with it'), '2027-03', 'worked with 2027-03'],
    ['says nothing more of what is done', line('worked with'), '2027-03', ''],
    ['nor of what is not for the unit', line('not for us'), '2027-03', ''],
  ])('%s', (_, given, shown, expected) => {
    const tap = nextTap(given, month(shown), NOW)
    expect(tap ? `${tap.mark} ${tap.months.from}` : '').toBe(expected)
  })

  it('LAW: each tap leads on, and three lead to the end', () => {
    fc.assert(
      fc.property(anyMonth, (shown) => {
        let marks = [...elementLinesOf({ framework: [areaOf('a', elementAs('friend'))] }, [])].flatMap(
          ({ history }) => [...history],
        )
        for (let taps = 1; taps <= 3; taps += 1) {
          const [now] = elementLinesOf({ framework: [areaOf('a', elementAs('friend'))] }, marks)
          const tap = now && nextTap(now, shown, NOW)
          if (!tap) break
          marks = [...marks, markAs('friend', tap.mark, taps, { months: tap.months })]
        }
        expect(standing(marks)?.mark).toBe('worked with')
      }),
    )
  })
})

describe('the areas of a month', () => {
  it('LAW: are those with an element that is in it', () => {
    fc.assert(
      fc.property(anyFramework, anyStory, anyMonth, (framework, marks, shown) => {
        const brief = marks.flatMap(({ elementId, ...mark }) => (elementId ? [{ ...mark, elementId }] : []))
        const there = elementLinesOf({ framework }, marks).filter((each) => isIn(each, shown))
        expect(areasIn({ framework }, brief, shown).map(({ id }) => id)).toEqual(
          framework.map(({ id }) => id).filter((id) => there.some(({ area }) => area.id === id)),
        )
      }),
    )
  })
})
