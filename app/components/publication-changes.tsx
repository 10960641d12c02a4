import { Link } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ImpactView } from './publication-view.ts'

interface PublicationChangesProps {
  /** Null before the first version. */
  changes: {
    from: number
    unchanged: boolean
    impact: readonly ImpactView[]
    framework: number
    others: number
  } | null
  /** The cycle the figures are from. */
  newest: number | null
}

/** What changes from the version in force, in short, and for how many. */
export function PublicationChanges({ changes, newest }: PublicationChangesProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('publication.changes')}</h2>
      {changes === null && <p>{t('publication.first')}</p>}
      {changes?.unchanged && <p>{t('publication.unchanged', { number: changes.from })}</p>}
      {changes && !changes.unchanged && (
        <>
          <p>
            {t('publication.since', { number: changes.from })}
            {newest !== null && ` ${t('publication.sizesOf', { year: newest })}`}
          </p>
          <ul className="impact-list">
            {changes.impact.map((impact) => (
              <li key={impact.sort}>
                <strong>{t(`publication.sort.${impact.sort}`, { count: impact.steps })}</strong>
                {impact.sizes.length > 0 && (
                  <span>{t('publication.concerns', { places: placesIn(t, impact.sizes) })}</span>
                )}
              </li>
            ))}
            {changes.framework > 0 && (
              <li>
                <strong>{t('publication.framework', { count: changes.framework })}</strong>
              </li>
            )}
            {changes.others > 0 && (
              <li>
                <strong>{t('publication.others', { count: changes.others })}</strong>
              </li>
            )}
          </ul>
          <p>
            <Link className="more" to={`/plan/compare?from=${changes.from}&to=draft`}>
              {t('publication.compare')}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

function placesIn(t: TFunction, sizes: ImpactView['sizes']): string {
  return sizes
    .map(({ kind, all, private: count }) => {
      const places = t(`publication.size.${kind}`, { count: all })
      if (count === 0) return places
      return t(kind === 'pair' ? 'publication.privatePairs' : 'publication.private', { places, count })
    })
    .join(', ')
}
