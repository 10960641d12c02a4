import { weightOf, type Meant, type Weight } from './meaning.ts'
import type { WrittenStep } from './plan.ts'

/**
 * What the editor has answered of a change that is saved in the draft: wording or meaning; null where nothing was asked
 * or nobody has answered. `weight` is that of the change from the edition before to the saved one.
 */
export function answeredBefore(
  before: { meaning: number } | null,
  saved: { meaning: number },
  weight: Weight,
): Meant | null {
  if (before === null || weight !== 'asks' || saved.meaning < 1) return null
  return saved.meaning === before.meaning ? 'wording' : 'meaning'
}

/**
 * What counts as answered when a step is saved again: what is said now; otherwise what was said before, where nothing
 * has changed since that asks for a new answer.
 */
export function answerFor(
  now: WrittenStep,
  { before, saved, meant }: { before: WrittenStep | null; saved: WrittenStep; meant: Meant | null },
): Meant | null {
  if (meant !== null || before === null || weightOf(saved, now) !== 'nothing') return meant
  return answeredBefore(before, saved, weightOf(before, saved))
}
