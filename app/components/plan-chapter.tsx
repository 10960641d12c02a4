import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { PlanStep, type PlanStepView } from './plan-step.tsx'
import { Worded } from './worded.tsx'

export interface RoutineView {
  id: string
  title: Wording
  purpose: Wording | null
  steps: readonly PlanStepView[]
}

export interface AreaView {
  id: string
  title: Wording
  elements: readonly { id: string; kindergarten: Wording; school: Wording }[]
}

/** A routine as a chapter: its steps with when, what and who. */
export function PlanChapter({ routine: { id, title, purpose, steps } }: { routine: RoutineView }) {
  return (
    <section className="plan-chapter" aria-labelledby={`routine-${id}`}>
      <h2 id={`routine-${id}`}>
        <Worded wording={title} />
      </h2>
      {purpose && (
        <p>
          <Worded wording={purpose} />
        </p>
      )}
      <ol className="plan-steps">
        {steps.map((step) => (
          <PlanStep key={step.id} step={step} />
        ))}
      </ol>
    </section>
  )
}

/** The framework: for each area what kindergarten and school each do, side by side. */
export function PlanFramework({ areas }: { areas: readonly AreaView[] }) {
  const { t } = useTranslation()
  if (areas.length === 0) return null
  return (
    <section className="plan-chapter" aria-labelledby="framework">
      <h2 id="framework">{t('plan.framework')}</h2>
      <p>{t('plan.frameworkLead')}</p>
      {areas.map(({ id, title, elements }) => (
        <section key={id} aria-labelledby={`area-${id}`}>
          <h3 id={`area-${id}`}>
            <Worded wording={title} />
          </h3>
          <table className="ds-table framework-table">
            <thead>
              <tr>
                <th scope="col">{t('plan.inKindergarten')}</th>
                <th scope="col">{t('plan.inSchool')}</th>
              </tr>
            </thead>
            <tbody>
              {elements.map((element) => (
                <tr key={element.id}>
                  <td>
                    <Worded wording={element.kindergarten} />
                  </td>
                  <td>
                    <Worded wording={element.school} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  )
}
