import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays, type LocalDate } from '#app/domain/calendar.ts'
import { spanOf } from '#app/domain/due-date.ts'
import { MONTHS } from '#app/domain/year-wheel.ts'
import {
  angleOf,
  LABEL,
  MONTH,
  OPEN,
  pointAt,
  ringLayout,
  sectorOf,
  type RingLayout,
} from '#app/domain/wheel-geometry.ts'

const YEAR = 2027
const { from, to } = spanOf(YEAR)
const DAYS = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
/** The outermost and the innermost ring there is on a page. */
const OUTER = [290, 160]

const anyDayOfCycle = fc.integer({ min: 0, max: DAYS }).map((days) => plusDays(from, days))
const anyDays = fc.array(anyDayOfCycle, { maxLength: 40 }).map((days) => days.toSorted())
/** Many in one month, as in April. */
const crowded = fc
  .tuple(anyDayOfCycle, fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 }))
  .map(([first, after]) => after.map((days) => plusDays(first, days)).filter((on) => on <= to))
  .map((days) => days.toSorted())

function distances({ labels }: RingLayout): number[] {
  const points = labels.map(({ angle, radius }) => pointAt(angle, radius))
  return points.flatMap((one, at) => points.slice(at + 1).map((two) => Math.hypot(one.x - two.x, one.y - two.y)))
}

describe('a day on the wheel', () => {
  it('goes clockwise from August at the top, month by month, to where the wheel is open', () => {
    expect(angleOf(from, YEAR)).toBeGreaterThan(0)
    expect(angleOf(from, YEAR)).toBeLessThan(MONTH / 30)
    expect(angleOf(to, YEAR)).toBeLessThan(MONTHS * MONTH)
    expect(MONTHS * MONTH + OPEN).toBeCloseTo(2 * Math.PI)
    expect(sectorOf(day('2027-01-15'), YEAR)).toEqual({ from: 5 * MONTH, to: 6 * MONTH })
    const top = pointAt(0, 10)
    expect([top.x, top.y]).toEqual([0, -10])
    expect(pointAt(Math.PI / 2, 10).x).toBeCloseTo(10)
  })

  it('lies in the sector of its month', () => {
    fc.assert(
      fc.property(anyDayOfCycle, (on) => {
        const sector = sectorOf(on, YEAR)
        expect(angleOf(on, YEAR)).toBeGreaterThan(sector.from)
        expect(angleOf(on, YEAR)).toBeLessThan(sector.to)
        const month = sectorOf(`${on.slice(0, 7)}-01` as LocalDate, YEAR)
        expect(sector).toEqual(month)
      }),
    )
  })

  it('comes after the day before', () => {
    fc.assert(
      fc.property(anyDayOfCycle, anyDayOfCycle, (one, two) => {
        const [a, b] = [angleOf(one, YEAR), angleOf(two, YEAR)]
        expect(Math.sign(a - b)).toBe(one < two ? -1 : one > two ? 1 : 0)
      }),
    )
  })

  it.each([
    ['2026-07-31', 0],
    ['2020-01-01', 0],
    ['2027-12-01', MONTHS * MONTH],
    ['2040-01-01', MONTHS * MONTH],
  ])('that the cycle does not have is at its edge: %s', (on, angle) => {
    expect(angleOf(day(on), YEAR)).toBe(angle)
  })
})

describe.each(OUTER)('the labels of a ring %i wide', (outer) => {
  it('stand at their day where nothing is in the way', () => {
    const days = ['2026-09-15', '2026-12-15', '2027-03-10'].map(day)
    const { labels, inner } = ringLayout(days, YEAR, outer)
    expect(labels.map(({ angle }) => angle)).toEqual(days.map((on) => angleOf(on, YEAR)))
    expect(new Set(labels.map(({ radius }) => radius)).size).toBe(1)
    expect(outer - inner).toBeLessThan(2 * LABEL)
  })

  it.each([
    ['days all over the year', anyDays],
    ['many days in one month', crowded],
  ])('never meet, stay in order and on the wheel: %s', (_, some) => {
    fc.assert(
      fc.property(some, (days) => {
        const layout = ringLayout(days, YEAR, outer)
        expect(Math.min(...distances(layout), Infinity)).toBeGreaterThanOrEqual(layout.label - 1e-6)
        expect(layout.label).toBe(LABEL)
        const angles = layout.labels.map(({ angle }) => angle)
        expect(angles).toEqual(angles.toSorted((a, b) => a - b))
        for (const [at, { angle, radius, at: exact }] of layout.labels.entries()) {
          expect(exact).toBe(angleOf(days[at]!, YEAR))
          expect(angle).toBeGreaterThanOrEqual(0)
          expect(angle).toBeLessThanOrEqual(MONTHS * MONTH + 1e-6)
          expect(radius + LABEL / 2).toBeLessThanOrEqual(outer)
          expect(radius - LABEL / 2).toBeGreaterThanOrEqual(layout.inner)
        }
      }),
    )
  })

  it('stay in their month where it has room', () => {
    const fewAMonth = fc
      .array(fc.tuple(fc.nat({ max: MONTHS - 1 }), fc.integer({ min: 1, max: 28 })), { maxLength: 30 })
      .map((all) => all.map(([month, date]) => plusDays(day('2026-08-01'), month * 30.5 + date * 0.9)).toSorted())
      .map((days) => [...Map.groupBy(days, (on) => on.slice(0, 7)).values()].flatMap((ofMonth) => ofMonth.slice(0, 2)))
    fc.assert(
      fc.property(fewAMonth, (days) => {
        for (const [at, { angle }] of ringLayout(days, YEAR, outer).labels.entries()) {
          const sector = sectorOf(days[at]!, YEAR)
          expect(angle).toBeGreaterThanOrEqual(sector.from - 1e-6)
          expect(angle).toBeLessThanOrEqual(sector.to + 1e-6)
        }
      }),
    )
  })

  it('become smaller where there are more than anybody reads, and still do not meet', () => {
    const days = Array.from({ length: 200 }, (_, at) => plusDays(from, at * 2))
    const layout = ringLayout(days, YEAR, outer)
    expect(layout.label).toBeLessThan(LABEL)
    expect(Math.min(...distances(layout))).toBeGreaterThanOrEqual(layout.label - 1e-6)
  })
})

it('four steps on the last day of April stay in April, in two lanes', () => {
  const days = ['2027-04-15', '2027-04-30', '2027-04-30', '2027-04-30', '2027-05-01'].map(day)
  const { labels } = ringLayout(days, YEAR, 290)
  const april = sectorOf(day('2027-04-30'), YEAR)
  for (const { angle } of labels.slice(0, 4)) expect(angle).toBeLessThanOrEqual(april.to)
  expect(labels[4]?.angle).toBeGreaterThanOrEqual(april.to)
})
