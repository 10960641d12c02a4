import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { spanOf } from '#app/domain/due-date.ts'
import type { CarriedOutBy, Step } from '#app/domain/plan.ts'
import type { Side } from '#app/domain/place.ts'
import { isOnWheel, letterOf, MONTHS, numbered, ringOf, RINGS, stepsOfYear } from '#app/domain/year-wheel.ts'
import { monthOf, monthsOf } from '#app/domain/month.ts'
import { cycleOf, routineOf, stepAs } from './field.ts'
import { anyDay } from './anything.ts'

describe('the ring of a step', () => {
  it.each<[Side, CarriedOutBy, string]>([
    ['kindergarten', 'pedagogical leader', 'kindergarten'],
    ['school', 'principal', 'school'],
    ['municipality', 'municipality', 'municipality'],
    ['school', 'parents', 'parents'],
    ['municipality', 'parents', 'parents'],
  ])('that the %s answers for and %s carry out: %s', (responsible, carriedOutBy, ring) => {
    expect(ringOf({ responsible, carriedOutBy })).toBe(ring)
  })
})

describe('the year of a cycle', () => {
  const start: Step['due'] = { kind: 'year before school start', month: 10, day: 1 }
  const cycle = cycleOf(
    routineOf(
      'one',
      stepAs({ id: 'later', due: { kind: 'school start year', month: 3, day: 1 } }),
      stepAs({ id: 'of the school', scope: 'school', responsible: 'school', due: start }),
      stepAs({ id: 'of parents', scope: 'school', responsible: 'school', carriedOutBy: 'parents', due: start }),
    ),
    routineOf(
      'two',
      stepAs({ id: 'of the municipality', scope: 'municipality', responsible: 'municipality', due: start }),
      stepAs({ id: 'of the kindergarten', scope: 'kindergarten', responsible: 'kindergarten', due: start }),
      stepAs({ id: 'first day', scope: 'school', due: { kind: 'days from first school day', days: 0 } }),
    ),
  )
  const titles = (steps: ReturnType<typeof stepsOfYear>) => steps.map(({ number, step, due }) => [number, step.id, due])

  it('has every step once, in due order, and ring by ring where days are the same', () => {
    expect(titles(stepsOfYear(cycle))).toEqual([
      [1, 'of the kindergarten', '2026-10-01'],
      [2, 'of the school', '2026-10-01'],
      [3, 'of parents', '2026-10-01'],
      [4, 'of the municipality', '2026-10-01'],
      [5, 'later', '2027-03-01'],
      [6, 'first day', '2027-08-16'],
    ])
  })

  it('follows what the municipality moved, and not what a school moved for its own pairs', () => {
    const move = { reason: 'Ferie', at: '2026-09-01T10:00:00.000Z' as never, by: 'Rådgiver' }
    const moves = [
      { ...move, stepId: 'later', schoolId: null, to: day('2026-09-01') },
      { ...move, stepId: 'later', schoolId: 'a school', to: day('2027-06-01') },
    ]
    expect(titles(stepsOfYear({ ...cycle, moves }))[0]).toEqual([1, 'later', '2026-09-01'])
  })

  it('can be empty', () => {
    expect(stepsOfYear(cycleOf())).toEqual([])
  })

  it('goes from August before the start to November after it', () => {
    const months = monthsOf(2027)
    expect(months).toHaveLength(MONTHS)
    expect(months[0]).toBe('2026-08')
    expect(months.at(-1)).toBe(monthOf(spanOf(2027).to))
  })

  it.each([
    ['2026-07-31', false],
    ['2026-08-01', true],
    ['2027-11-30', true],
    ['2027-12-01', false],
  ])('%s is on its wheel: %s', (on, expected) => {
    expect(isOnWheel(2027, day(on))).toBe(expected)
  })
})

describe('numbers', () => {
  const anySteps = fc.array(
    fc.record({ due: anyDay, responsible: fc.constantFrom<Side>('kindergarten', 'school', 'municipality') }),
    { maxLength: 40 },
  )

  it('are 1, 2, 3 in due order, one for each step', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const all = numbered(
          steps.map(({ due, responsible }, at) => ({ due, step: stepAs({ id: `${at}`, responsible }) })),
        )
        expect(all.map(({ number }) => number)).toEqual(steps.map((_, at) => at + 1))
        expect(all.map(({ due }) => due)).toEqual(steps.map(({ due }) => due).toSorted())
        expect(new Set(all.map(({ step }) => step.id)).size).toBe(steps.length)
        for (const [at, { due, ring }] of all.entries()) {
          const before = all[at - 1]
          if (before?.due === due) expect(RINGS.indexOf(before.ring)).toBeLessThanOrEqual(RINGS.indexOf(ring))
        }
      }),
    )
  })

  it('of dates are letters, as many as it takes', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
      ...['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'],
    ])
  })
})
