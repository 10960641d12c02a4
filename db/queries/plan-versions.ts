import { dayInOslo } from '#app/domain/calendar.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Text } from '#app/domain/language.ts'
import type { Area, Element, LegalBasis, PlanVersion, Publication, Routine, Step } from '#app/domain/plan.ts'
import type { Selectable } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { Schema } from '#db/schema.ts'

/** The version with all it holds, or null. */
export async function findVersion(db: Db, id: string): Promise<PlanVersion | null> {
  const head = await db.selectFrom('plan_version').selectAll().where('id', '=', id).executeTakeFirst()
  if (!head) return null
  const purposes = await db
    .selectFrom('purpose')
    .select('words')
    .where('version_id', '=', id)
    .orderBy('position')
    .execute()
  const legalBasis = await listLegalBasis(db, id)
  return {
    id: head.id,
    number: head.number,
    title: text(head.title),
    purposes: purposes.map(({ words }) => text(words)),
    routines: await listRoutines(db, id, legalBasis),
    framework: await listAreas(db, id),
    legalBasis,
    publication: publicationOf(head),
  }
}

/** The id of the published version with the highest number: the plan in force. */
export async function findVersionInForce(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('plan_version')
    .select('id')
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The id of the published version with that number, or null. */
export async function findVersionId(db: Db, number: number): Promise<string | null> {
  const row = await db.selectFrom('plan_version').select('id').where('number', '=', number).executeTakeFirst()
  return row?.id ?? null
}

/** The ids of all published versions, the newest first. */
export async function listVersionIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('plan_version')
    .select('id')
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}

function text(json: string): Text {
  return JSON.parse(json) as Text
}

function publicationOf(head: Selectable<Schema['plan_version']>): Publication | null {
  const { published_at, valid_from_cycle, adopted_by, adopted_day, change_note } = head
  if (!published_at || !valid_from_cycle || !adopted_by || !adopted_day || !change_note) return null
  return {
    publishedOn: dayInOslo(published_at),
    validFromCycle: valid_from_cycle,
    adoptedBy: adopted_by,
    caseNumber: head.case_number,
    adoptedOn: adopted_day,
    changeNote: change_note,
  }
}

async function listLegalBasis(db: Db, versionId: string): Promise<LegalBasis[]> {
  const rows = await db
    .selectFrom('legal_basis')
    .select(['code', 'title', 'checked_day'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute()
  return rows.map(({ code, title, checked_day }) => ({ code, title: text(title), checkedOn: checked_day }))
}

async function listRoutines(db: Db, versionId: string, legalBasis: readonly LegalBasis[]): Promise<Routine[]> {
  const routines = await db
    .selectFrom('routine_edition')
    .select(['routine_id', 'title', 'purpose'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute()
  const steps = await db
    .selectFrom('step_edition')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute()
  const references = await db
    .selectFrom('step_legal_basis')
    .select(['step_id', 'code'])
    .where('version_id', '=', versionId)
    .orderBy('step_id')
    .orderBy('position')
    .execute()
  const referencesOf = Map.groupBy(references, ({ step_id }) => step_id)
  return routines.map(({ routine_id, title, purpose }) => ({
    id: routine_id,
    title: text(title),
    purpose: purpose ? text(purpose) : null,
    steps: steps
      .filter((step) => step.routine_id === routine_id)
      .map((step) => {
        const codes = (referencesOf.get(step.step_id) ?? []).map(({ code }) => code)
        return stepOf(
          step,
          codes.flatMap((code) => legalBasis.filter((basis) => basis.code === code)),
        )
      }),
  }))
}

function stepOf(row: Selectable<Schema['step_edition']>, legalBasis: readonly LegalBasis[]): Step {
  return {
    id: row.step_id,
    title: text(row.title),
    guidance: row.guidance ? text(row.guidance) : null,
    carriedOutBy: row.carried_out_by,
    scope: row.scope,
    responsible: row.responsible,
    confirmedBy: row.confirmed_by,
    due: dueRuleOf(row),
    binding: row.binding,
    sensitive: row.sensitive === 1,
    aboutSingleChildren: row.about_single_children === 1,
    sparedSmallPairs: row.spared_small_pairs === 1,
    meaning: row.meaning,
    legalBasis,
  }
}

function dueRuleOf({ due_kind, due_month, due_day, due_days }: Selectable<Schema['step_edition']>): DueRule {
  if (due_kind === 'days from first school day') return { kind: due_kind, days: due_days ?? 0 }
  return { kind: due_kind, month: due_month ?? 1, day: due_day ?? 1 }
}

async function listAreas(db: Db, versionId: string): Promise<Area[]> {
  const areas = await db
    .selectFrom('area_edition')
    .select(['area_id', 'title'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute()
  const elements = await db
    .selectFrom('element_edition')
    .select(['element_id', 'area_id', 'kindergarten', 'school', 'meaning'])
    .where('version_id', '=', versionId)
    .orderBy('position')
    .execute()
  return areas.map(({ area_id, title }) => ({
    id: area_id,
    title: text(title),
    elements: elements
      .filter((element) => element.area_id === area_id)
      .map(({ element_id, kindergarten, school, meaning }): Element => ({
        id: element_id,
        kindergarten: text(kindergarten),
        school: text(school),
        meaning,
      })),
  }))
}
