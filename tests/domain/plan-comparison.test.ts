import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { edited } from '#app/domain/draft-edits.ts'
import type { Edit } from '#app/domain/draft.ts'
import { isMoved } from '#app/domain/list-comparison.ts'
import { applied, compared, isUnchanged, stepChanges, type StepChange } from '#app/domain/plan-comparison.ts'
import type { PlanContent, WrittenStep } from '#app/domain/plan.ts'
import { FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { anyEdit, draftOf, stepEdited } from './editing.ts'
import { stepAs } from './field.ts'
import { anyPlan } from './plans.ts'

/** A plan in short: `planOf('r1: a b', 'r2: c')`. */
function planOf(...routines: string[]): PlanContent {
  return { ...NOTHING, routines: routines.map(routineOf) }
}

function routineOf(short: string) {
  const [id = '', ids = ''] = short.split(':')
  const steps = ids
    .trim()
    .split(' ')
    .filter(Boolean)
    .map((id) => stepAs({ id }))
  return { id, title: { nb: id }, purpose: null, steps }
}

const NOTHING: PlanContent = { title: { nb: 'Plan' }, purposes: [], routines: [], framework: [], legalBasis: [] }

/** What happened to the steps in short: `a added to r1`. */
function told(from: PlanContent, to: PlanContent): string[] {
  return stepChanges(compared(from, to)).map((change) => {
    if (change.kind === 'added') return `${change.id} added to ${change.to.routine.id}`
    if (change.kind === 'taken out') return `${change.id} taken out of ${change.from.routine.id}`
    return `${change.id} changed: ${change.fields.join(', ')}${change.opensAgain ? ' (opens again)' : ''}`
  })
}

describe('a comparison of plans', () => {
  it('of a plan with itself is empty', () => {
    fc.assert(fc.property(anyPlan, (plan) => isUnchanged(compared(plan, structuredClone(plan)))))
  })

  it('applied to the one gives the other, word by word and in order', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        expect(applied(one, compared(one, other))).toEqual(other)
      }),
    )
  })

  it('is empty only for plans that say the same', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        if (isUnchanged(compared(one, other))) expect(one).toEqual(other)
      }),
    )
  })

  it('covers whatever an editor can do to a draft', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 8 }), (edits) => {
        const { content } = edits.reduce(edited, draftOf())
        expect(isUnchanged(compared(applied(FJORDVIK_PLAN, compared(FJORDVIK_PLAN, content)), content))).toBe(true)
      }),
    )
  })

  it('tells of each step once: backwards, what was added is taken out, and the same is changed', () => {
    const ids = (changes: StepChange[], kind: string) => changes.flatMap((each) => (each.kind === kind ? each.id : []))
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        const there = stepChanges(compared(one, other))
        const back = stepChanges(compared(other, one))
        expect(new Set(there.map(({ id }) => id)).size).toBe(there.length)
        expect(ids(there, 'added').sort()).toEqual(ids(back, 'taken out').sort())
        expect(ids(there, 'taken out').sort()).toEqual(ids(back, 'added').sort())
      }),
    )
  })

  it('calls as few moved as can be: the others stand in the same order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 }), (order) => {
        const { steps } = compared(planOf('r: a b c d e f'), planOf(`r: ${order.join(' ')}`))
        const moved = steps.filter(isMoved).map(({ id }) => id)
        const rest = order.filter((id) => !moved.includes(id))
        expect(rest).toEqual([...rest].sort())
        expect(rest).toHaveLength(longestRising(order))
      }),
    )
  })

  function longestRising([first, ...rest]: readonly string[], above = ''): number {
    if (first === undefined) return 0
    const without = longestRising(rest, above)
    return first > above ? Math.max(without, 1 + longestRising(rest, first)) : without
  }

  it.each([
    ['nothing', ['r: a b'], ['r: a b'], []],
    ['one added at the top moves no other', ['r: a b c'], ['r: new a b c'], ['new added to r']],
    ['one added in the middle', ['r: a b'], ['r: a new b'], ['new added to r']],
    ['one taken out is told where it was', ['r: a b c'], ['r: a c x'], ['b taken out of r', 'x added to r']],
    ['the first taken out is told first', ['r: a b'], ['r: b x'], ['a taken out of r', 'x added to r']],
    ['the last moved to the top', ['r: a b c d'], ['r: d a b c'], ['d changed: order']],
    ['two that changed places', ['r: a b'], ['r: b a'], ['b changed: order']],
    ['one moved to another routine', ['r: a b', 'q: c'], ['r: a', 'q: b c'], ['b changed: routine']],
    [
      'all of a routine taken out',
      ['r: a', 'q: b c', 'p: d'],
      ['r: a x', 'p: d y'],
      ['x added to r', 'b taken out of q', 'c taken out of q', 'y added to p'],
    ],
    ['a routine taken out, its step moved', ['r: a', 'q: b'], ['r: a b'], ['b changed: routine']],
    ['a new routine with an old step', ['r: a b'], ['n: b', 'r: a'], ['b changed: routine']],
    ['routines that changed places say nothing of steps', ['r: a', 'q: b'], ['q: b', 'r: a'], []],
  ])('%s', (_, from, to, expected) => {
    expect(told(planOf(...from), planOf(...to))).toEqual(expected)
  })
})

describe('a changed step', () => {
  const basis = { code: 'BL2a', title: { nb: 'barnehageloven § 2 a' }, checkedOn: null }
  const withStep = (changes: Partial<WrittenStep>): PlanContent => ({
    ...NOTHING,
    routines: [{ ...routineOf('r:'), steps: [{ ...stepAs({ id: 'a' }), ...changes }] }],
  })
  it.each<[Partial<WrittenStep>, string]>([
    [{ title: { nb: 'Overgangssamtale' } }, 'title'],
    [{ title: { nb: 'Overgangsmøte', nn: 'Overgangsmøte' } }, 'title'],
    [{ guidance: { nb: 'Skolen kaller inn.' } }, 'guidance'],
    [{ carriedOutBy: 'principal' }, 'carriedOutBy'],
    [{ scope: 'kindergarten' }, 'scope'],
    [{ responsible: null }, 'responsible'],
    [{ confirmedBy: 'school' }, 'confirmedBy'],
    [{ due: { kind: 'school start year', month: 3, day: 16 } }, 'due'],
    [{ due: { kind: 'year before school start', month: 3, day: 15 } }, 'due'],
    [{ due: { kind: 'days from first school day', days: 0 } }, 'due'],
    [{ due: null }, 'due'],
    [{ binding: 'law' }, 'binding'],
    [{ legalBasis: [basis] }, 'legalBasis'],
    [{ sensitive: true }, 'sensitive'],
    [{ aboutSingleChildren: true }, 'aboutSingleChildren'],
    [{ sparedSmallPairs: true }, 'sparedSmallPairs'],
    [{ meaning: 2, guidance: { nb: 'Nytt' }, binding: 'law' }, 'guidance, binding (opens again)'],
    [{ meaning: 2 }, ' (opens again)'],
  ])('%j', (changes, expected) => {
    expect(told(withStep({}), withStep(changes))).toEqual([`a changed: ${expected}`])
  })

  it('is not one whose missing translation became an empty one', () => {
    expect(told(withStep({}), withStep({ title: { nb: 'Overgangsmøte', nn: '' } }))).toEqual([])
  })

  it('is not one that lists the same laws in another order', () => {
    const other = { ...basis, code: 'O11-6' }
    const from = { ...withStep({ legalBasis: [basis, other] }), legalBasis: [basis, other] }
    expect(told(from, { ...withStep({ legalBasis: [other, basis] }), legalBasis: [basis, other] })).toEqual([])
  })

  it('is not one whose law was worded anew or checked', () => {
    const checked = { ...basis, checkedOn: day('2026-11-01') }
    const from = { ...withStep({ legalBasis: [basis] }), legalBasis: [basis] }
    const to = { ...withStep({ legalBasis: [checked] }), legalBasis: [checked] }
    expect(told(from, to)).toEqual([])
    expect(compared(from, to).legalBasis).toMatchObject([{ id: 'BL2a', kind: 'changed' }])
    expect(applied(from, compared(from, to))).toEqual(to)
  })

  it('keeps its identity when it is renamed, moved and re-dated at once', () => {
    const step = stepEdited(STEPS.visit, { title: { nb: 'Vårbesøket' }, due: null })
    const edits: Edit[] = [{ kind: 'step', routineId: ROUTINES.support, step, meant: 'wording' }]
    const changes = stepChanges(compared(FJORDVIK_PLAN, edits.reduce(edited, draftOf()).content))
    expect(changes).toMatchObject([
      {
        id: STEPS.visit,
        kind: 'changed',
        from: { routine: { id: ROUTINES.cooperation } },
        to: { routine: { id: ROUTINES.support }, step: { title: { nb: 'Vårbesøket' } } },
        fields: ['title', 'due', 'routine'],
        opensAgain: false,
      },
    ])
  })
})

describe('the rest of a plan', () => {
  const area = (id: string, ...elements: string[]) => ({
    id,
    title: { nb: id },
    elements: elements.map((id) => ({ id, kindergarten: { nb: id }, school: { nb: id }, meaning: 1 })),
  })
  it.each<[string, Partial<PlanContent>, Partial<PlanContent>, object]>([
    ['title', {}, { title: { nb: 'Ny' } }, { title: { from: { nb: 'Plan' }, to: { nb: 'Ny' } } }],
    ['purposes', { purposes: [{ nb: 'a' }] }, {}, { purposes: { from: [{ nb: 'a' }], to: [] } }],
    [
      'a routine worded anew',
      { routines: [routineOf('r: a')] },
      { routines: [{ ...routineOf('r: a'), purpose: { nb: 'Hvorfor' } }] },
      { routines: [{ id: 'r', kind: 'changed', reordered: false }], steps: [] },
    ],
    [
      'a routine moved first',
      { routines: [routineOf('r:'), routineOf('q:'), routineOf('p:')] },
      { routines: [routineOf('p:'), routineOf('r:'), routineOf('q:')] },
      { routines: [{ id: 'p', kind: 'changed', reordered: true }] },
    ],
    [
      'an area added with an element of another',
      { framework: [area('a', 'e', 'f')] },
      { framework: [area('a', 'e'), area('b', 'f')] },
      { areas: [{ id: 'b', kind: 'added' }], elements: [{ id: 'f', kind: 'changed', from: { of: { id: 'a' } } }] },
    ],
    [
      'an element taken out',
      { framework: [area('a', 'e', 'f')] },
      { framework: [area('a', 'e')] },
      { areas: [], elements: [{ id: 'f', kind: 'taken out', from: { after: 'e' } }] },
    ],
  ])('%s', (_, from, to, expected) => {
    const comparison = compared({ ...NOTHING, ...from }, { ...NOTHING, ...to })
    expect(comparison).toMatchObject(expected)
    expect(isUnchanged(comparison)).toBe(false)
  })
})
