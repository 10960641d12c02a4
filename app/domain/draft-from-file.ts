import { findElement, findStep } from './draft.ts'
import { meaningAfter, NOT_SAID, weightOf, weightOfElement, type Weight } from './meaning.ts'
import type { PlanContent } from './plan.ts'

/** Whether a plan has any step or element with the identity it has in another: whether they are editions of one plan. */
export function isEditionOf(content: PlanContent, base: PlanContent): boolean {
  const { routines, framework } = content
  return (
    routines.some(({ steps }) => steps.some(({ id }) => findStep(base, id))) ||
    framework.some(({ elements }) => elements.some(({ id }) => findElement(base, id)))
  )
}

/**
 * A plan from a file as a draft of what follows `base`, the plan in force (null: there is none, or it is another plan).
 * What weighs nothing keeps its meaning, what must be asked waits for the editor, and all else is new, so that no tick
 * counts for it. `highest` is the highest meaning that any version has used, by identity.
 */
export function draftedFrom(
  content: PlanContent,
  base: PlanContent | null,
  highest: Readonly<Record<string, number>>,
): PlanContent {
  const meaningOf = <T extends { id: string; meaning: number }>(
    now: T,
    before: T | null | undefined,
    weigh: (before: T, after: T) => Weight,
  ): number => {
    const used = Object.hasOwn(highest, now.id) ? (highest[now.id] ?? 0) : 0
    if (!before) return used > 0 ? used + 1 : Math.max(now.meaning, 1)
    const weight = weigh(before, now)
    return weight === 'asks' ? NOT_SAID : meaningAfter(before, weight, null, used)
  }
  return {
    ...content,
    routines: content.routines.map((routine) => ({
      ...routine,
      steps: routine.steps.map((step) => {
        return { ...step, meaning: meaningOf(step, base && findStep(base, step.id)?.step, weightOf) }
      }),
    })),
    framework: content.framework.map((area) => ({
      ...area,
      elements: area.elements.map((element) => {
        const before = base && findElement(base, element.id)?.element
        return { ...element, meaning: meaningOf(element, before, weightOfElement) }
      }),
    })),
  }
}
