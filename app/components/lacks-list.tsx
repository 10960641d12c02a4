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

/** What is worth a look, each thing said once with the parts of the draft it is true of. */
export function WarningList({ warnings: { spots, more } }: { warnings: ListedLacks }) {
  const { t } = useTranslation()
  const all = new Set(spots.flatMap(({ lacks }) => lacks))
  return (
    <>
      {[...all].map((lacks) => (
        <div className="warning" key={lacks}>
          <p>{t(`shortcoming.${lacks}`)}</p>
          <ul>
            {spots
              .filter((spot) => spot.lacks.includes(lacks))
              .map((spot) => (
                <li key={spot.to}>
                  <SpotLink spot={spot} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      {more > 0 && <p>{t('publication.lookMore', { count: more })}</p>}
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
