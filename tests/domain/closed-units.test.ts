import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays, type LocalDate } from '#app/domain/calendar.ts'
import { linesOf, type Line } from '#app/domain/checklist.ts'
import { progressOf } from '#app/domain/progress.ts'
import type { Place } from '#app/domain/place.ts'
import { atKindergarten, BLUEBELL, cycleOf, FJORDVIK_SCHOOL, pairOf, routineOf, stepAs, told } from './field.ts'

const on = (month: number) => ({ kind: 'school start year', month, day: 15 }) as const
const STEPS = [1, 3, 5, 8].map((month) => stepAs({ id: `in ${month}`, due: on(month) }))
const CYCLE = cycleOf(routineOf('cooperation', ...STEPS))

function linesAt(closedOn: LocalDate | null, today: string, ticks = told('')): Line[] {
  return linesOf(CYCLE, pairOf({ ...BLUEBELL, closedOn }, FJORDVIK_SCHOOL), ticks, day(today))
}

const ids = (lines: readonly Line[]) => lines.map(({ step }) => step.id)

describe('a pair whose kindergarten closes', () => {
  it('is not asked what would be due on that day or later', () => {
    expect(ids(linesAt(null, '2027-02-01'))).toEqual(['in 1', 'in 3', 'in 5', 'in 8'])
    expect(ids(linesAt(day('2027-05-15'), '2027-02-01'))).toEqual(['in 1', 'in 3'])
    expect(ids(linesAt(day('2027-05-16'), '2027-02-01'))).toEqual(['in 1', 'in 3', 'in 5'])
  })

  it('is late until that day, and never after', () => {
    const timingOn = (today: string) => linesAt(day('2027-05-15'), today)[0]?.timing
    expect(timingOn('2027-05-14')).toBe('overdue')
    expect(timingOn('2027-05-15')).toBeNull()
    expect(linesAt(day('2027-05-15'), '2027-05-15').map(({ waitsFor }) => waitsFor)).toEqual([null, null])
  })

  it('keeps what was answered of a step that is due later', () => {
    const lines = linesAt(day('2027-04-01'), '2027-06-01', told('kindergarten done', 'in 5'))
    expect(lines.map(({ step, status }) => [step.id, status])).toEqual([
      ['in 1', 'open'],
      ['in 3', 'open'],
      ['in 5', 'done'],
    ])
  })

  it('is the same where it is the school that closes', () => {
    const pair = pairOf(BLUEBELL, { ...FJORDVIK_SCHOOL, closedOn: day('2027-04-01') })
    expect(ids(linesOf(CYCLE, pair, [], day('2027-02-01')))).toEqual(['in 1', 'in 3'])
  })

  it('ends with the first of the two that closes', () => {
    const kindergarten = { ...BLUEBELL, closedOn: day('2027-08-01') }
    const pair = pairOf(kindergarten, { ...FJORDVIK_SCHOOL, closedOn: day('2027-04-01') })
    expect(ids(linesOf(CYCLE, pair, [], day('2027-02-01')))).toEqual(['in 1', 'in 3'])
  })
})

it('a kindergarten of its own goes the same way', () => {
  const own = cycleOf(routineOf('own', ...STEPS.map((step) => ({ ...step, scope: 'kindergarten' as const }))))
  const place: Place = atKindergarten({ ...BLUEBELL, closedOn: day('2027-04-01') })
  expect(ids(linesOf(own, place, [], day('2027-02-01')))).toEqual(['in 1', 'in 3'])
})

it('whatever day a unit closes: nothing answered is lost, and from that day nothing is late', () => {
  const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => plusDays(day('2026-09-01'), days))
  const anyAnswers = fc.subarray(STEPS.map(({ id }) => id))
  fc.assert(
    fc.property(anyDay, anyDay, anyAnswers, (closedOn, today, answered) => {
      const ticks = answered.flatMap((id) => told('kindergarten done', id))
      const lines = linesAt(closedOn, today, ticks)
      expect(ids(lines)).toEqual(expect.arrayContaining(answered))
      for (const { step, due } of lines) expect(due < closedOn || answered.includes(step.id)).toBe(true)
      if (closedOn <= today) expect(progressOf(lines).overdue).toBe(0)
    }),
  )
})
