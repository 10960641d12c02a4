import { dueDay, spanOf, type SchoolStart } from './due-date.ts'
import type { Text } from './language.ts'
import type { PlaceKind, Side } from './place.ts'
import type { Area, LegalBasis, PlanContent, PlanVersion, Step, WrittenRoutine, WrittenStep } from './plan.ts'

/** Where in a plan something is to be mended. *Plan* is all of it: the outline. */
export type Spot =
  | { what: 'plan' }
  | { what: 'head' }
  | { what: 'routine' | 'step' | 'area' | 'element'; id: string }
  | { what: 'legal basis'; code: string }

/** What keeps a draft from being published. */
export const STOPS = [
  'titleMissing',
  'purposeMissing',
  'sideTextMissing',
  'onlyTranslated',
  'responsibleMissing',
  'dueMissing',
  'carriedOutByMissing',
  'dueBeforeCycle',
  'dueAfterCycle',
  'sideNotThere',
  'confirmedBySelf',
  'sensitivePair',
  'sensitiveConfirmed',
  'sensitiveTogether',
  'sparedNoPair',
  'basisGone',
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
  const codes = new Set(content.legalBasis.map(({ code }) => code))
  const hasSteps = content.routines.some(({ steps }) => steps.length > 0)
  return [
    ...stops('titleMissing', { what: 'head' }, isEmpty(content.title)),
    ...stops('purposeMissing', { what: 'head' }, content.purposes.some(isEmpty)),
    ...stops('noSteps', { what: 'plan' }, !hasSteps),
    ...content.routines.flatMap((routine) => [
      ...ofRoutine(routine),
      ...routine.steps.flatMap((step) => [...ofTexts(step), ...ofStep(step, codes), ...ofDueDay(step, start)]),
    ]),
    ...content.framework.flatMap(ofArea),
    ...content.legalBasis.flatMap(ofBasis),
  ]
}

function ofRoutine({ id, title, purpose, steps }: WrittenRoutine): Shortcoming[] {
  const spot: Spot = { what: 'routine', id }
  return [
    ...stops('titleMissing', spot, isEmpty(title)),
    ...stops('onlyTranslated', spot, isOnlyTranslated(purpose)),
    ...warns('emptyRoutine', spot, steps.length === 0),
  ]
}

function ofArea({ id, title, elements }: Area): Shortcoming[] {
  const spot: Spot = { what: 'area', id }
  return [
    ...stops('titleMissing', spot, isEmpty(title)),
    ...warns('emptyArea', spot, elements.length === 0),
    ...elements.flatMap(({ id, kindergarten, school, meaning }): Shortcoming[] => {
      const spot: Spot = { what: 'element', id }
      return [
        ...stops('sideTextMissing', spot, isEmpty(kindergarten) || isEmpty(school)),
        ...stops('meaningNotSaid', spot, meaning < 1),
      ]
    }),
  ]
}

function ofBasis({ code, title, checkedOn }: LegalBasis): Shortcoming[] {
  const spot: Spot = { what: 'legal basis', code }
  return [...stops('titleMissing', spot, isEmpty(title)), ...warns('basisNotChecked', spot, checkedOn === null)]
}

function ofTexts({ id, title, guidance }: WrittenStep): Shortcoming[] {
  const spot: Spot = { what: 'step', id }
  return [...stops('titleMissing', spot, isEmpty(title)), ...stops('onlyTranslated', spot, isOnlyTranslated(guidance))]
}

function ofStep(step: WrittenStep, codes: ReadonlySet<string>): Shortcoming[] {
  const { id, responsible, confirmedBy, scope, sensitive, sparedSmallPairs, legalBasis } = step
  const spot: Spot = { what: 'step', id }
  const there = sidesAt(scope)
  const missing = [responsible, confirmedBy].some((side) => side !== null && !there.includes(side))
  return [
    ...stops('responsibleMissing', spot, responsible === null),
    ...stops('carriedOutByMissing', spot, step.carriedOutBy === null),
    ...stops('sideNotThere', spot, missing),
    ...stops('confirmedBySelf', spot, confirmedBy !== null && confirmedBy === responsible),
    ...stops('sensitivePair', spot, sensitive && scope === 'pair'),
    ...stops('sensitiveConfirmed', spot, sensitive && confirmedBy !== null),
    ...stops('sparedNoPair', spot, sparedSmallPairs && scope !== 'pair'),
    ...stops('sensitiveTogether', spot, sensitive && scope === 'school' && responsible === 'kindergarten'),
    ...stops('meaningNotSaid', spot, step.meaning < 1),
    ...stops('basisGone', spot, !legalBasis.every(({ code }) => codes.has(code))),
    ...warns('lawWithoutBasis', spot, step.binding === 'law' && legalBasis.length === 0),
  ]
}

function ofDueDay({ id, due }: WrittenStep, start: SchoolStart): Shortcoming[] {
  const spot: Spot = { what: 'step', id }
  if (due === null) return stops('dueMissing', spot, true)
  const { from, to } = spanOf(start.year)
  const day = dueDay(due, start)
  return [...stops('dueBeforeCycle', spot, day < from), ...stops('dueAfterCycle', spot, day > to)]
}

/** The sides that can answer at a kind of place. Kindergartens do some steps together at a school. */
function sidesAt(scope: PlaceKind): readonly Side[] {
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

/** Whoever reads bokmål would see nothing where others see something. */
function isOnlyTranslated(text: Text | null): boolean {
  return text !== null && isEmpty(text) && [text.nn, text.en].some((words) => (words ?? '').trim() !== '')
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
