import { useTranslation } from 'react-i18next'
import { Day } from './day.tsx'
import { AnswerWords } from './step-row.tsx'
import type { HistoryEntry } from './step-view.ts'

/** Every answer that was given, the newest first; those that were taken back stay to be seen. */
export function StepHistory({ history }: { history: readonly HistoryEntry[] }) {
  const { t } = useTranslation()
  if (history.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('step.history')}</h2>
      <ol className="step-history">
        {history.toReversed().map((entry) => (
          <li key={entry.id}>
            {entry.withdrawn ? (
              <del>
                <AnswerWords answer={entry} />
              </del>
            ) : (
              <AnswerWords answer={entry} />
            )}{' '}
            <span className="quiet">
              {t('step.ticked')} <Day at={entry.at} year />
              {entry.withdrawn && ` · ${t('step.takenBack')}`}
              {entry.under !== null && ` · ${t('step.doneUnder', { number: entry.under })}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
