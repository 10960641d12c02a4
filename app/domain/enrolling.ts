import type { LocalDate } from './calendar.ts'
import { childrenTyped, sayingOf, type SaidNumber } from './child-group.ts'
import type { Problem } from './problem.ts'
import { problemInText } from './saying.ts'

/** Said of a field that has to hold a whole number of children. */
const NOT_A_NUMBER = 'childrenNotANumber'

/** What was typed for one school, and the number that stood there when the form was made. */
export interface EnrolledTyped {
  schoolId: string
  typed: string
  seen: number | null
}

/** Where on the form a school's number is. */
export function enrolledField(schoolId: string): string {
  return `enrolled.${schoolId}`
}

/** What is new in a form of enrolled children, against what was `said` by now; and what keeps it from being saved. */
export function newlyEnrolled(
  rows: readonly EnrolledTyped[],
  said: ReadonlyMap<string, Pick<SaidNumber, 'children' | 'by'>>,
): { changes: { schoolId: string; children: number }[]; problems: Problem[] } {
  const read = rows.map(({ schoolId, typed, seen }) => {
    const field = enrolledField(schoolId)
    const children = childrenTyped(typed)
    if (children === 'not a number') return { schoolId, say: null, problems: [{ field, message: NOT_A_NUMBER }] }
    return { schoolId, ...sayingOf({ field, children, seen }, said.get(schoolId) ?? null) }
  })
  return {
    changes: read.flatMap(({ schoolId, say }) => (say === null ? [] : [{ schoolId, children: say }])),
    problems: read.flatMap(({ problems }) => problems),
  }
}

/** Which way a gap goes: children who are enrolled and in no group, or in a group and not enrolled. */
export const GAP_DIRECTIONS = ['more enrolled', 'fewer enrolled'] as const
export type GapDirection = (typeof GAP_DIRECTIONS)[number]

/** Why some of a gap is there, as it was typed. `followedUpBy` is a unit's id, null for the municipality. */
export interface Explaining {
  direction: GapDirection
  children: string
  words: string
  followedUpBy: string | null
}

/**
 * An explanation as it is saved, or what keeps it from that: children more (positive) or fewer (negative), and words
 * about no single child. `followers` are the units that can follow it up.
 */
export function explanationOf(
  { direction, children, words, followedUpBy }: Explaining,
  followers: readonly string[],
  today: LocalDate,
): { children: number; problems: Problem[] } {
  const read = childrenTyped(children)
  const number = read === 'not a number' ? 0 : (read ?? 0)
  const problems: Problem[] = []
  if (read === 'not a number') problems.push({ field: 'children', message: NOT_A_NUMBER })
  else if (number === 0) problems.push({ field: 'children', message: 'explainedNone' })
  if (words === '') problems.push({ field: 'words', message: 'explanationMissing' })
  problems.push(...problemInText('words', words, today))
  if (followedUpBy !== null && !followers.includes(followedUpBy))
    problems.push({ field: 'followedUpBy', message: 'followUpUnknown' })
  return { children: direction === 'more enrolled' ? number : -number, problems }
}
