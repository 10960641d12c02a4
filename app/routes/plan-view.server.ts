import type { AreaView, RoutineView } from '#app/components/plan-chapter.tsx'
import { inLanguage, type Language, type Text } from '#app/domain/language.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { guidanceView } from './places/row-view.server.ts'

/** A version of the plan in one language, in the shape it is read in. */
export function planView(version: PlanVersion, language: Language) {
  const worded = (text: Text) => inLanguage(text, language)
  return {
    number: version.number,
    title: worded(version.title),
    publication: version.publication,
    purposes: version.purposes.map(worded),
    routines: version.routines.map(({ id, title, purpose, steps }): RoutineView => ({
      id,
      title: worded(title),
      purpose: purpose && worded(purpose),
      steps: steps.map((step) => ({
        id: step.id,
        title: worded(step.title),
        guidance: step.guidance && guidanceView(step.guidance, language),
        due: step.due,
        carriedOutBy: step.carriedOutBy,
        responsible: step.responsible,
        confirmedBy: step.confirmedBy,
        binding: step.binding,
        legalBasis: step.legalBasis.map(({ title }) => worded(title)),
      })),
    })),
    framework: version.framework.map(({ id, title, elements }): AreaView => ({
      id,
      title: worded(title),
      elements: elements.map(({ id, kindergarten, school }) => ({
        id,
        kindergarten: worded(kindergarten),
        school: worded(school),
      })),
    })),
  }
}
