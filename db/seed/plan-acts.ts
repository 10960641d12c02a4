import type { LocalDate } from '#app/domain/calendar.ts'
import { edited } from '#app/domain/draft-edits.ts'
import type { Edit } from '#app/domain/draft.ts'
import type { PlanContent, PlanVersion } from '#app/domain/plan.ts'
import { findOpenDraft } from '#app/services/draft.server.ts'
import type { Db } from '#db/connection.ts'
import { deleteDraftText, findDraft, insertDraft, updateDraft } from '#db/queries/drafts.ts'
import { insertVersion, insertVersionContent, publishVersionRow } from '#db/queries/plan-writing.ts'
import type { ActOf } from './acts.ts'
import { writeVersion } from './version-rows.ts'

/** What can be done to the plan itself. */
export type PlanActDetails =
  | { kind: 'version published'; version: PlanVersion }
  | { kind: 'draft begun'; draft: { id: string; basedOn: string; content: PlanContent } }
  | { kind: 'draft edited'; draftId: string; edit: Edit }
  | { kind: 'hearing opened'; hearing: { id: string; versionId: string; from: LocalDate; to: LocalDate } }
  | { kind: 'comment made'; comment: { id: string; hearingId: string; stepId: string | null; words: string } }
  | { kind: 'comment answered'; answer: { commentId: string; words: string | null; closes: boolean } }

type PlanAct = ActOf<PlanActDetails['kind']>

const PLAN_ACTS: Readonly<Record<PlanActDetails['kind'], true>> = {
  'version published': true,
  'draft begun': true,
  'draft edited': true,
  'hearing opened': true,
  'comment made': true,
  'comment answered': true,
}

export function isPlanAct(act: { kind: string }): act is PlanAct {
  return act.kind in PLAN_ACTS
}

/** Does what was done to the plan, one after the other. */
export async function performPlanAct(db: Db, act: PlanAct): Promise<void> {
  const { at, personId } = act
  switch (act.kind) {
    case 'version published':
      return publish(db, act)
    case 'draft begun': {
      const { id, basedOn, content } = act.draft
      await insertVersion(db, { id, title: content.title, basedOn, at, personId })
      return insertDraft(db, { versionId: id, content, takenOut: [], at, personId })
    }
    case 'draft edited': {
      const before = await findOpenDraft(db)
      if (!before) throw new RangeError('There is no draft to edit')
      const draft = edited(before, act.edit)
      return updateDraft(db, { versionId: draft.id, content: draft.content, takenOut: draft.takenOut, at, personId })
    }
    case 'hearing opened': {
      const { id, versionId, from, to } = act.hearing
      const row = { id, version_id: versionId, from_day: from, to_day: to, opened_at: at, opened_by: someone(personId) }
      await db.insertInto('hearing').values(row).execute()
      return
    }
    case 'comment made': {
      const { id, hearingId, stepId, words } = act.comment
      const row = { id, hearing_id: hearingId, step_id: stepId, words, person_id: someone(personId), at }
      await db.insertInto('comment').values(row).execute()
      return
    }
    case 'comment answered': {
      const { commentId, words, closes } = act.answer
      const row = { comment_id: commentId, words, closes: closes ? (1 as const) : (0 as const), at }
      await db
        .insertInto('comment_answer')
        .values({ ...row, person_id: someone(personId) })
        .execute()
    }
  }
}

function someone(personId: string | null): string {
  if (personId === null) throw new RangeError('Somebody does this')
  return personId
}

/** A version that was a draft is published as one; others are written at once. */
async function publish(db: Db, { version, at, personId }: ActOf<'version published'>): Promise<void> {
  const draft = await findDraft(db)
  if (draft?.versionId !== version.id) return writeVersion(db, version, { at, personId })
  const { id, title, number, publication } = version
  if (number === null || publication === null) throw new RangeError('What is published has a number')
  await insertVersionContent(db, version)
  await publishVersionRow(db, { id, title, number, ...publication, at, personId })
  await deleteDraftText(db, id)
}
