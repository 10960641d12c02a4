import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { linesOf, needsReason } from '#app/domain/checklist.ts'
import { shownTo } from '#app/domain/discretion.ts'
import { progressOf } from '#app/domain/progress.ts'
import { isSmallPair, sparedLines } from '#app/domain/small-pair.ts'
import { ANSWERS } from '#app/domain/tick.ts'
import {
  atKindergarten,
  BLUEBELL,
  cycleOf,
  FJORDVIK_SCHOOL,
  pairOf,
  routineOf,
  seated,
  stepAs,
  tickAs,
} from './field.ts'

const SPARED = stepAs({ id: 'spared', sparedSmallPairs: true })
const USUAL = stepAs({ id: 'usual' })
const CYCLE = cycleOf(routineOf('cooperation', SPARED, USUAL))
const today = day('2027-03-01')
const leftOut = [tickAs('kindergarten', 'not relevant', 1, { stepId: 'spared', reason: null })]
const withReason = [tickAs('kindergarten', 'not relevant', 1, { stepId: 'spared', reason: 'Skolen hadde ikke tid.' })]

const linesWith = (children: number, ticks = leftOut) =>
  linesOf(CYCLE, pairOf(BLUEBELL, FJORDVIK_SCHOOL, children), ticks, today)

describe('a small pair', () => {
  it.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
  ])('of %i children: %s', (children, small) => {
    expect(isSmallPair(pairOf(BLUEBELL, FJORDVIK_SCHOOL, children))).toBe(small)
  })

  it('is neither a unit nor a pair whose number nobody has said', () => {
    expect(isSmallPair(atKindergarten(BLUEBELL))).toBe(false)
    expect(isSmallPair({ ...pairOf(BLUEBELL, FJORDVIK_SCHOOL), children: null })).toBe(false)
  })

  it('needs no reason to leave out what the plan spares it, and only that', () => {
    const [spared, usual] = linesWith(2, [])
    expect(ANSWERS.filter((answer) => spared && needsReason(spared, answer))).toEqual(['not done', 'disputed'])
    expect(usual && needsReason(usual, 'not relevant')).toBe(true)
    expect(linesWith(3, []).map((line) => needsReason(line, 'not relevant'))).toEqual([true, true])
  })

  it('can leave out the spared steps that nobody has begun', () => {
    expect(sparedLines(linesWith(1, [])).map(({ step }) => step.id)).toEqual(['spared'])
    expect(sparedLines(linesWith(1))).toEqual([])
    expect(sparedLines(linesWith(3, []))).toEqual([])
  })
})

describe('a step that was left out', () => {
  it('is not relevant while the pair is small, and outside the count', () => {
    expect(linesWith(2).map(({ status }) => status)).toEqual(['not relevant', 'open'])
    expect(progressOf(linesWith(2))).toMatchObject({ obliged: { complete: 0, asked: 1 }, declined: 1 })
  })

  it('is asked again when everybody sees that the pair has grown, with the answer still to be seen', () => {
    const [spared] = linesWith(5)
    expect(spared).toMatchObject({ status: 'open', own: null, timing: 'due soon' })
    expect(spared?.earlier).toEqual(leftOut)
  })

  it('with a reason stands whatever the number', () => {
    expect(linesWith(9, withReason)[0]?.status).toBe('not relevant')
  })
})

it('law: whoever may not know small numbers sees no difference between them', () => {
  const others = [seated(['observer']), seated(['owner', BLUEBELL])]
  const few = fc.integer({ min: 1, max: 4 })
  fc.assert(
    fc.property(fc.constantFrom(...others), few, few, (actor, ...worlds) => {
      const [one, other] = worlds.map((children) => {
        return linesWith(children).map((line) => {
          const shown = shownTo(actor, line)
          return shown && { ...shown, place: null }
        })
      })
      expect(one).toEqual(other)
    }),
  )
})

it('law: whoever may not know small numbers sees the same, with a reason or without', () => {
  const others = [seated(['observer']), seated(['owner', BLUEBELL])]
  fc.assert(
    fc.property(fc.constantFrom(...others), fc.integer({ min: 1, max: 2 }), (actor, children) => {
      const seen = [leftOut, withReason].map((ticks) => {
        const line = linesWith(children, ticks)[0]
        const shown = line && shownTo(actor, line)
        return shown && { own: shown.own, history: shown.history, status: shown.status }
      })
      expect(seen[0]).toEqual(seen[1])
    }),
  )
})
