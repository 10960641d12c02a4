import { findElement, findStep, type Draft, type Part, type TakenOut } from './draft.ts'
import type { PlanContent } from './plan.ts'

/** Takes a part out, and keeps it as it was. */
export function withoutPart(draft: Draft, what: Part, id: string): Draft {
  const { content, takenOut } = draft
  const out = partOf(content, what, id)
  if (!out) return draft
  return {
    ...draft,
    content: {
      ...content,
      routines: content.routines
        .filter((routine) => what !== 'routine' || routine.id !== id)
        .map((routine) =>
          what === 'step' ? { ...routine, steps: routine.steps.filter((step) => step.id !== id) } : routine,
        ),
      framework: content.framework
        .filter((area) => what !== 'area' || area.id !== id)
        .map((area) =>
          what === 'element' ? { ...area, elements: area.elements.filter((element) => element.id !== id) } : area,
        ),
    },
    takenOut: [...takenOut, out],
  }
}

function partOf(content: PlanContent, what: Part, id: string): TakenOut | null {
  switch (what) {
    case 'routine': {
      const routine = content.routines.find((routine) => routine.id === id)
      return routine ? { what, routine } : null
    }
    case 'step': {
      const found = findStep(content, id)
      return found && { what, routineId: found.routine.id, step: found.step }
    }
    case 'area': {
      const area = content.framework.find((area) => area.id === id)
      return area ? { what, area } : null
    }
    case 'element': {
      const found = findElement(content, id)
      return found && { what, areaId: found.area.id, element: found.element }
    }
  }
}

/** The identity of what was taken out. */
function idOf(out: TakenOut): string {
  switch (out.what) {
    case 'routine':
      return out.routine.id
    case 'step':
      return out.step.id
    case 'area':
      return out.area.id
    case 'element':
      return out.element.id
  }
}

/** Whether something is among what was taken out, by itself or with the routine or area it stood in. */
export function isTakenOut({ takenOut }: Draft, what: Part, id: string): boolean {
  return takenOut.some((out) => {
    if (out.what === what && idOf(out) === id) return true
    if (what === 'step' && out.what === 'routine') return out.routine.steps.some((step) => step.id === id)
    return what === 'element' && out.what === 'area' && out.area.elements.some((element) => element.id === id)
  })
}

/** Puts it back last in its place; where its routine is gone, into the last one. */
export function putBack(draft: Draft, what: Part, id: string): Draft {
  const { content, takenOut } = draft
  const out = takenOut.find((out) => out.what === what && idOf(out) === id)
  if (!out) return draft
  const next = { ...draft, takenOut: takenOut.filter((other) => other !== out) }
  switch (out.what) {
    case 'routine':
      return { ...next, content: { ...content, routines: [...content.routines, out.routine] } }
    case 'area':
      return { ...next, content: { ...content, framework: [...content.framework, out.area] } }
    case 'step': {
      const routine = content.routines.find(({ id }) => id === out.routineId) ?? content.routines.at(-1)
      if (!routine) return draft
      const into = { ...routine, steps: [...routine.steps, out.step] }
      return {
        ...next,
        content: { ...content, routines: content.routines.map((old) => (old === routine ? into : old)) },
      }
    }
    case 'element': {
      const area = content.framework.find(({ id }) => id === out.areaId) ?? content.framework.at(-1)
      if (!area) return draft
      const into = { ...area, elements: [...area.elements, out.element] }
      return {
        ...next,
        content: { ...content, framework: content.framework.map((old) => (old === area ? into : old)) },
      }
    }
  }
}
