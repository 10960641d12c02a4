import type { ImpactView, SpotLacks } from '#app/components/publication-view.ts'
import type { Language } from '#app/domain/language.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import { isUnchanged, type Comparison } from '#app/domain/plan-comparison.ts'
import type { Shortcoming } from '#app/domain/readiness.ts'
import type { Readiness } from '#app/services/publication.server.ts'
import { spotView } from './spot-view.server.ts'

/** More than these are not mended in one go: the page says how many there are. */
const MOST_SPOTS = 30

/** What there is to look over before a draft is published, in one language. */
export function publicationView(readiness: Readiness, language: Language) {
  const { draft, number, changes, sizes, shortcomings } = readiness
  return {
    number,
    draftId: draft.id,
    seen: readiness.seen,
    basedOn: draft.basedOn?.number ?? null,
    stops: listed(
      shortcomings.filter(({ stops }) => stops),
      draft.content,
      language,
    ),
    warnings: listed(
      shortcomings.filter(({ stops }) => !stops),
      draft.content,
      language,
    ),
    untranslated: readiness.untranslated.filter(({ count }) => count > 0),
    unanswered: readiness.unanswered,
    hearing: readiness.hearing,
    kindergartens: sizes.kindergarten.all,
    schools: sizes.school.all,
    newest: readiness.newest,
    changes: changes && {
      from: changes.from,
      unchanged: isUnchanged(changes.comparison),
      impact: changes.impact.map(({ sort, steps, kinds }): ImpactView => ({
        sort,
        steps,
        sizes: kinds.map((kind) => ({ kind, ...sizes[kind] })).filter(({ all }) => all > 0),
      })),
      framework: changes.comparison.elements.length + changes.comparison.areas.length,
      others: otherChanges(changes.comparison),
    },
  }
}

function otherChanges({ title, purposes, routines, legalBasis }: Comparison): number {
  return routines.length + legalBasis.length + (title ? 1 : 0) + (purposes ? 1 : 0)
}

function listed(shortcomings: readonly Shortcoming[], content: PlanContent, language: Language) {
  const spots = Map.groupBy(shortcomings, ({ spot }) => JSON.stringify(spot))
  const shown = [...spots.values()].slice(0, MOST_SPOTS)
  return {
    count: shortcomings.length,
    more: shortcomings.length - shown.flat().length,
    spots: shown.flatMap((of): SpotLacks[] => {
      const spot = of[0]?.spot
      return spot ? [{ ...spotView(content, spot, language), lacks: of.map(({ lacks }) => lacks) }] : []
    }),
  }
}
