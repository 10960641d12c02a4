import { useTranslation } from 'react-i18next'
import type { Counted, CountedOf } from '#app/domain/adoption-sum.ts'
import type { TotalView } from './adoption-parts.ts'
import { ScrollTable } from './scroll-table.tsx'

const COLUMNS = ['new', 'falls away', 'opens again', 'new due day', 'into the past'] as const satisfies CountedOf[]
/** What is told below the table, where there is any. */
const BESIDE = ['answered away', 'counts again', 'to confirm', 'reworded', 'moved'] as const satisfies CountedOf[]

/** What an adoption comes to: kinds of place by what becomes of the lines. */
export function AdoptionTotals({ totals }: { totals: readonly TotalView[] }) {
  const { t } = useTranslation()
  const all = totals.at(-1)
  return (
    <>
      <ScrollTable name={t('adoption.totals')}>
        <table className="ds-table adoption-totals">
          <thead>
            <tr>
              <th scope="col">{t('adoption.where')}</th>
              <th scope="col" className="number">
                {t('adoption.touched')}
              </th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" className="number">
                  {t(`adoption.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map(({ of, places, touched, lines }) => (
              <tr key={of} className={of === 'all' ? 'adoption-sum' : undefined}>
                <th scope="row">{t(`adoption.kind.${of}`)}</th>
                <td className="number">{t('progress.short', { complete: touched, asked: places })}</td>
                {COLUMNS.map((column) => (
                  <td key={column} className="number">
                    <Count counted={lines[column]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {all && (
        <ul className="adoption-beside quiet">
          {BESIDE.map((each) => ({ each, count: all.lines[each].obliged + all.lines[each].invited })).map(
            ({ each, count }) => count > 0 && <li key={each}>{t(`adoption.beside.${each}`, { count })}</li>,
          )}
        </ul>
      )}
    </>
  )
}

/** All, and how many of them are invitations. */
function Count({ counted: { obliged, invited } }: { counted: Counted }) {
  const { t } = useTranslation()
  return (
    <>
      {obliged + invited}
      {invited > 0 && <span className="adoption-invited">{t('adoption.invited', { count: invited })}</span>}
    </>
  )
}
