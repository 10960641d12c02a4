import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Side } from '#app/domain/place.ts'
import type { Binding, CarriedOutBy } from '#app/domain/plan.ts'
import { dueRuleWords } from './due-rule-words.ts'
import { Markdown } from './markdown.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** A step in the shape it is read in; one of a draft may lack what a plan says of each. */
export interface PlanStepView {
  id: string
  title: Wording
  guidance: { html: string; lang: string } | null
  due: DueRule | null
  carriedOutBy: CarriedOutBy | null
  confirmedBy: Side | null
  binding: Binding
  legalBasis: readonly Wording[]
}

interface PlanStepProps {
  step: PlanStepView
  id?: string
  mark?: ReactNode
  /** What stands below what the step says. */
  children?: ReactNode
}

/** A step of the plan: when, what and who. */
export function PlanStep({ step, id, mark, children }: PlanStepProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { title, guidance, due, carriedOutBy, confirmedBy, binding, legalBasis } = step
  return (
    <li className="plan-step" id={id}>
      <p className="plan-when">{due && dueRuleWords(due, t, language)}</p>
      <div className="plan-what">
        <h3>
          <Worded wording={title} />
          {mark && <> {mark}</>}
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
        {children}
      </div>
      <p className="plan-who">
        {carriedOutBy && t(`carriedOutBy.${carriedOutBy}`)}
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
