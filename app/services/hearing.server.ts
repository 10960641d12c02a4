import { marksOf, type Mark } from '#app/domain/draft-marks.ts'
import { findStep } from '#app/domain/draft.ts'
import {
  hearingState,
  problemsInAnswer,
  problemsInComment,
  problemsInPeriod,
  type Comment,
  type CommentAnswer,
  type Hearing,
  type Period,
} from '#app/domain/hearing.ts'
import { authorize, can } from '#app/domain/permissions.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import * as hearings from '#db/queries/hearings.ts'
import type { SeatedCount } from '#db/queries/hearings.ts'
import type { SignedIn } from './context.server.ts'
import { findOpenDraft, readDraft, type OpenDraft } from './draft.server.ts'
import { remember } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { findNumberedVersion } from './plan.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

export type { SeatedCount }

/** What an adviser follows: the draft's latest hearing, all that was said of the draft, and who can say something. */
export interface DraftHearing {
  draft: OpenDraft
  hearing: Hearing | null
  comments: readonly Comment[]
  commenters: readonly SeatedCount[]
}

/** The hearing of the draft for an adviser; without a draft, the number of the last version that was heard. Refuses *not found*. */
export async function readHearing(
  context: SignedIn,
): Promise<DraftHearing | { draft: null; heardVersion: number | null }> {
  const { db } = context
  const draft = await readDraft(context)
  if (!draft) return { draft, heardVersion: await hearings.findHeardVersion(db) }
  return {
    draft,
    hearing: await hearings.findHearing(db, draft.id),
    comments: await hearings.listComments(db, draft.id),
    commenters: await hearings.countSeated(db, ['director', 'principal', 'deputy']),
  }
}

/** The draft as it is heard: what differs from the version before, and what was said so far. */
export interface HeardDraft {
  draft: OpenDraft
  marks: ReadonlyMap<string, Mark>
  hearing: Hearing
  comments: readonly Comment[]
}

/**
 * The draft for those who may comment on it, from the first day of its hearing on; an adviser sees it before. Where no
 * draft is heard, the number of the last version that was. Refuses *not found* where none ever was.
 */
export async function readHeardDraft(context: SignedIn): Promise<HeardDraft | { draft: null; heardVersion: number }> {
  const { actor, db, today } = context
  authorize(actor, 'comment on the draft')
  const draft = await findOpenDraft(db)
  const hearing = draft && (await hearings.findHearing(db, draft.id))
  const begun = hearing && (can(actor, 'edit the plan') || hearingState(hearing, today) !== 'upcoming')
  if (!begun) return { draft: null, heardVersion: found(await hearings.findHeardVersion(db)) }
  return { draft, marks: marksOf(draft), hearing, comments: await hearings.listComments(db, draft.id) }
}

/** What was said of a published version while it was a draft, for those who could say something. Refuses *not found*. */
export async function readVersionHearing(
  { actor, db }: SignedIn,
  number: number,
): Promise<{ version: PlanVersion; hearing: Hearing; comments: readonly Comment[] }> {
  authorize(actor, 'comment on the draft')
  const version = await findNumberedVersion(db, number)
  const hearing = found(await hearings.findHearing(db, version.id))
  return { version, hearing, comments: await hearings.listComments(db, version.id) }
}

/** Opens the draft for comments. Only one hearing at a time; one that is over makes way. Refuses *not found*. */
export async function openHearing(context: SignedIn, period: Period, form: string): Promise<Outcome> {
  const { actor, now: at, today } = context
  authorize(actor, 'edit the plan')
  return saveOnce(context, 'open hearing', form, async (db) => {
    const draft = found(await findOpenDraft(db))
    const before = await hearings.findHearing(db, draft.id)
    if (before && hearingState(before, today) !== 'over') return [{ field: 'from', message: 'hearing.isOpen' }]
    const problems = problemsInPeriod(period, today)
    if (problems.length > 0) return problems
    if (before?.closedAt === null) await hearings.closeHearingRow(db, before.id, at)
    const id = newId()
    const opening = { at, personId: actor.id }
    await hearings.insertHearing(db, { id, versionId: draft.id, ...period, ...opening })
    await remember(db, { kind: 'hearing opened', ...opening, content: { hearing: id, version: draft.id } })
    return []
  })
}

/** Closes the hearing before its time. Nothing that was said is lost. Refuses *not found*. */
export async function closeHearing(context: SignedIn, form: string): Promise<Outcome> {
  const { actor, today } = context
  authorize(actor, 'edit the plan')
  return saveOnce(context, 'close hearing', form, async (db) => {
    const draft = found(await findOpenDraft(db))
    const hearing = found(await hearings.findHearing(db, draft.id))
    if (hearingState(hearing, today) === 'over') return [{ field: 'form', message: 'hearing.isOver' }]
    await endHearing(context, db, hearing)
    return []
  })
}

/** Ends a hearing now, in the transaction that needs it ended: nobody can comment any more. */
export async function endHearing({ actor, now: at }: SignedIn, db: Db, { id, versionId }: Hearing): Promise<void> {
  await hearings.closeHearingRow(db, id, at)
  const content = { hearing: id, version: versionId }
  await remember(db, { kind: 'hearing closed', at, personId: actor.id, content })
}

/** Says something of a step of the draft, or (null) of all of it, while its hearing is open. Refuses *not found*. */
export async function comment(
  context: SignedIn,
  { stepId, words }: { stepId: string | null; words: string },
  form: string,
): Promise<Outcome> {
  const { actor, now: at, today } = context
  authorize(actor, 'comment on the draft')
  return saveOnce(context, 'comment', form, async (db) => {
    const draft = await findOpenDraft(db)
    const hearing = draft && (await hearings.findHearing(db, draft.id))
    if (!hearing || hearingState(hearing, today) !== 'open') return [{ field: 'words', message: 'hearing.notOpen' }]
    if (stepId !== null && !findStep(draft.content, stepId)) return [{ field: 'words', message: 'hearing.stepGone' }]
    const problems = problemsInComment(words, today)
    if (problems.length > 0) return problems
    const id = newId()
    const saying = { at, personId: actor.id }
    await hearings.insertComment(db, { id, hearingId: hearing.id, stepId, words, ...saying })
    await remember(db, { kind: 'comment made', ...saying, content: { comment: id, hearing: hearing.id, step: stepId } })
    return []
  })
}

/** One comment on the draft, for an adviser. Refuses *not found*. */
export async function readComment(
  context: SignedIn,
  commentId: string,
): Promise<{ draft: OpenDraft; comment: Comment }> {
  const draft = found(await readDraft(context))
  const comments = await hearings.listComments(context.db, draft.id)
  return { draft, comment: found(comments.find(({ id }) => id === commentId)) }
}

/** Answers a comment on the draft, closes it, or both; also after the hearing, until publication. Refuses *not found*. */
export async function answerComment(
  context: SignedIn,
  commentId: string,
  { words, closes }: Pick<CommentAnswer, 'words' | 'closes'>,
  form: string,
): Promise<Outcome> {
  const { actor, now: at, today } = context
  authorize(actor, 'edit the plan')
  return saveOnce(context, `answer comment ${commentId}`, form, async (db) => {
    const draft = found(await findOpenDraft(db))
    found((await hearings.listComments(db, draft.id)).find(({ id }) => id === commentId))
    const problems = problemsInAnswer({ words, closes }, today)
    if (problems.length > 0) return problems
    const answering = { at, personId: actor.id }
    await hearings.insertCommentAnswer(db, { commentId, words, closes, ...answering })
    const content = { comment: commentId, closes: closes ? 1 : 0 }
    await remember(db, { kind: 'comment answered', ...answering, content })
    return []
  })
}
