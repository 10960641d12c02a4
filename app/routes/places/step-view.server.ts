import type { StepView } from '#app/components/step-view.ts'
import { inLanguage } from '#app/domain/language.ts'
import type { Row } from '#app/services/places.server.ts'
import { answerView, guidanceView, rowView, unitName, type RowSetting } from './row-view.server.ts'

/** A row in the shape its own page shows it in, in a cycle that follows the version with that number. */
export function stepView(row: Row, setting: RowSetting & { version: number | null }): StepView {
  const { step, place, choices, history, last: seen } = row
  const { language } = setting
  const withdrawn = new Set(history.map((tick) => tick.withdraws))
  return {
    ...rowView(row, { ...setting, named: true }),
    stepId: step.id,
    guidance: step.guidance && guidanceView(step.guidance, language),
    carriedOutBy: step.carriedOutBy,
    responsible: { side: step.responsible, unit: unitName(place, step.responsible) },
    confirmedBy: step.confirmedBy && { side: step.confirmedBy, unit: unitName(place, step.confirmedBy) },
    binding: step.binding,
    sensitive: step.sensitive,
    aboutSingleChildren: step.aboutSingleChildren,
    legalBasis: step.legalBasis.map(({ title, checkedOn }) => ({ title: inLanguage(title, language), checkedOn })),
    choices: choices.filter(({ answers }) => answers.length > 0),
    undo: choices.flatMap(({ side, withdrawable }) => (withdrawable ? [{ side, tick: withdrawable }] : [])),
    history: history.map((tick) => ({
      ...answerView(tick, place),
      id: tick.id,
      at: tick.at,
      withdrawn: withdrawn.has(tick.id),
      under: tick.version === setting.version ? null : tick.version,
    })),
    seen,
    meaning: step.meaning,
  }
}
