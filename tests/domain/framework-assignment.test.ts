import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import {
  acknowledgedBy,
  assignmentsAmong,
  hasFramework,
  isAssigned,
  isTimeFor,
  unreadSince,
  type Acknowledgement,
} from '#app/domain/framework-assignment.ts'
import type { Area } from '#app/domain/plan.ts'
import { obligationToFramework } from '#app/domain/obligation.ts'
import { THE_MUNICIPALITY, type Place } from '#app/domain/place.ts'
import { anyFramework, areaOf, elementAs, NOON } from './any-framework.ts'
import { anyPlace } from './anything.ts'
import * as field from './field.ts'

const { BLUEBELL, TWINFLOWER, FJORDVIK_SCHOOL, FREE_SCHOOL } = field
const version = { framework: [areaOf('belonging', elementAs('friend'), elementAs('own place'))] }

describe('the framework is assigned', () => {
  it.each<[string, Place, boolean]>([
    ['to a kindergarten', field.atKindergarten(BLUEBELL), true],
    ['to a school that receives children', field.atSchool(FJORDVIK_SCHOOL, BLUEBELL), true],
    ['not to a school without a pair', field.atSchool(FJORDVIK_SCHOOL), false],
    ['not to a pair', field.pairOf(BLUEBELL, FJORDVIK_SCHOOL), false],
    ['not to the municipality', THE_MUNICIPALITY, false],
  ])('%s', (_, place, expected) => {
    expect(isAssigned(place)).toBe(expected)
  })

  it('to each unit once, obliged or invited as to the plan’s steps', () => {
    const agreed = field.answering(TWINFLOWER, { answer: 'partly', routineIds: ['framework'] })
    const places = [
      field.atKindergarten(BLUEBELL),
      field.atKindergarten(agreed),
      field.atSchool(FREE_SCHOOL, BLUEBELL, agreed),
      field.pairOf(BLUEBELL, FREE_SCHOOL),
    ]
    expect(assignmentsAmong(places, version).map(({ unit, obligation }) => [unit.name, obligation])).toEqual([
      ['Blåklokka barnehage', 'plan'],
      ['Linnea barnehage', 'agreement'],
      ['Lyngheim friskole', 'invitation'],
    ])
  })

  it('to nobody where the version has no elements', () => {
    const empty = { framework: [areaOf('belonging')] }
    expect(hasFramework(empty)).toBe(false)
    expect(assignmentsAmong([field.atKindergarten(BLUEBELL)], empty)).toEqual([])
  })

  it.each([
    ['a kindergarten, until the children start school', BLUEBELL, '2027-08-15', true],
    ['not a kindergarten from the first school day on', BLUEBELL, '2027-08-16', false],
    ['a school through the autumn', FJORDVIK_SCHOOL, '2027-11-30', true],
  ])('and asks %s', (_, unit, today, expected) => {
    expect(isTimeFor(unit, { firstSchoolDay: day('2027-08-16') }, day(today))).toBe(expected)
  })

  it('by the places alone: each place that is assigned is in the list with what binds its unit', () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 6 }), (places) => {
        const among = assignmentsAmong(places, version)
        expect(new Set(among.map(({ unit }) => unit.id))).toEqual(
          new Set(places.filter(isAssigned).map(({ id }) => id)),
        )
        for (const { unit, obligation } of among) expect(obligation).toBe(obligationToFramework(unit))
      }),
    )
  })
})

const friend = elementAs('friend', { kindergarten: { nb: 'Alle har en venn' }, school: { nb: 'Læreren vet hvem' } })
const before = { framework: [areaOf('belonging', friend, elementAs('own place')), areaOf('play')] }
const changed = (framework: Area[]) =>
  unreadSince(before, { framework }, 'kindergarten').map(({ kind, id }) => [kind, id])

describe('what a side has not read', () => {
  it.each<[string, Area[], string[][]]>([
    ['nothing where all is the same', before.framework, []],
    [
      'a new element',
      [areaOf('belonging', friend, elementAs('own place')), areaOf('play', elementAs('rules'))],
      [['new', 'rules']],
    ],
    ['an element that is gone', [areaOf('belonging', friend), areaOf('play')], [['taken out', 'own place']]],
    ['its side worded anew', reworded({ kindergarten: { nb: 'Hver har en venn' } }), [['reworded', 'friend']]],
    ['another meaning in the same words', reworded({ meaning: 2 }), [['reworded', 'friend']]],
    ['not the other side', reworded({ school: { nb: 'Noe helt annet' } }), []],
    [
      'not a translation that was missing',
      reworded({ kindergarten: { nb: 'Alle har en venn', nn: 'Alle har ein ven' } }),
      [],
    ],
    ['not another order or another area', [areaOf('play', elementAs('own place')), areaOf('belonging', friend)], []],
  ])('is %s', (_, framework, expected) => {
    expect(changed(framework)).toEqual(expected)
  })

  it('is an area with another name', () => {
    const [first, ...others] = before.framework
    const renamed = [{ ...(first as Area), title: { nb: 'Vennskap' } }, ...others]
    expect(changed(renamed)).toEqual([['reworded', 'belonging']])
  })
})

function reworded(changes: Parameters<typeof elementAs>[1]): Area[] {
  return [areaOf('belonging', { ...friend, ...changes }, elementAs('own place')), areaOf('play')]
}

function said(versionId: string): Acknowledgement {
  return { unitId: BLUEBELL.id, versionId, at: NOON, by: { personId: 'p', name: 'Styrer', forUnit: false } }
}

describe('an acknowledgement', () => {
  const other = { framework: reworded({ kindergarten: { nb: 'Hver har en venn' } }) }
  const versionOf = (id: string) => (id === 'one' ? before : other)

  it('is asked for until it is given', () => {
    expect(acknowledgedBy('kindergarten', before, [], versionOf)).toEqual({ state: 'not yet' })
  })

  it('stays through a version that changes nothing of the side, and is asked for again where one does', () => {
    expect(acknowledgedBy('school', other, [said('one')], versionOf)).toMatchObject({ state: 'acknowledged' })
    expect(acknowledgedBy('kindergarten', other, [said('one')], versionOf)).toMatchObject({
      state: 'changed since',
      last: said('one'),
      unread: [{ kind: 'reworded', id: 'friend' }],
    })
    expect(acknowledgedBy('kindergarten', other, [said('one'), said('two')], versionOf).state).toBe('acknowledged')
  })

  it('of a version counts again when the cycle goes back to it', () => {
    expect(acknowledgedBy('kindergarten', before, [said('one'), said('two')], versionOf)).toEqual({
      state: 'acknowledged',
      last: said('one'),
    })
  })

  it('LAW: holds for the version it was given to, whatever else was read, and for any with the same words', () => {
    fc.assert(
      fc.property(anyFramework, anyFramework, fc.constantFrom('kindergarten', 'school'), (one, two, side) => {
        const of = (id: string) => ({ framework: id === 'one' ? one : two })
        expect(acknowledgedBy(side, of('one'), [said('one'), said('two')], of).state).toBe('acknowledged')
        const turned = { framework: one.toReversed() }
        expect(acknowledgedBy(side, turned, [said('one')], of).state).toBe('acknowledged')
      }),
    )
  })

  it('LAW: what is not read is never both new and gone, and nothing is new to whoever reads the same', () => {
    fc.assert(
      fc.property(anyFramework, anyFramework, (one, two) => {
        expect(unreadSince({ framework: one }, { framework: one }, 'kindergarten')).toEqual([])
        const ids = unreadSince({ framework: one }, { framework: two }, 'kindergarten').map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
