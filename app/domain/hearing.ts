import { dayInOslo, type Instant, type LocalDate } from './calendar.ts'
import { aboutChild } from './discretion.ts'
import type { PlanContent, WrittenRoutine, WrittenStep } from './plan.ts'
import type { Problem } from './problem.ts'

/** The days in which a draft can be commented on, the last one with them. */
export interface Period {
  from: LocalDate
  to: LocalDate
}

/** A period for comments on one draft. `closedAt` is set where it was closed by somebody, mostly before its last day. */
export interface Hearing extends Period {
  id: string
  versionId: string
  closedAt: Instant | null
}

/** What an adviser said to a comment, and whether it is dealt with. */
export interface CommentAnswer {
  words: string | null
  closes: boolean
  by: string
  at: Instant
}

/** What somebody said in a hearing, of a step or (null) of the plan as a whole, with the answers in order. */
export interface Comment {
  id: string
  stepId: string | null
  words: string
  by: string
  at: Instant
  answers: readonly CommentAnswer[]
}

export type HearingState = 'upcoming' | 'open' | 'over'

/** Whether a hearing goes on that day. Closed, it is over the same moment. */
export function hearingState({ from, to, closedAt }: Hearing, today: LocalDate): HearingState {
  if (closedAt !== null || to < today) return 'over'
  return from <= today ? 'open' : 'upcoming'
}

/** The last day on which something could be said. */
export function lastDayOf({ to, closedAt }: Hearing): LocalDate {
  const closedOn = closedAt && dayInOslo(closedAt)
  return closedOn && closedOn < to ? closedOn : to
}

/** Whether an adviser is done with a comment: the last answer counts. */
export function isDealtWith({ answers }: Comment): boolean {
  return answers.at(-1)?.closes ?? false
}

/** Comments in the order in which they need somebody: those without an answer first, then the oldest. */
export function byNeed(comments: readonly Comment[]): Comment[] {
  const need = (comment: Comment) => (isDealtWith(comment) ? 2 : comment.answers.length > 0 ? 1 : 0)
  return [...comments].sort((a, b) => need(a) - need(b) || (a.at < b.at ? -1 : Number(a.at > b.at)))
}

/** The comments on one step of a plan. */
export interface StepComments {
  step: WrittenStep
  comments: readonly Comment[]
}

/** What was said of a plan, in its reading order; `gone` is of steps that the plan no longer has. */
export interface HearingComments {
  general: readonly Comment[]
  routines: readonly { routine: WrittenRoutine; steps: readonly StepComments[] }[]
  gone: readonly Comment[]
}

/** Comments where they belong in a plan; steps and routines of which nothing was said are left out. */
export function commentsIn({ routines }: PlanContent, comments: readonly Comment[]): HearingComments {
  const ordered = byNeed(comments)
  const there = new Set(routines.flatMap(({ steps }) => steps.map(({ id }) => id)))
  return {
    general: ordered.filter(({ stepId }) => stepId === null),
    routines: routines
      .map((routine) => ({
        routine,
        steps: routine.steps
          .map((step) => ({ step, comments: ordered.filter(({ stepId }) => stepId === step.id) }))
          .filter(({ comments }) => comments.length > 0),
      }))
      .filter(({ steps }) => steps.length > 0),
    gone: ordered.filter(({ stepId }) => stepId !== null && !there.has(stepId)),
  }
}

/** The most that a comment or an answer can hold. */
export const LONGEST_COMMENT = 2000
/** A hearing that lasts longer than this was meant to end another year. */
const LONGEST_HEARING_YEARS = 1

/** What keeps a hearing from being opened for that period. */
export function problemsInPeriod({ from, to }: Period, today: LocalDate): Problem[] {
  if (from < today) return [{ field: 'from', message: 'hearing.inPast' }]
  if (to < from) return [{ field: 'to', message: 'hearing.endsBeforeItBegins' }]
  const latest = `${Number(from.slice(0, 4)) + LONGEST_HEARING_YEARS}${from.slice(4)}`
  return to > latest ? [{ field: 'to', message: 'hearing.tooLong' }] : []
}

/** What keeps words from becoming a comment. */
export function problemsInComment(words: string, today: LocalDate): Problem[] {
  return words === '' ? [{ field: 'words', message: 'hearing.nothingSaid' }] : problemsInWords(words, today)
}

/** What keeps an adviser's answer from being given: it says something, or it closes the comment. */
export function problemsInAnswer({ words, closes }: Pick<CommentAnswer, 'words' | 'closes'>, today: LocalDate) {
  if (words === null) return closes ? [] : [{ field: 'words', message: 'hearing.noAnswer' }]
  return problemsInWords(words, today)
}

const ABOUT_CHILD = { 'eleven digits': 'elevenDigits', 'birth date': 'birthDate' } as const

function problemsInWords(words: string, today: LocalDate): Problem[] {
  if (words.length > LONGEST_COMMENT) {
    return [{ field: 'words', message: 'textTooLong', values: { longest: LONGEST_COMMENT } }]
  }
  const about = aboutChild(words, today)
  return about ? [{ field: 'words', message: ABOUT_CHILD[about] }] : []
}
