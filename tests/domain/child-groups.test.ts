import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, childrenTyped, joined, sayingOf } from '#app/domain/child-group.ts'

const anyChildren = fc.integer({ min: 0, max: 12 })
const anyNumber = fc.option(anyChildren, { nil: null })

describe('a number as it was typed', () => {
  it.each([
    ['8', 8],
    [' 8 ', 8],
    ['0', 0],
    ['999', 999],
    ['', null],
    ['  ', null],
    ['1,5', 'not a number'],
    ['1.0', 'not a number'],
    ['-1', 'not a number'],
    ['1000', 'not a number'],
    ['1e2', 'not a number'],
    ['tre', 'not a number'],
    ['٣', 'not a number'],
  ])('%j is %j', (text, number) => {
    expect(childrenTyped(text)).toBe(number)
  })
})

describe('how two numbers stand', () => {
  it('is told of both, the same way whichever number it is', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (reported, received) => {
        const agreement = agreementOf(reported, received)
        expect(agreement === 'not reported').toBe(reported === null)
        expect(agreement === 'differs').toBe(reported !== null && received !== null && reported !== received)
        expect(agreement === 'waits for the school').toBe(reported !== null && reported > 0 && received === null)
      }),
    )
  })
})

describe('what there is to say after a number was written', () => {
  const said = (children: number | null) => (children === null ? null : { children, by: 'Styrer' })

  it('is nothing where it was left as it was, whatever was said meanwhile', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (seen, stands) => {
        const { say, problems } = sayingOf({ field: 'f', children: seen, seen }, said(stands))
        expect({ say, problems }).toEqual({ say: null, problems: [] })
      }),
    )
  })

  it('is the number exactly where it is new, and nobody said another meanwhile', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (children, seen, stands) => {
        const { say, problems } = sayingOf({ field: 'f', children, seen }, said(stands))
        const isNew = children !== seen && children !== stands
        expect(say).toBe(isNew && children !== null && stands === seen ? children : null)
        expect(problems).toHaveLength(isNew && say === null ? 1 : 0)
      }),
    )
  })
})

it.each([
  [null, null, null],
  [8, null, 8],
  [null, 5, 5],
  [8, 5, 13],
  [8, 0, 8],
])('a group of %s that joins one of %s makes %s', (moving, there, together) => {
  expect(joined(moving, there)).toBe(together)
})
