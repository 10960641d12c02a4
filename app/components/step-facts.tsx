import { useTranslation } from 'react-i18next'
import { Day, dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'
import type { StepView } from './step-view.ts'
import { Worded } from './worded.tsx'

/** What the plan says about a step: when, who, why. */
export function StepFacts({ step }: { step: StepView }) {
  const { t } = useTranslation()
  const { responsible, confirmedBy } = step
  return (
    <aside className="step-facts" aria-labelledby="facts">
      <h2 id="facts">{t('step.facts')}</h2>
      <dl className="plan-fact">
        <dt>{t('step.due')}</dt>
        <dd>
          <Day at={step.due} weekday year />
          <MovedFrom moved={step.moved} />
        </dd>
        <dt>{t('step.carriedOutBy')}</dt>
        <dd>{t(`carriedOutBy.${step.carriedOutBy}`)}</dd>
        <dt>{t('step.responsible')}</dt>
        <dd>{responsible.unit ?? t(`side.heading.${responsible.side}`)}</dd>
        {confirmedBy && (
          <>
            <dt>{t('step.confirmedBy')}</dt>
            <dd>{confirmedBy.unit ?? t(`side.heading.${confirmedBy.side}`)}</dd>
          </>
        )}
        <dt>{t('step.obligation')}</dt>
        <dd>{t(`obligation.${step.obligation}`)}</dd>
        {step.legalBasis.length > 0 && (
          <>
            <dt>{t('step.legalBasis')}</dt>
            <dd>
              <ul className="plan-basis">
                {step.legalBasis.map(({ title, checkedOn }) => (
                  <li key={title.words}>
                    <Worded wording={title} />{' '}
                    <span className="quiet">
                      {checkedOn ? (
                        <>
                          {t('step.checkedOn')} <Day at={checkedOn} year />
                        </>
                      ) : (
                        t('step.notChecked')
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {step.sensitive && <p className="quiet">{t('step.sensitive')}</p>}
      {step.aboutSingleChildren && <p className="quiet">{t('step.aboutSingleChildren')}</p>}
    </aside>
  )
}

/** From which day the due day was moved, by whom, when and why. */
function MovedFrom({ moved }: Pick<StepView, 'moved'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!moved) return null
  return (
    <p className="due-moved">
      {t(`dueDays.movedFull.${moved.by}`, {
        at: dayInWords(moved.at, language),
        day: dayInWords(moved.from, language, { weekday: true }),
        reason: moved.reason,
      })}
    </p>
  )
}
