import type { SpotView } from '#app/components/publication-view.ts'
import { findElement, findStep } from '#app/domain/draft.ts'
import { inLanguage, type Language, type Text } from '#app/domain/language.ts'
import type { PlanContent } from '#app/domain/plan.ts'
import type { Spot } from '#app/domain/readiness.ts'
import { spotPath } from '#app/routes/plan/paths.ts'

/** A part of the draft as a link to where it is edited, called what the reader reads. */
export function spotView(content: PlanContent, spot: Spot, language: Language): SpotView {
  const name = nameOf(content, spot)
  return {
    to: spotPath(spot),
    what: spot.what,
    name: name && name.nb.trim() !== '' ? inLanguage(name, language) : null,
  }
}

function nameOf(content: PlanContent, spot: Spot): Text | null {
  switch (spot.what) {
    case 'plan':
    case 'head':
      return null
    case 'routine':
      return content.routines.find(({ id }) => id === spot.id)?.title ?? null
    case 'step':
      return findStep(content, spot.id)?.step.title ?? null
    case 'area':
      return content.framework.find(({ id }) => id === spot.id)?.title ?? null
    case 'element':
      return findElement(content, spot.id)?.element.kindergarten ?? null
    case 'legal basis':
      return content.legalBasis.find(({ code }) => code === spot.code)?.title ?? null
  }
}
