import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** A unit of a place that is no more, or will not be, and what carries on after it. */
export interface PlaceClosingView {
  unit: string
  on: LocalDate
  isClosed: boolean
  /** With a link for those who may read of it. */
  into: { name: string; href: string | null } | null
}

/** That a place is no more because a unit of its own closed: nothing is lost, and it may carry on elsewhere. */
export function PlaceClosed({ closing }: { closing: PlaceClosingView | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!closing) return null
  const { unit, on, isClosed, into } = closing
  return (
    <div className="ds-alert" data-color="info">
      <p>
        {t(isClosed ? 'placeClosed.on' : 'placeClosed.ahead', { unit, day: dayInWords(on, language, { year: true }) })}
        {into && (
          <>
            {' '}
            {t('placeClosed.carriesOn')} {into.href ? <a href={into.href}>{into.name}</a> : into.name}.
          </>
        )}
      </p>
    </div>
  )
}
