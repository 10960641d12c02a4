import { describe, expect, it } from 'vitest'
import { edited } from '#app/domain/draft-edits.ts'
import { LONGEST_GUIDANCE, LONGEST_TITLE, MOST_STEPS, problemsInEdit } from '#app/domain/draft-problems.ts'
import type { Edit, EditedStep } from '#app/domain/draft.ts'
import { ELEMENTS, FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { draftOf, stepEdited } from './editing.ts'

function step(change: Partial<EditedStep>, meant: 'wording' | 'meaning' | null = 'wording'): Edit {
  return { kind: 'step', routineId: ROUTINES.cooperation, step: stepEdited(STEPS.visit, change), meant }
}

const many = (count: number): EditedStep[] =>
  Array.from({ length: count }, (_, at) => ({ ...stepEdited(STEPS.visit), id: `pasted ${at}` }))

describe('an edit', () => {
  it.each<[string, Edit, string, string]>([
    ['a title too long', step({ title: { nb: 'x'.repeat(LONGEST_TITLE + 1) } }), 'title.nb', 'textTooLong'],
    [
      'guidance too long in nynorsk',
      step({ guidance: { nb: 'x', nn: 'x'.repeat(LONGEST_GUIDANCE + 1) } }),
      'guidance.nn',
      'textTooLong',
    ],
    ['31 June', step({ due: { kind: 'school start year', month: 6, day: 31 } }), 'due', 'noSuchDay'],
    ['30 February', step({ due: { kind: 'school start year', month: 2, day: 30 } }), 'due', 'noSuchDay'],
    ['month 13', step({ due: { kind: 'school start year', month: 13, day: 1 } }), 'due', 'noSuchDay'],
    ['401 days after', step({ due: { kind: 'days from first school day', days: 401 } }), 'due', 'noSuchDay'],
    ['a new text without a word on its meaning', step({ title: { nb: 'Nytt' } }, null), 'meant', 'meantMissing'],
    [
      'a routine that is gone',
      { kind: 'step', routineId: 'gone', step: stepEdited(STEPS.visit), meant: null },
      'routineId',
      'routineGone',
    ],
    [
      'too many steps',
      { kind: 'steps', routineId: ROUTINES.frame, steps: many(MOST_STEPS) },
      'routineId',
      'tooManySteps',
    ],
    ['a law in use taken away', { kind: 'legal basis gone', code: 'BL2a' }, 'code', 'legalBasisInUse'],
    [
      'an element for an area that is gone',
      { kind: 'element', areaId: 'gone', element: FJORDVIK_PLAN.framework[0]!.elements[0]!, meant: null },
      'areaId',
      'areaGone',
    ],
    [
      'a purpose too long',
      { kind: 'head', title: { nb: 'Plan' }, purposes: [{ nb: 'Kort' }, { nb: 'x'.repeat(1001) }] },
      'purposes.1.nb',
      'textTooLong',
    ],
  ])('%s', (_, edit, field, message) => {
    expect(problemsInEdit(draftOf(), edit)).toMatchObject([{ field, message }])
  })

  it('may leave a step unfinished, on 29 February, with the longest texts', () => {
    const unfinished = step({
      title: { nb: '' },
      responsible: null,
      carriedOutBy: null,
      guidance: { nb: 'x'.repeat(LONGEST_GUIDANCE) },
      due: { kind: 'school start year', month: 2, day: 29 },
    })
    expect(problemsInEdit(draftOf(), unfinished)).toEqual([])
  })

  it('asks nothing of what is new', () => {
    const edit: Edit = {
      kind: 'step',
      routineId: ROUTINES.frame,
      step: { ...stepEdited(STEPS.visit), id: 'new' },
      meant: null,
    }
    expect(problemsInEdit(draftOf(), edit)).toEqual([])
  })

  it('of something that was taken out meanwhile says so', () => {
    const out = edited(draftOf(), { kind: 'take out', what: 'routine', id: ROUTINES.cooperation })
    const elsewhere: Edit = { kind: 'step', routineId: ROUTINES.frame, step: stepEdited(STEPS.visit), meant: null }
    expect(problemsInEdit(out, elsewhere)).toContainEqual({ field: 'seen', message: 'takenOutMeanwhile' })
    const element = FJORDVIK_PLAN.framework
      .flatMap(({ elements }) => elements)
      .find(({ id }) => id === ELEMENTS.friend)!
    const gone = edited(draftOf(), { kind: 'take out', what: 'element', id: ELEMENTS.friend })
    const edit: Edit = { kind: 'element', areaId: gone.content.framework[0]!.id, element, meant: null }
    expect(problemsInEdit(gone, edit)).toEqual([{ field: 'seen', message: 'takenOutMeanwhile' }])
  })

  it('puts nothing back where there is nothing to put it in', () => {
    const empty = draftOf({ ...FJORDVIK_PLAN, routines: [], framework: [] })
    expect(problemsInEdit(empty, { kind: 'put back', what: 'step', id: STEPS.visit })).toMatchObject([
      { message: 'noRoutineToPutIn' },
    ])
    expect(problemsInEdit(empty, { kind: 'put back', what: 'element', id: ELEMENTS.friend })).toMatchObject([
      { message: 'noAreaToPutIn' },
    ])
  })
})
