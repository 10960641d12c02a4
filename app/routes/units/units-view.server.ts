import type { UnitGroupView, UnitRowView } from '#app/components/unit-table.tsx'
import type { UnitFilterView } from '#app/components/unit-filter.tsx'
import type { TFunction } from 'i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import { leads, seatState, staffingOf } from '#app/domain/seats.ts'
import type { UnitFacts } from '#app/domain/unit-change.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { Units } from '#app/services/units.server.ts'
import { UNITS, unitPath } from './paths.ts'

const CHOICES = {
  kind: ['kindergarten', 'school'],
  ownership: ['municipal', 'private'],
  closed: ['open', 'closed'],
} as const
type Filter = { [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] | null }

/** The units of a table, grouped, and the ways to look at them; as a GET chooses. */
export function unitsView({ units, seats, all }: Units, request: Request, today: LocalDate, t: TFunction) {
  const filter = filterIn(request)
  const shown = units.filter((unit) => fits(unit, filter, today))
  const rows = shown.map((unit): UnitRowView & { unit: UnitFacts } => ({ ...rowOf(unit, seats, today, t), unit }))
  const groups: UnitGroupView[] = GROUPS.map((group) => ({
    group,
    rows: rows.filter(({ unit }) => groupOf(unit, today) === group).map(({ unit: _, ...row }) => row),
  })).filter((group) => group.rows.length > 0)
  return { groups, count: shown.length, none: units.length === 0, filters: all ? filtersFor(filter) : [] }
}

function filterIn(request: Request): Filter {
  const { searchParams } = new URL(request.url)
  const chosen = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === searchParams.get(name)) ?? null
  return {
    kind: chosen('kind', CHOICES.kind),
    ownership: chosen('ownership', CHOICES.ownership),
    closed: chosen('closed', CHOICES.closed),
  }
}

function fits(unit: UnitFacts, { kind, ownership, closed }: Filter, today: LocalDate): boolean {
  if (kind !== null && unit.kind !== kind) return false
  if (ownership !== null && unit.owner.ownership !== ownership) return false
  return closed === null || (closed === 'closed') === isClosed(unit, today)
}

function isClosed({ closedOn }: UnitFacts, today: LocalDate): boolean {
  return closedOn !== null && closedOn <= today
}

const GROUPS = ['kindergartens', 'schools', 'neighbours', 'closed'] as const

function groupOf(unit: UnitFacts, today: LocalDate): (typeof GROUPS)[number] {
  if (isClosed(unit, today)) return 'closed'
  if (unit.externalMunicipality !== null) return 'neighbours'
  return unit.kind === 'kindergarten' ? 'kindergartens' : 'schools'
}

function rowOf(unit: UnitFacts, seats: Units['seats'], today: LocalDate, t: TFunction): UnitRowView {
  const here = seats.get(unit.id) ?? []
  const leaders = here.filter((seat) => leads(seat.role) && seatState(seat, today) === 'holds')
  return {
    href: unitPath(unit.id),
    name: unit.name,
    kind: unit.kind,
    municipality: unit.externalMunicipality,
    owner: { name: unit.owner.name, ownership: unit.owner.ownership },
    orgNumber: unit.orgNumber && orgNumberInGroups(unit.orgNumber),
    leaders: leaders.map(({ role, person }) => besides(person.name, role, unit.name) ?? t(`role.${role}`)),
    people: staffingOf(here, today).people,
    closed: isClosed(unit, today),
    closedOn: unit.closedOn,
    opensOn: unit.openedOn !== null && unit.openedOn > today ? unit.openedOn : null,
  }
}

/**
 * What somebody is called beside a role and a unit, which the name often says again: null where it says no more. Names
 * are given in bokmål.
 */
export function besides(name: string, role: Role, unit: string): string | null {
  const short = name.endsWith(`, ${unit}`) ? name.slice(0, -unit.length - 2) : name
  const called = wordsIn('nb').t(`role.${role}`)
  if (short === called) return null
  return short.startsWith(`${called}, `) ? short.slice(called.length + 2) : short
}

/** An organisation number as it is read: 974 582 465. */
export function orgNumberInGroups(number: string): string {
  return number.replace(/(\d{3})(?=\d)/g, '$1\u00a0')
}

/** Each choice as a link that keeps the others. */
function filtersFor(filter: Filter): UnitFilterView[] {
  return (Object.keys(CHOICES) as (keyof Filter)[]).map((name) => ({
    name,
    links: [null, ...CHOICES[name]].map((value) => ({
      value: value ?? 'all',
      href: hrefOf({ ...filter, [name]: value }),
      chosen: filter[name] === value,
    })),
  }))
}

function hrefOf(filter: Record<string, string | null>): string {
  const chosen = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null)
  return chosen.length === 0 ? UNITS : `${UNITS}?${new URLSearchParams(chosen).toString()}`
}
