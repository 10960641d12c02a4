import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { TotalShown } from '#app/domain/masking.ts'
import { Details } from './details.tsx'
import type { FlowArrival } from './flow-view.ts'
import { countWords } from './group-agreement.tsx'

/** The flow of children as tables, one for each school: all that the picture says, and what it leaves out. */
export function FlowTable({ arrivals, open }: { arrivals: readonly FlowArrival[]; open: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="flow-tables">
      {arrivals.map(({ key, name, total, from }) => (
        <Details key={key} open={open} summary={`${name}: ${totalInWords(total, t)}`}>
          <table className="ds-table">
            <caption className="ds-sr-only">{t('flow.tableOf', { school: name })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('side.heading.kindergarten')}</th>
                <th scope="col" className="number">
                  {t('flow.children')}
                </th>
              </tr>
            </thead>
            <tbody>
              {from.map((each) => (
                <tr key={each.key}>
                  <th scope="row">{each.name}</th>
                  <td className="number">{countWords(each.children, t)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Details>
      ))}
    </div>
  )
}

/** "37 barn og 2 små grupper": the small ones are in no sum. */
export function totalInWords({ sum, few, notReported }: TotalShown, t: TFunction): string {
  const smallGroups = t('flow.smallGroups', { count: few })
  const children = t('children.number', { count: sum })
  const said = few === 0 ? children : sum === 0 ? smallGroups : t('flow.and', { children, groups: smallGroups })
  return notReported === 0 ? said : `${said}, ${t('flow.notReportedCount', { count: notReported })}`
}
