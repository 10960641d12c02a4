import { impactOf, sizesOf, type Impact, type Size } from '#app/domain/plan-impact.ts'
import { hearingState, type HearingState, type Period } from '#app/domain/hearing.ts'
import { authorize } from '#app/domain/permissions.ts'
import { THE_MUNICIPALITY, type PlaceKind } from '#app/domain/place.ts'
import { compared, type Comparison } from '#app/domain/plan-comparison.ts'
import type { Problem } from '#app/domain/problem.ts'
import {
  likelyStart,
  likelyYear,
  problemsInPublication,
  startOf,
  validFrom,
  type Publishing,
} from '#app/domain/publication.ts'
import { finished, shortcomingsOf, type Shortcoming } from '#app/domain/readiness.ts'
import { found } from '#app/domain/refusal.ts'
import { isRunning } from '#app/domain/due-date.ts'
import { TRANSLATIONS, untranslated } from '#app/domain/translations.ts'
import type { Language } from '#app/domain/language.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import type { Db } from '#db/connection.ts'
import { countUnanswered } from '#db/queries/unanswered.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { deleteDraftText } from '#db/queries/drafts.ts'
import { findHearing } from '#db/queries/hearings.ts'
import { listPlaces } from '#db/queries/places.ts'
import { insertVersionContent, publishVersionRow } from '#db/queries/plan-writing.ts'
import type { SignedIn } from './context.server.ts'
import { findOpenDraft, readDraft, type OpenDraft } from './draft.server.ts'
import { endHearing } from './hearing.server.ts'
import { remember, sha256 } from './history.server.ts'
import { findNumberedVersion, planInForce, publishedVersion } from './plan.server.ts'
import { saveOnce } from './saving.server.ts'

/** All there is to look over before a draft is published. */
export interface Readiness {
  draft: OpenDraft
  /** The number it will have. */
  number: number
  shortcomings: readonly Shortcoming[]
  /** The version in force and what differs from it; null before the first version. */
  changes: { from: number; comparison: Comparison; impact: readonly Impact[] } | null
  newest: number | null
  /** How many places of each kind the newest cycle has. */
  sizes: Record<PlaceKind, Size>
  /** How many texts nobody has translated, per language. */
  untranslated: readonly { language: Language; count: number }[]
  unanswered: number
  /** The hearing that publication would end; null where none goes on or is to come. */
  hearing: (Period & { state: Exclude<HearingState, 'over'> }) | null
  /** Changes with any word of the draft: what the form sends along. */
  seen: string
}

/** The draft with all that matters when it is published, or null where nobody has begun one. Refuses *not found*. */
export async function readPublication(context: SignedIn): Promise<Readiness | null> {
  const draft = await readDraft(context)
  if (!draft) return null
  const { db } = context
  const inForce = await planInForce(context)
  const cycles = await listCycles(db)
  const newest = cycles[0]?.year
  const places = newest === undefined ? [] : ((await listPlaces(db, [newest], 'everywhere')).get(newest) ?? [])
  return {
    draft,
    number: numberAfter(inForce),
    shortcomings: shortcomingsOf(draft.content, likelyStart(context.today, cycles)),
    changes: inForce && changesSince(inForce, draft),
    newest: newest ?? null,
    sizes: sizesOf([THE_MUNICIPALITY, ...places]),
    untranslated: TRANSLATIONS.map((language) => ({ language, count: untranslated(draft.content, language).length })),
    unanswered: await countUnanswered(db, draft.id),
    hearing: await hearingOf(context, draft),
    seen: wholeOf(draft),
  }
}

async function hearingOf({ db, today }: SignedIn, { id }: OpenDraft): Promise<Readiness['hearing']> {
  const hearing = await findHearing(db, id)
  const state = hearing && hearingState(hearing, today)
  return hearing && state && state !== 'over' ? { state, from: hearing.from, to: hearing.to } : null
}

function changesSince(inForce: PlanVersion, { content }: OpenDraft): Readiness['changes'] {
  const comparison = compared(inForce, content)
  return { from: inForce.number ?? 0, comparison, impact: impactOf(comparison) }
}

function numberAfter(inForce: PlanVersion | null): number {
  return (inForce?.number ?? 0) + 1
}

/** A fingerprint of the whole draft, so that nobody publishes what somebody else has changed meanwhile. */
function wholeOf({ id, content }: OpenDraft): string {
  return sha256(JSON.stringify([id, content]))
}

/** Which draft is published, and the fingerprint of it that the form was made from. */
export interface Seen {
  draftId: string
  seen: string
}

/**
 * Publishes the draft as the next version, which from then on nobody changes; its hearing ends. The problems are what the form, the
 * draft or another editor stands in the way with: *alreadyPublished*, *changedMeanwhile*, *draftNotReady*.
 */
export async function publishVersion(
  context: SignedIn,
  publishing: Publishing,
  { draftId, seen }: Seen,
  form: string,
): Promise<{ saved: true; number: number } | { saved: false; problems: Problem[] }> {
  authorize(context.actor, 'edit the plan')
  const outcome = await saveOnce(context, 'publish version', form, async (db) => {
    const draft = await findOpenDraft(db)
    if (draft?.id !== draftId) return [{ field: 'seen', message: 'alreadyPublished' }]
    const { content, stops } = await readied(context, db, draft, publishing.validFromCycle)
    const { adoptedOn } = publishing
    const problems = [
      ...(wholeOf(draft) === seen ? [] : [changedMeanwhile(draft)]),
      ...(stops === 0 ? [] : [{ field: 'mend', message: 'draftNotReady', values: { count: stops } }]),
      ...problemsInPublication(publishing, context.today),
    ]
    if (problems.length > 0 || content === null || adoptedOn === null) return problems
    const version = { id: draft.id, title: content.title, number: numberAfter(await planInForce({ ...context, db })) }
    await insertVersionContent(db, { ...content, ...version, publication: null })
    const by = { at: context.now, personId: context.actor.id }
    await publishVersionRow(db, { ...version, ...publishing, adoptedOn, ...by })
    await deleteDraftText(db, draft.id)
    await remember(db, {
      kind: 'version published',
      ...by,
      content: { version: draft.id, number: version.number },
    })
    const hearing = await findHearing(db, draft.id)
    if (hearing && hearingState(hearing, context.today) !== 'over') await endHearing(context, db, hearing)
    return []
  })
  if (!outcome.saved) return outcome
  const { number } = await publishedVersion(context.db, draftId)
  return { saved: true, number: found(number) }
}

function changedMeanwhile({ changedBy }: OpenDraft): Problem {
  return { field: 'seen', message: 'draftChangedMeanwhile', values: { name: changedBy ?? '' } }
}

/** The content as a version can hold it, and how many things stop it, for the school start it is to be valid from. */
async function readied({ today }: SignedIn, db: Db, { content }: OpenDraft, chosen: number) {
  const year = validFrom(today).includes(chosen) ? chosen : likelyYear(today)
  const shortcomings = shortcomingsOf(content, startOf(year, await listCycles(db)))
  return { content: finished(content), stops: shortcomings.filter(({ stops }) => stops).length }
}

/** A version just published, with the running cycles that still follow an older one. Refuses *not found*. */
export async function readPublished(
  { actor, db, today }: SignedIn,
  number: number,
): Promise<{ version: PlanVersion; behind: readonly { year: number; follows: number }[] }> {
  authorize(actor, 'edit the plan')
  const version = await findNumberedVersion(db, number)
  const running = (await listCycles(db)).filter(({ year }) => isRunning(year, today)).reverse()
  const behind: { year: number; follows: number }[] = []
  for (const { year, versionId } of running) {
    const follows = (await publishedVersion(db, versionId)).number ?? 0
    if (follows < number) behind.push({ year, follows })
  }
  return { version, behind }
}
