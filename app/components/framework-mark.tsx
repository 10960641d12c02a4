import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Day } from './day.tsx'
import type { FrameworkRowView, MarkView } from './framework-view.ts'

/** What was marked, when it is worked with, how, by whom and when; under which version where that was another. */
export function MarkWords({ mark }: { mark: MarkView }) {
  const { t } = useTranslation()
  return (
    <>
      <strong>{t(`framework.mark.${mark.mark}`)}</strong>
      {mark.months && ` · ${mark.months}`}
      <span className="quiet">
        {' · '}
        {mark.forUnit ? t('framework.byFor', { name: mark.by }) : mark.by} <Day at={mark.at} />
        {mark.under !== null && ` · ${t('framework.under', { number: mark.under })}`}
      </span>
      {(mark.how ?? mark.reason) && <span className="framework-how">{mark.how ?? mark.reason}</span>}
    </>
  )
}

/** How a row stands, with what was marked of an earlier meaning where nothing was since. */
export function RowMark({ row: { mark, earlier }, children }: { row: FrameworkRowView; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <p className={mark ? 'framework-mark' : 'framework-mark quiet'}>
        {mark ? <MarkWords mark={mark} /> : t('framework.mark.none')} {children}
      </p>
      {!mark &&
        earlier.map((each) => (
          <p key={each.id} className="framework-mark quiet">
            {t('framework.earlier')}
            <MarkWords mark={each} />
          </p>
        ))}
    </>
  )
}

/** All that was marked, the newest first. */
export function MarkHistory({ history }: { history: readonly MarkView[] }) {
  return (
    <ol className="framework-history">
      {history.map((mark) => (
        <li key={mark.id}>
          <MarkWords mark={mark} />
        </li>
      ))}
    </ol>
  )
}
