import { useTranslation } from 'react-i18next'
import type { DateView } from './date-view.ts'
import { Worded } from './worded.tsx'

/** Agreed dates, one below the other: when, what, for whom, and what became of it. */
export function DateList({ dates }: { dates: readonly DateView[] }) {
  return (
    <ul className="date-list">
      {dates.map((date) => (
        <li key={date.id} id={`date-${date.id}`} className={date.cancelled === null ? undefined : 'date-cancelled'}>
          <DateItem date={date} />
        </li>
      ))}
    </ul>
  )
}

function DateItem({ date }: { date: DateView }) {
  const { t } = useTranslation()
  const { on, what, when, step, venue, whoComes, pairs, moved, cancelled, by } = date
  return (
    <>
      <h3>
        <time dateTime={on}>{when}</time>
        {cancelled !== null && (
          <>
            {' '}
            <span className="ds-tag" data-color="neutral">
              {t('dates.cancelled')}
            </span>
          </>
        )}
      </h3>
      <p>
        {what}
        {venue && ` · ${venue}`}
      </p>
      {pairs && <p>{pairs}</p>}
      {whoComes && <p>{t('dates.whoComes', { whoComes })}</p>}
      {step && (
        <p className="quiet">
          {t('dates.step')}{' '}
          {step.href ? (
            <a href={step.href}>
              <Worded wording={step.title} />
            </a>
          ) : (
            <Worded wording={step.title} />
          )}
        </p>
      )}
      {moved && <p className="due-moved">{moved}</p>}
      {cancelled && <p className="due-moved">{t('dates.cancelledWhy', { reason: cancelled })}</p>}
      <p className="quiet">{by}</p>
      <DateLinks date={date} />
    </>
  )
}

function DateLinks({ date: { change, cancel, when } }: { date: DateView }) {
  const { t } = useTranslation()
  if (!change || !cancel) return null
  return (
    <ul className="link-row">
      <li>
        <a href={change}>
          {t('dates.change')}
          <span className="ds-sr-only">: {when}</span>
        </a>
      </li>
      <li>
        <a href={cancel}>
          {t('dates.cancel')}
          <span className="ds-sr-only">: {when}</span>
        </a>
      </li>
    </ul>
  )
}
