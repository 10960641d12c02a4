import type { Instant } from '#app/domain/calendar.ts'
import type { TakenOut } from '#app/domain/draft.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import type { Db } from '#db/connection.ts'

/** The draft as stored: what it says, what was taken out, and who changed it last. */
export interface DraftRow {
  versionId: string
  basedOn: string | null
  content: PlanContent
  takenOut: TakenOut[]
  begunAt: Instant
  changedAt: Instant
  /** The name of whoever changed it last. */
  changedBy: string | null
}

/** The one draft there can be, or null. */
export async function findDraft(db: Db): Promise<DraftRow | null> {
  const row = await db
    .selectFrom('draft')
    .innerJoin('plan_version', 'plan_version.id', 'draft.version_id')
    .leftJoin('person', 'person.id', 'draft.changed_by')
    .select(['draft.version_id', 'draft.content', 'draft.taken_out', 'draft.changed_at'])
    .select(['plan_version.based_on', 'plan_version.created_at', 'person.name'])
    .executeTakeFirst()
  if (!row) return null
  return {
    versionId: row.version_id,
    basedOn: row.based_on,
    content: JSON.parse(row.content, withAllOfAStep) as PlanContent,
    takenOut: JSON.parse(row.taken_out, withAllOfAStep) as TakenOut[],
    begunAt: row.created_at,
    changedAt: row.changed_at,
    changedBy: row.name,
  }
}

/** A draft from before steps could spare small pairs does not say so. */
function withAllOfAStep(_key: string, value: unknown): unknown {
  const isStep = typeof value === 'object' && value !== null && 'aboutSingleChildren' in value
  return isStep ? { sparedSmallPairs: false, ...value } : value
}

/** The text of a draft, with who wrote it. */
interface DraftText {
  versionId: string
  content: PlanContent
  takenOut: readonly TakenOut[]
  at: Instant
  personId: string | null
}

/** Begins the text of a draft whose head is there. */
export async function insertDraft(db: Db, { versionId, content, takenOut, at, personId }: DraftText): Promise<void> {
  await db
    .insertInto('draft')
    .values({
      version_id: versionId,
      content: JSON.stringify(content),
      taken_out: JSON.stringify(takenOut),
      changed_at: at,
      changed_by: personId,
    })
    .execute()
}

/** Writes the text of the draft anew. */
export async function updateDraft(db: Db, { versionId, content, takenOut, at, personId }: DraftText): Promise<void> {
  await db
    .updateTable('draft')
    .set({
      content: JSON.stringify(content),
      taken_out: JSON.stringify(takenOut),
      changed_at: at,
      changed_by: personId,
    })
    .where('version_id', '=', versionId)
    .execute()
}

/** Takes the text of a draft away: it was published. */
export async function deleteDraftText(db: Db, versionId: string): Promise<void> {
  await db.deleteFrom('draft').where('version_id', '=', versionId).execute()
}

/** Discards a draft with its hearings and what was said in them. */
export async function deleteDraft(db: Db, versionId: string): Promise<void> {
  const hearings = db.selectFrom('hearing').select('id').where('version_id', '=', versionId)
  const comments = db.selectFrom('comment').select('id').where('hearing_id', 'in', hearings)
  await db.deleteFrom('comment_answer').where('comment_id', 'in', comments).execute()
  await db.deleteFrom('comment').where('hearing_id', 'in', hearings).execute()
  await db.deleteFrom('hearing').where('version_id', '=', versionId).execute()
  await deleteDraftText(db, versionId)
  await db.deleteFrom('plan_version').where('id', '=', versionId).execute()
}

/** The highest meaning number that any published version has given each step and element, by identity. */
export async function readHighestMeanings(db: Db): Promise<Record<string, number>> {
  const steps = await db
    .selectFrom('step_edition')
    .select(({ fn }) => ['step_id as id', fn.max('meaning').as('highest')])
    .groupBy('step_id')
    .execute()
  const elements = await db
    .selectFrom('element_edition')
    .select(({ fn }) => ['element_id as id', fn.max('meaning').as('highest')])
    .groupBy('element_id')
    .execute()
  return Object.fromEntries([...steps, ...elements].map(({ id, highest }) => [id, highest]))
}
