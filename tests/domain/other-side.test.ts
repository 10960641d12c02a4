import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coveragePer, unitCoverageOf } from '#app/domain/coverage.ts'
import { otherSideOf, partnerIn, readsThrough, type Partner } from '#app/domain/other-side.ts'
import type { FrameworkMark } from '#app/domain/framework-mark.ts'
import type { Actor } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import { anyActor, KINDERGARTENS } from './anything.ts'
import { anyFramework, anyStory, areaOf, elementAs, markAs } from './any-framework.ts'
import * as field from './field.ts'

const FRAMEWORK = [areaOf('belonging', elementAs('friend'), elementAs('own place'))]
const ADVISER = field.seated(['adviser'])
const OBSERVER = field.seated(['observer'])
const PRINCIPAL = field.seated(['principal', field.FJORDVIK_SCHOOL])
const DIRECTOR = field.seated(['director', field.BLUEBELL])

function incoming(unit: Unit, ...marks: FrameworkMark[]): Partner {
  return { pair: field.pairOf(unit, field.FJORDVIK_SCHOOL, 6), unit, marks }
}

function markShownTo(actor: Actor, mark: FrameworkMark) {
  const [only] =
    otherSideOf({ framework: FRAMEWORK }, [incoming(field.BLUEBELL, mark)], actor).get('friend')?.units ?? []
  return only?.mark
}

describe('what the other side has worked with', () => {
  it('is told in sum and unit by unit, for every element', () => {
    const others = otherSideOf(
      { framework: FRAMEWORK },
      [
        incoming(field.BLUEBELL, markAs('friend', 'worked with', 1), markAs('own place', 'not for us', 2)),
        incoming(field.CLOUDBERRY, markAs('friend', 'working with it', 1)),
        incoming(field.TWINFLOWER),
      ],
      PRINCIPAL,
    )
    expect(others.get('friend')?.coverage).toMatchObject({ asked: 3, workedWith: 1, workingWith: 1 })
    expect(others.get('own place')?.coverage).toMatchObject({ asked: 2, workedWith: 0, notForUs: 1 })
    expect(others.get('friend')?.units.map(({ unit, mark }) => [unit.id, mark?.mark])).toEqual([
      [field.BLUEBELL.id, 'worked with'],
      [field.CLOUDBERRY.id, 'working with it'],
      [field.TWINFLOWER.id, undefined],
    ])
  })

  it('is there for every element even where nobody is on the other side', () => {
    const others = otherSideOf({ framework: FRAMEWORK }, [], PRINCIPAL)
    expect([...others.values()].map(({ units }) => units)).toEqual([[], []])
  })

  it('is of the unit at the other end of a pair', () => {
    const pair = field.pairOf(field.BLUEBELL, field.FJORDVIK_SCHOOL, 6)
    expect(partnerIn(pair, 'school')).toBe(field.BLUEBELL)
    expect(partnerIn(pair, 'kindergarten')).toBe(field.FJORDVIK_SCHOOL)
  })
})

describe('who reads it', () => {
  const pair = field.pairOf(field.BLUEBELL, field.FJORDVIK_SCHOOL, 6)
  const another = field.pairOf(field.CLOUDBERRY, field.HILL_SCHOOL, 6)

  it.each([
    ['the principal', PRINCIPAL, true, false],
    ['the director', DIRECTOR, true, false],
    ['the adviser', ADVISER, true, true],
    ['an observer', OBSERVER, true, true],
    ['a visitor', 'visitor' as const, false, false],
  ])('%s, through its own pairs', (_, actor, own, others) => {
    expect([readsThrough(actor, pair), readsThrough(actor, another)]).toEqual([own, others])
  })

  it.each([
    ['the principal', PRINCIPAL, true],
    ['the director', DIRECTOR, true],
    ['the adviser', ADVISER, true],
    ['an observer', OBSERVER, false],
  ])('%s reads how a group works with an element: %s', (_, actor, reads) => {
    const how = 'Turdag hver onsdag'
    expect(markShownTo(actor, markAs('friend', 'worked with', 1, { how }))?.how).toBe(reads ? how : null)
  })

  it.each([
    ['the principal', PRINCIPAL, false],
    ['the director', DIRECTOR, true],
    ['the adviser', ADVISER, true],
    ['an observer', OBSERVER, false],
  ])('%s reads why an element is not for the kindergarten: %s', (_, actor, reads) => {
    const shown = markShownTo(actor, markAs('friend', 'not for us', 1))
    expect(shown?.mark).toBe('not for us')
    expect(shown?.reason !== null).toBe(reads)
  })
})

describe('laws', () => {
  const anyPartners = fc.array(fc.tuple(fc.constantFrom(...KINDERGARTENS), anyStory), { maxLength: 4 })

  it('the sum is the coverage of the same units, whoever reads it', () => {
    fc.assert(
      fc.property(anyFramework, anyPartners, anyActor, (framework, stories, actor) => {
        const others = otherSideOf(
          { framework },
          stories.map(([unit, marks]) => incoming(unit, ...marks)),
          actor,
        )
        const units = stories.map(([unit, marks]) => unitCoverageOf({ unit, obligation: 'plan' }, { framework }, marks))
        for (const [id, coverage] of coveragePer('element', units)) expect(others.get(id)?.coverage).toEqual(coverage)
      }),
    )
  })
})
