import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { AnsweredAs } from '#app/domain/participation.ts'
import type { Role } from '#app/domain/permissions.ts'
import type { Participation } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'
import { holdsOn } from './seats.ts'

/**
 * An answer as it was given, with the name of the owner that the unit had then. `by` and `as` are null where that was not
 * asked then.
 */
export interface AnswerGiven {
  unitId: string
  participation: Participation
  reason: string | null
  at: Instant
  by: string | null
  as: AnsweredAs | null
  owner: string
}

/** All answers of a cycle, or those of one unit, oldest first: of each unit the last one of its owner counts. */
export async function listAnswers(db: Db, year: number, unitId?: string): Promise<AnswerGiven[]> {
  const answers = db
    .selectFrom('answer_given')
    .innerJoin('owner', 'owner.id', 'answer_given.owner_id')
    .leftJoin('person', 'person.id', 'answer_given.answered_by')
    .select(['unit_id', 'answer', 'routine_ids', 'reason', 'answered_at', 'answered_as'])
    .select(['person.name as by', 'owner.name as owner'])
    .where('cycle_year', '=', year)
    .orderBy('sequence')
  const rows = await (unitId === undefined ? answers : answers.where('unit_id', '=', unitId)).execute()
  return rows.map(({ unit_id, answer, routine_ids, reason, answered_at, answered_as, by, owner }) => ({
    unitId: unit_id,
    participation:
      answer === 'partly' ? { answer, routineIds: JSON.parse(routine_ids ?? '[]') as string[] } : { answer },
    reason,
    at: answered_at,
    by,
    as: answered_as,
    owner,
  }))
}

/** An answer as it is saved, by the person with that id. */
export interface NewAnswer extends Pick<AnswerGiven, 'unitId' | 'participation' | 'reason' | 'at'> {
  year: number
  personId: string
  as: AnsweredAs
}

export async function insertAnswer(db: Db, answer: NewAnswer): Promise<void> {
  const { participation } = answer
  await db
    .insertInto('participation')
    .values({
      cycle_year: answer.year,
      unit_id: answer.unitId,
      answer: participation.answer,
      routine_ids: participation.answer === 'partly' ? JSON.stringify(participation.routineIds) : null,
      reason: answer.reason,
      answered_at: answer.at,
      answered_by: answer.personId,
      answered_as: answer.as,
    })
    .execute()
}

/** Who owned the units of a cycle then, by the unit's id; of one unit where one is named. */
export async function listOwners(db: Db, year: number, unitId?: string): Promise<Map<string, string>> {
  const owners = db
    .selectFrom('unit_in_cycle')
    .innerJoin('owner', 'owner.id', 'unit_in_cycle.owner_id')
    .select(['unit_in_cycle.id', 'owner.name'])
    .where('unit_in_cycle.cycle_year', '=', year)
  const rows = await (unitId === undefined ? owners : owners.where('unit_in_cycle.id', '=', unitId)).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Somebody whose seat lets them answer for a unit, with the address that mail reaches them at. */
export interface Answerer {
  unitId: string
  role: Role
  email: string | null
}

/** Who can answer for these units today: the owner's seats, then the leader's. */
export async function listAnswerers(db: Db, unitIds: readonly string[], today: LocalDate): Promise<Answerer[]> {
  if (unitIds.length === 0) return []
  const rows = await db
    .selectFrom('unit')
    .innerJoin('seat', (join) =>
      join.on(({ or, and, eb, ref }) =>
        or([
          and([eb('seat.role', '=', 'owner'), eb('seat.owner_id', '=', ref('unit.owner_id'))]),
          and([eb('seat.role', 'in', ['director', 'principal']), eb('seat.unit_id', '=', ref('unit.id'))]),
        ]),
      ),
    )
    .innerJoin('person', 'person.id', 'seat.person_id')
    .select(['unit.id as unit_id', 'seat.role', 'person.email'])
    .where('unit.id', 'in', unitIds)
    .where('seat.accepted_at', 'is not', null)
    .where('seat.ended_at', 'is', null)
    .where(holdsOn(today))
    .where('person.deactivated_at', 'is', null)
    .orderBy('seat.started_at')
    .execute()
  const isOwner = ({ role }: Answerer) => Number(role !== 'owner')
  return rows
    .map(({ unit_id, role, email }) => ({ unitId: unit_id, role, email }))
    .sort((a, b) => isOwner(a) - isOwner(b))
}

/** When somebody was last reminded to answer in a cycle, by the unit's id. */
export async function listLastReminders(db: Db, year: number): Promise<Map<string, Instant>> {
  const rows = await db
    .selectFrom('reminder')
    .select(['unit_id', ({ fn }) => fn.max('at').as('at')])
    .where('cycle_year', '=', year)
    .groupBy('unit_id')
    .execute()
  return new Map(rows.map(({ unit_id, at }) => [unit_id, at]))
}

export async function insertReminder(
  db: Db,
  reminder: { year: number; unitId: string; personId: string; at: Instant },
): Promise<void> {
  const { year, unitId, personId, at } = reminder
  await db.insertInto('reminder').values({ cycle_year: year, unit_id: unitId, person_id: personId, at }).execute()
}
