import { answeredBefore } from './answered-before.ts'
import { weightOfElement, type Meant } from './meaning.ts'
import type { Element } from './plan.ts'

/**
 * What counts as answered when an element is saved again: what is said now; otherwise what was said before, where nothing
 * has changed since that asks for a new answer.
 */
export function answerForElement(
  now: Omit<Element, 'meaning'>,
  { before, saved, meant }: { before: Element | null; saved: Element; meant: Meant | null },
): Meant | null {
  const unchanged = weightOfElement(saved, { ...now, meaning: saved.meaning }) === 'nothing'
  if (meant !== null || before === null || !unchanged) return meant
  return answeredBefore(before, saved, weightOfElement(before, saved))
}
