import type { Instant, LocalDate } from './calendar.ts'
import type { Unit } from './place.ts'
import type { Problem } from './problem.ts'
import { problemsInReason } from './saying.ts'

/** Who can say how many children a child group has: the kindergarten it comes from, and the school it goes to. */
export type GroupSide = 'kindergarten' | 'school'

/** Where children of a kindergarten go when it is to no school here. */
export const ELSEWHERE = ['another municipality', 'not decided'] as const
export type Elsewhere = (typeof ELSEWHERE)[number]

/** What a side last said of how many children a group has. */
export interface SaidNumber {
  children: number
  reason: string | null
  at: Instant
  /** The name of whoever said it, and whether that was the adviser for the unit. */
  by: string
  forUnit: boolean
}

/** The most children that a group can be said to have. */
export const MOST_CHILDREN = 999

export const AGREEMENTS = ['not reported', 'waits for the school', 'agreed', 'differs'] as const
/** How the two numbers of a group stand to one another. */
export type Agreement = (typeof AGREEMENTS)[number]

/**
 * How what the kindergarten says (`reported`) stands to what the school says (`received`); null is not said. A group
 * that has ended waits for no school that never counted it.
 */
export function agreementOf(reported: number | null, received: number | null): Agreement {
  if (reported === null) return 'not reported'
  if (received === null) return reported === 0 ? 'agreed' : 'waits for the school'
  return reported === received ? 'agreed' : 'differs'
}

/** A pair of a cycle with what each side last said of its group, and the pair that the group moved to, if it did. */
export interface ChildGroup {
  pairId: string
  kindergartenId: string
  schoolId: string
  reported: SaidNumber | null
  received: SaidNumber | null
  movedTo: string | null
}

/** A unit of a cycle that groups can come from or go to. */
export type GroupUnit = Pick<Unit, 'id' | 'kind' | 'name' | 'externalMunicipality' | 'closedOn'>

/** Whether the kindergarten says that there are no children in it any more. */
export function groupHasEnded({ reported }: Pick<ChildGroup, 'reported'>): boolean {
  return reported?.children === 0
}

/** How the two sides of a group stand to one another. */
export function agreementIn({ reported, received }: Pick<ChildGroup, 'reported' | 'received'>): Agreement {
  return agreementOf(reported?.children ?? null, received?.children ?? null)
}

/** A number of children as it was typed: null where nothing was, *not a number* where it is none from 0 to 999. */
export function childrenTyped(text: string): number | null | 'not a number' {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d+$/.test(typed) && Number(typed) <= MOST_CHILDREN ? Number(typed) : 'not a number'
}

/** A number in a field of a form, and what stood there when the form was made. An empty field is "not said", never 0. */
export interface NumberWritten {
  field: string
  children: number | null
  seen: number | null
}

/**
 * What there is to say after somebody wrote a number, given what was last said: nothing (null) where it was left as it
 * was, or somebody else said the same meanwhile; a problem where somebody said another meanwhile, or it was emptied.
 */
export function sayingOf(
  { field, children, seen }: NumberWritten,
  last: Pick<SaidNumber, 'children' | 'by'> | null,
): { say: number | null; problems: Problem[] } {
  const stands = last?.children ?? null
  if (children === seen || children === stands) return { say: null, problems: [] }
  if (children === null) return { say: null, problems: [{ field, message: 'childrenEmptied' }] }
  if (stands === seen) return { say: children, problems: [] }
  const values = { children: stands ?? 0, name: last?.by ?? '' }
  return { say: null, problems: [{ field, message: 'childrenSaidMeanwhile', values }] }
}

/** A group that is to move: to another school, or now coming from another kindergarten; `seen` is its number then. */
export interface GroupMove {
  kindergartenId: string
  schoolId: string
  seen: number | null
  reason: string | null
}

/** What keeps a group from moving there; empty where nothing does. */
export function problemsInGroupMove(group: ChildGroup, move: GroupMove, today: LocalDate): Problem[] {
  if (groupHasEnded(group)) return [{ field: 'school', message: 'groupHasEnded' }]
  const stands = group.reported?.children ?? null
  if (stands !== move.seen)
    return [{ field: 'school', message: 'groupSaidMeanwhile', values: { children: stands ?? 0 } }]
  const school = move.schoolId !== group.schoolId
  const kindergarten = move.kindergartenId !== group.kindergartenId
  const where: Problem[] =
    school === kindergarten ? [{ field: 'school', message: school ? 'groupMovesOneSide' : 'groupMovesNowhere' }] : []
  return [...where, ...problemsInReason(move.reason, today)]
}

/** How many children a group has after another moved into it; null where nobody has said how many either has. */
export function joined(moving: number | null, there: number | null): number | null {
  return moving === null && there === null ? null : (moving ?? 0) + (there ?? 0)
}
