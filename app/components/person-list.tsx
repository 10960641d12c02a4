import { useTranslation } from 'react-i18next'

interface PersonLine {
  id: string
  href: string
  name: string
  email: string | null
  gone: string | null
  seats: readonly { title: string; offered: boolean }[]
}

/** People, each with the roles they have or are invited to. */
export function PersonList({ people }: { people: readonly PersonLine[] }) {
  const { t } = useTranslation()
  return (
    <ul className="seat-rows">
      {people.map(({ id, href, name, email, gone, seats }) => (
        <li key={id} className="seat-row">
          <div>
            <a className="seat-row-name" href={href}>
              {name}
            </a>
            <SeatsOf name={name} seats={seats} />
          </div>
          <div className="quiet">
            {email && <p>{email}</p>}
            {gone && <p>{gone}</p>}
            {!gone && seats.length === 0 && <p>{t('people.noRole')}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What the name does not say: other seats than it has, and which are only offered. */
function SeatsOf({ name, seats }: Pick<PersonLine, 'name' | 'seats'>) {
  const { t } = useTranslation()
  const [first, ...others] = seats
  const says = others.length === 0 && first !== undefined && name.startsWith(first.title)
  if (says && !first.offered) return null
  return seats.map(({ title, offered }) => (
    <p key={title}>
      {!says && title} {offered && <span className="ds-tag">{t('people.offeredTag')}</span>}
    </p>
  ))
}
