import { useTranslation } from 'react-i18next'
import type { Mark } from '#app/domain/draft-marks.ts'

const COLORS = { new: 'success', changed: 'info', 'opens again': 'warning', moved: 'neutral' } as const

/** What happened to a part since the version the draft was begun from, and whether it is finished. */
export function DraftMark({ mark, unfinished }: { mark?: Mark; unfinished?: true }) {
  const { t } = useTranslation()
  return (
    <>
      {mark && (
        <span className="ds-tag draft-mark" data-color={COLORS[mark]}>
          {t(`draft.mark.${mark}`)}
        </span>
      )}
      {mark && unfinished && ' '}
      {unfinished && (
        <span className="ds-tag draft-mark" data-color="danger">
          {t('draft.mark.unfinished')}
        </span>
      )}
    </>
  )
}
