import { useTranslation } from 'react-i18next'

/** One thing to choose units by, each choice with its address. */
export interface UnitFilterView {
  name: 'kind' | 'ownership' | 'closed'
  links: readonly {
    value: 'all' | 'kindergarten' | 'school' | 'municipal' | 'private' | 'open' | 'closed'
    href: string
    chosen: boolean
  }[]
}

/** Ways to look at the units, as links, so that every view has an address. */
export function UnitFilter({ filters }: { filters: readonly UnitFilterView[] }) {
  const { t } = useTranslation()
  if (filters.length === 0) return null
  return (
    <div className="unit-filters">
      {filters.map(({ name, links }) => (
        <nav key={name} aria-label={t(`units.filter.${name}`)}>
          <ul className="link-row">
            {links.map(({ value, href, chosen }) => (
              <li key={value}>
                <a href={href} aria-current={chosen ? 'page' : undefined}>
                  {t(`units.choice.${name}.${value}` as 'units.choice.kind.all')}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ))}
    </div>
  )
}
