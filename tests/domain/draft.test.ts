import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited } from '#app/domain/draft-edits.ts'
import { findElement, findStep, type Draft, type Edit } from '#app/domain/draft.ts'
import { day } from '#app/domain/calendar.ts'
import { AREAS, ELEMENTS, FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { allSteps, anyEdit, draftOf, identitiesIn, stepEdited } from './editing.ts'

const after = (draft: Draft, ...edits: Edit[]) => edits.reduce(edited, draft)
const stepsOf = ({ content }: Draft, routineId: string) =>
  content.routines.find(({ id }) => id === routineId)?.steps.map(({ id }) => id)

describe('a step', () => {
  it('keeps its place and its identity when it is written anew', () => {
    const draft = draftOf()
    const step = stepEdited(STEPS.visit, { title: { nb: 'Skolen kommer på besøk' } })
    const next = after(draft, { kind: 'step', routineId: ROUTINES.cooperation, step, meant: 'wording' })
    expect(stepsOf(next, ROUTINES.cooperation)).toEqual(stepsOf(draft, ROUTINES.cooperation))
    expect(findStep(next.content, STEPS.visit)?.step).toEqual({ ...step, meaning: 1 })
  })

  it('moves to the end of another routine as the same step', () => {
    const step = stepEdited(STEPS.visit)
    const next = after(draftOf(), { kind: 'step', routineId: ROUTINES.support, step, meant: null })
    expect(stepsOf(next, ROUTINES.cooperation)).not.toContain(STEPS.visit)
    expect(stepsOf(next, ROUTINES.support)?.at(-1)).toBe(STEPS.visit)
    expect(findStep(next.content, STEPS.visit)?.step.meaning).toBe(1)
  })

  it('gets a meaning that no version has used when the editor says that the meaning changed, and the old one back', () => {
    const draft: Draft = { ...draftOf(), highestMeaning: { [STEPS.visit]: 4 } }
    const step = stepEdited(STEPS.visit, { title: { nb: 'Skolen kommer på besøk to ganger' } })
    const changed = after(draft, { kind: 'step', routineId: ROUTINES.cooperation, step, meant: 'meaning' })
    expect(findStep(changed.content, STEPS.visit)?.step.meaning).toBe(5)
    const again = after(changed, { kind: 'step', routineId: ROUTINES.cooperation, step, meant: 'meaning' })
    expect(findStep(again.content, STEPS.visit)?.step.meaning).toBe(5)
    const only = after(again, { kind: 'step', routineId: ROUTINES.cooperation, step, meant: 'wording' })
    expect(findStep(only.content, STEPS.visit)?.step.meaning).toBe(1)
  })

  it('opens again without asking when another side answers', () => {
    const step = stepEdited(STEPS.visit, { responsible: 'kindergarten' })
    const next = after(draftOf(), { kind: 'step', routineId: ROUTINES.cooperation, step, meant: 'wording' })
    expect(findStep(next.content, STEPS.visit)?.step.meaning).toBe(2)
  })

  it('that is taken out comes back with what was written in the meantime, or to the last routine where its own is gone', () => {
    const step = stepEdited(STEPS.visit, { title: { nb: 'Nye ord' } })
    const out = after(
      draftOf(),
      { kind: 'step', routineId: ROUTINES.cooperation, step, meant: 'wording' },
      { kind: 'take out', what: 'step', id: STEPS.visit },
    )
    expect(findStep(out.content, STEPS.visit)).toBeNull()
    const back = after(out, { kind: 'put back', what: 'step', id: STEPS.visit })
    expect(back.takenOut).toEqual([])
    expect(findStep(back.content, STEPS.visit)).toMatchObject({
      routine: { id: ROUTINES.cooperation },
      step: { title: { nb: 'Nye ord' } },
    })
    const elsewhere = after(
      out,
      { kind: 'take out', what: 'routine', id: ROUTINES.cooperation },
      { kind: 'put back', what: 'step', id: STEPS.visit },
    )
    expect(findStep(elsewhere.content, STEPS.visit)?.routine.id).toBe(ROUTINES.support)
  })

  it('that was taken out is not written by a form from before', () => {
    const out = after(draftOf(), { kind: 'take out', what: 'step', id: STEPS.visit })
    const step = stepEdited(STEPS.visit)
    expect(after(out, { kind: 'step', routineId: ROUTINES.cooperation, step, meant: null })).toEqual(out)
    const gone = after(draftOf(), { kind: 'take out', what: 'routine', id: ROUTINES.cooperation })
    expect(after(gone, { kind: 'step', routineId: ROUTINES.support, step, meant: null })).toEqual(gone)
  })
})

describe('a routine', () => {
  it('takes its steps along when it is taken out, and brings them back', () => {
    const draft = draftOf()
    const out = after(draft, { kind: 'take out', what: 'routine', id: ROUTINES.cooperation })
    expect(allSteps(out.content).map(({ id }) => id)).not.toContain(STEPS.visit)
    const back = after(out, { kind: 'put back', what: 'routine', id: ROUTINES.cooperation })
    expect(stepsOf(back, ROUTINES.cooperation)).toEqual(stepsOf(draft, ROUTINES.cooperation))
  })

  it('goes one place up or down, and stays at an end', () => {
    const order = (draft: Draft) => draft.content.routines.map(({ id }) => id)
    const down = after(draftOf(), { kind: 'order', what: 'routine', id: ROUTINES.frame, by: 1 })
    expect(order(down)).toEqual([ROUTINES.cooperation, ROUTINES.frame, ROUTINES.support])
    expect(order(after(down, { kind: 'order', what: 'routine', id: ROUTINES.cooperation, by: -1 }))).toEqual(
      order(down),
    )
  })
})

describe('the framework', () => {
  it('keeps an element that moves to another area, and asks nothing of it', () => {
    const { meaning: _, ...element } = findElement(FJORDVIK_PLAN, ELEMENTS.friend)!.element
    const next = after(draftOf(), { kind: 'element', areaId: AREAS.play, element, meant: null })
    expect(findElement(next.content, ELEMENTS.friend)).toMatchObject({
      area: { id: AREAS.play },
      element: { meaning: 1 },
    })
  })
})

describe('a law', () => {
  it('that is checked is so at every step that refers to it, also at those taken out', () => {
    const law = FJORDVIK_PLAN.legalBasis.find(({ checkedOn }) => checkedOn === null)!
    const [first, ...rest] = allSteps(FJORDVIK_PLAN).filter(({ legalBasis }) => legalBasis.includes(law))
    const checked = { ...law, checkedOn: day('2027-01-05') }
    const next = after(
      draftOf(),
      { kind: 'take out', what: 'step', id: first!.id },
      { kind: 'legal basis', basis: checked },
      { kind: 'put back', what: 'step', id: first!.id },
    )
    for (const { id } of [first!, ...rest]) {
      expect(findStep(next.content, id)?.step.legalBasis).toContainEqual(checked)
    }
    expect(next.content.legalBasis).toContainEqual(checked)
  })
})

describe('any edits in any order', () => {
  const anyEdits = fc.array(anyEdit, { maxLength: 25 })

  it('law: lose no identity, and give none twice', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const draft = draftOf()
        const next = after(draft, ...edits)
        const ids = identitiesIn(next)
        expect(new Set(ids).size).toBe(ids.length)
        expect(identitiesIn(draft).filter((id) => !ids.includes(id))).toEqual([])
      }),
    )
  })

  it('law: leave no reference to a law that the plan does not have', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const { content } = after(draftOf(), ...edits)
        for (const { legalBasis } of allSteps(content)) {
          expect(legalBasis.every(({ code }) => content.legalBasis.some((basis) => basis.code === code))).toBe(true)
        }
      }),
    )
  })

  it('law: taking out and putting back at once only changes the order', () => {
    const parts = (['routine', 'step', 'area', 'element'] as const).flatMap((what) => {
      const ids = { routine: ROUTINES, step: STEPS, area: AREAS, element: ELEMENTS }[what]
      return Object.values<string>(ids).map((id) => ({ what, id }))
    })
    fc.assert(
      fc.property(fc.constantFrom(...parts), (part) => {
        const draft = draftOf()
        const back = after(draft, { kind: 'take out', ...part }, { kind: 'put back', ...part })
        expect(back.takenOut).toEqual([])
        expect(identitiesIn(back)).toEqual(identitiesIn(draft))
        expect(allSteps(back.content).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          allSteps(draft.content).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        )
      }),
    )
  })

  it('law: what was seen of the version it began from is never written to', () => {
    const before = JSON.stringify(FJORDVIK_PLAN)
    fc.assert(
      fc.property(anyEdits, (edits) => {
        after(draftOf(), ...edits)
        expect(JSON.stringify(FJORDVIK_PLAN)).toBe(before)
      }),
    )
  })
})
