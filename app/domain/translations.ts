import { findElement, findStep, type Draft, type Edit } from './draft.ts'
import { LANGUAGES, MAIN_LANGUAGE, type Language, type Text } from './language.ts'
import { NOT_SAID, type Said } from './meaning.ts'
import type { PlanContent } from './plan.ts'
import type { Spot } from './readiness.ts'

/** The languages a plan can be translated into. */
export const TRANSLATIONS: readonly Language[] = LANGUAGES.filter((language) => language !== MAIN_LANGUAGE)

/** One text of a plan. `field` is its name where it is edited: *title*, *guidance*, *purposes.0*. */
export interface PlanText {
  spot: Spot
  field: string
  text: Text
}

/** All texts of a plan that say something in the main language, in reading order. */
export function textsOf(content: PlanContent): PlanText[] {
  const head: Spot = { what: 'head' }
  const all: { spot: Spot; field: string; text: Text | null }[] = [
    { spot: head, field: 'title', text: content.title },
    ...content.purposes.map((text, at) => ({ spot: head, field: `purposes.${at}`, text })),
    ...content.routines.flatMap(({ id, title, purpose, steps }) => [
      { spot: { what: 'routine', id } as const, field: 'title', text: title },
      { spot: { what: 'routine', id } as const, field: 'purpose', text: purpose },
      ...steps.flatMap(({ id, title, guidance }) => [
        { spot: { what: 'step', id } as const, field: 'title', text: title },
        { spot: { what: 'step', id } as const, field: 'guidance', text: guidance },
      ]),
    ]),
    ...content.framework.flatMap(({ id, title, elements }) => [
      { spot: { what: 'area', id } as const, field: 'title', text: title },
      ...elements.flatMap(({ id, kindergarten, school }) => [
        { spot: { what: 'element', id } as const, field: 'kindergarten', text: kindergarten },
        { spot: { what: 'element', id } as const, field: 'school', text: school },
      ]),
    ]),
    ...content.legalBasis.map(({ code, title }) => {
      return { spot: { what: 'legal basis', code } as const, field: 'title', text: title }
    }),
  ]
  return all.flatMap(({ text, ...where }) => (text && text.nb.trim() !== '' ? [{ ...where, text }] : []))
}

/** The texts of a plan that nobody has translated into a language, in reading order. */
export function untranslated(content: PlanContent, language: Language): PlanText[] {
  return textsOf(content).filter(({ text }) => (text[language] ?? '').trim() === '')
}

/** A name for one text of a plan, the same while it has its place. */
export function textKey({ spot, field }: Pick<PlanText, 'spot' | 'field'>): string {
  const part = 'id' in spot ? spot.id : 'code' in spot ? spot.code : ''
  return [spot.what, part, field].join(' ')
}

/**
 * The edit that gives one text of the draft a translation, or null where it is gone. What the editor has said of the
 * meaning before stays said, and what nobody has answered stays a question.
 */
export function translationOf(
  { content, basedOn }: Draft,
  given: PlanText,
  language: Language,
  words: string,
): Edit | null {
  const { spot, field } = given
  const into = (name: string, text: Text): Text => (name === field ? { ...text, [language]: words } : text)
  const intoAny = (name: string, text: Text | null) => text && into(name, text)
  switch (spot.what) {
    case 'plan':
      return null
    case 'head': {
      const { title, purposes } = content
      return {
        kind: 'head',
        title: into('title', title),
        purposes: purposes.map((text, at) => into(`purposes.${at}`, text)),
      }
    }
    case 'routine': {
      const routine = content.routines.find(({ id }) => id === spot.id)
      if (!routine) return null
      const { id, title, purpose } = routine
      return { kind: 'routine', id, title: into('title', title), purpose: intoAny('purpose', purpose) }
    }
    case 'step': {
      const found = findStep(content, spot.id)
      if (!found) return null
      const { meaning, ...step } = found.step
      const texts = { title: into('title', step.title), guidance: intoAny('guidance', step.guidance) }
      const before = basedOn && findStep(basedOn.content, spot.id)?.step
      const meant = meantBefore(before?.meaning, meaning)
      return { kind: 'step', routineId: found.routine.id, step: { ...step, ...texts }, meant }
    }
    case 'area': {
      const area = content.framework.find(({ id }) => id === spot.id)
      return area ? { kind: 'area', id: area.id, title: into('title', area.title) } : null
    }
    case 'element': {
      const found = findElement(content, spot.id)
      if (!found) return null
      const { meaning, ...element } = found.element
      const texts = { kindergarten: into('kindergarten', element.kindergarten), school: into('school', element.school) }
      const before = basedOn && findElement(basedOn.content, spot.id)?.element
      return {
        kind: 'element',
        areaId: found.area.id,
        element: { ...element, ...texts },
        meant: meantBefore(before?.meaning, meaning),
      }
    }
    case 'legal basis': {
      const basis = content.legalBasis.find(({ code }) => code === spot.code)
      return basis ? { kind: 'legal basis', basis: { ...basis, title: into('title', basis.title) } } : null
    }
  }
}

function meantBefore(before: number | undefined, now: number): Said {
  if (now === NOT_SAID) return 'not yet'
  return before === now ? 'wording' : 'meaning'
}
