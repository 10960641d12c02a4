import type { LocalDate } from '#app/domain/calendar.ts'
import { can } from '#app/domain/permissions.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { findDraft, type DraftRow } from '#db/queries/drafts.ts'
import { findLastDayOfOpenHearing } from '#db/queries/hearings.ts'
import type { Context } from './context.server.ts'
import { findNumberedVersion, publishedVersions } from './plan.server.ts'

/** One side of a comparison: a published version by its number, or the draft. */
export type Which = number | 'draft'

/**
 * What a published version or the draft says. The draft is read by advisers, and while it is in hearing by those who may
 * comment on it. Refuses *not found*.
 */
export async function readComparable(context: Context, which: Which): Promise<PlanContent> {
  if (which === 'draft') return found(await draftFor(context)).content
  return findNumberedVersion(context.db, which)
}

/** All that somebody may compare, the newest first: the draft where they may read it, then the published versions. */
export async function listComparable(context: Context): Promise<Which[]> {
  const numbers = (await publishedVersions(context)).map(({ number }) => number).filter((number) => number !== null)
  return (await draftFor(context)) ? ['draft', ...numbers] : numbers
}

async function draftFor({ actor, db, today }: Context): Promise<DraftRow | null> {
  const reads = can(actor, 'edit the plan') || (can(actor, 'comment on the draft') && (await isInHearing(db, today)))
  return reads ? findDraft(db) : null
}

async function isInHearing(db: Db, today: LocalDate): Promise<boolean> {
  return (await findLastDayOfOpenHearing(db, today)) !== null
}
