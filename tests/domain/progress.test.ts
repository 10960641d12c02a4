import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { NO_PROGRESS, progressOf, sumOf } from '#app/domain/progress.ts'
import { anyLine } from './anything.ts'
import { atKindergarten, BLUEBELL, FJORDVIK_SCHOOL, lineOf, pairOf, stepAs, told, TWINFLOWER } from './field.ts'

const AFTER_DUE = day('2027-03-16')
const confirmedBySchool = stepAs({ confirmedBy: 'school' })

function municipal(story: string) {
  return lineOf(confirmedBySchool, pairOf(BLUEBELL, FJORDVIK_SCHOOL), told(story), AFTER_DUE)
}
function invited(story: string) {
  return lineOf(confirmedBySchool, pairOf(TWINFLOWER, FJORDVIK_SCHOOL), told(story), AFTER_DUE)
}
function sensitive(story: string) {
  const step = stepAs({ scope: 'kindergarten', sensitive: true })
  return lineOf(step, atKindergarten(BLUEBELL), told(story), AFTER_DUE)
}

describe('progress', () => {
  it('of nothing is nothing', () => {
    expect(progressOf([])).toEqual(NO_PROGRESS)
    expect(sumOf([])).toEqual(NO_PROGRESS)
  })

  it('counts what binds and what is only an invitation apart', () => {
    const lines = [
      municipal('kindergarten done; school confirmed'),
      municipal('kindergarten done'),
      municipal('kindergarten done; school disputed'),
      municipal('kindergarten not done'),
      municipal('kindergarten not relevant'),
      municipal(''),
      invited('kindergarten done; school confirmed'),
      invited('kindergarten not relevant'),
      invited('kindergarten done; school disputed'),
      invited(''),
    ]
    expect(progressOf(lines)).toEqual({
      obliged: { complete: 1, asked: 5 },
      invited: { complete: 1, asked: 3 },
      declined: 2,
      overdue: 4,
      disputed: 2,
      waiting: 1,
    })
  })

  it('does not tell whether a sensitive step was done or concerned nobody', () => {
    expect(progressOf([sensitive('kindergarten not relevant')])).toEqual(progressOf([sensitive('kindergarten done')]))
    expect(progressOf([sensitive('kindergarten done')])).toEqual({ ...NO_PROGRESS, obliged: { complete: 1, asked: 1 } })
  })

  const anyLines = fc.array(anyLine, { maxLength: 8 })

  it('law: the sum over any split of lines is the progress of the whole', () => {
    fc.assert(
      fc.property(anyLines, fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 }), (lines, heap) => {
        const heaps = [0, 1, 2].map((number) => lines.filter((_, index) => heap[index] === number))
        expect(sumOf(heaps.map(progressOf))).toEqual(progressOf(lines))
      }),
    )
  })

  it('law: every line is asked or declined, and no more is complete than asked', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { obliged, invited, declined } = progressOf(lines)
        expect(obliged.asked + invited.asked + declined).toBe(lines.length)
        expect(obliged.complete).toBeLessThanOrEqual(obliged.asked)
        expect(invited.complete).toBeLessThanOrEqual(invited.asked)
        expect(obliged.complete + invited.complete).toBe(lines.filter(({ complete }) => complete).length)
      }),
    )
  })

  it('law: what was declined is in no denominator', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const { obliged, invited } = progressOf(lines)
        const kept = progressOf(lines.filter(({ status, complete }) => status !== 'not relevant' || complete))
        expect([obliged, invited]).toEqual([kept.obliged, kept.invited])
      }),
    )
  })
})
