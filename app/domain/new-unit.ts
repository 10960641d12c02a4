import { plusDays, type LocalDate } from './calendar.ts'
import { spanOf } from './due-date.ts'
import { isOrgNumber } from './org-number.ts'
import type { Problem } from './problem.ts'
import {
  isSameName,
  lastCycleOver,
  problemsInName,
  problemsInOwner,
  type Owner,
  type OwnerChosen,
  type UnitFacts,
} from './unit-change.ts'

/** A unit as somebody writes it in. */
export interface NewUnit {
  kind: UnitFacts['kind']
  name: string
  /** Nine digits, or null where it is not known. */
  orgNumber: string | null
  owner: OwnerChosen | null
  externalMunicipality: string | null
  openedOn: LocalDate
}

/** How far ahead a unit can be written in, or closed: two years. */
const FURTHEST_AHEAD = 731

/** The last day that anything can be said of. */
export function lastDayAhead(today: LocalDate): LocalDate {
  return plusDays(today, FURTHEST_AHEAD)
}

/** What is there already: units, owners, the years of the cycles, and what the municipality itself is called. */
export interface Known {
  units: readonly UnitFacts[]
  owners: readonly Owner[]
  years: readonly number[]
  municipality: string
}

/** What keeps a unit from being written in; the one that is there already is named by its id in the problem's `unit`. */
export function problemsInNewUnit(unit: NewUnit, known: Known, today: LocalDate): Problem[] {
  return [
    ...problemsInName('name', unit.name, today),
    ...alreadyThere(unit, known.units),
    ...problemsInNumber(unit),
    ...problemsInOwner(unit.owner, known.owners, today),
    ...problemsInMunicipality(unit, known.municipality, today),
    ...problemsInOpening(unit, known.years, today),
  ]
}

function problemsInNumber({ orgNumber }: NewUnit): Problem[] {
  return orgNumber === null || isOrgNumber(orgNumber) ? [] : [{ field: 'orgNumber', message: 'orgNumberWrong' }]
}

/** A neighbour is not the municipality itself. */
function problemsInMunicipality({ externalMunicipality: name }: NewUnit, own: string, today: LocalDate): Problem[] {
  if (name === null) return []
  const isOwn = [own, `${own} kommune`].some((each) => isSameName(each, name))
  return isOwn
    ? [{ field: 'externalMunicipality', message: 'ownMunicipality' }]
    : problemsInName('externalMunicipality', name, today)
}

/** A cycle that is over gets no new unit. */
function problemsInOpening({ openedOn }: NewUnit, years: readonly number[], today: LocalDate): Problem[] {
  const over = lastCycleOver(years, today)
  if (over !== null && openedOn <= spanOf(over).to) {
    return [{ field: 'openedOn', message: 'openedInPastCycle', values: { year: over } }]
  }
  return openedOn > lastDayAhead(today) ? [{ field: 'openedOn', message: 'dayTooFarAhead' }] : []
}

function alreadyThere(unit: NewUnit, units: readonly UnitFacts[]): Problem[] {
  const sameNumber = units.find(({ orgNumber }) => orgNumber !== null && orgNumber === unit.orgNumber)
  if (sameNumber) {
    return [{ field: 'orgNumber', message: 'orgNumberTaken', values: { name: sameNumber.name, unit: sameNumber.id } }]
  }
  const sameName = unitNamed(unit, units)
  return sameName ? [{ field: 'name', message: 'nameTaken', values: { name: sameName.name, unit: sameName.id } }] : []
}

/**
 * The unit of the same kind and municipality that has this name, or null. One that has closed gives its name to another
 * with a number of its own.
 */
export function unitNamed(
  { kind, name, orgNumber, externalMunicipality }: Omit<NewUnit, 'owner' | 'openedOn'>,
  units: readonly UnitFacts[],
): UnitFacts | null {
  const named = units.filter(
    (unit) =>
      unit.kind === kind &&
      isSameName(unit.name, name) &&
      isSameName(unit.externalMunicipality ?? '', externalMunicipality ?? ''),
  )
  return named.find((unit) => unit.closedOn === null || !differs(unit.orgNumber, orgNumber)) ?? null
}

function differs(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}
