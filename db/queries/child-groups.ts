import { sql } from 'kysely'
import type { ChildGroup, Elsewhere, GroupSide, GroupUnit, SaidNumber } from '#app/domain/child-group.ts'
import type { Instant } from '#app/domain/calendar.ts'
import { IN_ORDER } from '#app/domain/in-order.ts'
import type { Db } from '#db/connection.ts'

/** Which pairs of a cycle: all, one, or those with one of these units. */
type Which = 'all' | { pairId: string } | { unitIds: readonly string[] }

const lastOf = (side: GroupSide) =>
  sql<number>`(select max(sequence) from group_number where pair_id = pair.id and side = ${side})`

/** Pairs of a cycle with what each side last said of its group. */
export async function listGroups(db: Db, year: number, which: Which): Promise<ChildGroup[]> {
  const all = db
    .selectFrom('pair')
    .leftJoin('group_number as own', (join) => join.on('own.sequence', '=', lastOf('kindergarten')))
    .leftJoin('person as reporter', 'reporter.id', 'own.person_id')
    .leftJoin('group_number as other', (join) => join.on('other.sequence', '=', lastOf('school')))
    .leftJoin('person as receiver', 'receiver.id', 'other.person_id')
    .select(['pair.id', 'pair.kindergarten_id', 'pair.school_id', 'own.moved_to'])
    .select(['own.children', 'own.reason', 'own.at', 'own.for_unit', 'reporter.name'])
    .select(['other.children as received', 'other.reason as received_reason', 'other.at as received_at'])
    .select(['other.for_unit as received_for_unit', 'receiver.name as receiver_name'])
  const asked = whichOf(all)
  const rows = await asked.execute()
  return rows.map((row) => ({
    pairId: row.id,
    kindergartenId: row.kindergarten_id,
    schoolId: row.school_id,
    reported: said(row.children, row.reason, row.at, row.name, row.for_unit),
    received: said(row.received, row.received_reason, row.received_at, row.receiver_name, row.received_for_unit),
    movedTo: row.moved_to,
  }))

  function whichOf(query: typeof all): typeof all {
    if (which === 'all') return query.where('pair.cycle_year', '=', year)
    if ('pairId' in which) return query.where('pair.id', '=', which.pairId).where('pair.cycle_year', '=', year)
    const { unitIds } = which
    // The year on either side of "or": each then has an index of its own.
    return query.where(({ eb, and, or }) =>
      or([
        and([eb('pair.cycle_year', '=', year), eb('pair.kindergarten_id', 'in', unitIds)]),
        and([eb('pair.cycle_year', '=', year), eb('pair.school_id', 'in', unitIds)]),
      ]),
    )
  }
}

function said(
  children: number | null,
  reason: string | null,
  at: Instant | null,
  by: string | null,
  forUnit: 0 | 1 | null,
): SaidNumber | null {
  return children === null || at === null ? null : { children, reason, at, by: by ?? '', forUnit: forUnit === 1 }
}

/** The kindergartens and schools of a cycle, by name; those with these ids, where some are named. */
export async function listGroupUnits(db: Db, year: number, ids?: readonly string[]): Promise<GroupUnit[]> {
  const all = db
    .selectFrom('unit_in_cycle')
    .select(['id', 'kind', 'name', 'external_municipality', 'closed_day'])
    .where('cycle_year', '=', year)
  const rows = await (ids ? all.where('id', 'in', ids) : all).execute()
  return rows
    .map(({ external_municipality, closed_day, ...unit }) => {
      return { ...unit, externalMunicipality: external_municipality, closedOn: closed_day }
    })
    .sort((a, b) => IN_ORDER.compare(a.name, b.name))
}

/** What a kindergarten last said of children who go to no school here, or to none that is known yet. */
export async function listElsewhere(
  db: Db,
  year: number,
  kindergartenId: string,
): Promise<Partial<Record<Elsewhere, SaidNumber>>> {
  const rows = await db
    .selectFrom('children_elsewhere')
    .innerJoin('person', 'person.id', 'children_elsewhere.person_id')
    .select(['destination', 'children', 'at', 'person.name', 'for_unit'])
    .where('cycle_year', '=', year)
    .where('kindergarten_id', '=', kindergartenId)
    .orderBy('sequence')
    .execute()
  return Object.fromEntries(
    rows.map(({ destination, children, at, name, for_unit }) => [
      destination,
      said(children, null, at, name, for_unit),
    ]),
  )
}

interface Saying {
  children: number
  at: Instant
  personId: string
  forUnit: boolean
}

export interface NewNumber extends Saying {
  pairId: string
  side: GroupSide
  reason: string | null
  movedTo: string | null
}

export async function insertNumber(db: Db, { pairId, movedTo, personId, forUnit, ...rest }: NewNumber): Promise<void> {
  await db
    .insertInto('group_number')
    .values({ ...rest, pair_id: pairId, moved_to: movedTo, person_id: personId, for_unit: forUnit ? 1 : 0 })
    .execute()
}

export interface NewElsewhere extends Saying {
  year: number
  kindergartenId: string
  destination: Elsewhere
}

export async function insertElsewhere(
  db: Db,
  { year, kindergartenId, personId, forUnit, ...rest }: NewElsewhere,
): Promise<void> {
  const row = { ...rest, cycle_year: year, kindergarten_id: kindergartenId, person_id: personId }
  await db
    .insertInto('children_elsewhere')
    .values({ ...row, for_unit: forUnit ? 1 : 0 })
    .execute()
}
