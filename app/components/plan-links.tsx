import { useTranslation } from 'react-i18next'

const LINKS = {
  plan: '/plan',
  versions: '/plan/versions',
  compare: '/plan/compare',
  draft: '/plan/draft',
} as const

interface PlanLinksProps {
  here: keyof typeof LINKS | null
  /** Whether the reader writes the plan, and gets to the draft. */
  draft: boolean
  /** The school starts whose year wheel can be seen from here. */
  wheels?: readonly number[]
}

/** The pages about the plan, side by side. */
export function PlanLinks({ here, draft, wheels = [] }: PlanLinksProps) {
  const { t } = useTranslation()
  const links = (Object.keys(LINKS) as (keyof typeof LINKS)[]).filter((link) => link !== 'draft' || draft)
  return (
    <nav aria-label={t('versions.links.name')}>
      <ul className="link-row">
        {links.map((link) => (
          <li key={link}>
            <a href={LINKS[link]} aria-current={link === here ? 'page' : undefined}>
              {t(`versions.links.${link}`)}
            </a>
          </li>
        ))}
        {wheels.map((year) => (
          <li key={year}>
            <a href={`/cycles/${year}/wheel`}>{t('versions.links.wheel', { year })}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
