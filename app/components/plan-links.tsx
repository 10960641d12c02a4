import { useTranslation } from 'react-i18next'

const LINKS = {
  plan: '/plan',
  versions: '/plan/versions',
  compare: '/plan/compare',
  draft: '/plan/draft',
} as const

/** The pages about the plan, side by side. Whoever writes it also gets to the draft. */
export function PlanLinks({ here, draft }: { here: keyof typeof LINKS | null; draft: boolean }) {
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
      </ul>
    </nav>
  )
}
