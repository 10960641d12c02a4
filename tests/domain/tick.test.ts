import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANSWERS, answersOf, isOtherAnswer, isOwnAnswer, type Status } from '#app/domain/tick.ts'
import { anyPair, anyStepAt, anyStoryOf, openMoves } from './anything.ts'
import { lineOf, stepAs, told } from './field.ts'

const CONFIRMED_BY_SCHOOL = stepAs({ confirmedBy: 'school' })
const NOT_CONFIRMED = stepAs({ confirmedBy: null })
const OF_NEW_MEANING = stepAs({ confirmedBy: 'school', meaning: 2 })

describe('what the ticks come to', () => {
  it.each<[string, string, Status]>([
    ['nobody has answered', '', 'open'],
    ['begun', 'kindergarten started', 'started'],
    ['done, waiting for the school', 'kindergarten started; kindergarten done', 'done'],
    ['confirmed', 'kindergarten done; school confirmed', 'confirmed'],
    ['disputed', 'kindergarten done; school disputed', 'disputed'],
    ['not relevant', 'kindergarten not relevant', 'not relevant'],
    ['not done', 'kindergarten started; kindergarten not done', 'not done'],
    ['done after all', 'kindergarten not done; kindergarten done', 'done'],
    ['declined after the school disputed', 'kindergarten done; school disputed; kindergarten not done', 'not done'],
    ['the school comes round', 'kindergarten done; school disputed; school confirmed', 'confirmed'],
    ['the school changes its mind', 'kindergarten done; school confirmed; school disputed', 'disputed'],
    ['confirmed before it was done', 'school confirmed; kindergarten done', 'done'],
    ['confirmed and never done', 'school confirmed', 'open'],
    ['confirmed while only begun', 'kindergarten started; school confirmed', 'started'],
    ['done again after a dispute: waits anew', 'kindergarten done; school disputed; kindergarten done', 'done'],
    [
      'confirmed the second time',
      'kindergarten done; school disputed; kindergarten done; school confirmed',
      'confirmed',
    ],
    ['an answer from a side that is not asked', 'municipality done', 'open'],
    ['"done" from the side that confirms', 'kindergarten started; school done', 'started'],
    ['"done" from the side that confirms, after a real one', 'kindergarten done; school done', 'done'],
    ['a confirmation by the side that did it', 'kindergarten done; kindergarten confirmed', 'done'],
  ])('%s', (_, story, status) => {
    expect(answersOf(CONFIRMED_BY_SCHOOL, told(story)).status).toBe(status)
  })

  it.each<[string, string, Status]>([
    ['the only answer', 'kindergarten done; kindergarten withdraws 1', 'open'],
    ['"done" back to "started"', 'kindergarten started; kindergarten done; kindergarten withdraws 2', 'started'],
    ['a confirmation back to "done"', 'kindergarten done; school confirmed; school withdraws 2', 'done'],
    [
      'a dispute after a confirmation back to it',
      'kindergarten done; school confirmed; school disputed; school withdraws 3',
      'confirmed',
    ],
    [
      'a confirmed "done": nothing is left to confirm',
      'kindergarten done; school confirmed; kindergarten withdraws 1',
      'open',
    ],
    [
      'a renewed "done" back to the dispute',
      'kindergarten done; school disputed; kindergarten done; kindergarten withdraws 3',
      'disputed',
    ],
    [
      'a renewed "done" that was confirmed: the confirmation was not of the first one',
      'kindergarten done; school disputed; kindergarten done; school confirmed; kindergarten withdraws 3',
      'disputed',
    ],
    [
      'a renewed "done", and then the school confirms the first one after all',
      'kindergarten done; school disputed; kindergarten done; kindergarten withdraws 3; school confirmed',
      'confirmed',
    ],
    [
      'the confirmation of what stands, given before',
      'kindergarten done; school confirmed; kindergarten withdraws 1; kindergarten done',
      'done',
    ],
  ])('withdrawn: %s', (_, story, status) => {
    expect(answersOf(CONFIRMED_BY_SCHOOL, told(story)).status).toBe(status)
  })

  it('is only done where nobody is asked to confirm, whatever a version before asked', () => {
    const { status, other } = answersOf(NOT_CONFIRMED, told('kindergarten done; school disputed'))
    expect({ status, other }).toEqual({ status: 'done', other: null })
  })

  it('names the answers that stand', () => {
    const ticks = told('kindergarten started; kindergarten done; school disputed; school confirmed')
    expect(answersOf(CONFIRMED_BY_SCHOOL, ticks)).toMatchObject({ own: { id: 'tick 2' }, other: { id: 'tick 4' } })
    expect(answersOf(CONFIRMED_BY_SCHOOL, told('kindergarten done; school done')).other).toBeNull()
  })
})

describe('a step whose meaning changed', () => {
  it.each<[string, string, Status, string[]]>([
    ['opens again', 'kindergarten done; school confirmed', 'open', ['tick 1', 'tick 2']],
    ['counts what is said now', 'kindergarten done; kindergarten done (meaning 2)', 'done', ['tick 1']],
    [
      'asks for a new confirmation',
      'kindergarten done; school confirmed; kindergarten done (meaning 2)',
      'done',
      ['tick 1', 'tick 2'],
    ],
    [
      'does not count an old confirmation that came late',
      'kindergarten done; kindergarten done (meaning 2); school confirmed',
      'done',
      ['tick 1', 'tick 3'],
    ],
    [
      'is confirmed under the new meaning',
      'kindergarten done; kindergarten done (meaning 2); school confirmed (meaning 2)',
      'confirmed',
      ['tick 1'],
    ],
    [
      'does not show what was withdrawn',
      'kindergarten started; kindergarten done; kindergarten withdraws 2',
      'open',
      ['tick 1'],
    ],
  ])('%s, and keeps the earlier answers in sight', (_, story, status, earlier) => {
    const answers = answersOf(OF_NEW_MEANING, told(story))
    expect(answers.status).toBe(status)
    expect(answers.earlier.map(({ id }) => id)).toEqual(earlier)
  })

  it('has no earlier answers while the meaning is the same, though version and wording are new', () => {
    const ticks = told('kindergarten done').map((tick) => ({ ...tick, version: 2 }))
    expect(answersOf(CONFIRMED_BY_SCHOOL, ticks)).toMatchObject({ status: 'done', earlier: [] })
  })
})

describe('laws', () => {
  const anyStory = anyPair.chain((pair) =>
    anyStepAt(pair).chain((step) => fc.tuple(fc.constant(pair), fc.constant(step), anyStoryOf(step, pair))),
  )

  it('law: an answer given and taken back at once leaves everything as it was', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(), ([pair, step, ticks], choice) => {
        const before = answersOf(step, ticks)
        const moves = openMoves(lineOf(step, pair, ticks), ticks.length + 1).filter((tick) => !tick.withdraws)
        fc.pre(moves.length > 0)
        const given = moves[choice % moves.length]!
        const back = { ...given, id: 'back', answer: 'withdrawn' as const, withdraws: given.id }
        expect(answersOf(step, [...ticks, given])).not.toEqual(before)
        expect(answersOf(step, [...ticks, given, back])).toEqual(before)
      }),
    )
  })

  it('law: the other side’s answer counts only for the answer it was given to', () => {
    fc.assert(
      fc.property(anyStory, ([, step, ticks]) => {
        const { own, other } = answersOf(step, ticks)
        fc.pre(other !== null)
        const stoodThen = answersOf(step, ticks.slice(0, ticks.indexOf(other))).own
        expect(stoodThen).toBe(own)
      }),
      { numRuns: 500 },
    )
  })

  it('law: without a confirming side nothing is ever confirmed or disputed', () => {
    fc.assert(
      fc.property(anyStory, ([, step, ticks]) => {
        const alone = answersOf({ ...step, confirmedBy: null }, ticks)
        expect(['open', ...ANSWERS.filter(isOwnAnswer)]).toContain(alone.status)
        expect(alone.other).toBeNull()
      }),
    )
  })
})

it('every answer belongs to one side: own or other', () => {
  expect(ANSWERS.filter(isOwnAnswer)).toEqual(['started', 'done', 'not relevant', 'not done'])
  expect(ANSWERS.filter(isOtherAnswer)).toEqual(['confirmed', 'disputed'])
  expect([isOwnAnswer('withdrawn'), isOtherAnswer('withdrawn')]).toEqual([false, false])
})
