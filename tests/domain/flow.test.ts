import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberShown, type ChildrenShown } from '#app/domain/discretion.ts'
import {
  arrivalsOf,
  keyOf,
  MOST_RIBBONS,
  pictureOf,
  WIDTH_OF_HIDDEN,
  widthOf,
  type Destination,
  type Flow,
} from '#app/domain/flow.ts'

const NES: Destination = { school: 'nes' }
const FJORDVIK: Destination = { school: 'fjordvik' }
const LEAVING: Destination = { elsewhere: 'another municipality' }

function flow(from: string, to: Destination, children: ChildrenShown): Flow {
  return { from, to, children }
}

describe('the picture', () => {
  const flows = [
    flow('bluebell', FJORDVIK, 8),
    flow('sunbeam', FJORDVIK, 3),
    flow('lingonberry', FJORDVIK, 1),
    flow('quiet', FJORDVIK, 'not reported'),
    flow('bluebell', NES, 5),
    flow('sunbeam', LEAVING, 2),
  ]

  it('draws wide flows by themselves, and the small ones of each destination as one', () => {
    expect(pictureOf(arrivalsOf(flows))).toEqual({
      left: 0,
      drawn: [
        { to: FJORDVIK, ribbons: [{ from: 'bluebell', children: 8 }], small: { groups: 2, children: 4 } },
        { to: NES, ribbons: [{ from: 'bluebell', children: 5 }], small: null },
        { to: LEAVING, ribbons: [], small: { groups: 1, children: 2 } },
      ],
    })
  })

  it('draws hidden numbers as wide as any others, also beside one that is not hidden', () => {
    const [one] = pictureOf(arrivalsOf([flow('bluebell', NES, 'few'), flow('sunbeam', NES, 3)])).drawn
    expect(one?.small).toEqual({ groups: 2, children: null })
    expect(one && widthOf(one)).toBe(WIDTH_OF_HIDDEN)
  })

  it('draws nothing of what nobody has reported', () => {
    expect(pictureOf(arrivalsOf([flow('quiet', NES, 'not reported')]))).toEqual({ drawn: [], left: 0 })
  })

  it('draws the largest arrivals whole, where there are too many', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      ['a', 'b', 'c'].map((from) => flow(from, { school: `school ${at}` }, 5 + at)),
    ).flat()
    const { drawn, left } = pictureOf(arrivalsOf(many))
    expect(drawn.flatMap(({ ribbons }) => ribbons)).toHaveLength(MOST_RIBBONS)
    expect(left).toBe(10)
    expect(drawn.map(({ to }) => keyOf(to))).toEqual(Array.from({ length: 20 }, (_, at) => `school ${at + 10}`))
  })

  it('draws one arrival, however many come to it', () => {
    const many = Array.from({ length: 100 }, (_, at) => flow(`kindergarten ${at}`, NES, 6))
    expect(pictureOf(arrivalsOf(many)).drawn[0]?.ribbons).toHaveLength(100)
  })
})

const anyDestination = fc.constantFrom(NES, FJORDVIK, LEAVING)
const anyRow = fc.record({
  from: fc.constantFrom('bluebell', 'sunbeam', 'lingonberry', 'quiet'),
  to: anyDestination,
  children: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
})
const seenBy = (seesSmall: boolean) => (row: { from: string; to: Destination; children: number | null }) =>
  flow(row.from, row.to, numberShown(row.children, seesSmall))

describe('whatever flows', () => {
  it('who sees all numbers sees every child in the picture', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 40 }), (rows) => {
        const arrivals = arrivalsOf(rows.map(seenBy(true)))
        const { drawn } = pictureOf(arrivals)
        const width = drawn.reduce((sum, each) => sum + widthOf(each), 0)
        expect(width).toBe(rows.reduce((sum, { children }) => sum + (children ?? 0), 0))
        for (const each of drawn) {
          const arrival = arrivals.find(({ to }) => keyOf(to) === keyOf(each.to))
          expect(widthOf(each)).toBe(arrival?.total.sum)
        }
      }),
    )
  })

  it('two worlds that differ only in hidden numbers make the same picture', () => {
    const anyOther = fc.integer({ min: 1, max: 4 })
    const twice = fc.array(fc.tuple(anyRow, anyOther), { maxLength: 40 })
    fc.assert(
      fc.property(twice, (rows) => {
        const one = rows.map(([row]) => row)
        const other = rows.map(([row, hidden]) => {
          return row.children !== null && row.children < 5 ? { ...row, children: hidden } : row
        })
        const seen = (world: typeof one) => {
          const arrivals = arrivalsOf(world.map(seenBy(false)))
          return { arrivals, picture: pictureOf(arrivals) }
        }
        expect(seen(other)).toEqual(seen(one))
      }),
    )
  })
})
