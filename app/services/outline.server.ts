import { changesIn, marksOf, type Mark } from '#app/domain/draft-marks.ts'
import type { Language } from '#app/domain/language.ts'
import { authorize } from '#app/domain/permissions.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { likelyStart } from '#app/domain/publication.ts'
import { shortcomingsOf, type Shortcoming } from '#app/domain/readiness.ts'
import { TRANSLATIONS, untranslated } from '#app/domain/translations.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { findDraft } from '#db/queries/drafts.ts'
import { countComments } from '#db/queries/draft-comments.ts'
import type { SignedIn } from './context.server.ts'
import { fingerprintOfAll, readDraft, type OpenDraft } from './draft.server.ts'
import { publishedVersions } from './plan.server.ts'

/** How the draft stands: what it says, what differs from the version it was begun from, and what it lacks. */
export interface Outline {
  draft: OpenDraft
  marks: ReadonlyMap<string, Mark>
  /** Null where it was begun from nothing. */
  changes: number | null
  shortcomings: readonly Shortcoming[]
  untranslated: readonly { language: Language; count: number }[]
}

/** The draft at a glance, or null where nobody has begun one. Refuses *not found*. */
export async function readOutline(context: SignedIn): Promise<Outline | null> {
  const draft = await readDraft(context)
  if (!draft) return null
  const start = likelyStart(context.today, await listCycles(context.db))
  return {
    draft,
    marks: marksOf(draft),
    changes: changesIn(draft),
    shortcomings: shortcomingsOf(draft.content, start),
    untranslated: TRANSLATIONS.map((language) => ({ language, count: untranslated(draft.content, language).length })),
  }
}

/** What is lost when the draft is discarded, and the fingerprint of it; null where there is none. Refuses *not found*. */
export async function readDiscarding(
  context: SignedIn,
): Promise<{ draft: OpenDraft; changes: number | null; comments: number; seen: string } | null> {
  const draft = await readDraft(context)
  if (!draft) return null
  const comments = await countComments(context.db, draft.id)
  return { draft, changes: changesIn(draft), comments, seen: fingerprintOfAll(draft, comments) }
}

/** What a draft can be begun from, the newest version first, and whether there is a draft already. Refuses *not found*. */
export async function readBeginning({
  actor,
  db,
}: SignedIn): Promise<{ begun: boolean; versions: readonly PlanVersion[] }> {
  authorize(actor, 'edit the plan')
  return { begun: (await findDraft(db)) !== null, versions: await publishedVersions({ db }) }
}
