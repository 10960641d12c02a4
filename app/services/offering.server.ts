import { dayInOslo, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { DeputyRight, Role } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { stands } from '#app/domain/seats.ts'
import type { Db } from '#db/connection.ts'
import { insertMail, type Mail } from '#db/queries/outbox.ts'
import { findPersonByEmail, insertPerson, updateDeactivated } from '#db/queries/people.ts'
import { insertSeat, listSeatsOf, type SeatRow } from '#db/queries/seats.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { endOne } from './seats.server.ts'

/** What a letter says: which seat is offered, to somebody who has signed in before or not, and for which days. */
export interface Offered {
  municipality: string
  /** As a person in the seat is called: "Styrer, Blåklokka barnehage". */
  seat: string
  known: boolean
  from: LocalDate | null
  to: LocalDate | null
}

/** The letter to somebody who is offered a seat. */
export type WriteOffer = (offered: Offered) => Omit<Mail, 'recipient'>

const CALLED: Readonly<Record<Role, string>> = {
  adviser: 'Rådgiver',
  observer: 'Observatør',
  director: 'Styrer',
  principal: 'Rektor',
  deputy: 'Stedfortreder',
  owner: 'Eier',
}

/** What a person in a seat is called: by role and place, never by a name of their own. */
export function calledAs(role: Role, place: string): string {
  return `${CALLED[role]}, ${place}`
}

/** What the municipality is called as a place. */
export function municipalityPlace(municipality: string): SeatPlace {
  return { name: `${municipality} kommune`, unitId: null, ownerId: null }
}

/** A unit as the place of a seat. */
export function unitPlace({ id, name }: { id: string; name: string }): SeatPlace {
  return { name, unitId: id, ownerId: null }
}

/** An owner as the place of a seat. */
export function ownerPlace({ id, name }: { id: string; name: string }): SeatPlace {
  return { name, unitId: null, ownerId: id }
}

/** Where a seat is, with what the place is called. */
export interface SeatPlace {
  name: string
  unitId: string | null
  ownerId: string | null
}

/** A seat to offer, to whom. */
export interface NewOffer {
  role: Role
  /** In lower case. */
  email: string
  place: SeatPlace
  from?: LocalDate
  to?: LocalDate
  may?: readonly DeputyRight[]
}

/** On whose behalf (null from the command line), when, and with which letter. */
export interface Offering {
  by: string | null
  now: Instant
  municipality: string
  letter: WriteOffer
  /** Whether the offer lets somebody in again who was deactivated. */
  letsIn: boolean
}

/**
 * Offers a seat within a transaction: the person where the address is new, the seat, and the letter. Problems where the
 * address has that seat or the offer of it, or is of somebody deactivated whom this does not let in again.
 */
export async function putOffer(
  db: Db,
  offer: NewOffer,
  { by, now, municipality, letter, letsIn }: Offering,
): Promise<Problem[]> {
  const { role, email, place, from = null, to = null, may = null } = offer
  const known = await findPersonByEmail(db, email)
  const values = { email }
  if (known?.deactivatedAt && !letsIn) return [{ field: 'email', message: 'seat.personDeactivated', values }]
  for (const seat of known ? await listSeatsOf(db, known.id) : []) {
    if (seat.endedAt !== null || !isSame(seat, role, place)) continue
    if (stands(seat, dayInOslo(now))) {
      const message = seat.acceptedAt === null ? 'seat.offeredBefore' : 'seat.heldBefore'
      return [{ field: 'email', message, values }]
    }
    await endOne(db, seat, { at: now, by })
  }
  const seat = calledAs(role, place.name)
  const [id, { unitId, ownerId }] = [newId(), place]
  const personId = known?.id ?? newId()
  if (known?.deactivatedAt) {
    await updateDeactivated(db, known.id, null)
    await remember(db, { kind: 'person let in again', at: now, personId: by, content: { person: known.id } })
  }
  if (!known) await insertPerson(db, { id: personId, name: seat, email, at: now })
  await insertSeat(db, { id, personId, role, unitId, ownerId, from, to, may, at: now, offeredBy: by })
  await remember(db, { kind: 'person invited', at: now, personId: by, content: { person: personId, role, seat: id } })
  const offered = { municipality, seat, known: (known?.signedInAt ?? null) !== null, from, to }
  await insertMail(db, { ...letter(offered), recipient: email }, now)
  return []
}

function isSame(seat: SeatRow, role: Role, { unitId, ownerId }: SeatPlace): boolean {
  return seat.role === role && seat.unitId === unitId && seat.ownerId === ownerId
}
