import type { Instant } from '#app/domain/calendar.ts'
import { can } from '#app/domain/permissions.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { findDraft } from '#db/queries/drafts.ts'
import { findVersionInForce } from '#db/queries/plan-versions.ts'
import type { Context } from './context.server.ts'
import { findNumberedVersion, publishedVersion, publishedVersions } from './plan.server.ts'

/** The versions of the plan, the newest first, and for whoever writes it the draft of the next. */
export interface Versions {
  published: readonly PlanVersion[]
  draft: { basedOn: number | null; changedAt: Instant; changedBy: string | null } | null
}

/** Every published version, which everybody may read; the draft only for an adviser. */
export async function listVersions(context: Context): Promise<Versions> {
  const published = await publishedVersions(context)
  if (!can(context.actor, 'edit the plan')) return { published, draft: null }
  const draft = await findDraft(context.db)
  if (!draft) return { published, draft }
  const basedOn = published.find(({ id }) => id === draft.basedOn)?.number ?? null
  return { published, draft: { basedOn, changedAt: draft.changedAt, changedBy: draft.changedBy } }
}

/** A published version as it was, with the number of the one in force. Refuses *not found*. */
export async function readVersion({ db }: Context, number: number): Promise<{ version: PlanVersion; inForce: number }> {
  const version = await findNumberedVersion(db, number)
  const newest = await findVersionInForce(db)
  const inForce = newest === null ? null : (await publishedVersion(db, newest)).number
  return { version, inForce: inForce ?? number }
}
