import type { Instant } from './calendar.ts'
import type { ShownLine } from './discretion.ts'
import { elementLinesOf, type FrameworkMark } from './framework-mark.ts'
import type { Side } from './place.ts'
import type { PlanVersion } from './plan.ts'

/** How many areas of the framework a group works with, or has worked with, of how many there are. */
export interface AreasWorkedWith {
  worked: number
  of: number
}

/** An area counts as soon as the group works with one of its elements; what is only planned does not. */
export function areasWorkedWith(
  version: Pick<PlanVersion, 'framework'>,
  marks: readonly FrameworkMark[],
): AreasWorkedWith {
  const lines = elementLinesOf(version, marks)
  const worked = lines.filter(({ mark }) => mark?.mark === 'working with it' || mark?.mark === 'worked with')
  return { worked: new Set(worked.map(({ area }) => area.id)).size, of: version.framework.length }
}

/** Steps that wait for one side, how many of them are overdue, and since when the other side has waited longest. */
export interface StepsLeft {
  side: Side
  count: number
  overdue: number
  since: Instant | null
}

/** The steps of a pair that are left, by the side that has to answer; invitations are nobody's to wait for. */
export function stepsLeftOn(lines: readonly ShownLine[]): StepsLeft[] {
  const waiting = lines.filter(({ waitsFor, obligation }) => waitsFor !== null && obligation !== 'invitation')
  return (['kindergarten', 'school'] as const).flatMap((side) => {
    const own = waiting.filter((line) => line.waitsFor?.side === side)
    const since = own.flatMap(({ waitsFor }) => waitsFor?.since ?? []).toSorted()[0] ?? null
    const overdue = own.filter(({ timing }) => timing === 'overdue').length
    return own.length === 0 ? [] : [{ side, count: own.length, overdue, since }]
  })
}
