import { LANGUAGES, type Text } from './language.ts'
import { changesBetween, WHOLE, withChanges, type Change, type Kind, type Listed } from './list-comparison.ts'
import type { Area, Element, LegalBasis, PlanContent, WrittenRoutine, WrittenStep } from './plan.ts'

/** What a routine and an area say, apart from what stands in them. */
export type RoutineHead = Omit<WrittenRoutine, 'steps'>
export type AreaHead = Omit<Area, 'elements'>

interface Replaced<T> {
  from: T
  to: T
}

/** All that differs from one plan to another, by identity. Each list is in the reading order of the later one. */
export interface Comparison {
  title: Replaced<Text> | null
  purposes: Replaced<readonly Text[]> | null
  routines: readonly Change<RoutineHead>[]
  steps: readonly Change<WrittenStep, RoutineHead>[]
  areas: readonly Change<AreaHead>[]
  elements: readonly Change<Element, AreaHead>[]
  legalBasis: readonly Change<LegalBasis>[]
}

/** What differs from one plan to another. Two that say the same have an empty comparison. */
export function compared(from: PlanContent, to: PlanContent): Comparison {
  return {
    title: sameText(from.title, to.title) ? null : { from: from.title, to: to.title },
    purposes: sameTexts(from.purposes, to.purposes) ? null : { from: from.purposes, to: to.purposes },
    routines: changesBetween(routinesOf(from), routinesOf(to), ROUTINE),
    steps: changesBetween(stepsOf(from), stepsOf(to), STEP),
    areas: changesBetween(areasOf(from), areasOf(to), AREA),
    elements: changesBetween(elementsOf(from), elementsOf(to), ELEMENT),
    legalBasis: changesBetween(basesOf(from), basesOf(to), BASIS),
  }
}

/**
 * The plan that results when a plan is changed as the comparison says: `applied(a, compared(a, b))` is b. Each step lists
 * its laws in the order of the plan's.
 */
export function applied(from: PlanContent, comparison: Comparison): PlanContent {
  const { title, purposes } = comparison
  const legalBasis = withChanges(basesOf(from), comparison.legalBasis, BASIS).get(WHOLE.id) ?? []
  const routines = withChanges(routinesOf(from), comparison.routines, ROUTINE).get(WHOLE.id) ?? []
  const areas = withChanges(areasOf(from), comparison.areas, AREA).get(WHOLE.id) ?? []
  const steps = withChanges(stepsOf(from), comparison.steps, STEP)
  const elements = withChanges(elementsOf(from), comparison.elements, ELEMENT)
  const lawsOf = (step: WrittenStep) =>
    legalBasis.filter(({ code }) => step.legalBasis.some((law) => law.code === code))
  return {
    title: title?.to ?? from.title,
    purposes: purposes?.to ?? from.purposes,
    routines: routines.map((routine) => ({
      ...routine,
      steps: (steps.get(routine.id) ?? []).map((step) => ({ ...step, legalBasis: lawsOf(step) })),
    })),
    framework: areas.map((area) => ({ ...area, elements: elements.get(area.id) ?? [] })),
    legalBasis,
  }
}

/** Whether the two that were compared say the same. */
export function isUnchanged({ title, purposes, ...lists }: Comparison): boolean {
  return title === null && purposes === null && Object.values(lists).every((changes) => changes.length === 0)
}

const STEP_FIELDS = {
  title: (one, other) => sameText(one.title, other.title),
  guidance: (one, other) => sameText(one.guidance, other.guidance),
  carriedOutBy: (one, other) => one.carriedOutBy === other.carriedOutBy,
  scope: (one, other) => one.scope === other.scope,
  responsible: (one, other) => one.responsible === other.responsible,
  confirmedBy: (one, other) => one.confirmedBy === other.confirmedBy,
  due: (one, other) => sameDue(one.due, other.due),
  binding: (one, other) => one.binding === other.binding,
  legalBasis: (one, other) => codesOf(one) === codesOf(other),
  sensitive: (one, other) => one.sensitive === other.sensitive,
  aboutSingleChildren: (one, other) => one.aboutSingleChildren === other.aboutSingleChildren,
  sparedSmallPairs: (one, other) => one.sparedSmallPairs === other.sparedSmallPairs,
} satisfies Record<string, (one: WrittenStep, other: WrittenStep) => boolean>

/** What of a step can differ: what it says, the routine it stands in, and its place in the order there. */
export type StepField = keyof typeof STEP_FIELDS | 'routine' | 'order'

interface PlacedStep {
  routine: RoutineHead
  step: WrittenStep
}

/** What happened to a step. `opensAgain`: its meaning changed, so that what was ticked does not count. */
export type StepChange = { id: string; fields: readonly StepField[]; opensAgain: boolean } & (
  | { kind: 'added'; from: null; to: PlacedStep }
  | { kind: 'taken out'; from: PlacedStep; to: null }
  | { kind: 'changed'; from: PlacedStep; to: PlacedStep }
)

/** What happened to each step, in the reading order of the later plan, with those taken out where they were. */
export function stepChanges({ steps }: Pick<Comparison, 'steps'>): StepChange[] {
  return steps.map((change) => {
    const { id } = change
    if (change.kind === 'added') {
      return { id, kind: 'added', from: null, to: placed(change.to), fields: [], opensAgain: false }
    }
    if (change.kind === 'taken out') {
      return { id, kind: 'taken out', from: placed(change.from), to: null, fields: [], opensAgain: false }
    }
    const { from, to, reordered } = change
    const fields: StepField[] = stepFields(from.is, to.is)
    if (from.of.id !== to.of.id) fields.push('routine')
    if (reordered) fields.push('order')
    const opensAgain = from.is.meaning !== to.is.meaning
    return { id, kind: 'changed', from: placed(from), to: placed(to), fields, opensAgain }
  })
}

function placed({ is, of }: { is: WrittenStep; of: RoutineHead }): PlacedStep {
  return { routine: of, step: is }
}

function stepFields(one: WrittenStep, other: WrittenStep): (keyof typeof STEP_FIELDS)[] {
  return (Object.keys(STEP_FIELDS) as (keyof typeof STEP_FIELDS)[]).filter((field) => !STEP_FIELDS[field](one, other))
}

const ROUTINE: Kind<RoutineHead> = {
  idOf: ({ id }) => id,
  same: (one, other) => sameText(one.title, other.title) && sameText(one.purpose, other.purpose),
}
const STEP: Kind<WrittenStep> = {
  idOf: ({ id }) => id,
  same: (one, other) => one.meaning === other.meaning && stepFields(one, other).length === 0,
}
const AREA: Kind<AreaHead> = { idOf: ({ id }) => id, same: (one, other) => sameText(one.title, other.title) }
const ELEMENT: Kind<Element> = {
  idOf: ({ id }) => id,
  same: (one, other) =>
    one.meaning === other.meaning &&
    sameText(one.kindergarten, other.kindergarten) &&
    sameText(one.school, other.school),
}
const BASIS: Kind<LegalBasis> = {
  idOf: ({ code }) => code,
  same: (one, other) => one.checkedOn === other.checkedOn && sameText(one.title, other.title),
}

/** Whether two texts say the same in every language. A translation that is empty is one that is missing. */
export function sameText(one: Text | null, other: Text | null): boolean {
  return LANGUAGES.every((language) => (one?.[language] ?? '') === (other?.[language] ?? ''))
}

function sameTexts(some: readonly Text[], others: readonly Text[]): boolean {
  return some.length === others.length && some.every((text, at) => sameText(text, others[at] ?? null))
}

function sameDue(one: WrittenStep['due'], other: WrittenStep['due']): boolean {
  return dayOf(one) === dayOf(other)
}

function dayOf(due: WrittenStep['due']): string {
  if (due === null) return ''
  return due.kind === 'days from first school day' ? `${due.kind} ${due.days}` : `${due.kind} ${due.month} ${due.day}`
}

/** A step refers to laws by their code, in no order: a law that is worded anew has not changed the steps. */
function codesOf({ legalBasis }: WrittenStep): string {
  return JSON.stringify(legalBasis.map(({ code }) => code).sort())
}

function routinesOf({ routines }: PlanContent): Listed<RoutineHead>[] {
  return [{ of: WHOLE, items: routines.map(({ id, title, purpose }) => ({ id, title, purpose })) }]
}

function stepsOf({ routines }: PlanContent): Listed<WrittenStep, RoutineHead>[] {
  return routines.map(({ id, title, purpose, steps }) => ({ of: { id, title, purpose }, items: steps }))
}

function areasOf({ framework }: PlanContent): Listed<AreaHead>[] {
  return [{ of: WHOLE, items: framework.map(({ id, title }) => ({ id, title })) }]
}

function elementsOf({ framework }: PlanContent): Listed<Element, AreaHead>[] {
  return framework.map(({ id, title, elements }) => ({ of: { id, title }, items: elements }))
}

function basesOf({ legalBasis }: PlanContent): Listed<LegalBasis>[] {
  return [{ of: WHOLE, items: legalBasis }]
}
