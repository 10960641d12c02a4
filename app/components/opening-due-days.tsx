import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Wording } from '#app/domain/language.ts'
import { Day } from './day.tsx'
import { Details } from './details.tsx'
import { Worded } from './worded.tsx'

interface DueDaysOfVersion {
  number: number
  steps: readonly { title: Wording; due: LocalDate; off: 'holiday' | 'weekend' | null }[]
  /** How many fall on a day when people are not at work. */
  off: number
}

/** The due days a version would have in a cycle, folded, with those that may have to be moved marked. */
export function OpeningDueDays({
  dueDays: { number, steps, off },
  year,
  others,
}: {
  dueDays: DueDaysOfVersion
  year: number
  /** The other versions that a cycle can be opened with. */
  others: readonly number[]
}) {
  const { t } = useTranslation()
  const summary = `${t('opening.dueDays', { number, year })} ${t('opening.dueDaysOff', { count: off })}`
  return (
    <Details summary={summary}>
      <p className="quiet">{t('opening.dueDaysHint')}</p>
      <ul className="due-day-list">
        {steps.map((step, at) => (
          // The list never changes while it is shown, and two steps may bear one title.
          <li key={at}>
            <p>
              <Worded wording={step.title} />
            </p>
            <p className="due-day">
              <Day at={step.due} weekday year />{' '}
              {step.off && (
                <span className="ds-tag" data-color="warning">
                  {t(`dueDays.off.${step.off}`)}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {others.map((other) => (
        <p key={other} className="more">
          <a href={`/cycles/new?version=${other}`}>{t('opening.otherVersion', { number: other })}</a>
        </p>
      ))}
    </Details>
  )
}
