import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edited } from '#app/domain/draft-edits.ts'
import type { Draft } from '#app/domain/draft.ts'
import { compared } from '#app/domain/plan-comparison.ts'
import { NOT_SAID } from '#app/domain/meaning.ts'
import { problemsInEdit } from '#app/domain/draft-problems.ts'
import { textKey, textsOf, translationOf, TRANSLATIONS, untranslated } from '#app/domain/translations.ts'
import { FJORDVIK_PLAN } from '#db/seed/fjordvik-plan.ts'

const DRAFT: Draft = {
  id: 'draft',
  content: FJORDVIK_PLAN,
  takenOut: [],
  basedOn: { number: 1, content: FJORDVIK_PLAN },
  highestMeaning: {},
}
const TEXTS = textsOf(FJORDVIK_PLAN)

describe('the texts of a plan', () => {
  it('each have a name of their own', () => {
    expect(new Set(TEXTS.map(textKey)).size).toBe(TEXTS.length)
  })

  it('without words in bokmål are no texts to translate, nor is a translation of blanks one', () => {
    const content = { ...FJORDVIK_PLAN, title: { nb: ' ' }, purposes: [{ nb: 'Barna er trygge.', nn: ' ' }] }
    expect(textsOf(content)).toHaveLength(TEXTS.length - 1)
    expect(untranslated(content, 'nn')[0]).toMatchObject({ spot: { what: 'head' }, field: 'purposes.0' })
  })
})

describe('a translation of any missing text', () => {
  const anyMissing = fc
    .constantFrom(...TRANSLATIONS)
    .chain((language) => fc.tuple(fc.constant(language), fc.constantFrom(...untranslated(FJORDVIK_PLAN, language))))

  it('leaves that text translated and all others as they were, and opens nothing again', () => {
    fc.assert(
      fc.property(anyMissing, ([language, text]) => {
        const edit = translationOf(DRAFT, text, language, 'Omsett')
        if (!edit) throw new Error('The text is there')
        expect(problemsInEdit(DRAFT, edit)).toEqual([])
        const { content } = edited(DRAFT, edit)
        const expected = TEXTS.map((each) =>
          textKey(each) === textKey(text) ? { ...each, text: { ...each.text, [language]: 'Omsett' } } : each,
        )
        expect(textsOf(content)).toEqual(expected)
        const { steps, elements } = compared(FJORDVIK_PLAN, content)
        for (const { from, to } of [...steps, ...elements]) expect(to?.is.meaning).toBe(from?.is.meaning)
      }),
    )
  })

  it('answers no question that the editor has not answered', () => {
    const [routine, ...routines] = FJORDVIK_PLAN.routines
    const [area, ...framework] = FJORDVIK_PLAN.framework
    const [step, ...steps] = routine!.steps
    const [element, ...elements] = area!.elements
    const asking = { ...step!, title: { nb: 'Noe annet' }, meaning: NOT_SAID }
    const other = { ...element!, school: { nb: 'Noe annet' }, meaning: NOT_SAID }
    const content = {
      ...FJORDVIK_PLAN,
      routines: [{ ...routine!, steps: [asking, ...steps] }, ...routines],
      framework: [{ ...area!, elements: [other, ...elements] }, ...framework],
    }
    for (const text of textsOf(content).filter(({ text }) => text.nb === 'Noe annet')) {
      const draft = { ...DRAFT, content }
      const edit = translationOf(draft, text, 'nn', 'Noko anna')!
      expect(problemsInEdit(draft, edit)).toEqual([])
      const { routines, framework } = edited(draft, edit).content
      expect([routines[0]!.steps[0]!.meaning, framework[0]!.elements[0]!.meaning]).toEqual([NOT_SAID, NOT_SAID])
      expect(untranslated(edited(draft, edit).content, 'nn')).not.toContainEqual(text)
    }
  })

  it('is none where the text is gone', () => {
    const empty = { ...DRAFT, content: { ...FJORDVIK_PLAN, routines: [], framework: [], legalBasis: [] } }
    const gone = TEXTS.filter(({ spot }) => spot.what !== 'head')
    expect(gone.map((text) => translationOf(empty, text, 'nn', 'Omsett'))).toEqual(gone.map(() => null))
  })
})
