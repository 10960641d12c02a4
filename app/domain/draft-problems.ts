import { dayInYear } from './calendar.ts'
import { isTakenOut } from './draft-removal.ts'
import { findElement, findStep, type Draft, type Edit, type EditedStep } from './draft.ts'
import type { DueRule } from './due-date.ts'
import { LANGUAGES, type Text } from './language.ts'
import { stepsReferringTo } from './legal-basis.ts'
import { weightOf, weightOfElement } from './meaning.ts'
import type { Problem } from './problem.ts'

/** The most that each text of a plan can hold, in characters. */
export const LONGEST_TITLE = 200
export const LONGEST_PURPOSE = 1000
export const LONGEST_GUIDANCE = 10_000
/** The most steps that a plan can hold. */
export const MOST_STEPS = 1000

/** What keeps an edit from being made; empty where nothing does. What is only unfinished may stand in a draft. */
export function problemsInEdit(draft: Draft, edit: Edit): Problem[] {
  switch (edit.kind) {
    case 'head':
      return [
        ...tooLong('title', edit.title, LONGEST_TITLE),
        ...edit.purposes.flatMap((purpose, at) => tooLong(`purposes.${at}`, purpose, LONGEST_PURPOSE)),
      ]
    case 'routine':
      if (isTakenOut(draft, 'routine', edit.id)) return [{ field: 'seen', message: 'takenOutMeanwhile' }]
      return [...tooLong('title', edit.title, LONGEST_TITLE), ...tooLong('purpose', edit.purpose, LONGEST_PURPOSE)]
    case 'step':
      return [...routineProblems(draft, edit), ...stepProblems(edit.step), ...stepMeaning(draft, edit)]
    case 'steps':
      return [...routineProblems(draft, edit), ...edit.steps.flatMap((step) => stepProblems(step))]
    case 'area':
      if (isTakenOut(draft, 'area', edit.id)) return [{ field: 'seen', message: 'takenOutMeanwhile' }]
      return tooLong('title', edit.title, LONGEST_TITLE)
    case 'element':
      return elementProblems(draft, edit)
    case 'legal basis':
      return tooLong('title', edit.basis.title, LONGEST_TITLE)
    case 'legal basis gone':
      return basisInUse(draft, edit.code)
    case 'put back':
      return placeProblems(draft, edit)
    case 'order':
    case 'take out':
      return []
  }
}

function tooLong(field: string, text: Text | null, longest: number): Problem[] {
  return LANGUAGES.filter((language) => (text?.[language]?.length ?? 0) > longest).map((language) => ({
    field: `${field}.${language}`,
    message: 'textTooLong',
    values: { longest },
  }))
}

function routineProblems({ content }: Draft, edit: Extract<Edit, { kind: 'step' | 'steps' }>): Problem[] {
  if (!content.routines.some(({ id }) => id === edit.routineId)) return [{ field: 'routineId', message: 'routineGone' }]
  const ids = new Set(content.routines.flatMap(({ steps }) => steps.map(({ id }) => id)))
  for (const { id } of edit.kind === 'step' ? [edit.step] : edit.steps) ids.add(id)
  return ids.size > MOST_STEPS ? [{ field: 'routineId', message: 'tooManySteps', values: { most: MOST_STEPS } }] : []
}

function stepProblems({ title, guidance, due }: EditedStep): Problem[] {
  return [
    ...tooLong('title', title, LONGEST_TITLE),
    ...tooLong('guidance', guidance, LONGEST_GUIDANCE),
    ...(due && !isDue(due) ? [{ field: 'due', message: 'noSuchDay' }] : []),
  ]
}

/** A year with a 29 February. */
const ANY_LEAP_YEAR = 2028

/** Whether a due rule names a day that can come: a day of its month, or one within 400 days of the school start. */
export function isDue(due: DueRule): boolean {
  if (due.kind === 'days from first school day') return Math.abs(due.days) <= 400
  if (due.month < 1 || due.month > 12 || due.day < 1) return false
  return Number(dayInYear(ANY_LEAP_YEAR, due.month, 31).slice(8)) >= due.day
}

/** A text change asks, never guesses. */
function stepMeaning(draft: Draft, { step, meant }: Extract<Edit, { kind: 'step' }>): Problem[] {
  if (isTakenOut(draft, 'step', step.id)) return [{ field: 'seen', message: 'takenOutMeanwhile' }]
  const before = draft.basedOn && findStep(draft.basedOn.content, step.id)?.step
  if (!before || meant !== null) return []
  const asks = weightOf(before, { ...step, meaning: before.meaning }) === 'asks'
  return asks ? [{ field: 'meant', message: 'meantMissing' }] : []
}

function elementProblems(draft: Draft, { areaId, element, meant }: Extract<Edit, { kind: 'element' }>): Problem[] {
  if (isTakenOut(draft, 'element', element.id)) return [{ field: 'seen', message: 'takenOutMeanwhile' }]
  if (!draft.content.framework.some(({ id }) => id === areaId)) return [{ field: 'areaId', message: 'areaGone' }]
  const before = draft.basedOn && findElement(draft.basedOn.content, element.id)?.element
  const asks = before && weightOfElement(before, { ...element, meaning: before.meaning }) === 'asks'
  return [
    ...tooLong('kindergarten', element.kindergarten, LONGEST_PURPOSE),
    ...tooLong('school', element.school, LONGEST_PURPOSE),
    ...(asks && meant === null ? [{ field: 'meant', message: 'meantMissing' }] : []),
  ]
}

function basisInUse({ content }: Draft, code: string): Problem[] {
  const count = stepsReferringTo(content, code).length
  return count > 0 ? [{ field: 'code', message: 'legalBasisInUse', values: { count } }] : []
}

function placeProblems({ content }: Draft, { what }: Extract<Edit, { kind: 'put back' }>): Problem[] {
  if (what === 'step' && content.routines.length === 0) return [{ field: 'id', message: 'noRoutineToPutIn' }]
  if (what === 'element' && content.framework.length === 0) return [{ field: 'id', message: 'noAreaToPutIn' }]
  return []
}
