import { plusDays, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import { leads, leavesAnAdviser, mayEnd, seatState, type SeatState } from '#app/domain/seats.ts'
import type { Db } from '#db/connection.ts'
import {
  findSeat,
  listAdviserSeats,
  listSeatsAt,
  listSeatsOf,
  updateAccepted,
  updateEnded,
  type SeatRow,
} from '#db/queries/seats.ts'
import { endSessionsOf } from '#db/queries/sessions.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** A seat with how it stands today. */
export interface StandingSeat extends SeatRow {
  state: SeatState
}

/** The same seat with how it stands on a day. */
export function standing(seat: SeatRow, today: LocalDate): StandingSeat {
  return { ...seat, state: seatState(seat, today) }
}

/** A seat of the actor's own, and who leads the unit it is at where somebody does. Refuses *not found* for others. */
export async function readOwnSeat(
  { actor, db, today }: SignedIn,
  id: string,
): Promise<{ seat: StandingSeat; leader: SeatRow | null }> {
  const seat = ownSeat(await findSeat(db, id), actor.id)
  const [leader = null] = leads(seat.role) ? await leadersBeside(db, seat) : []
  return { seat: standing(seat, today), leader }
}

/** What waits for somebody on the first page: offers, and seats that begin later. No query for whoever has neither. */
export async function listOwnWaiting({ actor, db, today }: SignedIn): Promise<StandingSeat[]> {
  if ((actor.offers ?? []).length === 0 && actor.seats.length > 0) return []
  const seats = (await listSeatsOf(db, actor.id)).map((seat) => standing(seat, today))
  return seats.filter(({ state }) => state === 'offered' || state === 'will hold')
}

function ownSeat(seat: SeatRow | null, personId: string): SeatRow {
  if (seat?.personId !== personId) throw new Refusal('not found')
  return seat
}

/**
 * Others who have said yes to leading the same unit, and whose seats nobody has ended: at most one, but where there were
 * two from before seats were offered.
 */
async function leadersBeside(db: Db, { id, unitId }: SeatRow): Promise<SeatRow[]> {
  if (unitId === null) return []
  const seats = await listSeatsAt(db, [unitId])
  return seats.filter((seat) => seat.id !== id && leads(seat.role) && seat.acceptedAt !== null)
}

/**
 * Says yes or no to a seat that the actor was offered. A yes to leading a unit ends the seat of the leader before, where
 * its last day has passed; where it has not, it is a problem. Refuses *not found* for somebody else's offer.
 */
export async function answerOffer(context: SignedIn, id: string, answer: 'yes' | 'no', form: string): Promise<Outcome> {
  const { actor, now, today } = context
  return saveOnce(context, `answer to seat ${id}`, form, async (db) => {
    const seat = ownSeat(await findSeat(db, id), actor.id)
    const state = seatState(seat, today)
    if (state !== 'offered') return [{ field: 'answer', message: `seat.${ANSWERED[state]}` }]
    const content = { seat: id, person: actor.id }
    if (answer === 'no') {
      await updateEnded(db, id, { at: now, by: actor.id })
      await remember(db, { kind: 'seat declined', at: now, personId: actor.id, content })
      return []
    }
    const problems = await makeRoomFor(context, db, seat)
    if (problems.length > 0) return problems
    await updateAccepted(db, id, now)
    await remember(db, { kind: 'seat accepted', at: now, personId: actor.id, content })
    return []
  })
}

const ANSWERED = {
  declined: 'declinedBefore',
  withdrawn: 'offerGone',
  over: 'offerGone',
  ended: 'offerGone',
  holds: 'acceptedBefore',
  'will hold': 'acceptedBefore',
} as const

async function makeRoomFor(context: SignedIn, db: Db, seat: SeatRow): Promise<Problem[]> {
  const { now, today, actor } = context
  if (seat.unit?.closedOn && seat.unit.closedOn <= today) return [{ field: 'answer', message: 'seat.unitHasClosed' }]
  for (const leader of leads(seat.role) ? await leadersBeside(db, seat) : []) {
    const values = { name: leader.person.name, unit: leader.unit?.name ?? '' }
    if (leader.to === null) return [{ field: 'answer', message: 'seat.ledBySomebody', values }]
    if (leader.to >= today) {
      return [{ field: 'answer', message: 'seat.ledUntil', values: { ...values, day: plusDays(leader.to, 1) } }]
    }
    await endOne(db, leader, { at: now, by: actor.id })
  }
  return []
}

/** Ends a seat or an offer within a transaction; with a seat that was held, the sessions of its person. */
export async function endOne(db: Db, seat: SeatRow, { at, by }: { at: Instant; by: string | null }): Promise<void> {
  await updateEnded(db, seat.id, { at, by })
  if (seat.acceptedAt !== null) await endSessionsOf(db, seat.personId, at)
  await remember(db, { kind: 'seat ended', at, personId: by, content: { seat: seat.id, person: seat.personId } })
}

/** A seat that the actor may end: one's own, a deputy's of one's unit, any for an adviser. Refuses *not found*. */
export async function readSeatToEnd({ actor, db, today }: SignedIn, id: string): Promise<StandingSeat> {
  const seat = found(await findSeat(db, id))
  if (!mayEnd(actor, seat)) throw new Refusal('not found')
  return standing(seat, today)
}

/**
 * Ends a seat, or takes back an offer. Whoever held it is signed out everywhere at once. A problem where it has ended
 * before, or where no adviser would be left. Refuses *not found*.
 */
export async function endSeat(context: SignedIn, id: string, form: string): Promise<Outcome> {
  const { actor, now, today } = context
  return saveOnce(context, `ending of seat ${id}`, form, async (db) => {
    const seat = await readSeatToEnd({ ...context, db }, id)
    if (seat.endedAt !== null) return [{ field: 'seat', message: 'seat.endedBefore' }]
    const problems = await problemsInEnding(db, [seat], today)
    if (problems.length === 0) await endOne(db, seat, { at: now, by: actor.id })
    return problems
  })
}

/** What keeps these seats from ending: the last adviser stays. Empty where nothing does. */
export async function problemsInEnding(db: Db, ending: readonly SeatRow[], today: LocalDate): Promise<Problem[]> {
  const held = ending.filter(({ role, acceptedAt }) => role === 'adviser' && acceptedAt !== null)
  if (held.length === 0 || leavesAnAdviser(await listAdviserSeats(db), held, today)) return []
  return [{ field: 'seat', message: 'seat.lastAdviser' }]
}
