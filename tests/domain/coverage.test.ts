import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import {
  byTie,
  changeOver,
  coverageOf,
  coveragePer,
  leastWorkedWith,
  NO_COVERAGE,
  sumOfCoverage,
  unitCoverageOf,
  type UnitCoverage,
} from '#app/domain/coverage.ts'
import { elementLinesOf } from '#app/domain/framework-mark.ts'
import { isInvited, obligationToFramework } from '#app/domain/obligation.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Area } from '#app/domain/plan.ts'
import { KINDERGARTENS } from './anything.ts'
import { anyFramework, anyStory, areaOf, elementAs, markAs } from './any-framework.ts'
import * as field from './field.ts'

const FRAMEWORK = [
  areaOf('belonging', elementAs('friend'), elementAs('own place')),
  areaOf('play', elementAs('free play')),
]

function covered(unit: Unit, framework: Area[], marks: Parameters<typeof unitCoverageOf>[2]): UnitCoverage {
  return unitCoverageOf({ unit, obligation: obligationToFramework(unit) }, { framework }, marks)
}

const anyUnits = fc.tuple(
  anyFramework,
  fc.array(fc.tuple(fc.constantFrom(...KINDERGARTENS), fc.boolean(), anyStory), { maxLength: 5 }),
)
const unitsOf = ([framework, stories]: typeof anyUnits extends fc.Arbitrary<infer T> ? T : never) =>
  stories.map(([unit, takesPart, marks]) =>
    covered(field.answering(unit, takesPart ? { answer: 'takes part' } : null), framework, marks),
  )

describe('the coverage of a unit', () => {
  it('counts what is worked with of what is asked, and leaves out what is not for it', () => {
    const marks = [
      markAs('friend', 'worked with', 1),
      markAs('own place', 'not for us', 2),
      markAs('free play', 'planned', 3),
    ]
    expect(covered(field.BLUEBELL, FRAMEWORK, marks).coverage).toEqual({
      ...{ asked: 2, workedWith: 1, workingWith: 0, planned: 1, notForUs: 1 },
    })
  })

  it('is all still to do where nothing was marked', () => {
    expect(covered(field.BLUEBELL, FRAMEWORK, []).coverage).toEqual({ ...NO_COVERAGE, asked: 3 })
  })

  it('falls back where the meaning of an element has changed', () => {
    const changed = [areaOf('belonging', elementAs('friend', { meaning: 2 }))]
    expect(covered(field.BLUEBELL, changed, [markAs('friend', 'worked with', 1)]).coverage).toEqual({
      ...NO_COVERAGE,
      asked: 1,
    })
  })
})

describe('laws of coverage', () => {
  it('a unit’s is the fold of its own element lines', () => {
    fc.assert(
      fc.property(anyFramework, anyStory, (framework, marks) => {
        const lines = elementLinesOf({ framework }, marks)
        expect(covered(field.BLUEBELL, framework, marks)).toMatchObject({ lines, coverage: coverageOf(lines) })
      }),
    )
  })

  it('the sum over units is the sum over areas, and over elements', () => {
    fc.assert(
      fc.property(anyUnits, (any) => {
        const units = unitsOf(any)
        const overUnits = sumOfCoverage(units.map(({ coverage }) => coverage))
        for (const part of ['area', 'element'] as const)
          expect(sumOfCoverage([...coveragePer(part, units).values()])).toEqual(overUnits)
      }),
    )
  })

  it('every element is either asked or not for a unit', () => {
    fc.assert(
      fc.property(anyUnits, (any) => {
        for (const { lines, coverage } of unitsOf(any)) {
          expect(coverage.asked + coverage.notForUs).toBe(lines.length)
          expect(coverage.workedWith + coverage.workingWith + coverage.planned).toBeLessThanOrEqual(coverage.asked)
        }
      }),
    )
  })

  it('an invitation is in no denominator of those who are bound', () => {
    fc.assert(
      fc.property(anyUnits, (any) => {
        const units = unitsOf(any)
        const { obliged, invited } = byTie(units)
        expect(obliged.some(({ obligation }) => isInvited(obligation))).toBe(false)
        expect(invited.every(({ obligation }) => isInvited(obligation))).toBe(true)
        expect(obliged.length + invited.length).toBe(units.length)
      }),
    )
  })

  it('a version that only rewords changes no number', () => {
    fc.assert(
      fc.property(anyUnits, (any) => {
        const [framework, stories] = any
        const reworded = framework.map((area) => ({
          ...area,
          title: { nb: `${area.title.nb}, med andre ord` },
          elements: area.elements.map((element) => ({ ...element, kindergarten: { nb: 'Noe annet' } })),
        }))
        const numbers = (units: UnitCoverage[]) => units.map(({ coverage, then }) => ({ coverage, then }))
        expect(numbers(unitsOf([reworded, stories]))).toEqual(numbers(unitsOf(any)))
      }),
    )
  })

  it('the last month of the year is how it stands now', () => {
    fc.assert(
      fc.property(anyUnits, (any) => {
        const units = unitsOf(any)
        const months = changeOver(2027, units, day('2027-11-30'))
        expect(months.at(-1)?.coverage).toEqual(sumOfCoverage(units.map(({ coverage }) => coverage)))
      }),
    )
  })
})

describe('change over the year', () => {
  it('shows each month as it stood at its end, up to today', () => {
    const at = (on: string) => `${on}T11:00:00.000Z` as ReturnType<typeof markAs>['at']
    const unit = covered(field.BLUEBELL, FRAMEWORK, [
      markAs('friend', 'planned', 1, { at: at('2026-09-10') }),
      markAs('friend', 'working with it', 2, { at: at('2026-10-02') }),
      markAs('friend', 'worked with', 3, { at: at('2026-12-01') }),
    ])
    const counts = changeOver(2027, [unit], day('2027-01-15')).map(({ month, coverage }) => [
      month,
      coverage.planned,
      coverage.workingWith,
      coverage.workedWith,
    ])
    expect(counts).toEqual([
      ['2026-08', 0, 0, 0],
      ['2026-09', 1, 0, 0],
      ['2026-10', 0, 1, 0],
      ['2026-11', 0, 1, 0],
      ['2026-12', 0, 0, 1],
      ['2027-01', 0, 0, 1],
    ])
  })

  it('counts a mark in the month it is in Norway', () => {
    const late = '2026-09-30T22:30:00.000Z' as ReturnType<typeof markAs>['at']
    const { then } = covered(field.BLUEBELL, FRAMEWORK, [markAs('friend', 'planned', 1, { at: late })])
    expect([...then.keys()]).toEqual(['2026-10'])
  })
})

describe('elements that few work with', () => {
  it('come by share, the smallest first, and then in reading order', () => {
    const units = [
      covered(field.BLUEBELL, FRAMEWORK, [markAs('own place', 'worked with', 1), markAs('friend', 'worked with', 2)]),
      covered(field.CLOUDBERRY, FRAMEWORK, [markAs('own place', 'not for us', 1), markAs('friend', 'planned', 2)]),
    ]
    const least = leastWorkedWith({ framework: FRAMEWORK }, units)
    expect(least.map(({ element, coverage }) => [element.id, coverage.workedWith, coverage.asked])).toEqual([
      ['free play', 0, 2],
      ['friend', 1, 2],
      ['own place', 1, 1],
    ])
  })

  it('leaves out what nobody is asked', () => {
    const declined = covered(
      field.BLUEBELL,
      [areaOf('play', elementAs('free play'))],
      [markAs('free play', 'not for us', 1)],
    )
    expect(leastWorkedWith({ framework: FRAMEWORK }, [declined])).toEqual([])
    expect(leastWorkedWith({ framework: FRAMEWORK }, [])).toEqual([])
  })
})
