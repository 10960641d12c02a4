import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { shownTo } from '#app/domain/discretion.ts'
import { stateOf, type State } from '#app/domain/state.ts'
import { anyActor, anyLine } from './anything.ts'
import {
  atKindergarten,
  BLUEBELL,
  FJORDVIK_SCHOOL,
  FREE_SCHOOL,
  lineOf,
  pairOf,
  saidAt,
  seated,
  stepAs,
  told,
  TWINFLOWER,
} from './field.ts'

const CONFIRMED_BY_SCHOOL = stepAs({ confirmedBy: 'school' })
const DUE = day('2027-03-15')

describe('the state of a municipal pair’s step', () => {
  it.each<[string, string, string, State]>([
    ['long before its day', '', '2027-01-01', { kind: 'upcoming', due: DUE, started: false }],
    ['soon', '', '2027-03-01', { kind: 'due soon', due: DUE, started: false }],
    ['after its day', '', '2027-03-16', { kind: 'overdue', due: DUE, started: false }],
    ['begun', 'kindergarten started', '2027-03-16', { kind: 'overdue', due: DUE, started: true }],
    ['done', 'kindergarten done', '2027-03-16', { kind: 'waiting', side: 'school', since: saidAt(1) }],
    ['confirmed', 'kindergarten done; school confirmed', '2027-03-16', { kind: 'complete' }],
    ['disputed', 'kindergarten done; school disputed', '2027-03-16', { kind: 'disputed' }],
    ['not done', 'kindergarten not done', '2027-03-16', { kind: 'not done' }],
    ['declined', 'kindergarten not relevant', '2027-03-16', { kind: 'not relevant' }],
  ])('%s', (_, story, today, state) => {
    const line = lineOf(CONFIRMED_BY_SCHOOL, pairOf(BLUEBELL, FJORDVIK_SCHOOL), told(story), day(today))
    expect(stateOf(line)).toEqual(state)
  })
})

describe('the state of an invitation', () => {
  it.each(['2027-01-01', '2027-03-01', '2028-03-15'])('is the same on %s', (today) => {
    const line = lineOf(stepAs(), pairOf(TWINFLOWER, FJORDVIK_SCHOOL), [], day(today))
    expect(stateOf(line)).toEqual({ kind: 'invited', due: DUE, started: false })
  })

  it('to confirm leaves the step complete once it is done', () => {
    const line = lineOf(CONFIRMED_BY_SCHOOL, pairOf(BLUEBELL, FREE_SCHOOL), told('kindergarten done'))
    expect(stateOf(line)).toEqual({ kind: 'complete' })
  })
})

describe('the state of a sensitive step', () => {
  const director = seated(['director', BLUEBELL])
  const adviser = seated(['adviser'])
  it.each<[string, string, string]>([
    ['kindergarten done', 'complete', 'taken care of'],
    ['kindergarten not relevant', 'taken care of', 'taken care of'],
    ['kindergarten started', 'overdue', 'overdue'],
    ['', 'overdue', 'overdue'],
  ])('with "%s": %s to the kindergarten, %s to the adviser', (story, own, others) => {
    const step = stepAs({ scope: 'kindergarten', sensitive: true })
    const line = lineOf(step, atKindergarten(BLUEBELL), told(story), day('2027-03-16'))
    expect(stateOf(shownTo(director, line)!).kind).toBe(own)
    expect(stateOf(shownTo(adviser, line)!).kind).toBe(others)
  })

  it('does not tell the adviser that it was begun', () => {
    const step = stepAs({ scope: 'kindergarten', sensitive: true })
    const line = lineOf(step, atKindergarten(BLUEBELL), told('kindergarten started'), day('2027-03-16'))
    expect(stateOf(shownTo(adviser, line)!)).toEqual({ kind: 'overdue', due: DUE, started: false })
  })
})

it('law: a finished line is quiet and an invited one never loud, to whoever sees it', () => {
  fc.assert(
    fc.property(anyActor, anyLine, (actor, line) => {
      const shown = shownTo(actor, line)
      fc.pre(shown !== null)
      const { kind } = stateOf(shown)
      expect(kind === 'complete' || kind === 'taken care of').toBe(line.complete)
      if (line.obligation === 'invitation') expect(['overdue', 'due soon', 'upcoming']).not.toContain(kind)
    }),
  )
})
