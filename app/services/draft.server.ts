import { edited } from '#app/domain/draft-edits.ts'
import { findElement, findStep, type Draft, type Edit } from '#app/domain/draft.ts'
import { problemsInEdit } from '#app/domain/draft-problems.ts'
import type { Instant } from '#app/domain/calendar.ts'
import { authorize } from '#app/domain/permissions.ts'
import { draftedFrom, isEditionOf } from '#app/domain/draft-from-file.ts'
import type { PlanContent, PlanVersion } from '#app/domain/plan.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { countComments } from '#db/queries/draft-comments.ts'
import { deleteDraft, findDraft, insertDraft, readHighestMeanings, updateDraft } from '#db/queries/drafts.ts'
import { findVersionInForce } from '#db/queries/plan-versions.ts'
import { insertVersion } from '#db/queries/plan-writing.ts'
import type { SignedIn } from './context.server.ts'
import { remember, sha256 } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { findNumberedVersion, publishedVersion } from './plan.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** The draft with when it was begun, and who changed it last. */
export interface OpenDraft extends Draft {
  begunAt: Instant
  changedAt: Instant
  changedBy: string | null
}

/** The draft there is, or null. Says nothing of who asks: the callers do. */
export async function findOpenDraft(db: Db): Promise<OpenDraft | null> {
  const row = await findDraft(db)
  if (!row) return null
  const base = row.basedOn === null ? null : await publishedVersion(db, row.basedOn)
  return {
    id: row.versionId,
    content: row.content,
    takenOut: row.takenOut,
    basedOn: base && { number: base.number, content: base },
    highestMeaning: await readHighestMeanings(db),
    begunAt: row.begunAt,
    changedAt: row.changedAt,
    changedBy: row.changedBy,
  }
}

/** The draft, for an adviser, or null where nobody has begun one. Refuses *not found*. */
export async function readDraft({ actor, db }: SignedIn): Promise<OpenDraft | null> {
  authorize(actor, 'edit the plan')
  return findOpenDraft(db)
}

/**
 * What a draft is begun from: a published version by its number, what a file says (measured against the plan in force
 * where it is an edition of it), or nothing.
 */
export type Beginning = { number: number } | { content: PlanContent } | 'nothing'

const NOTHING: PlanContent = {
  title: { nb: 'Plan for overgangen fra barnehage til skole og SFO' },
  purposes: [],
  routines: [],
  framework: [],
  legalBasis: [],
}

/**
 * Begins the next version. One draft at a time: where there is one, a problem says so. Restoring an earlier version is
 * a draft begun from it. Refuses *not found*.
 */
export async function beginDraft(context: SignedIn, beginning: Beginning, form: string): Promise<Outcome> {
  authorize(context.actor, 'edit the plan')
  return saveOnce(context, 'begin draft', form, async (db) => {
    if (await findDraft(db)) return [{ field: 'from', message: 'draftExists' }]
    const versionId = newId()
    const begun = { at: context.now, personId: context.actor.id }
    const base = await baseOf(db, beginning)
    const content = contentFrom(beginning, base, await readHighestMeanings(db))
    await insertVersion(db, { id: versionId, title: content.title, basedOn: base?.id ?? null, ...begun })
    await insertDraft(db, { versionId, content, takenOut: [], ...begun })
    await remember(db, {
      kind: 'draft begun',
      ...begun,
      content: { version: versionId, basedOn: base?.number ?? null },
    })
    return []
  })
}

async function baseOf(db: Db, beginning: Beginning): Promise<PlanVersion | null> {
  if (beginning === 'nothing') return null
  if ('number' in beginning) return findNumberedVersion(db, beginning.number)
  const inForce = await findVersionInForce(db)
  const version = inForce ? await publishedVersion(db, inForce) : null
  return version && isEditionOf(beginning.content, version) ? version : null
}

function contentFrom(
  beginning: Beginning,
  base: PlanContent | null,
  highest: Readonly<Record<string, number>>,
): PlanContent {
  if (beginning === 'nothing') return NOTHING
  if ('content' in beginning) return draftedFrom(beginning.content, base, highest)
  const { title, purposes, routines, framework, legalBasis } = found(base)
  return { title, purposes, routines, framework, legalBasis }
}

/**
 * Makes one change to the draft. `seen` is the fingerprint of what the editor had before them: where somebody has saved
 * over it since, nothing is saved and the problem *changedMeanwhile* says who. Refuses *not found*.
 */
export async function saveEdit(context: SignedIn, edit: Edit, seen: string | null, form: string): Promise<Outcome> {
  authorize(context.actor, 'edit the plan')
  return saveOnce(context, `edit draft ${edit.kind}`, form, async (db) => {
    const draft = found(await findOpenDraft(db))
    const problems = problemsInEdit(draft, edit)
    const isThere = problems.every(({ field }) => field !== 'seen')
    const changed = isThere && seen !== null ? changedMeanwhile(draft, edit, seen) : []
    if (problems.length + changed.length > 0) return changed.length > 0 ? changed : problems
    await make(context, db, draft, edit)
    return []
  })
}

/** Makes several changes that have no earlier text to save over, one after the other: all of them, or none. Refuses *not found*. */
export async function saveEdits(context: SignedIn, edits: readonly Edit[], form: string): Promise<Outcome> {
  authorize(context.actor, 'edit the plan')
  return saveOnce(context, 'edit draft at once', form, async (db) => {
    for (const edit of edits) {
      const draft = found(await findOpenDraft(db))
      const problems = problemsInEdit(draft, edit)
      if (problems.length > 0) return problems
      await make(context, db, draft, edit)
    }
    return []
  })
}

async function make({ actor, now }: SignedIn, db: Db, draft: Draft, edit: Edit): Promise<void> {
  const { content, takenOut } = edited(draft, edit)
  const change = { at: now, personId: actor.id }
  await updateDraft(db, { versionId: draft.id, content, takenOut, ...change })
  await remember(db, {
    kind: 'draft edited',
    ...change,
    content: { version: draft.id, what: edit.kind, part: partOf(edit) },
  })
}

function changedMeanwhile(draft: OpenDraft, edit: Edit, seen: string): Problem[] {
  if (fingerprintOf(draft.content, edit) === seen) return []
  return [{ field: 'seen', message: 'changedMeanwhile', values: { name: draft.changedBy ?? '' } }]
}

/** What an edit would be saved over. */
type Target =
  | { kind: 'head' }
  | { kind: 'routine' | 'area'; id: string }
  | { kind: 'step'; step: { id: string } }
  | { kind: 'element'; element: { id: string } }
  | { kind: 'legal basis'; basis: { code: string } }

/** A fingerprint of what a form edits, as it stands: it differs when anybody has changed a word of it. */
export function fingerprintOf(content: PlanContent, target: Target | Edit): string {
  return sha256(JSON.stringify(standing(content, target) ?? null))
}

function standing(content: PlanContent, target: Target | Edit): unknown {
  switch (target.kind) {
    case 'head':
      return [content.title, content.purposes]
    case 'routine': {
      const routine = content.routines.find(({ id }) => id === target.id)
      return routine && [routine.title, routine.purpose]
    }
    case 'step': {
      const found = findStep(content, target.step.id)
      return found && [found.routine.id, found.step]
    }
    case 'area':
      return content.framework.find(({ id }) => id === target.id)?.title
    case 'element': {
      const found = findElement(content, target.element.id)
      return found && [found.area.id, found.element]
    }
    case 'legal basis':
      return content.legalBasis.find(({ code }) => code === target.basis.code)
    default:
      return null
  }
}

function partOf(edit: Edit): string | null {
  if ('id' in edit) return edit.id
  if (edit.kind === 'step') return edit.step.id
  if (edit.kind === 'element') return edit.element.id
  return edit.kind === 'steps' ? edit.routineId : null
}

/** A fingerprint of all that goes when the draft is discarded: its words, what was taken out, and the comments. */
export function fingerprintOfAll({ id, content, takenOut }: Draft, comments: number): string {
  return sha256(JSON.stringify([id, content, takenOut, comments]))
}

/**
 * Discards the draft, with the comments on it. `seen` is the fingerprint of what the adviser was told would be lost:
 * where it is something else by now, nothing is. Refuses *not found*.
 */
export async function discardDraft(context: SignedIn, seen: string, form: string): Promise<Outcome> {
  authorize(context.actor, 'edit the plan')
  return saveOnce(context, 'discard draft', form, async (db) => {
    const draft = found(await findOpenDraft(db))
    if (fingerprintOfAll(draft, await countComments(db, draft.id)) !== seen) {
      return [{ field: 'lost', message: 'draftNotDiscarded' }]
    }
    await deleteDraft(db, draft.id)
    await remember(db, {
      kind: 'draft discarded',
      at: context.now,
      personId: context.actor.id,
      content: { version: draft.id },
    })
    return []
  })
}
