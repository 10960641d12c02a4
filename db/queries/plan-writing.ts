import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Text } from '#app/domain/language.ts'
import type { PlanVersion, Step } from '#app/domain/plan.ts'
import type { InsertObject } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Schema } from '#db/schema.ts'

/** The head of a version that is begun: as yet without a number. */
export async function insertVersion(
  db: Db,
  head: { id: string; title: Text; basedOn: string | null; at: Instant; personId: string | null },
): Promise<void> {
  const { id, title, basedOn, at, personId } = head
  const row = { id, title: json(title), based_on: basedOn, created_at: at, created_by: personId }
  await db.insertInto('plan_version').values(row).execute()
}

/** Writes all that a version says. Frozen once it is published. */
export async function insertVersionContent(db: Db, version: PlanVersion): Promise<void> {
  await insertIdentities(db, version)
  await insertContent(db, version)
}

/** Identities live through all versions: those of an earlier version are there already. */
async function insertIdentities(db: Db, { routines, framework }: PlanVersion): Promise<void> {
  const steps = routines.flatMap((routine) => routine.steps)
  const elements = framework.flatMap((area) => area.elements)
  for (const [table, rows] of [
    ['routine', routines],
    ['step', steps],
    ['area', framework],
    ['element', elements],
  ] as const) {
    for (const batch of batches(rows.map(({ id }) => ({ id })))) {
      await db
        .insertInto(table)
        .values(batch)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
}

async function insertContent(db: Db, version: PlanVersion): Promise<void> {
  const version_id = version.id
  const { purposes, legalBasis, routines, framework } = version
  const purposeRows = purposes.map((words, position) => ({ version_id, position, words: json(words) }))
  const basisRows = legalBasis.map(({ code, title, checkedOn }, position) => {
    return { version_id, code, position, title: json(title), checked_day: checkedOn }
  })
  const routineRows = routines.map(({ id, title, purpose }, position) => {
    return { version_id, routine_id: id, position, title: json(title), purpose: purpose && json(purpose) }
  })
  const stepRows = routines.flatMap((routine) =>
    routine.steps.map((step, position) => ({ version_id, routine_id: routine.id, position, ...stepColumns(step) })),
  )
  const referenceRows = routines
    .flatMap((routine) => routine.steps)
    .flatMap((step) => step.legalBasis.map(({ code }, position) => ({ version_id, step_id: step.id, position, code })))
  const areaRows = framework.map(({ id, title }, position) => {
    return { version_id, area_id: id, position, title: json(title) }
  })
  const elementRows = framework.flatMap((area) =>
    area.elements.map(({ id, kindergarten, school, meaning }, position) => ({
      version_id,
      element_id: id,
      area_id: area.id,
      position,
      kindergarten: json(kindergarten),
      school: json(school),
      meaning,
    })),
  )
  await insertAll(db, 'purpose', purposeRows)
  await insertAll(db, 'legal_basis', basisRows)
  await insertAll(db, 'routine_edition', routineRows)
  await insertAll(db, 'step_edition', stepRows)
  await insertAll(db, 'step_legal_basis', referenceRows)
  await insertAll(db, 'area_edition', areaRows)
  await insertAll(db, 'element_edition', elementRows)
}

async function insertAll<T extends keyof Schema>(
  db: Db,
  table: T,
  rows: readonly InsertObject<Schema, T>[],
): Promise<void> {
  for (const batch of batches(rows)) await db.insertInto(table).values(batch).execute()
}

/** A statement of SQLite takes 32,766 values; the widest row here has 18. */
const ROWS_AT_ONCE = 1000

function batches<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE)
  return Array.from({ length: count }, (_, at) => rows.slice(at * ROWS_AT_ONCE, (at + 1) * ROWS_AT_ONCE))
}

function stepColumns(step: Step) {
  const { due } = step
  return {
    step_id: step.id,
    title: json(step.title),
    guidance: step.guidance && json(step.guidance),
    carried_out_by: step.carriedOutBy,
    scope: step.scope,
    responsible: step.responsible,
    confirmed_by: step.confirmedBy,
    due_kind: due.kind,
    due_month: due.kind === 'days from first school day' ? null : due.month,
    due_day: due.kind === 'days from first school day' ? null : due.day,
    due_days: due.kind === 'days from first school day' ? due.days : null,
    binding: step.binding,
    sensitive: flag(step.sensitive),
    about_single_children: flag(step.aboutSingleChildren),
    spared_small_pairs: flag(step.sparedSmallPairs),
    meaning: step.meaning,
  }
}

/** How a version comes into force. */
export interface PublicationRow {
  id: string
  title: Text
  number: number
  validFromCycle: number
  adoptedBy: string
  caseNumber: string | null
  adoptedOn: LocalDate
  changeNote: string
  at: Instant
  personId: string | null
}

/** Gives a version its number: from here on nothing in it changes. */
export async function publishVersionRow(db: Db, row: PublicationRow): Promise<void> {
  await db
    .updateTable('plan_version')
    .set({
      title: json(row.title),
      number: row.number,
      published_at: row.at,
      published_by: row.personId,
      valid_from_cycle: row.validFromCycle,
      adopted_by: row.adoptedBy,
      case_number: row.caseNumber,
      adopted_day: row.adoptedOn,
      change_note: row.changeNote,
    })
    .where('id', '=', row.id)
    .execute()
}

function json(text: Text): string {
  return JSON.stringify(text)
}

function flag(on: boolean): 0 | 1 {
  return on ? 1 : 0
}
