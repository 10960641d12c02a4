import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

interface BreadcrumbsProps {
  /** The pages above this one, from the top. */
  trail: readonly { to: string; words: string }[]
  here: string
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
              {words}
            </Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
