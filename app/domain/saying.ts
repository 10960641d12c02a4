import { dayInYear, type LocalDate } from './calendar.ts'
import { answersOpenTo, needsReason, type Line } from './checklist.ts'
import { aboutChild } from './discretion.ts'
import type { Side } from './place.ts'
import type { Problem } from './problem.ts'
import type { Answer } from './tick.ts'

/** The most that a reason or a note can hold. */
export const LONGEST_TEXT = 300

/** What somebody wants to say of a step on behalf of a side. */
export interface Saying {
  side: Side
  answer: Answer
  doneOn: LocalDate | null
  reason: string | null
  note: string | null
  /** The last tick on the line when the form was made, and the step's meaning then: what the person saw. */
  seen: string | null
  meaning: number
}

/** What keeps a saying from becoming a tick on this line; empty where nothing does. `year` is the cycle's. */
export function problemsIn(saying: Saying, line: Line, year: number, today: LocalDate): Problem[] {
  if (saying.meaning !== line.step.meaning) return [{ field: 'answer', message: 'planHasChanged' }]
  const last = line.history.at(-1)
  if ((last?.id ?? null) !== saying.seen) {
    return [{ field: 'answer', message: 'answeredMeanwhile', values: { name: last?.by.name ?? '' } }]
  }
  if (!answersOpenTo(line, saying.side).includes(saying.answer)) {
    return [{ field: 'answer', message: 'answerNotOpen' }]
  }
  return [...dayProblems(saying, year, today), ...textProblems(saying, line, today)]
}

/** The first day something in a cycle can have been done: the January before it opens. */
function earliestDay(year: number): LocalDate {
  return dayInYear(year - 1, 1, 1)
}

function dayProblems({ doneOn }: Saying, year: number, today: LocalDate): Problem[] {
  if (doneOn === null) return []
  if (doneOn > today) return [{ field: 'doneOn', message: 'dayInFuture' }]
  return doneOn < earliestDay(year) ? [{ field: 'doneOn', message: 'dayBeforeCycle', values: { year: year - 1 } }] : []
}

function textProblems(saying: Saying, line: Line, today: LocalDate): Problem[] {
  if (line.step.sensitive) {
    return (['reason', 'note'] as const)
      .filter((field) => saying[field] !== null)
      .map((field) => ({ field, message: 'noWordsOnSensitive' }))
  }
  const missing: Problem[] =
    needsReason(line, saying.answer) && !saying.reason ? [{ field: 'reason', message: 'reasonMissing' }] : []
  return [...missing, ...(['reason', 'note'] as const).flatMap((field) => problemInText(field, saying[field], today))]
}

const ABOUT_CHILD = { 'eleven digits': 'elevenDigits', 'birth date': 'birthDate' } as const

/** What is wrong with a reason that has to be given, for something that is no answer to a step. */
export function problemsInReason(reason: string | null, today: LocalDate): Problem[] {
  return reason ? problemInText('reason', reason, today) : [{ field: 'reason', message: 'reasonMissing' }]
}

/** What keeps words from being saved: there are too many, or they point at a child. Missing words are no problem here. */
export function problemInText(field: string, text: string | null, today: LocalDate): Problem[] {
  if (text === null) return []
  if (text.length > LONGEST_TEXT) return [{ field, message: 'textTooLong', values: { longest: LONGEST_TEXT } }]
  const about = aboutChild(text, today)
  return about ? [{ field, message: ABOUT_CHILD[about] }] : []
}
