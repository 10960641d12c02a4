import type { AreaView, RoutineView } from '#app/components/plan-chapter.tsx'
import type { PlanStepView } from '#app/components/plan-step.tsx'
import { inLanguage, type Language, type Text } from '#app/domain/language.ts'
import type { Area, PlanVersion, WrittenStep } from '#app/domain/plan.ts'
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
      steps: steps.map((step) => planStepView(step, language)),
    })),
    framework: version.framework.map((area) => areaView(area, language)),
  }
}

/** A step in one language, also one of a draft. */
export function planStepView(step: WrittenStep, language: Language): PlanStepView {
  const { id, title, guidance, due, carriedOutBy, confirmedBy, binding, legalBasis } = step
  return {
    id,
    title: inLanguage(title, language),
    guidance: guidance && guidanceView(guidance, language),
    due,
    carriedOutBy,
    confirmedBy,
    binding,
    legalBasis: legalBasis.map(({ title }) => inLanguage(title, language)),
  }
}

/** An area of the framework in one language. */
export function areaView({ id, title, elements }: Area, language: Language): AreaView {
  return {
    id,
    title: inLanguage(title, language),
    elements: elements.map(({ id, kindergarten, school }) => ({
      id,
      kindergarten: inLanguage(kindergarten, language),
      school: inLanguage(school, language),
    })),
  }
}
