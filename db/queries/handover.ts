import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { GroupSide, SaidNumber } from '#app/domain/child-group.ts'
import type { AnsweredAs } from '#app/domain/participation.ts'
import type { Participation, Unit } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'

/** A unit as it stands today, outside any cycle. */
export type UnitToday = Pick<Unit, 'id' | 'kind' | 'name' | 'ownership' | 'externalMunicipality' | 'closedOn'>

/** The unit with this id as it stands today, or null. */
export async function findUnitToday(db: Db, id: string): Promise<UnitToday | null> {
  const row = await db
    .selectFrom('unit')
    .innerJoin('owner', 'owner.id', 'unit.owner_id')
    .select(['unit.id', 'unit.kind', 'unit.name', 'unit.external_municipality', 'unit.closed_day', 'owner.ownership'])
    .where('unit.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { external_municipality, closed_day, ...unit } = row
  return { ...unit, externalMunicipality: external_municipality, closedOn: closed_day }
}

/** Sets the last day of a seat, or takes it away. */
export async function updateLastDay(db: Db, seatId: string, lastDay: LocalDate | null): Promise<void> {
  await db.updateTable('seat').set({ to_day: lastDay }).where('id', '=', seatId).execute()
}

/** What a leader wrote to the next one. */
export interface HandoverNote {
  words: string
  at: Instant
  by: string
  personId: string
}

/** The notes to the next leader of a unit, newest first. */
export async function listHandoverNotes(db: Db, unitId: string): Promise<HandoverNote[]> {
  return db
    .selectFrom('handover_note')
    .innerJoin('person', 'person.id', 'handover_note.person_id')
    .select(['handover_note.words', 'handover_note.at', 'person.name as by', 'handover_note.person_id as personId'])
    .where('handover_note.unit_id', '=', unitId)
    .orderBy('handover_note.sequence', 'desc')
    .execute()
}

export async function insertHandoverNote(
  db: Db,
  { unitId, words, at, personId }: { unitId: string; words: string; at: Instant; personId: string },
): Promise<void> {
  await db.insertInto('handover_note').values({ unit_id: unitId, words, at, person_id: personId }).execute()
}

/** What each side last said of how many children the groups of these pairs have. */
export async function listLastNumbers(
  db: Db,
  pairIds: readonly string[],
): Promise<(SaidNumber & { pairId: string; side: GroupSide })[]> {
  if (pairIds.length === 0) return []
  const rows = await db
    .selectFrom('group_number as said')
    .leftJoin('person', 'person.id', 'said.person_id')
    .select(['said.pair_id', 'said.side', 'said.children', 'said.reason', 'said.at', 'said.for_unit', 'person.name'])
    .where('said.pair_id', 'in', pairIds)
    .where(({ eb, selectFrom }) =>
      eb(
        'said.sequence',
        '=',
        selectFrom('group_number as last')
          .select(({ fn }) => fn.max('last.sequence').as('sequence'))
          .whereRef('last.pair_id', '=', 'said.pair_id')
          .whereRef('last.side', '=', 'said.side'),
      ),
    )
    .execute()
  return rows.map(({ pair_id, side, children, reason, at, for_unit, name }) => {
    return { pairId: pair_id, side, children, reason, at, by: name ?? '', forUnit: for_unit === 1 }
  })
}

/** What was last answered, in a cycle, about whether a unit takes part. */
export interface ParticipationSaid {
  year: number
  answer: Participation['answer']
  routineIds: readonly string[]
  reason: string | null
  at: Instant
  /** Null where the answer came from nobody in particular. */
  by: string | null
  as: AnsweredAs | null
}

/** The last answer of a unit in each of these cycles that its owner of today is bound by. */
export async function listParticipationOf(
  db: Db,
  unitId: string,
  years: readonly number[],
): Promise<ParticipationSaid[]> {
  const rows = await db
    .selectFrom('answer_given')
    .innerJoin('unit', (join) =>
      join.onRef('unit.id', '=', 'answer_given.unit_id').onRef('unit.owner_id', '=', 'answer_given.owner_id'),
    )
    .leftJoin('person', 'person.id', 'answer_given.answered_by')
    .selectAll('answer_given')
    .select('person.name')
    .where('unit_id', '=', unitId)
    .where('cycle_year', 'in', years)
    .orderBy('sequence')
    .execute()
  const last = new Map(rows.map((row) => [row.cycle_year, row]))
  return [...last.values()].map((row) => ({
    year: row.cycle_year,
    answer: row.answer,
    routineIds: JSON.parse(row.routine_ids ?? '[]') as string[],
    reason: row.reason,
    at: row.answered_at,
    by: row.name,
    as: row.answered_as,
  }))
}
