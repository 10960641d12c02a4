import { findElement, findStep, type Draft, type Edit, type EditedElement, type EditedStep } from './draft.ts'
import { isTakenOut, putBack, withoutPart } from './draft-removal.ts'
import { moved } from './draft-order.ts'
import { meaningAfter, weightOf, weightOfElement, type Said } from './meaning.ts'
import type { Element, LegalBasis, PlanContent, WrittenRoutine, WrittenStep } from './plan.ts'

/**
 * The draft after an edit. Identities survive any edits in any order: each is in the plan or among what was taken out,
 * once. An edit of something that is not there changes nothing.
 */
export function edited(draft: Draft, edit: Edit): Draft {
  const { content } = draft
  const become = (changed: Partial<PlanContent>): Draft => ({ ...draft, content: { ...content, ...changed } })
  switch (edit.kind) {
    case 'head':
      return become({ title: edit.title, purposes: edit.purposes })
    case 'routine': {
      const { id, title, purpose } = edit
      if (isTakenOut(draft, 'routine', id)) return draft
      return become({ routines: written(content.routines, id, (old) => ({ steps: [], ...old, id, title, purpose })) })
    }
    case 'step':
      return withSteps(draft, edit.routineId, [{ step: edit.step, meant: edit.meant }])
    case 'steps':
      return withSteps(
        draft,
        edit.routineId,
        edit.steps.map((step) => ({ step, meant: null })),
      )
    case 'area': {
      const { id, title } = edit
      if (isTakenOut(draft, 'area', id)) return draft
      return become({ framework: written(content.framework, id, (old) => ({ elements: [], ...old, id, title })) })
    }
    case 'element':
      return withElement(draft, edit.areaId, edit.element, edit.meant)
    case 'legal basis':
      return withBasis(draft, edit.basis)
    case 'legal basis gone':
      return withoutBasis(draft, edit.code)
    case 'order':
      return moved(draft, edit)
    case 'take out':
      return withoutPart(draft, edit.what, edit.id)
    case 'put back':
      return putBack(draft, edit.what, edit.id)
  }
}

/** The list with the item of that id written anew, or with a new one at its end. */
function written<T extends { id: string }>(list: readonly T[], id: string, write: (old: T | undefined) => T): T[] {
  const old = list.find((item) => item.id === id)
  return old ? list.map((item) => (item === old ? write(old) : item)) : [...list, write(undefined)]
}

/** Writes steps into a routine: known ones stay where they stand in it, others come last. */
function withSteps(draft: Draft, routineId: string, given: readonly { step: EditedStep; meant: Said }[]): Draft {
  const { content, basedOn, highestMeaning } = draft
  if (!content.routines.some(({ id }) => id === routineId)) return draft
  const steps = given
    .filter(({ step }) => !isTakenOut(draft, 'step', step.id))
    .map(({ step, meant }): WrittenStep => {
      const before = (basedOn && findStep(basedOn.content, step.id)?.step) ?? null
      const weight = before ? weightOf(before, { ...step, meaning: before.meaning }) : 'nothing'
      // A law that was taken away meanwhile is not referred to.
      const legalBasis = content.legalBasis.filter(({ code }) => step.legalBasis.some((basis) => basis.code === code))
      return { ...step, legalBasis, meaning: meaningAfter(before, weight, meant, highestMeaning[step.id] ?? 0) }
    })
  const ids = new Set(steps.map(({ id }) => id))
  const routines = content.routines.map((routine) => {
    if (routine.id !== routineId) return { ...routine, steps: routine.steps.filter(({ id }) => !ids.has(id)) }
    return { ...routine, steps: steps.reduce((list, step) => written(list, step.id, () => step), routine.steps) }
  })
  return { ...draft, content: { ...content, routines } }
}

function withElement(draft: Draft, areaId: string, element: EditedElement, meant: Said): Draft {
  const { content, basedOn, highestMeaning } = draft
  if (!content.framework.some(({ id }) => id === areaId) || isTakenOut(draft, 'element', element.id)) return draft
  const before = (basedOn && findElement(basedOn.content, element.id)?.element) ?? null
  const weight = before ? weightOfElement(before, { ...element, meaning: before.meaning }) : 'nothing'
  const next: Element = { ...element, meaning: meaningAfter(before, weight, meant, highestMeaning[element.id] ?? 0) }
  const framework = content.framework.map((area) => {
    if (area.id === areaId) return { ...area, elements: written(area.elements, element.id, () => next) }
    return { ...area, elements: area.elements.filter(({ id }) => id !== element.id) }
  })
  return { ...draft, content: { ...content, framework } }
}

/** A law that is worded anew is so at every step that refers to it, taken out ones too. */
function withBasis(draft: Draft, basis: LegalBasis): Draft {
  const { content } = draft
  const legalBasis = content.legalBasis.some(({ code }) => code === basis.code)
    ? content.legalBasis.map((old) => (old.code === basis.code ? basis : old))
    : [...content.legalBasis, basis]
  const renewed = (list: readonly LegalBasis[]) => list.map((old) => (old.code === basis.code ? basis : old))
  return { ...onEachStep(draft, renewed), content: { ...onEachStep(draft, renewed).content, legalBasis } }
}

function withoutBasis(draft: Draft, code: string): Draft {
  const without = (list: readonly LegalBasis[]) => list.filter((basis) => basis.code !== code)
  const next = onEachStep(draft, without)
  return { ...next, content: { ...next.content, legalBasis: without(next.content.legalBasis) } }
}

function onEachStep(draft: Draft, change: (list: readonly LegalBasis[]) => readonly LegalBasis[]): Draft {
  const ofStep = (step: WrittenStep): WrittenStep => ({ ...step, legalBasis: change(step.legalBasis) })
  const ofRoutine = (routine: WrittenRoutine) => ({ ...routine, steps: routine.steps.map(ofStep) })
  return {
    ...draft,
    content: { ...draft.content, routines: draft.content.routines.map(ofRoutine) },
    takenOut: draft.takenOut.map((out) => {
      if (out.what === 'routine') return { ...out, routine: ofRoutine(out.routine) }
      return out.what === 'step' ? { ...out, step: ofStep(out.step) } : out
    }),
  }
}
