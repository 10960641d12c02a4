import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ListedLacks, SpotView } from './publication-view.ts'
import { Worded } from './worded.tsx'

/** What parts of the draft lack, each a link to where it is mended. */
export function LacksList({ lacks: { spots, more } }: { lacks: ListedLacks }) {
  const { t } = useTranslation()
  return (
    <>
      <ul className="lacks-list">
        {spots.map((spot) => (
          <li key={spot.to}>
            <SpotLink spot={spot} />
            {spot.lacks.map((lacks) => (
              <p key={lacks}>{t(`shortcoming.${lacks}`)}</p>
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('publication.mendMore', { count: more })}</p>}
    </>
  )
}

/** A part of the draft by what it is and what it is called. */
export function SpotLink({ spot: { to, what, name } }: { spot: SpotView }) {
  const { t } = useTranslation()
  const named = what !== 'plan' && what !== 'head'
  return (
    <Link to={to}>
      {t(`publication.spot.${what}`)}
      {named && ': '}
      {named && (name ? <Worded wording={name} /> : t('publication.untitled'))}
    </Link>
  )
}
