import type { LocalDate } from '#app/domain/calendar.ts'
import { authorize, authorizeAtUnit, can, type DeputyRight, type Role } from '#app/domain/permissions.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import { fitsUnit, mayOffer, problemsInPeriod, sitsAt, stands } from '#app/domain/seats.ts'
import { insertMail } from '#db/queries/outbox.ts'
import { findPerson, listSeatUnits, type SeatUnit } from '#db/queries/people.ts'
import { findSeat, listSeatsAt } from '#db/queries/seats.ts'
import { listOwners } from '#db/queries/unit-changes.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { municipalityName } from './municipality.server.ts'
import {
  calledAs,
  municipalityPlace,
  ownerPlace,
  putOffer,
  unitPlace,
  type Offering,
  type WriteOffer,
} from './offering.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'
import { standing, type StandingSeat } from './seats.server.ts'

/** A seat an adviser offers: with a unit or an owner where the role sits at one. */
export interface SeatChoice {
  role: Role
  /** In lower case. */
  email: string
  unitId: string | null
  ownerId: string | null
}

/** Where somebody can be offered a seat: the units that are open, and the owners. Refuses *not found*. */
export async function readSeatPlaces({ actor, db, today }: SignedIn): Promise<{
  units: SeatUnit[]
  owners: { id: string; name: string }[]
}> {
  authorize(actor, 'offer seats')
  const units = (await listSeatUnits(db)).filter(({ closedOn }) => closedOn === null || closedOn > today)
  return { units, owners: await listOwners(db) }
}

/** Offers a seat to whoever has the address. Problems come back and nothing is saved. Refuses *not found*. */
export async function offerSeat(
  context: SignedIn,
  { role, email, unitId, ownerId }: SeatChoice,
  letter: WriteOffer,
  form: string,
): Promise<Outcome> {
  authorize(context.actor, 'offer seats')
  return saveOnce(context, 'offer of a seat', form, async (db) => {
    const offering = await offeringOf({ ...context, db }, letter)
    const places = await readSeatPlaces({ ...context, db })
    if (sitsAt(role) === 'municipality') {
      return putOffer(db, { role, email, place: municipalityPlace(offering.municipality) }, offering)
    }
    if (sitsAt(role) === 'owner') {
      const owner = places.owners.find(({ id }) => id === ownerId)
      if (!owner) return [{ field: 'owner', message: 'seat.ownerMissing' }]
      return putOffer(db, { role, email, place: ownerPlace(owner) }, offering)
    }
    const unit = places.units.find(({ id }) => id === unitId)
    if (!unit || !fitsUnit(role, unit.kind)) return [{ field: 'unit', message: 'seat.unitMissing' }]
    return putOffer(db, { role, email, place: unitPlace(unit) }, offering)
  })
}

async function offeringOf({ actor, db, now }: SignedIn, letter: WriteOffer): Promise<Offering> {
  const letsIn = can(actor, 'offer seats')
  return { by: actor.id, now, municipality: await municipalityName(db), letter, letsIn }
}

/** The unit whose deputies somebody names. Refuses *not found*, and *not allowed* for whoever may only read the unit. */
async function deputyUnit({ actor, db }: SignedIn, unitId: string): Promise<SeatUnit> {
  const [unit] = await listSeatUnits(db, unitId)
  authorizeAtUnit(actor, 'name a deputy', found(unit).id)
  return found(unit)
}

/** The same, with the deputies there are and those who are offered to be. Refuses alike. */
export async function readDeputies(
  context: SignedIn,
  unitId: string,
): Promise<{ unit: SeatUnit; deputies: StandingSeat[] }> {
  const unit = await deputyUnit(context, unitId)
  const seats = (await listSeatsAt(context.db, [unitId])).map((seat) => standing(seat, context.today))
  const deputies = seats.filter((seat) => seat.role === 'deputy' && stands(seat, context.today))
  return { unit, deputies }
}

/** A deputy somebody names, for which days, and what it may do. */
export interface NewDeputy {
  /** In lower case. */
  email: string
  from: LocalDate
  to: LocalDate
  may: readonly DeputyRight[]
}

/** Offers a deputy's seat at a unit. Refuses as `readDeputies`; a unit that has closed is a problem. */
export async function nameDeputy(
  context: SignedIn,
  unitId: string,
  { email, ...deputy }: NewDeputy,
  letter: WriteOffer,
  form: string,
): Promise<Outcome> {
  const unit = await deputyUnit(context, unitId)
  return saveOnce(context, `deputy at ${unitId}`, form, async (db) => {
    const problems = problemsInPeriod(deputy, context.today)
    if (problems.length > 0) return problems
    if (unit.closedOn !== null && unit.closedOn <= context.today) {
      return [{ field: 'email', message: 'seat.unitHasClosed' }]
    }
    const offering = await offeringOf({ ...context, db }, letter)
    return putOffer(db, { role: 'deputy', email, place: unitPlace(unit), ...deputy }, offering)
  })
}

/** An offer that the actor could have made, to send its letter again. Refuses *not found*. */
export async function readOffer({ actor, db, today }: SignedIn, seatId: string): Promise<StandingSeat> {
  const seat = found(await findSeat(db, seatId))
  if (!mayOffer(actor, seat.role, seat.unitId)) throw new Refusal('not found')
  return standing(seat, today)
}

/** Sends the letter of an offer that waits once more. Refuses as `readOffer`. */
export async function sendAgain(context: SignedIn, seatId: string, letter: WriteOffer, form: string): Promise<Outcome> {
  await readOffer(context, seatId)
  return saveOnce(context, `letter of seat ${seatId}`, form, async (db) => {
    const seat = await readOffer({ ...context, db }, seatId)
    const person = found(await findPerson(db, seat.personId))
    if (seat.state !== 'offered' || person.email === null) return [{ field: 'seat', message: 'seat.offerGone' }]
    const { municipality } = await offeringOf({ ...context, db }, letter)
    const place = seat.unit?.name ?? seat.owner?.name ?? municipalityPlace(municipality).name
    const { from, to } = seat
    const known = person.signedInAt !== null
    const mail = letter({ municipality, seat: calledAs(seat.role, place), known, from, to })
    await insertMail(db, { ...mail, recipient: person.email }, context.now)
    const content = { person: person.id, role: seat.role, seat: seat.id }
    await remember(db, { kind: 'offer sent again', at: context.now, personId: context.actor.id, content })
    return []
  })
}
