import { describe, expect, it } from 'vitest'
import { choicesOn, sidesOpenTo } from '#app/domain/answering.ts'
import type { Actor } from '#app/domain/permissions.ts'
import {
  atKindergarten,
  atSchool,
  BLUEBELL,
  CLOUDBERRY,
  FJORDVIK_SCHOOL,
  HILL_SCHOOL,
  lineOf,
  pairOf,
  seated,
  stepAs,
  told,
} from './field.ts'

const confirmed = stepAs({ confirmedBy: 'school' })
const pair = pairOf(BLUEBELL, FJORDVIK_SCHOOL)

describe('the sides somebody answers for', () => {
  it.each<[string, Actor, string[]]>([
    ['the director of the pair', seated(['director', BLUEBELL]), ['kindergarten']],
    ['a deputy of the school', seated(['deputy', FJORDVIK_SCHOOL]), ['school']],
    ['somebody on both sides', seated(['director', BLUEBELL], ['deputy', FJORDVIK_SCHOOL]), ['kindergarten', 'school']],
    ['an adviser, for either', seated(['adviser']), ['kindergarten', 'school']],
    ['an observer', seated(['observer']), []],
    ['an owner', seated(['owner', BLUEBELL]), []],
    ['a director of another kindergarten', seated(['director', CLOUDBERRY]), []],
    ['a principal of another school', seated(['principal', HILL_SCHOOL]), []],
    ['a visitor', 'visitor', []],
  ])('at a pair: %s', (_, actor, sides) => {
    expect(sidesOpenTo(actor, lineOf(confirmed, pair))).toEqual(sides)
  })

  it('are only those the step asks', () => {
    expect(sidesOpenTo(seated(['principal', FJORDVIK_SCHOOL]), lineOf(stepAs(), pair))).toEqual([])
    expect(sidesOpenTo(seated(['adviser']), lineOf(stepAs(), pair))).toEqual(['kindergarten'])
  })

  it('at a school include each of its kindergartens where they do the step together', () => {
    const together = stepAs({ scope: 'school' })
    const school = atSchool(FJORDVIK_SCHOOL, BLUEBELL, CLOUDBERRY)
    expect(sidesOpenTo(seated(['director', CLOUDBERRY]), lineOf(together, school))).toEqual(['kindergarten'])
    expect(sidesOpenTo(seated(['principal', FJORDVIK_SCHOOL]), lineOf(together, school))).toEqual([])
  })

  it('on a sensitive step are the unit’s own: not even the adviser’s', () => {
    const sensitive = stepAs({ scope: 'kindergarten', sensitive: true })
    const line = lineOf(sensitive, atKindergarten(BLUEBELL))
    expect(sidesOpenTo(seated(['adviser']), line)).toEqual([])
    expect(sidesOpenTo(seated(['director', BLUEBELL]), line)).toEqual(['kindergarten'])
  })
})

describe('what each side can do', () => {
  it('tells one’s own side from one an adviser answers for', () => {
    const owns = (actor: Actor) => choicesOn(actor, lineOf(confirmed, pair)).map(({ side, own }) => [side, own])
    expect(owns(seated(['director', BLUEBELL]))).toEqual([['kindergarten', true]])
    expect(owns(seated(['adviser'], ['deputy', FJORDVIK_SCHOOL]))).toEqual([
      ['kindergarten', false],
      ['school', true],
    ])
  })

  it('is one choice per side, with the tick it can take back', () => {
    const line = lineOf(confirmed, pair, told('kindergarten done; school confirmed'))
    expect(choicesOn(seated(['adviser']), line)).toEqual([
      { side: 'kindergarten', own: false, answers: [], withdrawable: 'tick 1' },
      { side: 'school', own: false, answers: ['disputed'], withdrawable: 'tick 2' },
    ])
  })
})
