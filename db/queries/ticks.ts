import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import { MUNICIPALITY, type Place, type PlaceKind, type Side } from '#app/domain/place.ts'
import type { Tick } from '#app/domain/tick.ts'
import type { Db } from '#db/connection.ts'

/** Ticks by the id of the place they were made at. */
export type TicksByPlace = ReadonlyMap<string, readonly Tick[]>

/** The ticks of one place in a cycle, oldest first. */
export async function listTicksOf(db: Db, year: number, place: Place): Promise<Tick[]> {
  const rows = await ticksAt(db, [year], [place]).execute()
  return rows.map(tickOf)
}

/** The ticks of some places in some cycles, per year and place, oldest first. */
export async function listTicks(
  db: Db,
  years: readonly number[],
  places: 'everywhere' | readonly Place[],
): Promise<Map<number, TicksByPlace>> {
  const rows = await (
    places === 'everywhere' ? ticksWithNames(db).where('cycle_year', 'in', years) : ticksAt(db, years, places)
  ).execute()
  return new Map(
    years.map((year) => {
      const ofYear = rows.filter((row) => row.cycle_year === year)
      const byPlace = Map.groupBy(ofYear, (row) => row.pair_id ?? row.unit_id ?? MUNICIPALITY)
      return [year, new Map([...byPlace].map(([id, those]) => [id, those.map(tickOf)]))]
    }),
  )
}

/**
 * A pair belongs to one year and is not asked for it: each sort of place then has an index of its own, and nobody's
 * ticks but theirs are read.
 */
function ticksAt(db: Db, years: readonly number[], places: readonly Place[]) {
  const idsOf = (kinds: readonly PlaceKind[]) => places.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  const pairIds = [...new Set(idsOf(['pair']))]
  const unitIds = [...new Set(idsOf(['kindergarten', 'school']))]
  const hasMunicipality = places.some(({ kind }) => kind === 'municipality')
  return ticksWithNames(db).where(({ eb, or, and }) => {
    const ofNoPair = [eb('pair_id', 'is', null), eb('cycle_year', 'in', years)]
    return or([
      ...(pairIds.length > 0 ? [eb('pair_id', 'in', pairIds)] : []),
      ...(unitIds.length > 0 ? [and([...ofNoPair, eb('unit_id', 'in', unitIds)])] : []),
      ...(hasMunicipality ? [and([...ofNoPair, eb('unit_id', 'is', null)])] : []),
    ])
  })
}

function unitIdOf(place: Place): string | null {
  return place.kind === 'kindergarten' || place.kind === 'school' ? place.id : null
}

function ticksWithNames(db: Db) {
  return db
    .selectFrom('tick')
    .innerJoin('person', 'person.id', 'tick.person_id')
    .select([
      'tick.id',
      'tick.cycle_year',
      'tick.pair_id',
      'tick.unit_id',
      'tick.step_id',
      'tick.side',
      'tick.answer',
      'tick.done_day',
      'tick.reason',
      'tick.note',
      'tick.meaning',
      'tick.version_number',
      'tick.withdraws',
      'tick.person_id',
      'tick.for_unit',
      'tick.at',
      'person.name as person_name',
    ])
    .orderBy('tick.sequence')
}

type TickRow = Awaited<ReturnType<ReturnType<typeof ticksWithNames>['execute']>>[number]

function tickOf(row: TickRow): Tick {
  return {
    id: row.id,
    stepId: row.step_id,
    side: row.side,
    answer: row.answer,
    doneOn: row.done_day,
    reason: row.reason,
    note: row.note,
    meaning: row.meaning,
    version: row.version_number,
    withdraws: row.withdraws,
    at: row.at,
    by: { personId: row.person_id, name: row.person_name, forUnit: row.for_unit === 1 },
  }
}

/** What is needed to add a tick: everything of a tick but its author's name, and where it was made. */
export interface NewTick {
  id: string
  year: number
  place: Place
  stepId: string
  side: Side
  answer: Tick['answer']
  doneOn: LocalDate | null
  reason: string | null
  note: string | null
  meaning: number
  version: number
  withdraws: string | null
  personId: string
  forUnit: boolean
  at: Instant
}

/** Adds a tick. */
export async function insertTick(db: Db, tick: NewTick): Promise<void> {
  await db
    .insertInto('tick')
    .values({
      id: tick.id,
      cycle_year: tick.year,
      pair_id: tick.place.kind === 'pair' ? tick.place.id : null,
      unit_id: unitIdOf(tick.place),
      step_id: tick.stepId,
      side: tick.side,
      answer: tick.answer,
      done_day: tick.doneOn,
      reason: tick.reason,
      note: tick.note,
      meaning: tick.meaning,
      version_number: tick.version,
      withdraws: tick.withdraws,
      person_id: tick.personId,
      for_unit: tick.forUnit ? 1 : 0,
      at: tick.at,
    })
    .execute()
}
