import { dayInOslo, type LocalDate } from './calendar.ts'
import type { Assignment } from './framework-assignment.ts'
import { elementLinesOf, type ElementLine, type FrameworkMark } from './framework-mark.ts'
import { monthOf, monthsOf, type Month } from './month.ts'
import { isInvited } from './obligation.ts'
import type { Area, Element, PlanVersion } from './plan.ts'

/** How far units have come with so many elements. What a kindergarten says is not for it is not asked. */
export interface Coverage {
  asked: number
  workedWith: number
  workingWith: number
  planned: number
  notForUs: number
}

export const NO_COVERAGE: Coverage = { asked: 0, workedWith: 0, workingWith: 0, planned: 0, notForUs: 0 }

/** How far a unit has come, or several, by their element lines: the same lines as the unit's own page shows. */
export function coverageOf(lines: readonly Pick<ElementLine, 'mark'>[]): Coverage {
  const coverage = { ...NO_COVERAGE }
  for (const { mark } of lines) {
    if (mark?.mark === 'not for us') coverage.notForUs += 1
    else coverage.asked += 1
    if (mark?.mark === 'worked with') coverage.workedWith += 1
    if (mark?.mark === 'working with it') coverage.workingWith += 1
    if (mark?.mark === 'planned') coverage.planned += 1
  }
  return coverage
}

/** The coverage of several together. */
export function sumOfCoverage(all: readonly Coverage[]): Coverage {
  return all.reduce(
    (sum, each) => ({
      asked: sum.asked + each.asked,
      workedWith: sum.workedWith + each.workedWith,
      workingWith: sum.workingWith + each.workingWith,
      planned: sum.planned + each.planned,
      notForUs: sum.notForUs + each.notForUs,
    }),
    NO_COVERAGE,
  )
}

/** How many of the elements are worked with or being worked with. */
export function begunIn({ workedWith, workingWith }: Coverage): number {
  return workedWith + workingWith
}

/** A unit that the framework is assigned to, with how it stands: a row of the coverage. */
export interface UnitCoverage extends Assignment {
  lines: readonly ElementLine[]
  coverage: Coverage
  /** How it stood at the end of each month in which it marked something. */
  then: ReadonlyMap<Month, Coverage>
}

/** How a unit stands with its marks (oldest first) to a version's framework. */
export function unitCoverageOf(
  assignment: Assignment,
  version: Pick<PlanVersion, 'framework'>,
  marks: readonly FrameworkMark[],
): UnitCoverage {
  const lines = elementLinesOf(version, marks)
  const monthsOfMarks = marks.map(({ at }) => monthOf(dayInOslo(at)))
  const then = [...new Set(monthsOfMarks)].map((month): [Month, Coverage] => {
    const untilThen = marks.filter((_, index) => (monthsOfMarks[index] ?? month) <= month)
    return [month, coverageOf(elementLinesOf(version, untilThen))]
  })
  return { ...assignment, lines, coverage: coverageOf(lines), then: new Map(then) }
}

/** Those the framework binds, and those that are only invited: never in one denominator. */
export function byTie<Unit extends Assignment>(units: readonly Unit[]): { obliged: Unit[]; invited: Unit[] } {
  const { obliged = [], invited = [] } = Object.groupBy(units, ({ obligation }) =>
    isInvited(obligation) ? 'invited' : 'obliged',
  )
  return { obliged, invited }
}

/** The coverage of some units per area or per element, by its id. */
export function coveragePer(part: 'area' | 'element', units: readonly UnitCoverage[]): Map<string, Coverage> {
  const lines = Map.groupBy(
    units.flatMap((unit) => unit.lines),
    (line) => line[part].id,
  )
  return new Map([...lines].map(([id, those]) => [id, coverageOf(those)]))
}

/** An element with how far some units have come with it. */
export interface ElementCoverage {
  element: Element
  area: Area
  coverage: Coverage
}

/** The elements with the smallest share of units that work or have worked with them first; what nobody is asked is left out. */
export function leastWorkedWith(
  { framework }: Pick<PlanVersion, 'framework'>,
  units: readonly UnitCoverage[],
): ElementCoverage[] {
  const coverages = coveragePer('element', units)
  return framework
    .flatMap((area) => area.elements.map((element) => ({ element, area, coverage: coverages.get(element.id) })))
    .flatMap(({ coverage, ...rest }) => (coverage && coverage.asked > 0 ? [{ ...rest, coverage }] : []))
    .sort((a, b) => shareOf(a.coverage) - shareOf(b.coverage))
}

function shareOf(coverage: Coverage): number {
  return begunIn(coverage) / coverage.asked
}

/** How some units stood together at the end of a month. */
export interface MonthCoverage {
  month: Month
  coverage: Coverage
}

/** How some units stood at the end of each month of a cycle, up to the month of that day: the last is as they stand now. */
export function changeOver(year: number, units: readonly UnitCoverage[], today: LocalDate): MonthCoverage[] {
  const months = monthsOf(year).filter((month) => month <= monthOf(today))
  return months.map((month) => ({ month, coverage: sumOfCoverage(units.map((unit) => stoodAt(unit, month))) }))
}

function stoodAt({ lines, then }: UnitCoverage, month: Month): Coverage {
  const last = [...then.keys()].filter((marked) => marked <= month).at(-1)
  return (last && then.get(last)) ?? { ...NO_COVERAGE, asked: lines.length }
}
