import { useTranslation } from 'react-i18next'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Side } from '#app/domain/place.ts'
import type { Binding, CarriedOutBy } from '#app/domain/plan.ts'
import { dueRuleWords } from './due-rule-words.ts'
import { Markdown } from './markdown.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** A step of the plan, in the shape it is read in. */
export interface PlanStepView {
  id: string
  title: Wording
  guidance: { html: string; lang: string } | null
  due: DueRule
  carriedOutBy: CarriedOutBy
  responsible: Side
  confirmedBy: Side | null
  binding: Binding
  legalBasis: readonly Wording[]
}

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

function PlanStep({ step }: { step: PlanStepView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { title, guidance, due, carriedOutBy, confirmedBy, binding, legalBasis } = step
  return (
    <li className="plan-step">
      <p className="plan-when">{dueRuleWords(due, t, language)}</p>
      <div className="plan-what">
        <h3>
          <Worded wording={title} />
        </h3>
        {guidance && <Markdown html={guidance.html} lang={guidance.lang === language ? undefined : guidance.lang} />}
        {(binding === 'law' || legalBasis.length > 0) && (
          <p className="quiet">
            {t(`plan.binding.${binding}`)}
            {legalBasis.length > 0 && ': '}
            {legalBasis.map((basis, at) => (
              <span key={basis.words}>
                {at > 0 && ' · '}
                <Worded wording={basis} />
              </span>
            ))}
          </p>
        )}
      </div>
      <p className="plan-who">
        {t(`carriedOutBy.${carriedOutBy}`)}
        {confirmedBy && (
          <>
            <br />
            {t('plan.confirmedBy', { side: t(`side.${confirmedBy}`) })}
          </>
        )}
      </p>
    </li>
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
