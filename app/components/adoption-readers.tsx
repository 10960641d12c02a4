import { useTranslation } from 'react-i18next'
import type { ReadersView } from './adoption-parts.ts'
import { Details } from './details.tsx'
import { ScrollTable } from './scroll-table.tsx'

interface AdoptionReadersProps {
  sorts: readonly ReadersView[]
  /** The names of those who have not read, or the first of them. */
  unread: readonly string[]
  unreadCount: number
  /** Where all of them are named. */
  all: string
}

/** Which units have read what is new for them, and which have not. */
export function AdoptionReaders({ sorts, unread, unreadCount, all }: AdoptionReadersProps) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('adoption.readers')}</h2>
      <ScrollTable name={t('adoption.readers')}>
        <table className="ds-table adoption-totals">
          <thead>
            <tr>
              <th scope="col">{t('adoption.units')}</th>
              {(['read', 'unread', 'nothingNew'] as const).map((state) => (
                <th key={state} scope="col" className="number">
                  {t(`adoption.reading.${state}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorts.map(({ kind, ownership, read, unread, nothingNew }) => (
              <tr key={kind + ownership}>
                <th scope="row">{t(`adoption.sort.${ownership}.${kind}`)}</th>
                <td className="number">{read}</td>
                <td className="number">{unread}</td>
                <td className="number">{nothingNew}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {unreadCount === 0 && <p>{t('adoption.allRead')}</p>}
      {unreadCount > 0 && (
        <Details quiet open={unread.length === unreadCount} summary={t('adoption.notRead', { count: unreadCount })}>
          <ul className="adoption-units">
            {unread.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          {unread.length < unreadCount && (
            <p className="more">
              <a href={all}>{t('adoption.nameAll', { count: unreadCount })}</a>
            </p>
          )}
        </Details>
      )}
    </section>
  )
}
