import { dayInOslo, type LocalDate } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import { isToStaff, leads, seatState, staffingOf } from '#app/domain/seats.ts'
import { IN_ORDER } from '#app/domain/in-order.ts'
import { listSeats, listSeatsAt, type SeatRow } from '#db/queries/seats.ts'
import type { SignedIn } from './context.server.ts'

/** Who leads a unit, who will, and who did. */
export interface Leadership {
  now: SeatRow | null
  /** The first day without a leader, today where nobody leads; null where no such day is known, or the unit is not ours to fill. */
  vacantFrom: LocalDate | null
  /** Those who are offered the seat and have not answered. */
  offered: readonly SeatRow[]
  /** Those who have led the unit, the newest first, with the first and last day. */
  history: readonly { name: string; from: LocalDate; to: LocalDate | null }[]
}

/** Who leads a unit, from the seats that there ever were at it. */
export function leadershipOf(
  unit: Pick<Unit, 'externalMunicipality' | 'closedOn'>,
  seats: readonly SeatRow[],
  today: LocalDate,
): Leadership {
  const own = seats.filter(({ role }) => leads(role))
  const led = own.flatMap((seat) => (seat.acceptedAt === null ? [] : [{ ...seat, since: dayInOslo(seat.acceptedAt) }]))
  return {
    now: own.find((seat) => seatState(seat, today) === 'holds') ?? null,
    vacantFrom: isToStaff(unit, today) ? staffingOf(own, today).vacantFrom : null,
    offered: own.filter((seat) => seatState(seat, today) === 'offered'),
    history: led
      .map(({ person, from, since, to, endedAt }) => {
        return { name: person.name, from: from ?? since, to: earliest(to, endedAt && dayInOslo(endedAt)) }
      })
      .sort((a, b) => (a.from < b.from ? 1 : -1)),
  }
}

function earliest(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

/** Somebody to ring or write to, by role. */
export interface Contact {
  role: Role
  name: string
  email: string | null
}

/** Whom a leader works with: at the unit itself, at the units it has pairs with, and in the municipality. */
export interface Contacts {
  own: readonly Contact[]
  others: readonly { unit: Pick<Unit, 'id' | 'name' | 'kind'>; people: readonly Contact[]; vacant: boolean }[]
  advisers: readonly Contact[]
}

/** Whom the leader of a unit works with, from the seats there, at the other units and of the advisers. */
export function contactsOf(
  others: readonly Unit[],
  seats: Record<'own' | 'others' | 'advisers', readonly SeatRow[]>,
  today: LocalDate,
): Contacts {
  const people = (those: readonly SeatRow[]) =>
    those
      .filter((seat) => seatState(seat, today) === 'holds')
      .toSorted(leaderFirst)
      .map(contactOf)
  return {
    own: people(seats.own),
    others: others
      .map((unit) => {
        const there = people(seats.others.filter(({ unitId }) => unitId === unit.id))
        const vacant = isToStaff(unit, today) && !there.some(({ role }) => leads(role))
        return { unit: { id: unit.id, name: unit.name, kind: unit.kind }, people: there, vacant }
      })
      .sort((a, b) => IN_ORDER.compare(a.unit.name, b.unit.name)),
    advisers: people(seats.advisers),
  }
}

function leaderFirst(a: SeatRow, b: SeatRow): number {
  return Number(leads(b.role)) - Number(leads(a.role))
}

function contactOf({ role, person }: SeatRow): Contact {
  return { role, name: person.name, email: person.email }
}

/** A unit that nobody leads, or that nobody will lead from a day. */
export interface Vacancy {
  unitId: string
  from: LocalDate
  offered: boolean
}

/** Up to so many units are asked for by id. */
const A_FEW = 4

/**
 * Which of these units are without a leader today, or from a day that is known. A neighbour's need none here. One query,
 * however many they are.
 */
export async function vacanciesAmong(
  { db, today }: Pick<SignedIn, 'db' | 'today'>,
  units: readonly Pick<Unit, 'id' | 'externalMunicipality' | 'closedOn'>[],
): Promise<Vacancy[]> {
  const lasting = units.filter((unit) => isToStaff(unit, today))
  if (lasting.length === 0) return []
  const few = lasting.length <= A_FEW
  const all = few
    ? await listSeatsAt(
        db,
        lasting.map(({ id }) => id),
      )
    : await listSeats(db)
  const seats = Map.groupBy(all, ({ unitId }) => unitId)
  return lasting.flatMap(({ id, closedOn }) => {
    const { vacantFrom, leaderOffered } = staffingOf(seats.get(id) ?? [], today)
    if (vacantFrom === null || (closedOn !== null && vacantFrom >= closedOn)) return []
    return [{ unitId: id, from: vacantFrom, offered: leaderOffered }]
  })
}
