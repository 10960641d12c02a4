import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { obligationOf } from '#app/domain/obligation.ts'
import { THE_MUNICIPALITY, type Participation, type Place, type Side } from '#app/domain/place.ts'
import { anyPlace } from './anything.ts'
import {
  ACROSS_THE_FJORD,
  answering,
  atKindergarten,
  atSchool,
  BLUEBELL,
  FJORDVIK_SCHOOL,
  FREE_SCHOOL,
  pairOf,
  TWINFLOWER,
} from './field.ts'

const TAKES_PART: Participation = { answer: 'takes part' }
const PARTLY_HERE: Participation = { answer: 'partly', routineIds: ['meetings', 'cooperation'] }
const PARTLY_ELSEWHERE: Participation = { answer: 'partly', routineIds: ['meetings'] }
const STAYS_OUT: Participation = { answer: 'does not take part' }

const planStep = { binding: 'plan' } as const
const lawStep = { binding: 'law' } as const
const cooperation = { id: 'cooperation' }

describe('a plan step', () => {
  it.each<[string, Place, Side, string]>([
    ['the municipality itself', THE_MUNICIPALITY, 'municipality', 'plan'],
    ['a municipal kindergarten', atKindergarten(BLUEBELL), 'kindergarten', 'plan'],
    [
      'a municipal kindergarten that answered no',
      atKindergarten(answering(BLUEBELL, STAYS_OUT)),
      'kindergarten',
      'plan',
    ],
    ['a private one that has not answered', atKindergarten(TWINFLOWER), 'kindergarten', 'invitation'],
    ['a private one that takes part', atKindergarten(answering(TWINFLOWER, TAKES_PART)), 'kindergarten', 'agreement'],
    [
      'a private one, partly, in this routine',
      atKindergarten(answering(TWINFLOWER, PARTLY_HERE)),
      'kindergarten',
      'agreement',
    ],
    [
      'a private one, partly, in another',
      atKindergarten(answering(TWINFLOWER, PARTLY_ELSEWHERE)),
      'kindergarten',
      'invitation',
    ],
    ['a private one that stays out', atKindergarten(answering(TWINFLOWER, STAYS_OUT)), 'kindergarten', 'invitation'],
    ['a neighbour’s municipal kindergarten', atKindergarten(ACROSS_THE_FJORD), 'kindergarten', 'invitation'],
    [
      'a neighbour’s that takes part',
      atKindergarten(answering(ACROSS_THE_FJORD, TAKES_PART)),
      'kindergarten',
      'agreement',
    ],
    ['the municipal school of a private kindergarten', pairOf(TWINFLOWER, FJORDVIK_SCHOOL), 'school', 'plan'],
    [
      'the private kindergarten of a municipal school',
      pairOf(TWINFLOWER, FJORDVIK_SCHOOL),
      'kindergarten',
      'invitation',
    ],
    ['a private school', pairOf(BLUEBELL, FREE_SCHOOL), 'school', 'invitation'],
    ['a private school that takes part', atSchool(answering(FREE_SCHOOL, TAKES_PART)), 'school', 'agreement'],
    [
      'kindergartens together, one of them municipal',
      atSchool(FREE_SCHOOL, TWINFLOWER, BLUEBELL),
      'kindergarten',
      'plan',
    ],
    [
      'kindergartens together, all private',
      atSchool(FJORDVIK_SCHOOL, TWINFLOWER, ACROSS_THE_FJORD),
      'kindergarten',
      'invitation',
    ],
    [
      'kindergartens together, all private, one taking part',
      atSchool(FJORDVIK_SCHOOL, TWINFLOWER, answering(ACROSS_THE_FJORD, TAKES_PART)),
      'kindergarten',
      'agreement',
    ],
    ['kindergartens of a school that no children come to', atSchool(FJORDVIK_SCHOOL), 'kindergarten', 'invitation'],
  ])('asked of %s', (_, place, side, expected) => {
    expect(obligationOf(planStep, cooperation, place, side)).toBe(expected)
  })
})

it('law: a step that follows from law binds everybody', () => {
  fc.assert(
    fc.property(anyPlace, fc.constantFrom<Side>('municipality', 'kindergarten', 'school'), (place, side) => {
      expect(obligationOf(lawStep, cooperation, place, side)).toBe('law')
      expect(obligationOf(planStep, cooperation, place, side)).not.toBe('law')
    }),
  )
})
