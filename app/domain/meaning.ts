import type { Text } from './language.ts'
import type { Element, WrittenStep } from './plan.ts'

/** What an editor says of a change: only the wording changed and ticks stand, or the meaning did and the step opens again. */
export const MEANT = ['wording', 'meaning'] as const
export type Meant = (typeof MEANT)[number]

/** What an edit says of a change: the editor's answer, that the question still stands, or (null) nothing. */
export type Said = Meant | 'not yet' | null

/** The meaning number of what an editor has not answered; a draft with it cannot be published. */
export const NOT_SAID = 0

/**
 * What a change asks of the editor. *Nothing*: a step that was moved, re-dated, translated, tied to another law or
 * spared small pairs is the same step. *Asks*: only the editor can tell. *Meaning*: other people answer now, or in another place, or under other
 * rules of discretion, so that what was ticked cannot stand for it.
 */
export type Weight = 'nothing' | 'asks' | 'meaning'

/** What the change from one edition of a step to another asks of the editor. */
export function weightOf(before: WrittenStep, after: WrittenStep): Weight {
  if (
    before.scope !== after.scope ||
    before.responsible !== after.responsible ||
    before.sensitive !== after.sensitive
  ) {
    return 'meaning'
  }
  const asks =
    isReworded(before.title, after.title) ||
    isReworded(before.guidance, after.guidance) ||
    before.carriedOutBy !== after.carriedOutBy ||
    before.confirmedBy !== after.confirmedBy ||
    before.binding !== after.binding ||
    before.aboutSingleChildren !== after.aboutSingleChildren
  return asks ? 'asks' : 'nothing'
}

/** The same for a framework element. */
export function weightOfElement(before: Element, after: Element): Weight {
  return isReworded(before.kindergarten, after.kindergarten) || isReworded(before.school, after.school)
    ? 'asks'
    : 'nothing'
}

/** Whether somebody who has read the one must read the other: a translation that was missing says nothing new. */
export function isReworded(before: Text | null, after: Text | null): boolean {
  if (before === null || after === null) return (before?.nb ?? '') !== (after?.nb ?? '')
  return (['nb', 'nn', 'en'] as const).some(
    (language) => (before[language] ?? '') !== '' && before[language] !== after[language],
  )
}

/**
 * The meaning number of an edition after a change from the version it is drafted from: the same while only the wording
 * changed, and one that no version has used when the meaning did. `highest` is the highest that any version has used.
 */
export function meaningAfter(before: { meaning: number } | null, weight: Weight, meant: Said, highest: number): number {
  if (before === null) return highest + 1
  if (weight === 'meaning') return highest + 1
  if (weight === 'asks' && meant === 'not yet') return NOT_SAID
  return weight === 'asks' && meant === 'meaning' ? highest + 1 : before.meaning
}
