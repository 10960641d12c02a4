import { useTranslation } from 'react-i18next'
import { begunIn } from '#app/domain/coverage.ts'
import type { CoverageChosen, FewRow, UnreadRow } from './coverage-view.ts'
import { Day } from './day.tsx'
import { Details } from './details.tsx'
import { Worded } from './worded.tsx'

/** Elements that few work with, each with its denominator; why it is not for some, for whoever may read it. */
export function FewList({ rows, side }: { rows: readonly FewRow[]; side: CoverageChosen['side'] }) {
  const { t } = useTranslation()
  return (
    <ul className="follow-up-list">
      {rows.map(({ id, text, area, coverage, reasons }) => (
        <li key={id} className="coverage-few">
          <span>
            <Worded wording={text} />
            <span className="quiet coverage-area">
              <Worded wording={area} />
            </span>
          </span>
          <span className="step-meta">
            <span>{t(`coverage.few.begun.${side}`, { count: begunIn(coverage), asked: coverage.asked })}</span>
            {coverage.planned > 0 && (
              <span className="quiet">{t('coverage.few.planned', { count: coverage.planned })}</span>
            )}
            {coverage.notForUs > 0 && (
              <span className="quiet">{t('coverage.few.notForUs', { count: coverage.notForUs })}</span>
            )}
          </span>
          {reasons.length > 0 && (
            <Details quiet summary={t('coverage.few.why')}>
              <ul>
                {reasons.map(({ unit, reason }) => (
                  <li key={unit}>
                    {unit}: {reason}
                  </li>
                ))}
              </ul>
            </Details>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The units where the framework is still to be read. */
export function UnreadList({ rows }: { rows: readonly UnreadRow[] }) {
  const { t } = useTranslation()
  return (
    <ul className="follow-up-list">
      {rows.map(({ href, name, invited, since }) => (
        <li key={href}>
          <a href={href}>{name}</a>
          <span className="step-meta">
            <span>
              {since === null ? t('coverage.unread.never') : t('coverage.unread.before')}{' '}
              {since && <Day at={since} year />}
            </span>
            {invited && <span className="state ds-tag">{t('coverage.unread.invited')}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
