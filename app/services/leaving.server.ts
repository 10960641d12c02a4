import type { LocalDate } from '#app/domain/calendar.ts'
import { problemsInLastDay, problemsInNote } from '#app/domain/leaving.ts'
import { can, canAtUnit, type Person } from '#app/domain/permissions.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import { leads, stands } from '#app/domain/seats.ts'
import type { Db } from '#db/connection.ts'
import {
  findUnitToday,
  insertHandoverNote,
  listHandoverNotes,
  updateLastDay,
  type HandoverNote,
  type UnitToday,
} from '#db/queries/handover.ts'
import { listSeatsAt, type SeatRow } from '#db/queries/seats.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** The leader's seat at a unit, as somebody who may limit it sees it. */
export interface Leaving {
  unit: UnitToday
  /** The seat that is left: of whoever leads now. Null where nobody does. */
  seat: SeatRow | null
  /** Whether it is the reader's own. */
  own: boolean
  /** What the reader wrote to the next leader last, or null. */
  note: HandoverNote | null
}

/** Who leads a unit, for that leader or an adviser, who may say their last day. Refuses *not found* and *not allowed*. */
export async function readLeaving(context: SignedIn, unitId: string): Promise<Leaving> {
  const { actor, db } = context
  if (!mayLimit(actor, unitId)) throw new Refusal(refusalAt(actor, unitId))
  const unit = found(await findUnitToday(db, unitId))
  const seat = await seatLeft(context, db, unitId)
  const own = seat?.personId === actor.id
  return { unit, seat, own, note: own ? await ownNote(context, unitId) : null }
}

function mayLimit(actor: Person, unitId: string): boolean {
  return can(actor, 'offer seats') || canAtUnit(actor, 'write a handover note', unitId)
}

function refusalAt(actor: Person, unitId: string): 'not allowed' | 'not found' {
  return canAtUnit(actor, 'read the handover', unitId) ? 'not allowed' : 'not found'
}

/** The seat of whoever leads the unit today; where a successor's begins later, it is the first to end that is left. */
async function seatLeft({ today }: SignedIn, db: Db, unitId: string): Promise<SeatRow | null> {
  const seats = await listSeatsAt(db, [unitId])
  return seats.find((seat) => leads(seat.role) && seat.acceptedAt !== null && stands(seat, today)) ?? null
}

/**
 * Sets the last day of whoever leads a unit, with a note to the next where it is their own seat; `null` takes the day
 * back. Problems come back and nothing is saved. Refuses *not found* and *not allowed*.
 */
export async function limitLeader(
  context: SignedIn,
  unitId: string,
  { lastDay, note }: { lastDay: LocalDate | null; note: string | null },
  form: string,
): Promise<Outcome> {
  const { actor, now, today } = context
  return saveOnce(context, `leaving ${unitId}`, form, async (db) => {
    if (!mayLimit(actor, unitId)) throw new Refusal(refusalAt(actor, unitId))
    found(await findUnitToday(db, unitId))
    const seat = await seatLeft(context, db, unitId)
    if (!seat) return [{ field: 'lastDay', message: 'nobodyLeads' }]
    if (lastDay === null && seat.to === null) return [{ field: 'lastDay', message: 'noLastDay' }]
    const words = seat.personId === actor.id ? note : null
    const problems = [
      ...(lastDay === null ? [] : problemsInLastDay(lastDay, today)),
      ...(lastDay !== null && seat.from !== null && lastDay < seat.from
        ? [{ field: 'lastDay', message: 'lastDayBeforeFirst' }]
        : []),
      ...(words === null ? [] : problemsInNote(words, today)),
    ]
    if (problems.length > 0) return problems
    if (lastDay !== seat.to) {
      await updateLastDay(db, seat.id, lastDay)
      const content = { seat: seat.id, unit: unitId, to: lastDay }
      await remember(db, { kind: 'seat limited', at: now, personId: actor.id, content })
    }
    if (words !== null && words !== (await ownNote(context, unitId, db))?.words) {
      await saveNote(context, db, unitId, words)
    }
    return []
  })
}

/** What the reader wrote to the next leader before, with all notes there are. Refuses *not found* and *not allowed*. */
export async function readNotes(
  { actor, db }: SignedIn,
  unitId: string,
): Promise<{ unit: UnitToday; own: HandoverNote | null; notes: readonly HandoverNote[] }> {
  if (!canAtUnit(actor, 'write a handover note', unitId)) throw new Refusal(refusalAt(actor, unitId))
  const unit = found(await findUnitToday(db, unitId))
  const notes = await listHandoverNotes(db, unitId)
  return { unit, notes, own: notes.find(({ personId }) => personId === actor.id) ?? null }
}

/**
 * Writes what a unit's leader wants to say to the next; earlier notes are kept. Problems come back and nothing is saved.
 * Refuses *not found* and *not allowed*.
 */
export async function writeNote(context: SignedIn, unitId: string, words: string, form: string): Promise<Outcome> {
  const { actor, today } = context
  return saveOnce(context, `handover note ${unitId}`, form, async (db) => {
    if (!canAtUnit(actor, 'write a handover note', unitId)) throw new Refusal(refusalAt(actor, unitId))
    if (words === '') return [{ field: 'note', message: 'noteMissing' }]
    const problems = problemsInNote(words, today)
    if (problems.length > 0) return problems
    await saveNote(context, db, unitId, words)
    return []
  })
}

async function saveNote({ actor, now }: SignedIn, db: Db, unitId: string, words: string): Promise<void> {
  await insertHandoverNote(db, { unitId, words, at: now, personId: actor.id })
  await remember(db, { kind: 'handover note written', at: now, personId: actor.id, content: { unit: unitId } })
}

async function ownNote({ actor, db: outer }: SignedIn, unitId: string, db: Db = outer): Promise<HandoverNote | null> {
  return (await listHandoverNotes(db, unitId)).find(({ personId }) => personId === actor.id) ?? null
}
