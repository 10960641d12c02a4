import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Side } from '#app/domain/place.ts'
import { Day } from './day.tsx'
import { PlaceTitle } from './place-title.tsx'

/** A place that needs following up. */
export interface BehindView {
  href: string
  /** Null for the municipality. */
  name: string | null
  overdue: number
  disputed: number
  oldest: LocalDate | null
  waitsFor: readonly { side: Side; count: number }[]
}

/** The places that need following up, furthest behind first. */
export function BehindList({ places }: { places: readonly BehindView[] }) {
  return (
    <ol className="follow-up-list">
      {places.map((place) => (
        <Behind key={place.href} place={place} />
      ))}
    </ol>
  )
}

function Behind({ place: { href, name, overdue, disputed, oldest, waitsFor } }: { place: BehindView }) {
  const { t } = useTranslation()
  return (
    <li>
      <span className="due-title">
        <a href={href}>
          <PlaceTitle name={name ?? t('side.heading.municipality')} />
        </a>
      </span>
      <span className="step-meta">
        {overdue > 0 && (
          <span className="state ds-tag" data-color="danger">
            {t('progress.overdue', { count: overdue })}
          </span>
        )}
        {disputed > 0 && (
          <span className="state ds-tag" data-color="danger">
            {t('overview.disputed', { count: disputed })}
          </span>
        )}
        {oldest && (
          <span>
            {t('overview.oldest')} <Day at={oldest} />
          </span>
        )}
        {waitsFor.map(({ side, count }) => (
          <span key={side}>{t('overview.waitsFor', { side: t(`side.${side}`), number: count })}</span>
        ))}
      </span>
    </li>
  )
}
