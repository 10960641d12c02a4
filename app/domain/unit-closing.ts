import type { LocalDate } from './calendar.ts'
import { isRunning, spanOf } from './due-date.ts'
import { lastDayAhead } from './new-unit.ts'
import type { Problem } from './problem.ts'
import { firstFreeDay, lastCycleOver, latest, type UnitFacts } from './unit-change.ts'

/** The first day that a unit is no more, and the unit that carries on after it. */
export interface Closing {
  from: LocalDate
  into: string | null
}

/** A closing as `unit_change.before` keeps it, for what changes it: `["2026-08-01", null]`. */
export function closingAsText({ closedOn, mergedInto }: Pick<UnitFacts, 'closedOn' | 'mergedInto'>): string | null {
  return closedOn === null ? null : JSON.stringify([closedOn, mergedInto])
}

/** The same read back; null where the unit was open. */
export function closingIn(before: string | null): Closing | null {
  if (before === null) return null
  const [from, into] = JSON.parse(before) as [LocalDate, string | null]
  return { from, into }
}

/** The first day that a unit can close on: that on which the oldest cycle of today began. */
export function firstClosingDay(today: LocalDate): LocalDate {
  const year = Number(today.slice(0, 4))
  return spanOf(isRunning(year, today) ? year : year + 1).from
}

/** Whether a unit is no more when the cycle of that year begins. */
export function isGoneBefore({ closedOn }: Pick<UnitFacts, 'closedOn'>, year: number): boolean {
  return closedOn !== null && closedOn <= spanOf(year).from
}

/** What closed before the oldest running cycle stays so in the cycles since: it can only open again. */
function closedLongAgo({ closedOn }: UnitFacts, today: LocalDate): boolean {
  return closedOn !== null && closedOn < firstClosingDay(today)
}

/** What keeps a unit from closing on that day, or from carrying on in that other one. `units` are all there are. */
export function problemsInClosing(
  unit: UnitFacts,
  closing: Closing,
  units: readonly UnitFacts[],
  today: LocalDate,
): Problem[] {
  if (closedLongAgo(unit, today)) return [{ field: 'from', message: 'closedLongAgo' }]
  if (closing.from === unit.closedOn && closing.into === unit.mergedInto) {
    return [{ field: 'from', message: 'closingTheSame' }]
  }
  return [...problemsInDay(unit, closing.from, units, today), ...problemsInSuccessor(unit, closing, units)]
}

function problemsInDay(unit: UnitFacts, from: LocalDate, units: readonly UnitFacts[], today: LocalDate): Problem[] {
  const first = firstClosingDay(today)
  if (from < first) return [{ field: 'from', message: 'closingTooEarly', values: { year: first.slice(0, 4) } }]
  if (from > lastDayAhead(today)) return [{ field: 'from', message: 'dayTooFarAhead' }]
  if (unit.openedOn !== null && from < unit.openedOn) return [{ field: 'from', message: 'closingBeforeOpening' }]
  const joins = units.find(
    ({ mergedInto, closedOn }) => mergedInto === unit.id && closedOn !== null && closedOn >= from,
  )
  return joins ? [{ field: 'from', message: 'closingBeforeMerger', values: { name: joins.name } }] : []
}

/** A unit carries on in one that is open that day; so nothing carries on in itself, however long the way round. */
function problemsInSuccessor(unit: UnitFacts, { from, into }: Closing, units: readonly UnitFacts[]): Problem[] {
  if (into === null) return []
  if (into === unit.id) return [{ field: 'into', message: 'mergedIntoItself' }]
  const successor = units.find(({ id }) => id === into)
  if (!successor || successor.kind !== unit.kind) return [{ field: 'into', message: 'successorMissing' }]
  const { name, closedOn, openedOn } = successor
  if (closedOn !== null && closedOn <= from) return [{ field: 'into', message: 'mergedIntoClosed', values: { name } }]
  if (openedOn !== null && openedOn > from) return [{ field: 'into', message: 'mergedIntoUnopened', values: { name } }]
  return []
}

/** The first day that a unit can open again from: not before it closed, and in no cycle that is over. */
export function firstReopeningDay(unit: UnitFacts, years: readonly number[], today: LocalDate): LocalDate | null {
  const closed = unit.closedOn !== null && unit.closedOn <= today ? unit.closedOn : null
  return latest(firstFreeDay(unit, years, today), closed)
}

/** What keeps a unit from opening again from that day. */
export function problemsInReopening(
  unit: UnitFacts,
  from: LocalDate,
  years: readonly number[],
  today: LocalDate,
): Problem[] {
  if (unit.closedOn === null) return [{ field: 'from', message: 'unitIsOpen' }]
  if (from > today) return [{ field: 'from', message: 'changeAhead' }]
  const over = lastCycleOver(years, today)
  if (over !== null && from <= spanOf(over).to) {
    return [{ field: 'from', message: 'openedInPastCycle', values: { year: over } }]
  }
  const first = firstReopeningDay(unit, years, today)
  return first !== null && from < first ? [{ field: 'from', message: 'reopeningBeforeClosing' }] : []
}
