import { describe, expect, it } from 'vitest'
import type { PlanContent, WrittenStep } from '#app/domain/plan.ts'
import { compared } from '#app/domain/plan-comparison.ts'
import { impactOf, sizesOf } from '#app/domain/plan-impact.ts'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'
import * as field from './field.ts'

function planOf(...steps: WrittenStep[]): PlanContent {
  const routines = [{ id: 'cooperation', title: { nb: 'Samarbeid' }, purpose: null, steps }]
  return { title: { nb: 'Plan' }, purposes: [], routines, framework: [], legalBasis: [] }
}

const MEETING = field.stepAs({ id: 'meeting' })
const BEFORE = planOf(MEETING, field.stepAs({ id: 'visit', scope: 'school', responsible: 'school' }))
const [, VISIT = MEETING] = BEFORE.routines[0]?.steps ?? []

describe('what a new version comes to for the places', () => {
  const CASES: [what: string, after: PlanContent, impact: object[]][] = [
    ['nothing', BEFORE, []],
    [
      'a new step',
      planOf(MEETING, VISIT, field.stepAs({ id: 'letter', scope: 'kindergarten' })),
      [{ sort: 'added', steps: 1, kinds: ['kindergarten'] }],
    ],
    ['a step taken out', planOf(MEETING), [{ sort: 'taken out', steps: 1, kinds: ['school'] }]],
    [
      'another wording of two steps',
      planOf({ ...MEETING, title: { nb: 'Møte' } }, { ...VISIT, title: { nb: 'Besøk' } }),
      [{ sort: 'changed', steps: 2, kinds: ['pair', 'school'] }],
    ],
    [
      'another meaning',
      planOf({ ...MEETING, title: { nb: 'Møte' }, meaning: 2 }, VISIT),
      [{ sort: 'opens again', steps: 1, kinds: ['pair'] }],
    ],
    [
      'a step that is asked elsewhere: it matters where it was, too',
      planOf({ ...MEETING, scope: 'kindergarten', meaning: 2 }, VISIT),
      [{ sort: 'opens again', steps: 1, kinds: ['pair', 'kindergarten'] }],
    ],
  ]
  it.each(CASES)('is %s', (_, after, impact) => {
    expect(impactOf(compared(BEFORE, after))).toEqual(impact)
  })

  it('is counted in places; a neighbour counts in its pairs, not by itself', () => {
    const places = [
      THE_MUNICIPALITY,
      field.atKindergarten(field.BLUEBELL),
      field.atKindergarten(field.TWINFLOWER),
      field.atKindergarten(field.ACROSS_THE_FJORD),
      field.atSchool(field.FJORDVIK_SCHOOL, field.BLUEBELL),
      field.pairOf(field.BLUEBELL, field.FJORDVIK_SCHOOL),
      field.pairOf(field.ACROSS_THE_FJORD, field.FJORDVIK_SCHOOL),
      field.pairOf(field.BLUEBELL, field.FREE_SCHOOL),
    ]
    expect(sizesOf(places)).toEqual({
      municipality: { all: 1, private: 0 },
      kindergarten: { all: 2, private: 1 },
      school: { all: 1, private: 0 },
      pair: { all: 3, private: 1 },
    })
  })
})
