import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cycleReckoning,
  schoolReckoning,
  standing,
  stateOf,
  type ExplanationSaid,
  type GoingElsewhere,
  type Group,
  type ReckoningState,
} from '#app/domain/reconciliation.ts'

const SCHOOL = 'fjordvik'

function group(
  kindergartenId: string,
  reported: number | null,
  received: number | null = null,
  schoolId = SCHOOL,
): Group {
  return { pairId: `${kindergartenId} ${schoolId}`, kindergartenId, schoolId, reported, received }
}

function said(sequence: number, children: number, id = `explanation ${sequence}`): ExplanationSaid {
  return { id, sequence, schoolId: SCHOOL, children }
}

describe('a school', () => {
  it('counts what the kindergartens say, and what it says itself beside it', () => {
    const groups = [
      group('bluebell', 8, 7),
      group('sunbeam', 5),
      group('lingonberry', null, 3),
      group('other', 9, 9, 'nes'),
    ]
    expect(schoolReckoning(SCHOOL, 16, groups, [])).toEqual({
      schoolId: SCHOOL,
      enrolled: 16,
      known: 13,
      received: 15,
      notReported: 1,
      gap: 3,
      explained: 0,
      unexplained: 3,
    })
  })

  it('keeps explanations of what is not enrolled yet until there is a gap to explain', () => {
    expect(schoolReckoning(SCHOOL, null, [group('bluebell', 8)], [said(1, 2)])).toMatchObject({
      gap: null,
      explained: 2,
      unexplained: null,
    })
  })

  it.each<[ReckoningState, number | null, Group[], ExplanationSaid[]]>([
    ['no children', null, [], []],
    ['no children', null, [group('bluebell', 0)], []],
    ['no children', 0, [], []],
    ['not enrolled', null, [group('bluebell', 8)], []],
    ['not enrolled', null, [group('bluebell', null)], []],
    ['adds up', 8, [group('bluebell', 8)], []],
    ['unexplained', 10, [group('bluebell', 8)], []],
    ['unexplained', 10, [group('bluebell', 8)], [said(1, 1)]],
    ['unexplained', 7, [group('bluebell', 8)], []],
    ['unexplained', 10, [group('bluebell', 8)], [said(1, -1)]],
    ['explained', 10, [group('bluebell', 8)], [said(1, 2)]],
    ['explained', 7, [group('bluebell', 8)], [said(1, 1), said(2, -2)]],
    ['over-explained', 10, [group('bluebell', 8)], [said(1, 3)]],
    ['over-explained', 8, [group('bluebell', 8)], [said(1, 3)]],
    ['over-explained', 0, [], [said(1, 3)]],
  ])('%s: %s enrolled', (state, enrolled, groups, explanations) => {
    expect(stateOf(schoolReckoning(SCHOOL, enrolled, groups, explanations))).toBe(state)
  })
})

describe('explanations', () => {
  it('stand as they were last said', () => {
    const all = [said(1, 4, 'moved'), said(2, 1, 'abroad'), said(3, 3, 'moved'), said(4, 0, 'abroad')]
    expect(standing(all)).toEqual([said(3, 3, 'moved')])
  })
})

const anyNumber = fc.option(fc.nat(60), { nil: null })
const anyGroup = fc
  .tuple(
    fc.constantFrom('bluebell', 'sunbeam', 'lingonberry', 'abroad'),
    anyNumber,
    anyNumber,
    fc.constantFrom(SCHOOL, 'nes', 'beach'),
  )
  .map((parts) => group(...parts))
const anyExplanations = fc
  .array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), children: fc.integer({ min: -20, max: 20 }) }))
  .map((all) => all.map((each, at) => ({ ...each, sequence: at + 1, schoolId: at % 3 ? SCHOOL : 'nes' })))
const anyElsewhere: fc.Arbitrary<GoingElsewhere> = fc.record({
  kindergartenId: fc.constantFrom('bluebell', 'sunbeam', 'quiet'),
  destination: fc.constantFrom('another municipality', 'not decided'),
  children: fc.nat(5),
})
const anySaid = fc.record({
  schoolIds: fc.constant([SCHOOL, 'nes']),
  kindergartenIds: fc.constant(['bluebell', 'sunbeam', 'lingonberry', 'quiet']),
  enrolled: fc
    .record({ [SCHOOL]: fc.nat(120), nes: fc.nat(120) }, { requiredKeys: [] })
    .map((numbers) => new Map(Object.entries(numbers))),
  groups: fc.array(anyGroup),
  explanations: anyExplanations,
  elsewhere: fc.array(anyElsewhere),
})

describe('whatever is said', () => {
  it('the explained and the unexplained are the gap, at every school', () => {
    fc.assert(
      fc.property(anySaid, (all) => {
        for (const { enrolled, known, gap, explained, unexplained } of cycleReckoning(all).schools) {
          expect(gap).toBe(enrolled === null ? null : enrolled - known)
          if (gap !== null) expect(explained + (unexplained ?? NaN)).toBe(gap)
        }
      }),
    )
  })

  it('taking an explanation back brings back what it was without it', () => {
    const anyOther = fc.integer({ min: -20, max: 20 })
    fc.assert(
      fc.property(anyNumber, fc.array(anyGroup), anyExplanations, anyOther, (enrolled, groups, before, children) => {
        const reckoned = (all: ExplanationSaid[]) => schoolReckoning(SCHOOL, enrolled, groups, all)
        const explained = [...before, said(100, children, 'another')]
        expect(reckoned(explained).explained).toBe(reckoned(before).explained + children)
        expect(reckoned([...explained, said(101, 0, 'another')])).toEqual(reckoned(before))
      }),
    )
  })

  it('the order of what was read changes no number', () => {
    const shuffled = <T>(all: T[]) => fc.shuffledSubarray(all, { minLength: all.length })
    const twice = anySaid.chain((all) =>
      fc
        .record({
          groups: shuffled(all.groups),
          explanations: shuffled(all.explanations),
          elsewhere: shuffled(all.elsewhere),
        })
        .map((other) => [all, { ...all, ...other }] as const),
    )
    const sorted = (each: readonly object[]) => each.map((one) => JSON.stringify(one)).toSorted()
    fc.assert(
      fc.property(twice, ([one, other]) => {
        const [a, b] = [cycleReckoning(one), cycleReckoning(other)]
        expect(b).toMatchObject({ schools: a.schools, unexplained: a.unexplained, silent: a.silent, addsUp: a.addsUp })
        for (const list of ['notReported', 'differing', 'notDecided', 'leaving'] as const)
          expect(sorted(b[list])).toEqual(sorted(a[list]))
      }),
    )
  })

  it('the numbers add up only where nothing at all is open', () => {
    fc.assert(
      fc.property(anySaid, (all) => {
        const cycle = cycleReckoning(all)
        const calm: ReckoningState[] = ['no children', 'adds up', 'explained']
        const open = cycle.notReported.length + cycle.silent.length + cycle.differing.length + cycle.notDecided.length
        const isCalm = cycle.schools.every((school) => calm.includes(stateOf(school)))
        expect(cycle.addsUp).toBe(open === 0 && isCalm)
      }),
    )
  })
})

describe('a cycle', () => {
  const everything = {
    schoolIds: [SCHOOL, 'nes'],
    kindergartenIds: ['bluebell', 'sunbeam'],
    enrolled: new Map([
      [SCHOOL, 10],
      ['nes', 6],
    ]),
    groups: [group('bluebell', 8, 8), group('sunbeam', 7, null, 'nes'), group('bluebell', 2, null, 'neighbour')],
    explanations: [],
    elsewhere: [],
  }

  it('sets no surplus at one school against a gap at another', () => {
    const reckoned = cycleReckoning(everything)
    expect(reckoned).toMatchObject({ enrolled: 16, known: 15, unexplained: 3, addsUp: false })
  })

  it('adds up when each gap is explained; children for another municipality have a place', () => {
    const explanations = [said(1, 2), { ...said(2, -1), schoolId: 'nes' }]
    const leaving = { kindergartenId: 'sunbeam', destination: 'another municipality', children: 2 } as const
    const all = { ...everything, explanations, elsewhere: [leaving] }
    expect(cycleReckoning(all)).toMatchObject({ unexplained: 0, leaving: [leaving], addsUp: true })
    const undecided = { ...leaving, destination: 'not decided' } as const
    expect(cycleReckoning({ ...all, elsewhere: [undecided] })).toMatchObject({ notDecided: [undecided], addsUp: false })
    expect(cycleReckoning({ ...all, kindergartenIds: ['quiet'] })).toMatchObject({ silent: ['quiet'], addsUp: false })
  })
})
