import { agreementOf, type ChildGroup, type Elsewhere } from './child-group.ts'
import type { GroupNumbers } from './masking.ts'

/** A child group with what both sides last said of it. */
export interface Group extends GroupNumbers {
  pairId: string
  kindergartenId: string
  schoolId: string
}

/** A group with its bare numbers. What a school said of it before it moved to another pair no longer counts. */
export function groupOf({ pairId, kindergartenId, schoolId, reported, received, movedTo }: ChildGroup): Group {
  const isOld = movedTo !== null && reported !== null && received !== null && received.at <= reported.at
  return {
    ...{ pairId, kindergartenId, schoolId },
    reported: reported?.children ?? null,
    received: isOld ? null : (received?.children ?? null),
  }
}

/** What somebody said of a gap: so many children, more (positive) or fewer (negative) than the groups have. */
export interface ExplanationSaid {
  id: string
  /** Later ones have higher numbers. */
  sequence: number
  schoolId: string
  children: number
}

/** The numbers of one school. `enrolled`, and what follows from it, is null until somebody has said it. */
export interface SchoolReckoning {
  schoolId: string
  enrolled: number | null
  /** Children of all its groups, as the kindergartens say. */
  known: number
  /** The same, with the school's own number wherever it has said one. */
  received: number
  /** Groups whose kindergarten has said no number. */
  notReported: number
  /** How many more children are enrolled than known; negative where there are fewer. */
  gap: number | null
  /** What the explanations that stand come to. */
  explained: number
  /** What is left of the gap: `explained + unexplained = gap`. */
  unexplained: number | null
}

/** The explanations that stand: the last word on each, unless that takes it back. In the order they were first given. */
export function standing<E extends ExplanationSaid>(said: readonly E[]): E[] {
  const inOrder = said.toSorted((a, b) => a.sequence - b.sequence)
  const last = new Map(inOrder.map((each) => [each.id, each]))
  return [...last.values()].filter(({ children }) => children !== 0)
}

/** What is said of one school, against one another. `groups` and `explanations` may be those of all schools. */
export function schoolReckoning(
  schoolId: string,
  enrolled: number | null,
  groups: readonly Group[],
  explanations: readonly ExplanationSaid[],
): SchoolReckoning {
  const own = groups.filter((group) => group.schoolId === schoolId)
  const known = sum(own.map(({ reported }) => reported ?? 0))
  const explained = sum(standing(explanations.filter((each) => each.schoolId === schoolId)).map(childrenOf))
  const gap = enrolled === null ? null : enrolled - known
  return {
    schoolId,
    enrolled,
    known,
    received: sum(own.map(({ reported, received }) => received ?? reported ?? 0)),
    notReported: own.filter(({ reported }) => reported === null).length,
    gap,
    explained,
    unexplained: gap === null ? null : gap - explained,
  }
}

export type ReckoningState = 'no children' | 'not enrolled' | 'adds up' | 'explained' | 'unexplained' | 'over-explained'

/** How a school's numbers stand. *Over-explained* has explanations for more children than there is a gap of. */
export function stateOf({
  enrolled,
  known,
  notReported,
  gap,
  explained,
  unexplained,
}: SchoolReckoning): ReckoningState {
  if (gap === null || unexplained === null) return known + notReported === 0 ? 'no children' : 'not enrolled'
  if (enrolled === 0 && known + notReported === 0 && explained === 0) return 'no children'
  if (unexplained === 0) return gap === 0 ? 'adds up' : 'explained'
  return gap !== 0 && Math.sign(gap) === Math.sign(unexplained) ? 'unexplained' : 'over-explained'
}

/** Children of a kindergarten who go to no school here, as it last said. */
export interface GoingElsewhere {
  kindergartenId: string
  destination: Elsewhere
  children: number
}

/** Everything said of a cycle's numbers. Units are the municipality's own; groups also those of its neighbours' units. */
export interface Said {
  schoolIds: readonly string[]
  kindergartenIds: readonly string[]
  enrolled: ReadonlyMap<string, number>
  groups: readonly Group[]
  explanations: readonly ExplanationSaid[]
  elsewhere: readonly GoingElsewhere[]
}

/** The numbers of a whole cycle: every child in it has a place here, or stands in one of the lists of what is open. */
export interface CycleReckoning {
  schools: readonly SchoolReckoning[]
  enrolled: number
  known: number
  /** Children, more or fewer, that no explanation covers, at all schools together; one does not make up for another. */
  unexplained: number
  /** Groups whose kindergarten has said no number. */
  notReported: readonly Group[]
  /** Kindergartens that have neither a group nor said that their children go elsewhere. */
  silent: readonly string[]
  differing: readonly Group[]
  /** Children without a school. */
  notDecided: readonly GoingElsewhere[]
  /** Children for whom a school is known, elsewhere. */
  leaving: readonly GoingElsewhere[]
  addsUp: boolean
}

/** What is said of a whole cycle, against one another. Groups at a neighbour's school have no enrolment here. */
export function cycleReckoning(said: Said): CycleReckoning {
  const { groups, elsewhere, explanations } = said
  const schools = said.schoolIds.map((id) => schoolReckoning(id, said.enrolled.get(id) ?? null, groups, explanations))
  const unexplained = sum(schools.map((school) => Math.abs(school.unexplained ?? 0)))
  const notReported = groups.filter(({ reported }) => reported === null)
  const heard = new Set([...groups, ...elsewhere].map(({ kindergartenId }) => kindergartenId))
  const silent = said.kindergartenIds.filter((id) => !heard.has(id))
  const differing = groups.filter(({ reported, received }) => agreementOf(reported, received) === 'differs')
  const going = elsewhere.filter(({ children }) => children > 0)
  const notDecided = going.filter(({ destination }) => destination === 'not decided')
  const open = [
    notReported,
    silent,
    differing,
    notDecided,
    schools.filter((school) => stateOf(school) === 'not enrolled'),
  ]
  return {
    schools,
    enrolled: sum(schools.map(({ enrolled }) => enrolled ?? 0)),
    known: sum(schools.map(({ known }) => known)),
    unexplained,
    notReported,
    silent,
    differing,
    notDecided,
    leaving: going.filter(({ destination }) => destination === 'another municipality'),
    addsUp: unexplained === 0 && open.every(({ length }) => length === 0),
  }
}

function childrenOf({ children }: { children: number }): number {
  return children
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
