import { useTranslation } from 'react-i18next'
import type { Progress } from '#app/domain/progress.ts'

/** How far a place has come, in words. What is only an invitation is counted apart, and is never overdue. */
export function ProgressWords({ progress: { obliged, invited, overdue } }: { progress: Progress }) {
  const { t } = useTranslation()
  const hasObliged = obliged.asked > 0
  const hasInvited = invited.asked > 0
  return (
    <span className="progress-words">
      {hasObliged && <span>{t('progress.complete', { count: obliged.complete, asked: obliged.asked })}</span>}
      {hasInvited && (
        <span className="progress-invited">
          {t('progress.invited', { count: invited.complete, asked: invited.asked })}
        </span>
      )}
      {!hasObliged && !hasInvited && <span>{t('progress.nothingAsked')}</span>}
      {overdue > 0 && (
        <span className="state ds-tag" data-color="danger">
          {t('progress.overdue', { count: overdue })}
        </span>
      )}
    </span>
  )
}
