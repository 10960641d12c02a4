import { sql } from 'kysely'
import type { Instant } from '#app/domain/calendar.ts'
import type { ImportedChange } from '#app/domain/unit-import-undoing.ts'
import type { ImportSource, ReadUnits } from '#app/domain/unit-import-row.ts'
import type { KnownUnit } from '#app/domain/unit-import.ts'
import type { Db } from '#db/connection.ts'

/** Units read from files: who read them, whether they were taken in, and whether that was undone. */
export interface ImportHead {
  id: string
  source: ImportSource
  at: Instant
  by: string
  carriedOut: { at: Instant; by: string } | null
  undone: { at: Instant; by: string } | null
}

/** With what was read. */
export interface ImportRow extends ImportHead {
  read: ReadUnits
}

export async function insertImport(
  db: Db,
  {
    id,
    source,
    read,
    at,
    personId,
  }: { id: string; source: ImportSource; read: ReadUnits; at: Instant; personId: string },
): Promise<void> {
  await db
    .insertInto('unit_import')
    .values({ id, source, content: JSON.stringify(read), at, person_id: personId })
    .execute()
}

function importHeads(db: Db) {
  return db
    .selectFrom('unit_import')
    .innerJoin('person as reader', 'reader.id', 'unit_import.person_id')
    .leftJoin('person as taker', 'taker.id', 'unit_import.carried_out_by')
    .leftJoin('person as undoer', 'undoer.id', 'unit_import.undone_by')
    .select(['unit_import.id', 'source', 'at', 'carried_out_at', 'undone_at'])
    .select(['reader.name as reader', 'taker.name as taker', 'undoer.name as undoer'])
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof importHeads>['execute']>>[number]

function headOf({ id, source, at, reader, carried_out_at, taker, undone_at, undoer }: HeadRow): ImportHead {
  return {
    id,
    source,
    at,
    by: reader,
    carriedOut: carried_out_at === null ? null : { at: carried_out_at, by: taker ?? '' },
    undone: undone_at === null ? null : { at: undone_at, by: undoer ?? '' },
  }
}

/** The imports there have been, the last first. */
export async function listImports(db: Db, most: number): Promise<ImportHead[]> {
  const rows = await importHeads(db).orderBy('at', 'desc').orderBy('unit_import.id').limit(most).execute()
  return rows.map(headOf)
}

export async function findImport(db: Db, id: string): Promise<ImportRow | null> {
  const row = await importHeads(db).select('content').where('unit_import.id', '=', id).executeTakeFirst()
  return row ? { ...headOf(row), read: JSON.parse(row.content) as ReadUnits } : null
}

/** Notes that an import was carried out. */
export async function noteCarriedOut(
  db: Db,
  id: string,
  { at, personId }: { at: Instant; personId: string },
): Promise<void> {
  await db
    .updateTable('unit_import')
    .set({ carried_out_at: at, carried_out_by: personId })
    .where('id', '=', id)
    .execute()
}

/** Notes that an import was undone. */
export async function noteUndone(
  db: Db,
  id: string,
  { at, personId }: { at: Instant; personId: string },
): Promise<void> {
  await db.updateTable('unit_import').set({ undone_at: at, undone_by: personId }).where('id', '=', id).execute()
}

/** Every unit there is or was, as it is today. */
export async function listKnownUnits(db: Db): Promise<KnownUnit[]> {
  const rows = await db
    .selectFrom('unit')
    .innerJoin('owner', 'owner.id', 'unit.owner_id')
    .select(['unit.id', 'unit.kind', 'unit.name', 'org_number', 'external_municipality'])
    .select(['opened_day', 'closed_day', 'latitude', 'longitude', 'owner.name as owner', 'ownership'])
    .orderBy('unit.name')
    .orderBy('unit.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    orgNumber: row.org_number,
    owner: row.owner,
    ownership: row.ownership,
    externalMunicipality: row.external_municipality,
    coordinates:
      row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    openedOn: row.opened_day,
    closedOn: row.closed_day,
  }))
}

/** Everything that ever became different about the units of an import, in the order it did. */
export async function listChangesAround(db: Db, importId: string): Promise<ImportedChange[]> {
  const ofImport = db.selectFrom('unit_change').select('unit_id').where('import_id', '=', importId)
  const rows = await db
    .selectFrom('unit_change')
    .select(['unit_id', 'kind', 'before', 'import_id'])
    .where('unit_id', 'in', ofImport)
    .orderBy('sequence')
    .execute()
  return rows.map(({ unit_id, kind, before, import_id }) => ({ unitId: unit_id, kind, before, importId: import_id }))
}

/** Those of an import's units that something has come to hang on: pairs, seats, answers, numbers. */
export async function listUnitsInUse(db: Db, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct unit_id as id from unit_change
    where import_id = ${importId} and unit_id in (
      select kindergarten_id from pair
      union all select school_id from pair
      union all select unit_id from seat where unit_id is not null
      union all select unit_id from participation
      union all select unit_id from tick where unit_id is not null
      union all select school_id from enrolment
      union all select kindergarten_id from children_elsewhere
      union all select school_id from gap_explanation
      union all select followed_up_by from gap_explanation where followed_up_by is not null
      union all select school_id from due_day_move where school_id is not null
      union all select unit_id from handover_note
      union all select merged_into from unit where merged_into is not null
    )
  `.execute(db)
  return rows.map(({ id }) => id)
}
