import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { Worded } from './worded.tsx'

/** A part of the draft to go to: a routine, or (without a title) the framework. */
export interface HeardPart {
  id: string
  title: Wording | null
  current: boolean
  changes: number
  comments: number
}

/** The parts of the draft, each with how much changed in it and how much was said of it. */
export function HeardParts({ parts }: { parts: readonly HeardPart[] }) {
  const { t } = useTranslation()
  if (parts.length < 2) return null
  return (
    <nav aria-labelledby="parts">
      <h2 id="parts">{t('hearing.parts')}</h2>
      <ol className="heard-parts">
        {parts.map(({ id, title, current, changes, comments }) => (
          <li key={id}>
            <Link to={`/plan/hearing?routine=${id}`} aria-current={current ? 'page' : undefined}>
              {title ? <Worded wording={title} /> : t('plan.framework')}
            </Link>
            {(changes > 0 || comments > 0) && (
              <span className="quiet">
                {[
                  changes > 0 && t('hearing.partChanges', { count: changes }),
                  comments > 0 && t('hearing.partComments', { count: comments }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
