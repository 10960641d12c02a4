import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { Worded } from './worded.tsx'

/** The name of a page: the tool's own words, or what the municipality wrote. */
export type Crumb = string | Wording

interface BreadcrumbsProps {
  /** The pages above this one, from the top. */
  trail: readonly { to: string; words: Crumb }[]
  here: Crumb
}

/** Where the page stands. */
export function Breadcrumbs({ trail, here }: BreadcrumbsProps) {
  const { t } = useTranslation()
  return (
    <nav className="ds-breadcrumbs" aria-label={t('frame.youAreHere')}>
      <ol>
        {trail.map(({ to, words }) => (
          <li key={to}>
            <Link className="ds-link" to={to}>
              <Named as={words} />
            </Link>
          </li>
        ))}
        <li aria-current="page">
          <Named as={here} />
        </li>
      </ol>
    </nav>
  )
}

function Named({ as }: { as: Crumb }) {
  return typeof as === 'string' ? as : <Worded wording={as} />
}
