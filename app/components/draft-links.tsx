import { Link, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

const PAGES = {
  outline: '/plan/draft',
  head: '/plan/draft/head',
  legalBasis: '/plan/draft/legal-basis',
  table: '/plan/draft/table',
  hearing: '/plan/draft/hearing',
  compare: '/plan/compare',
  publication: '/plan/draft/publication',
} as const
type Page = keyof typeof PAGES

/** The pages of the draft, side by side on each of them. `basedOn` is the number of the version it was begun from. */
export function DraftLinks({ basedOn }: { basedOn: number | null }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const pages = (Object.keys(PAGES) as Page[]).filter((page) => page !== 'compare' || basedOn !== null)
  return (
    <nav aria-label={t('draft.links.label')}>
      <ul className="link-row">
        {pages.map((page) => (
          <li key={page}>
            <Link
              to={page === 'compare' ? `${PAGES.compare}?from=${basedOn}&to=draft` : PAGES[page]}
              aria-current={currentAt(pathname, PAGES[page])}
            >
              {t(`draft.links.${page}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The page itself, or one of the pages below it. The outline is above all of them. */
function currentAt(pathname: string, page: string): 'page' | 'true' | undefined {
  if (pathname === page) return 'page'
  return page !== PAGES.outline && pathname.startsWith(`${page}/`) ? 'true' : undefined
}
