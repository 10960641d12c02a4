import type { AgreedDate } from './agreed-date.ts'
import type { LocalDate } from './calendar.ts'
import { stepsAskedAt, type AskedStep, type Cycle } from './checklist.ts'
import { dayOff } from './days-off.ts'
import { isOver, spanOf } from './due-date.ts'
import type { Place } from './place.ts'
import type { Problem } from './problem.ts'
import { problemInText, problemsInReason } from './saying.ts'

/** The most that the words of a date can hold, by field. */
export const LONGEST_WORDS = { title: 120, venue: 120, whoComes: 200 } as const

/** What somebody wants to agree on, or a date to be. */
export type Agreeing = Pick<AgreedDate, 'kind' | 'title' | 'stepId' | 'on' | 'from' | 'to' | 'venue' | 'whoComes'> & {
  /** That a day when hardly anybody is at work is meant. */
  sure: boolean
}

/**
 * The steps a date at a place can be for: those of its pairs, at a school also its own. Never one that is sensitive or
 * about single children: a day for it would say that there is a child.
 */
export function stepsToAgreeOn(cycle: Cycle, place: Place): AskedStep[] {
  if (place.kind === 'municipality') return []
  const schoolId = place.kind === 'kindergarten' ? null : place.school.id
  const ofPairs = stepsAskedAt(cycle, 'pair', schoolId)
  const all = place.kind === 'school' ? [...ofPairs, ...stepsAskedAt(cycle, 'school')] : ofPairs
  return all
    .filter(({ step }) => !step.sensitive && !step.aboutSingleChildren)
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** What a date is agreed among: the cycle, the steps it can be for, and the dates there are for the same pairs. */
export interface AgreedAmong {
  year: number
  steps: readonly AskedStep[]
  others: readonly AgreedDate[]
}

/** What keeps a date from being agreed; empty where nothing does. */
export function problemsInAgreeing(agreeing: Agreeing, among: AgreedAmong, today: LocalDate): Problem[] {
  const { year, steps } = among
  if (isOver(year, today)) return [{ field: 'on', message: 'cycleOver', values: { year } }]
  const { stepId } = agreeing
  const isAsked = stepId === null || steps.some(({ step }) => step.id === stepId)
  const missing: Problem[] = isAsked ? [] : [{ field: 'stepId', message: 'dateStepNotAsked' }]
  return [...wordsProblems(agreeing, today), ...missing, ...dayProblems(agreeing, among), ...timeProblems(agreeing)]
}

function dayProblems({ on, sure, ...said }: Agreeing, { year, others }: AgreedAmong): Problem[] {
  const { from, to } = spanOf(year)
  if (on < from || on > to) {
    return [{ field: 'on', message: 'dateOutsideCycle', values: { first: year - 1, last: year } }]
  }
  const same = others.find((other) => !other.cancelled && other.on === on && isTheSame(other, said))
  if (same) return [{ field: 'on', message: 'dateAgreedAlready', values: { name: same.by.name } }]
  const off = dayOff(on)
  if (off === null || sure) return []
  return [{ field: 'on', message: off === 'holiday' ? 'dateOnHoliday' : 'dateOnWeekend' }]
}

/** The same step, or where neither is for one, the same thing at the same time. */
function isTheSame(other: AgreedDate, said: Omit<Agreeing, 'on' | 'sure'>): boolean {
  if (said.stepId !== null || other.stepId !== null) return other.stepId === said.stepId
  return other.kind === said.kind && other.title === said.title && other.from === said.from
}

function timeProblems({ from, to }: Agreeing): Problem[] {
  if (to === null) return []
  if (from === null) return [{ field: 'from', message: 'dateStartMissing' }]
  return to > from ? [] : [{ field: 'to', message: 'dateEndsBeforeStart' }]
}

function wordsProblems(agreeing: Agreeing, today: LocalDate): Problem[] {
  const missing: Problem[] =
    agreeing.kind === 'other' && agreeing.title === null ? [{ field: 'title', message: 'dateTitleMissing' }] : []
  const fields = ['title', 'venue', 'whoComes'] as const
  return [...missing, ...fields.flatMap((field) => wordProblems(field, agreeing[field], today))]
}

function wordProblems(field: keyof typeof LONGEST_WORDS, words: string | null, today: LocalDate): Problem[] {
  const longest = LONGEST_WORDS[field]
  if (words !== null && words.length > longest) return [{ field, message: 'textTooLong', values: { longest } }]
  return problemInText(field, words, today)
}

/** A date somebody wants to change: what it shall be, why, and how often it was changed when they looked at it. */
export interface Changing {
  agreeing: Agreeing
  pairIds: readonly string[]
  reason: string | null
  seen: number
}

/** Whether the day or the time becomes another: then everybody concerned wants to know why. */
export function isMoved(date: Pick<AgreedDate, 'on' | 'from' | 'to'>, { on, from, to }: Agreeing): boolean {
  return date.on !== on || date.from !== from || date.to !== to
}

/** What keeps a date from being changed. A day that stays where it was is not doubted anew. */
export function problemsInChanging(
  date: AgreedDate,
  { agreeing, pairIds, reason, seen }: Changing,
  among: AgreedAmong,
  today: LocalDate,
): Problem[] {
  const meanwhile = changedSince(date, seen)
  if (meanwhile.length > 0) return meanwhile
  const sure = agreeing.sure || agreeing.on === date.on
  const others = among.others.filter(({ id }) => id !== date.id)
  const problems = problemsInAgreeing({ ...agreeing, sure }, { ...among, others }, today)
  const moved = isMoved(date, agreeing)
  if (!moved && isUnchanged(date, agreeing, pairIds)) return [...problems, { field: 'on', message: 'dateUnchanged' }]
  return moved ? [...problems, ...problemsInReason(reason, today)] : problems
}

/** What keeps a date from being cancelled. */
export function problemsInCancelling(
  date: AgreedDate,
  { reason, seen }: Pick<Changing, 'reason' | 'seen'>,
  today: LocalDate,
): Problem[] {
  if (isOver(date.year, today)) return [{ field: 'reason', message: 'cycleOver', values: { year: date.year } }]
  const meanwhile = changedSince(date, seen)
  return meanwhile.length > 0 ? meanwhile : problemsInReason(reason, today)
}

function changedSince({ changes, cancelled, by }: AgreedDate, seen: number): Problem[] {
  if (cancelled) return [{ field: 'seen', message: 'dateCancelledMeanwhile', values: { name: by.name } }]
  return changes === seen ? [] : [{ field: 'seen', message: 'changedMeanwhile', values: { name: by.name } }]
}

function isUnchanged(date: AgreedDate, agreeing: Agreeing, pairIds: readonly string[]): boolean {
  const fields = ['kind', 'title', 'stepId', 'venue', 'whoComes'] as const
  const pairs = (ids: readonly string[]) => ids.toSorted().join(' ')
  return fields.every((field) => date[field] === agreeing[field]) && pairs(date.pairIds) === pairs(pairIds)
}
