import type { Instant, LocalDate } from './calendar.ts'
import type { SchoolStart } from './due-date.ts'
import type { Text } from './language.ts'
import { isReworded } from './meaning.ts'
import { obligationToFramework, type Obligation } from './obligation.ts'
import type { KindergartenPlace, Place, SchoolPlace, Unit } from './place.ts'
import type { PlanVersion } from './plan.ts'
import type { TickedBy } from './tick.ts'

/** A unit that the framework is assigned to in a cycle, and what binds it. Its kind is its side of every element. */
export interface Assignment {
  unit: Unit
  obligation: Obligation
}

/** A place where one unit works with the framework. */
export type FrameworkPlace = KindergartenPlace | SchoolPlace

/**
 * Whether the framework is assigned to whoever a place is for: every kindergarten, and every school that receives
 * children from one. It follows from the places alone, so that a unit which comes in during the cycle has it at once.
 */
export function isAssigned(place: Place): place is FrameworkPlace {
  return place.kind === 'kindergarten' || (place.kind === 'school' && place.kindergartens.length > 0)
}

/** The unit that works with the framework at a place. */
export function unitAt(place: FrameworkPlace): Unit {
  return place.kind === 'school' ? place.school : place.kindergarten
}

/** The units among these places that a version's framework is assigned to; none where it has no elements. */
export function assignmentsAmong(places: readonly Place[], version: Pick<PlanVersion, 'framework'>): Assignment[] {
  if (!hasFramework(version)) return []
  const units = new Map(places.filter(isAssigned).map((place) => [place.id, unitAt(place)]))
  return [...units.values()].map((unit) => ({ unit, obligation: obligationToFramework(unit) }))
}

/** Whether a version has anything in its framework to work with. */
export function hasFramework({ framework }: Pick<PlanVersion, 'framework'>): boolean {
  return framework.some(({ elements }) => elements.length > 0)
}

/**
 * Whether a unit still works with its side in a cycle: a kindergarten until the children start school, a school through the
 * autumn after it. Later it can be read and marked, and nobody is asked to.
 */
export function isTimeFor(
  { kind }: Pick<Unit, 'kind'>,
  { firstSchoolDay }: Pick<SchoolStart, 'firstSchoolDay'>,
  today: LocalDate,
): boolean {
  return kind === 'school' || today < firstSchoolDay
}

/** Somebody said for a unit that the framework is read, as one version has it. */
export interface Acknowledgement {
  unitId: string
  versionId: string
  at: Instant
  by: TickedBy
}

/** What one side has to read that it has not: something new, worded anew, or gone. */
export interface Unread {
  kind: 'new' | 'reworded' | 'taken out'
  id: string
  /** As it says now; of what is gone, as it said. */
  text: Text
}

type Side = Unit['kind']
type Framework = Pick<PlanVersion, 'framework'>

/** What a side that has read the framework of one version has not read of another's: what stands elsewhere now is no news. */
export function unreadSince(read: Framework, now: Framework, side: Side): Unread[] {
  const before = textsOf(read, side)
  const after = textsOf(now, side)
  return [
    ...[...after].flatMap(([id, { text, meaning }]): Unread[] => {
      const known = before.get(id)
      if (!known) return [{ kind: 'new', id, text }]
      return known.meaning !== meaning || isReworded(known.text, text) ? [{ kind: 'reworded', id, text }] : []
    }),
    ...[...before].flatMap(([id, { text }]): Unread[] => (after.has(id) ? [] : [{ kind: 'taken out', id, text }])),
  ]
}

function textsOf({ framework }: Framework, side: Side): Map<string, { text: Text; meaning: number }> {
  return new Map(
    framework.flatMap(({ id, title, elements }) => [
      [id, { text: title, meaning: 0 }] as const,
      ...elements.map((element) => [element.id, { text: element[side], meaning: element.meaning }] as const),
    ]),
  )
}

/**
 * How a unit stands to the framework it is assigned: it has read what holds now, nobody there has read it at all, or it has
 * changed on the unit's side since they did.
 */
export type Acknowledged =
  | { state: 'acknowledged'; last: Acknowledgement }
  | { state: 'not yet' }
  | { state: 'changed since'; last: Acknowledgement; unread: readonly Unread[] }

/** How a side stands to a version after what was said, oldest first; `versionOf` gives the versions that it was said of. */
export function acknowledgedBy(
  side: Side,
  now: Framework,
  said: readonly Acknowledgement[],
  versionOf: (id: string) => Framework,
): Acknowledged {
  const read = said.map((last) => ({ last, unread: unreadSince(versionOf(last.versionId), now, side) }))
  const whole = read.findLast(({ unread }) => unread.length === 0)
  if (whole) return { state: 'acknowledged', last: whole.last }
  const newest = read.at(-1)
  return newest ? { state: 'changed since', ...newest } : { state: 'not yet' }
}

/** The same by the versions that were read alone, for whoever needs no more than that. */
export function acknowledgedState(side: Side, now: Framework, read: readonly Framework[]): Acknowledged['state'] {
  if (read.some((version) => unreadSince(version, now, side).length === 0)) return 'acknowledged'
  return read.length > 0 ? 'changed since' : 'not yet'
}
