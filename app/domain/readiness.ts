import { dueDay, spanOf, type SchoolStart } from './due-date.ts'
import { LANGUAGES, MAIN_LANGUAGE, type Language, type Text } from './language.ts'
import type { PlaceKind, Side } from './place.ts'
import type { PlanContent, PlanVersion, Step, WrittenStep } from './plan.ts'

/** Where in a plan something is to be mended. */
export type Spot =
  | { what: 'head' }
  | { what: 'routine' | 'step' | 'area' | 'element'; id: string }
  | { what: 'legal basis'; code: string }

/** What keeps a draft from being published. */
export const STOPS = [
  'titleMissing',
  'responsibleMissing',
  'dueMissing',
  'carriedOutByMissing',
  'dueBeforeCycle',
  'dueAfterCycle',
  'sideNotThere',
  'confirmedBySelf',
  'sensitivePair',
  'sensitiveConfirmed',
  'meaningNotSaid',
  'noSteps',
] as const
/** What is worth a look before a draft is published. */
export const WARNINGS = ['emptyRoutine', 'emptyArea', 'lawWithoutBasis', 'basisNotChecked'] as const

/** Something that a draft lacks, with the place where it is mended. */
export interface Shortcoming {
  lacks: (typeof STOPS)[number] | (typeof WARNINGS)[number]
  stops: boolean
  spot: Spot
}

/**
 * What a plan lacks before it can be published, in reading order. `start` is the school start it is to be valid from:
 * its due days must fall within that cycle.
 */
export function shortcomingsOf(content: PlanContent, start: SchoolStart): Shortcoming[] {
  const steps = content.routines.flatMap((routine) => routine.steps)
  return [
    ...stops('titleMissing', { what: 'head' }, isEmpty(content.title) || content.purposes.some(isEmpty)),
    ...stops('noSteps', { what: 'head' }, steps.length === 0),
    ...content.routines.flatMap((routine) => {
      const spot: Spot = { what: 'routine', id: routine.id }
      return [
        ...stops('titleMissing', spot, isEmpty(routine.title)),
        ...warns('emptyRoutine', spot, routine.steps.length === 0),
        ...routine.steps.flatMap((step) => ofStep(step, start)),
      ]
    }),
    ...content.framework.flatMap((area) => {
      const spot: Spot = { what: 'area', id: area.id }
      return [
        ...stops('titleMissing', spot, isEmpty(area.title)),
        ...warns('emptyArea', spot, area.elements.length === 0),
        ...area.elements.flatMap((element): Shortcoming[] => {
          const spot: Spot = { what: 'element', id: element.id }
          return [
            ...stops('titleMissing', spot, isEmpty(element.kindergarten) || isEmpty(element.school)),
            ...stops('meaningNotSaid', spot, element.meaning === 0),
          ]
        }),
      ]
    }),
    ...content.legalBasis.flatMap(({ code, title, checkedOn }): Shortcoming[] => {
      const spot: Spot = { what: 'legal basis', code }
      return [...stops('titleMissing', spot, isEmpty(title)), ...warns('basisNotChecked', spot, checkedOn === null)]
    }),
  ]
}

function ofStep(step: WrittenStep, start: SchoolStart): Shortcoming[] {
  const { id, responsible, confirmedBy, scope, sensitive } = step
  const spot: Spot = { what: 'step', id }
  const there = sidesAt(scope)
  const missing = [responsible, confirmedBy].some((side) => side !== null && !there.includes(side))
  return [
    ...stops('titleMissing', spot, isEmpty(step.title)),
    ...stops('responsibleMissing', spot, responsible === null),
    ...stops('carriedOutByMissing', spot, step.carriedOutBy === null),
    ...stops('sideNotThere', spot, missing),
    ...stops('confirmedBySelf', spot, confirmedBy !== null && confirmedBy === responsible),
    ...stops('sensitivePair', spot, sensitive && scope === 'pair'),
    ...stops('sensitiveConfirmed', spot, sensitive && confirmedBy !== null),
    ...stops('meaningNotSaid', spot, step.meaning === 0),
    ...ofDueDay(step, start, spot),
    ...warns('lawWithoutBasis', spot, step.binding === 'law' && step.legalBasis.length === 0),
  ]
}

function ofDueDay({ due }: WrittenStep, start: SchoolStart, spot: Spot): Shortcoming[] {
  if (due === null) return stops('dueMissing', spot, true)
  const { from, to } = spanOf(start.year)
  const day = dueDay(due, start)
  return [...stops('dueBeforeCycle', spot, day < from), ...stops('dueAfterCycle', spot, day > to)]
}

/** The sides that can answer at a kind of place. Kindergartens do some steps together at a school. */
export function sidesAt(scope: PlaceKind): readonly Side[] {
  return scope === 'municipality' || scope === 'kindergarten' ? [scope] : ['kindergarten', 'school']
}

function stops(lacks: (typeof STOPS)[number], spot: Spot, when: boolean): Shortcoming[] {
  return when ? [{ lacks, stops: true, spot }] : []
}

function warns(lacks: (typeof WARNINGS)[number], spot: Spot, when: boolean): Shortcoming[] {
  return when ? [{ lacks, stops: false, spot }] : []
}

function isEmpty(text: Text): boolean {
  return text.nb.trim() === ''
}

/** The content as a version of the plan can hold it, or null where a step lacks what every step must have. */
export function finished(content: PlanContent): Pick<PlanVersion, keyof PlanContent> | null {
  const routines = content.routines.map((routine) => ({ ...routine, steps: routine.steps.flatMap(finishedStep) }))
  const complete = routines.every(({ steps }, at) => steps.length === content.routines[at]?.steps.length)
  return complete ? { ...content, routines } : null
}

function finishedStep(step: WrittenStep): Step[] {
  const { carriedOutBy, responsible, due } = step
  return carriedOutBy && responsible && due ? [{ ...step, carriedOutBy, responsible, due }] : []
}

/** Where a text of the plan has not been translated, in reading order. */
export function untranslated(content: PlanContent, language: Language): Spot[] {
  const lacks = (...texts: (Text | null)[]) => texts.some((text) => text !== null && !isEmpty(text) && !text[language])
  const spots: (Spot | false)[] = [
    lacks(content.title, ...content.purposes) && { what: 'head' },
    ...content.routines.flatMap((routine) => [
      lacks(routine.title, routine.purpose) && ({ what: 'routine', id: routine.id } as const),
      ...routine.steps.map((step) => lacks(step.title, step.guidance) && ({ what: 'step', id: step.id } as const)),
    ]),
    ...content.framework.flatMap((area) => [
      lacks(area.title) && ({ what: 'area', id: area.id } as const),
      ...area.elements.map(
        (element) => lacks(element.kindergarten, element.school) && ({ what: 'element', id: element.id } as const),
      ),
    ]),
    ...content.legalBasis.map(({ code, title }) => lacks(title) && ({ what: 'legal basis', code } as const)),
  ]
  return spots.filter((spot) => spot !== false)
}

/** The languages a plan can be translated into. */
export const TRANSLATIONS: readonly Language[] = LANGUAGES.filter((language) => language !== MAIN_LANGUAGE)
