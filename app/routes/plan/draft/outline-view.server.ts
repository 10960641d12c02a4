import type {
  AreaOutline,
  ElementLineView,
  OutlineView,
  PartView,
  RoutineOutline,
  StepLineView,
} from '#app/components/outline-view.ts'
import { dayInOslo } from '#app/domain/calendar.ts'
import { headOf } from '#app/domain/draft-places.ts'
import type { TakenOut } from '#app/domain/draft.ts'
import type { Language, Text } from '#app/domain/language.ts'
import type { Element, PlanContent, WrittenStep } from '#app/domain/plan.ts'
import type { Outline } from '#app/services/outline.server.ts'
import { draftWording, shortWording } from './told-view.server.ts'

/** With more of them, the outline counts what stands in a routine or an area, and leaves the rest to its page. */
const MOST_LINES = 120

/** The draft at a glance, in one language. */
export function outlineView(outline: Outline, language: Language): OutlineView {
  const { draft, changes, shortcomings, untranslated } = outline
  const { content, basedOn, takenOut } = draft
  const part = partsIn(outline, language)
  const steps = content.routines.flatMap(({ steps }) => steps)
  const elements = content.framework.flatMap(({ elements }) => elements)
  const few = steps.length + elements.length <= MOST_LINES
  return {
    title: draftWording(content.title, language),
    basedOn: basedOn?.number ?? null,
    begun: dayInOslo(draft.begunAt),
    changed: dayInOslo(draft.changedAt),
    changedBy: draft.changedBy,
    counts: {
      routines: content.routines.length,
      steps: steps.length,
      areas: content.framework.length,
      elements: elements.length,
    },
    changes,
    stops: shortcomings.filter(({ stops }) => stops).length,
    untranslated,
    routines: content.routines.map(({ steps, ...routine }): RoutineOutline => ({
      ...part(routine),
      count: steps.length,
      steps: few ? steps.map((step) => stepLine(part, step)) : null,
    })),
    areas: content.framework.map(({ elements, ...area }): AreaOutline => ({
      ...part(area),
      count: elements.length,
      elements: few ? elements.map(({ id, kindergarten }) => part({ id, title: kindergarten })) : null,
    })),
    takenOut: takenOut.map((out) => {
      const { title, ...head } = headOf(out)
      const from = ownerOf(out, content)
      return { ...head, title: shortWording(title, language), from: from && draftWording(from, language) }
    }),
  }
}

type PartOf = (given: { id: string; title: Text }) => PartView

/** How the parts of a draft are shown in lists. */
export function partsIn(outline: Pick<Outline, 'marks' | 'shortcomings'>, language: Language): PartOf {
  const unfinished = new Set(
    outline.shortcomings.flatMap(({ stops, spot }) => (stops && 'id' in spot ? [spot.id] : [])),
  )
  return ({ id, title }) => {
    const short = shortWording(title, language)
    return { id, title: short, name: short.words, mark: outline.marks.get(id) ?? null, unfinished: unfinished.has(id) }
  }
}

/** A step as a line of a list. */
export function stepLine(part: PartOf, { id, title, due, carriedOutBy }: WrittenStep): StepLineView {
  return { ...part({ id, title }), due, carriedOutBy }
}

/** An element as a line of a list. */
export function elementLine(part: PartOf, element: Element, language: Language): ElementLineView {
  const { id, kindergarten, school } = element
  return { ...part({ id, title: kindergarten }), school: shortWording(school, language) }
}

/** Where it stood, as long as that is still there. */
function ownerOf(out: TakenOut, { routines, framework }: PlanContent): Text | null {
  if (out.what === 'step') return routines.find(({ id }) => id === out.routineId)?.title ?? null
  if (out.what === 'element') return framework.find(({ id }) => id === out.areaId)?.title ?? null
  return null
}
