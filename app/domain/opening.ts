import { dayInYear, type LocalDate } from './calendar.ts'
import { usualFirstSchoolDay } from './days-off.ts'
import type { PlanVersion } from './plan.ts'
import type { Problem } from './problem.ts'

/** A kindergarten and a school that a cycle is opened with. */
export interface PairChosen {
  kindergartenId: string
  schoolId: string
}

/** A cycle as somebody wants to open it. */
export interface Opening {
  year: number
  version: number
  firstSchoolDay: LocalDate
  pairs: readonly PairChosen[]
  /** Whether the person said that it is to be opened without pairs. */
  withoutPairs: boolean
}

/** How far ahead a cycle can be opened, in years. */
const FURTHEST_AHEAD = 2

/** The years a cycle can be opened for. */
export function yearsInReach(today: LocalDate): { first: number; last: number } {
  const first = Number(today.slice(0, 4))
  return { first, last: first + FURTHEST_AHEAD }
}

/** The days on which a school year can begin. */
export function firstSchoolDaysOf(year: number): { from: LocalDate; to: LocalDate } {
  return { from: dayInYear(year, 8, 1), to: dayInYear(year, 9, 15) }
}

/** The year to open next: after the newest, or of the next August where there is none; never one that is over. */
export function suggestedYear(openYears: readonly number[], today: LocalDate): number {
  const { first } = yearsInReach(today)
  if (openYears.length > 0) return Math.max(Math.max(...openYears) + 1, first)
  return today < dayInYear(first, 8, 1) ? first : first + 1
}

/** What to open a cycle of that year with: the newest version valid by then, and the day when most schools begin. */
export function suggestedFor(
  year: number,
  versions: readonly PlanVersion[],
): { version: PlanVersion | null; firstSchoolDay: LocalDate } {
  const valid = versions.filter((version) => isValidFor(version, year))
  return { version: valid.toSorted(byNumber).at(-1) ?? null, firstSchoolDay: usualFirstSchoolDay(year) }
}

function byNumber(a: PlanVersion, b: PlanVersion): number {
  return (a.number ?? 0) - (b.number ?? 0)
}

function isValidFor({ publication }: PlanVersion, year: number): boolean {
  return publication !== null && publication.validFromCycle <= year
}

/** What keeps a cycle from being opened with this version, null where there is none of that number; empty where nothing. */
export function problemsInOpening(
  { year, firstSchoolDay, pairs, withoutPairs }: Opening,
  version: PlanVersion | null,
  openYears: readonly number[],
  today: LocalDate,
): Problem[] {
  const { first, last } = yearsInReach(today)
  const problems: Problem[] = []
  if (openYears.includes(year)) problems.push({ field: 'year', message: 'cycleIsOpen', values: { year } })
  else if (year < first || year > last) {
    problems.push({ field: 'year', message: 'yearOutOfReach', values: { first, last } })
  }
  const canBeOpened = problems.length === 0
  if (!version?.publication) problems.push({ field: 'version', message: 'versionUnknown' })
  else if (canBeOpened && !isValidFor(version, year)) {
    const values = { number: version.number ?? 0, year: version.publication.validFromCycle }
    problems.push({ field: 'version', message: 'versionNotValidYet', values })
  }
  const { from, to } = firstSchoolDaysOf(year)
  if (canBeOpened && (firstSchoolDay < from || firstSchoolDay > to)) {
    problems.push({ field: 'firstSchoolDay', message: 'firstSchoolDayOutside', values: { year } })
  }
  if (pairs.length === 0 && !withoutPairs) problems.push({ field: 'withoutPairs', message: 'noPairs' })
  return problems
}
