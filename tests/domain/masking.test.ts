import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberShown } from '#app/domain/discretion.ts'
import { groupShown, totalShown, type GroupNumbers } from '#app/domain/masking.ts'

/** A number that a side can have said, small ones often. */
const anyNumber = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 40 }))

/** A group, and the same group in a world that differs in nothing but what must stay hidden. */
const anyTwoWorlds = fc
  .record({ reported: anyNumber, received: anyNumber })
  .chain((group) => fc.tuple(fc.constant(group), alike(group)))

function alike({ reported, received }: GroupNumbers): fc.Arbitrary<GroupNumbers> {
  // What the school still says of a group that has ended is hidden altogether.
  if (reported === 0) return fc.record({ reported: fc.constant(0), received: anyNumber })
  return fc.record({
    reported: reported !== null && reported < 5 ? fc.integer({ min: 1, max: 4 }) : fc.constant(reported),
    received: received !== null && received < 5 ? fc.integer({ min: 0, max: 4 }) : fc.constant(received),
  })
}

/** Everything that a page can show of some groups. */
function shown(groups: readonly GroupNumbers[]) {
  const going = groups.filter(({ reported }) => reported !== 0)
  const each = groups.map((group) => groupShown(group, false))
  return {
    each,
    reported: totalShown(going.map((group) => groupShown(group, false).reported)),
    received: totalShown(going.map((group) => groupShown(group, false).received)),
    differing: each.filter(({ agreement }) => agreement === 'differs').length,
  }
}

describe('for a reader who sees no small numbers', () => {
  it('two worlds that differ only in hidden numbers look the same', () => {
    fc.assert(
      fc.property(fc.array(anyTwoWorlds, { maxLength: 9 }), (groups) => {
        expect(shown(groups.map(([one]) => one))).toEqual(shown(groups.map(([, other]) => other)))
      }),
    )
  })

  it('no small number is ever among what is shown, and the sum is of those that are', () => {
    fc.assert(
      fc.property(fc.array(anyNumber), (numbers) => {
        const each = numbers.map((number) => numberShown(number, false))
        const open = numbers.flatMap((number) => (number !== null && number >= 5 ? [number] : []))
        expect(each.filter((number) => typeof number === 'number')).toEqual(open)
        expect(totalShown(each).sum).toBe(open.reduce((sum, number) => sum + number, 0))
      }),
    )
  })

  it.each([
    [7, 7, 7, 7, 'agreed'],
    [7, 8, 7, 8, 'differs'],
    [7, 3, 7, 'few', 'differs'],
    [2, 9, 'few', 9, 'differs'],
    [2, 2, 'few', 'few', 'not shown'],
    [2, 3, 'few', 'few', 'not shown'],
    [2, 0, 'few', 'few', 'not shown'],
    [2, null, 'few', 'not reported', 'waits for the school'],
    [null, 3, 'not reported', 'few', 'not reported'],
    [0, 9, 'few', 'few', 'not shown'],
    [0, null, 'few', 'few', 'not shown'],
  ] as const)('%s and %s are %s and %s: %s', (reported, received, one, other, agreement) => {
    expect(groupShown({ reported, received }, false)).toEqual({ reported: one, received: other, agreement })
  })
})

describe('for a reader who sees small numbers', () => {
  it('everything is as it is', () => {
    fc.assert(
      fc.property(fc.array(anyNumber), (numbers) => {
        const said = numbers.filter((number) => number !== null)
        expect(totalShown(numbers.map((number) => numberShown(number, true)))).toEqual({
          sum: said.reduce((sum, number) => sum + number, 0),
          few: 0,
          notReported: numbers.length - said.length,
        })
      }),
    )
  })

  it.each([
    [2, 3, 'differs'],
    [2, 2, 'agreed'],
    [2, null, 'waits for the school'],
    [null, 2, 'not reported'],
    [0, 2, 'differs'],
    [0, null, 'agreed'],
    [0, 0, 'agreed'],
  ] as const)('%s and %s: %s', (reported, received, agreement) => {
    expect(groupShown({ reported, received }, true)).toMatchObject({ agreement })
  })
})
