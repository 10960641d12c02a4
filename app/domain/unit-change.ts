import { plusDays, type Instant, type LocalDate } from './calendar.ts'
import { isOver, spanOf } from './due-date.ts'
import type { Unit } from './place.ts'
import type { Problem } from './problem.ts'
import { problemInText, problemsInReason } from './saying.ts'

/** What can become different about a unit, from a day on. */
export type UnitChangeKind =
  'added' | 'renamed' | 'new owner' | 'new number' | 'moved' | 'closed' | 'reopened' | 'merged'

/** Who owns units. A name stands for one owner. */
export interface Owner {
  id: string
  name: string
  ownership: Unit['ownership']
}

/** A unit as it is today, outside any cycle. */
export interface UnitFacts extends Pick<Unit, 'id' | 'kind' | 'name' | 'externalMunicipality' | 'closedOn'> {
  orgNumber: string | null
  owner: Owner
  /** The first day it was there, or null where it was there before the tool was. */
  openedOn: LocalDate | null
  /** The id of the unit that carries on after it. */
  mergedInto: string | null
}

/** A change as it was written down. `before` is what the unit was until that day. */
export interface UnitChange {
  sequence: number
  kind: UnitChangeKind
  from: LocalDate
  before: string | null
  reason: string | null
  at: Instant
  /** The name of whoever wrote it, or null where nobody did. */
  by: string | null
}

/** What comes with every change: from which day, why, and the last change that the person saw. */
export interface Changing {
  from: LocalDate
  reason: string
  seen: number
}

/** The number of the last change; 0 where there is none. */
export function lastOf(changes: readonly UnitChange[]): number {
  return Math.max(0, ...changes.map(({ sequence }) => sequence))
}

/** The newest cycle that is over, or null: what it shows stays as it was. */
export function lastCycleOver(years: readonly number[], today: LocalDate): number | null {
  const over = years.filter((year) => isOver(year, today))
  return over.length > 0 ? Math.max(...over) : null
}

/**
 * The first day that something can be new from: in no cycle that is over, and not before the unit was there. What is
 * said of one that has yet to open holds when it does.
 */
export function firstFreeDay(
  { openedOn }: Pick<UnitFacts, 'openedOn'>,
  years: readonly number[],
  today: LocalDate,
): LocalDate | null {
  const over = lastCycleOver(years, today)
  const opened = openedOn !== null && openedOn <= today ? openedOn : null
  return latest(over === null ? null : plusDays(spanOf(over).to, 1), opened)
}

/** The same for a name or an owner, which cannot be new before the last one was. */
export function firstDayFor(
  kind: 'renamed' | 'new owner',
  unit: UnitFacts,
  changes: readonly UnitChange[],
  years: readonly number[],
  today: LocalDate,
): LocalDate | null {
  const days = changes.filter((change) => change.kind === kind).map(({ from }) => from)
  return latest(firstFreeDay(unit, years, today), ...days)
}

/** The latest of some days, or null where there is none. */
export function latest(...days: readonly (LocalDate | null)[]): LocalDate | null {
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

/** What keeps a change from being written down whatever it is: nobody else changed the unit meanwhile, and there is a reason. */
export function problemsInChanging(
  { seen, reason }: Changing,
  changes: readonly UnitChange[],
  today: LocalDate,
): Problem[] {
  if (lastOf(changes) !== seen) return [{ field: 'from', message: 'unitChangedMeanwhile' }]
  return problemsInReason(reason, today)
}

/** What is wrong with the day of a new name or owner: they are told when they have come, and past cycles stay. */
export function problemsInDay(from: LocalDate, first: LocalDate | null, today: LocalDate): Problem[] {
  if (from > today) return [{ field: 'from', message: 'changeAhead' }]
  return first !== null && from < first ? [{ field: 'from', message: 'changeTooEarly' }] : []
}

/** The most letters that the name of a unit or an owner can have. */
export const LONGEST_NAME = 120

/** Words on one line, without what no reader sees: control characters, and marks that turn the direction of the text. */
export function onOneLine(words: string): string {
  return words
    .replaceAll(/[\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** What is wrong with a name in itself. `field` says of what it is the name. */
export function problemsInName(field: string, name: string, today: LocalDate): Problem[] {
  if (name === '') return [{ field, message: 'nameMissing' }]
  if (name.length > LONGEST_NAME) return [{ field, message: 'textTooLong', values: { longest: LONGEST_NAME } }]
  return problemInText(field, name, today)
}

/** Whether two names are the same to whoever reads them. */
export function isSameName(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('nb')
}

/** An owner as somebody chose it, or wrote it down. */
export type OwnerChosen = { id: string } | Omit<Owner, 'id'>

/** What is wrong with an owner: none chosen, or the name of another kind of owner. */
export function problemsInOwner(chosen: OwnerChosen | null, owners: readonly Owner[], today: LocalDate): Problem[] {
  if (chosen === null) return [{ field: 'owner', message: 'ownerMissing' }]
  if ('id' in chosen)
    return owners.some(({ id }) => id === chosen.id) ? [] : [{ field: 'owner', message: 'ownerMissing' }]
  const problems = problemsInName('ownerName', chosen.name, today)
  const there = owners.find(({ name }) => isSameName(name, chosen.name))
  if (!there || there.ownership === chosen.ownership) return problems
  return [...problems, { field: 'ownerName', message: 'ownerIsOther', values: { name: there.name } }]
}
