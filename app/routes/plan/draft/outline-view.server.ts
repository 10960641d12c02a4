import type {
  AreaOutline,
  ElementLineView,
  OutlineView,
  PartView,
  RoutineOutline,
  StepLineView,
  TakenOutView,
} from '#app/components/outline-view.ts'
import { dueRuleWords } from '#app/components/due-rule-words.ts'
import { dayInOslo } from '#app/domain/calendar.ts'
import { headOf } from '#app/domain/draft-places.ts'
import type { Draft, TakenOut } from '#app/domain/draft.ts'
import type { Language, Text } from '#app/domain/language.ts'
import type { Element, PlanContent, WrittenStep } from '#app/domain/plan.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { Outline } from '#app/services/outline.server.ts'
import { draftWording, shortWording } from './told-view.server.ts'

/** With more of them, the outline counts what stands in a routine or an area, and leaves the rest to its page. */
const MOST_LINES = 120

/** The draft at a glance, in one language. */
export function outlineView(outline: Outline, language: Language): OutlineView {
  const { draft, changes, shortcomings, untranslated } = outline
  const { content, basedOn } = draft
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
      steps: few ? steps.map((step) => stepLine(part, step, language)) : null,
    })),
    areas: content.framework.map(({ elements, ...area }): AreaOutline => ({
      ...part(area),
      count: elements.length,
      elements: few ? elements.map(({ id, kindergarten }) => part({ id, title: kindergarten })) : null,
    })),
    takenOut: takenOutIn(draft, language),
  }
}

type PartOf = (given: { id: string; title: Text }) => PartView

/** How the parts of a draft are shown in lists. */
export function partsIn(outline: Pick<Outline, 'marks' | 'shortcomings'>, language: Language): PartOf {
  const unfinished = new Set(
    outline.shortcomings.flatMap(({ stops, spot }) => (stops && 'id' in spot ? [spot.id] : [])),
  )
  return ({ id, title }) => {
    const mark = outline.marks.get(id)
    const view = { id, title: shortWording(title, language), ...(mark && { mark }) }
    return unfinished.has(id) ? { ...view, unfinished: true } : view
  }
}

/** A step as a line of a list. */
export function stepLine(
  part: PartOf,
  { id, title, due, carriedOutBy }: WrittenStep,
  language: Language,
): StepLineView {
  const { t } = wordsIn(language)
  return {
    ...part({ id, title }),
    due: due ? dueRuleWords(due, t, language) : t('draft.noDue'),
    who: carriedOutBy ? t(`carriedOutBy.${carriedOutBy}`) : t('draft.nobody'),
  }
}

/** An element as a line of a list. */
export function elementLine(part: PartOf, element: Element, language: Language): ElementLineView {
  const { id, kindergarten, school } = element
  return { ...part({ id, title: kindergarten }), school: shortWording(school, language) }
}

/** What was taken out, with what it stood in where that is still there. */
export function takenOutIn({ content, takenOut }: Draft, language: Language): TakenOutView[] {
  return takenOut.map((out) => {
    const { title, ...head } = headOf(out)
    const owner = ownerOf(out, content)
    const from = owner && draftWording(owner.title, language)
    return { ...head, title: shortWording(title, language), of: owner?.id ?? null, from }
  })
}

function ownerOf(out: TakenOut, { routines, framework }: PlanContent): { id: string; title: Text } | null {
  if (out.what === 'step') return routines.find(({ id }) => id === out.routineId) ?? null
  if (out.what === 'element') return framework.find(({ id }) => id === out.areaId) ?? null
  return null
}
