import { differenceInCalendarDays, parseISO } from 'date-fns'
import { plusDays, type Instant, type LocalDate } from './calendar.ts'
import { can, canAtUnit, type Actor, type DeputyRight, type Person, type Role } from './permissions.ts'
import type { Unit } from './place.ts'
import type { Problem } from './problem.ts'

/** A seat as it is kept: whose, where, offered, accepted and ended when, and on which days it holds. */
export interface SeatRecord {
  id: string
  personId: string
  role: Role
  /** The unit of a director, principal or deputy; otherwise null. */
  unitId: string | null
  ownerId: string | null
  acceptedAt: Instant | null
  endedAt: Instant | null
  endedBy: string | null
  from: LocalDate | null
  to: LocalDate | null
  /** What a deputy may do; null is all that the leader may. */
  may: readonly DeputyRight[] | null
}

/**
 * How a seat stands. *Offered* waits for a yes, *will hold* has one but begins later, *over* is past its last day,
 * *declined* and *withdrawn* were never accepted.
 */
export type SeatState = 'offered' | 'declined' | 'withdrawn' | 'will hold' | 'holds' | 'over' | 'ended'

/** How a seat stands on a day. */
export function seatState(seat: SeatRecord, today: LocalDate): SeatState {
  if (seat.endedAt !== null) {
    if (seat.acceptedAt !== null) return 'ended'
    return seat.endedBy === seat.personId ? 'declined' : 'withdrawn'
  }
  if (seat.to !== null && seat.to < today) return 'over'
  if (seat.acceptedAt === null) return 'offered'
  return seat.from !== null && seat.from > today ? 'will hold' : 'holds'
}

/** Whether a seat still counts: it is offered, holds, or will. */
export function stands(seat: SeatRecord, today: LocalDate): boolean {
  return ['offered', 'holds', 'will hold'].includes(seatState(seat, today))
}

/** Where a role sits: in the municipality, at a unit, or at an owner's units. */
export function sitsAt(role: Role): 'municipality' | 'unit' | 'owner' {
  if (role === 'adviser' || role === 'observer') return 'municipality'
  return role === 'owner' ? 'owner' : 'unit'
}

/** Who leads a unit: the director a kindergarten, the principal a school. */
export function leaderOf(kind: Unit['kind']): 'director' | 'principal' {
  return kind === 'kindergarten' ? 'director' : 'principal'
}

/** Whether a role leads a unit. */
export function leads(role: Role): boolean {
  return role === 'director' || role === 'principal'
}

/** Whether a role can sit at a unit of that kind. */
export function fitsUnit(role: Role, kind: Unit['kind']): boolean {
  return role === 'deputy' || role === leaderOf(kind)
}

/** Who may offer a role, and end the seat of somebody else: an adviser any, a unit's leader that of its deputies. */
export function mayOffer(actor: Actor, role: Role, unitId: string | null): boolean {
  if (can(actor, 'offer seats')) return true
  return role === 'deputy' && unitId !== null && canAtUnit(actor, 'name a deputy', unitId)
}

/** Whether somebody may end a seat: one's own, or one that they could offer. */
export function mayEnd(actor: Person, seat: SeatRecord): boolean {
  return seat.personId === actor.id || mayOffer(actor, seat.role, seat.unitId)
}

/** Whether a unit is for the municipality to fill with people on a day: its own, opened, and not closed. */
export function isToStaff(
  unit: Pick<Unit, 'externalMunicipality' | 'closedOn'> & { openedOn?: LocalDate | null },
  today: LocalDate,
): boolean {
  const { externalMunicipality, openedOn = null, closedOn } = unit
  const isOpen = (openedOn === null || openedOn <= today) && (closedOn === null || closedOn > today)
  return externalMunicipality === null && isOpen
}

/** How many people a unit has, and whether it lacks a leader. */
export interface Staffing {
  /** Those who lead or stand in today, each counted once. */
  people: number
  /** The first day without a leader: today where nobody leads; null where no such day is known. */
  vacantFrom: LocalDate | null
  /** Whether somebody is offered to lead it. */
  leaderOffered: boolean
}

/** How a unit is staffed, from the seats there. A seat that is only offered is nobody yet. */
export function staffingOf(seats: readonly SeatRecord[], today: LocalDate): Staffing {
  const held = seats.filter((seat) => seatState(seat, today) === 'holds' && sitsAt(seat.role) === 'unit')
  const leaders = seats.filter(({ role }) => leads(role))
  return {
    people: new Set(held.map(({ personId }) => personId)).size,
    vacantFrom: firstDayWithoutLeader(leaders, today),
    leaderOffered: leaders.some((seat) => seatState(seat, today) === 'offered'),
  }
}

function firstDayWithoutLeader(leaders: readonly SeatRecord[], today: LocalDate): LocalDate | null {
  const accepted = leaders.filter((seat) => ['holds', 'will hold'].includes(seatState(seat, today)))
  let day = today
  for (;;) {
    const then = accepted.filter((seat) => (seat.from ?? day) <= day && (seat.to ?? day) >= day)
    if (then.length === 0) return day
    if (then.some(({ to }) => to === null)) return null
    day = plusDays(
      then
        .flatMap(({ to }) => to ?? [])
        .toSorted()
        .at(-1) ?? day,
      1,
    )
  }
}

/** Whether there is still an adviser when these seats have ended. Without one, nobody could let anybody in. */
export function leavesAnAdviser(
  seats: readonly SeatRecord[],
  ending: readonly Pick<SeatRecord, 'id'>[],
  today: LocalDate,
): boolean {
  const gone = new Set(ending.map(({ id }) => id))
  return seats.some((seat) => seat.role === 'adviser' && !gone.has(seat.id) && holdsForGood(seat, today))
}

function holdsForGood(seat: SeatRecord, today: LocalDate): boolean {
  return seatState(seat, today) === 'holds' && seat.to === null
}

/** A deputy's seat is for two years at most. */
const LONGEST_PERIOD_DAYS = 731
/** It is agreed no more than a year before it begins. */
const FURTHEST_AHEAD_DAYS = 366

/** What is wrong with the days a deputy stands in; empty where nothing is. */
export function problemsInPeriod({ from, to }: { from: LocalDate; to: LocalDate }, today: LocalDate): Problem[] {
  if (to < from) return [{ field: 'to', message: 'seat.periodReversed' }]
  if (to < today) return [{ field: 'to', message: 'seat.periodOver' }]
  if (from > plusDays(today, FURTHEST_AHEAD_DAYS)) return [{ field: 'from', message: 'seat.periodTooFarAhead' }]
  const days = differenceInCalendarDays(parseISO(to), parseISO(from)) + 1
  return days > LONGEST_PERIOD_DAYS ? [{ field: 'to', message: 'seat.periodTooLong' }] : []
}
