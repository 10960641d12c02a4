import { useTranslation } from 'react-i18next'

const LINKS = {
  overview: (year: number) => `/cycles/${year}`,
  dueDays: (year: number) => `/cycles/${year}/due-days`,
  adoption: (year: number) => `/cycles/${year}/adoption`,
  opening: () => '/cycles/new',
} as const

/** What an adviser can do with a cycle, and where it stands. */
export function CycleLinks({ year, here }: { year: number; here: keyof typeof LINKS }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('dueDays.links.name', { year })}>
      <ul className="link-row">
        {(Object.keys(LINKS) as (keyof typeof LINKS)[]).map((link) => (
          <li key={link}>
            <a href={LINKS[link](year)} aria-current={link === here ? 'page' : undefined}>
              {t(`dueDays.links.${link}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
