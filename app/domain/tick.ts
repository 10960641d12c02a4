import type { Instant, LocalDate } from './calendar.ts'
import type { Side } from './place.ts'
import type { Step } from './plan.ts'

/** What the responsible side can say of a step. */
export const OWN_ANSWERS = ['started', 'done', 'not relevant', 'not done'] as const
/** What the other side can say of it, once it is done. */
export const OTHER_ANSWERS = ['confirmed', 'disputed'] as const
export type OwnAnswer = (typeof OWN_ANSWERS)[number]
export type OtherAnswer = (typeof OTHER_ANSWERS)[number]
export type Answer = OwnAnswer | OtherAnswer
export const ANSWERS: readonly Answer[] = [...OWN_ANSWERS, ...OTHER_ANSWERS]

/** What one side said of a step at a place, by whom and when. Only ever added; a withdrawal is a tick, too. */
export interface Tick {
  id: string
  stepId: string
  side: Side
  answer: Answer | 'withdrawn'
  /** The day the thing happened, which can be earlier than the day it was ticked. */
  doneOn: LocalDate | null
  reason: string | null
  note: string | null
  /** The step's meaning, and the number of the version, that the answer was given to. */
  meaning: number
  version: number
  /** The tick this one takes back. */
  withdraws: string | null
  at: Instant
  by: TickedBy
}

export interface TickedBy {
  personId: string
  name: string
  /** True where the adviser answered for a unit. */
  forUnit: boolean
}

/** What a line's answers come to. *Done* waits for the other side where the step asks for a confirmation. */
export type Status = 'open' | 'started' | 'done' | 'confirmed' | 'disputed' | 'not relevant' | 'not done'

export interface Answers {
  status: Status
  /** The responsible side's answer that stands. */
  own: Tick | null
  /** The other side's answer to it; an answer to something earlier does not count. */
  other: Tick | null
  /** Answers given to another meaning of the step: they no longer count, and stay visible. */
  earlier: readonly Tick[]
}

const UNANSWERED: Answers = { status: 'open', own: null, other: null, earlier: [] }

/** The ticks that stand: neither withdrawals nor withdrawn. */
function standing(ticks: readonly Tick[]): readonly Tick[] {
  if (ticks.every((tick) => tick.withdraws === null && tick.answer !== 'withdrawn')) return ticks
  const withdrawn = new Set(ticks.map((tick) => tick.withdraws))
  return ticks.filter((tick) => tick.answer !== 'withdrawn' && !withdrawn.has(tick.id))
}

type Asked = Pick<Step, 'responsible' | 'confirmedBy' | 'meaning'>

/** The responsible side's last answer that stands after these ticks, to the step's present meaning. */
function ownAmong({ responsible, meaning }: Asked, ticks: readonly Tick[]): Tick | null {
  const isOwn = (tick: Tick) => isOwnAnswer(tick.answer) && tick.side === responsible && tick.meaning === meaning
  return standing(ticks).findLast(isOwn) ?? null
}

/**
 * What the ticks on one line, oldest first, come to. The responsible side's last standing answer decides; the other
 * side's answer counts only for the answer it was given to, so a renewed "done" asks for a new confirmation, and one
 * that is taken back takes its confirmation along.
 */
export function answersOf(step: Asked, ticks: readonly Tick[]): Answers {
  if (ticks.length === 0) return UNANSWERED
  const all = standing(ticks)
  const current = all.filter((tick) => tick.meaning === step.meaning)
  const earlier = all.filter((tick) => tick.meaning !== step.meaning)
  const own = ownAmong(step, ticks)
  if (!own || !isOwnAnswer(own.answer)) return { status: 'open', own: null, other: null, earlier }
  if (own.answer !== 'done') return { status: own.answer, own, other: null, earlier }
  const isAnswerToIt = (tick: Tick) =>
    isOtherAnswer(tick.answer) &&
    tick.side === step.confirmedBy &&
    ownAmong(step, ticks.slice(0, ticks.indexOf(tick))) === own
  const other = current.findLast(isAnswerToIt) ?? null
  return { status: other && isOtherAnswer(other.answer) ? other.answer : 'done', own, other, earlier }
}

export function isOwnAnswer(answer: Tick['answer']): answer is OwnAnswer {
  return OWN_ANSWERS.some((own) => own === answer)
}

export function isOtherAnswer(answer: Tick['answer']): answer is OtherAnswer {
  return OTHER_ANSWERS.some((other) => other === answer)
}
