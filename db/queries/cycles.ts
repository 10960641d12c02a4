import { sql } from 'kysely'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import type { DueDayMove } from '#app/domain/due-day-move.ts'
import type { Db } from '#db/connection.ts'

/** A cycle as stored: the year, its first school day, which version it follows, and the due days moved, oldest first. */
export interface CycleRow {
  year: number
  firstSchoolDay: LocalDate
  versionId: string
  moves: readonly DueDayMove[]
  sensitiveMeanings: Cycle['sensitiveMeanings']
}

/** All cycles, newest first. */
export async function listCycles(db: Db): Promise<CycleRow[]> {
  const rows = await db
    .selectFrom('cycle')
    .select(['year', 'first_school_day', 'version_id', movesOfCycle.as('moves')])
    .select(sensitiveMeanings.as('sensitive_meanings'))
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year, first_school_day, version_id, moves, sensitive_meanings }) => ({
    year,
    firstSchoolDay: first_school_day,
    versionId: version_id,
    moves: JSON.parse(moves) as DueDayMove[],
    sensitiveMeanings: JSON.parse(sensitive_meanings) as Cycle['sensitiveMeanings'],
  }))
}

/** Every page asks for the cycles: their moves come along in the same query. */
const movesOfCycle = sql<string>`(
  select json_group_array(
    json_object(
      'stepId', step_id, 'schoolId', school_id, 'to', to_day,
      'reason', reason, 'at', at, 'by', person.name
    ) order by sequence
  )
  from due_day_move
  join person on person.id = due_day_move.person_id
  where due_day_move.cycle_year = cycle.year
)`

const sensitiveMeanings = sql<string>`(
  select json_group_array(json_object('stepId', step_id, 'meaning', meaning))
  from (select distinct step_id, meaning from step_edition where sensitive = 1 order by step_id, meaning)
)`

/** A move as it is saved, by the person with that id. */
export interface NewDueDayMove extends Omit<DueDayMove, 'by'> {
  year: number
  personId: string
  at: Instant
}

/** Adds a move; the last one of a scope counts. */
export async function insertDueDayMove(db: Db, move: NewDueDayMove): Promise<void> {
  await db
    .insertInto('due_day_move')
    .values({
      cycle_year: move.year,
      step_id: move.stepId,
      school_id: move.schoolId,
      to_day: move.to,
      reason: move.reason,
      at: move.at,
      person_id: move.personId,
    })
    .execute()
}
