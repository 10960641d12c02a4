import { useTranslation } from 'react-i18next'
import { begunIn, type Coverage } from '#app/domain/coverage.ts'
import type { ChangeRow } from './coverage-view.ts'
import { ScrollTable } from './scroll-table.tsx'

/** The year month by month, as a table that shows the same as bars. */
export function CoverageChange({ rows }: { rows: readonly ChangeRow[] }) {
  const { t } = useTranslation()
  return (
    <ScrollTable name={t('coverage.change.heading')}>
      <table className="ds-table coverage-change">
        <thead>
          <tr>
            <th scope="col">{t('coverage.change.month')}</th>
            <th scope="col" className="number">
              {t('coverage.change.workedWith')}
            </th>
            <th scope="col" className="number">
              {t('coverage.change.workingWith')}
            </th>
            <th scope="col" className="number">
              {t('coverage.change.asked')}
            </th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month, coverage }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td className="number">{coverage.workedWith}</td>
              <td className="number">{coverage.workingWith}</td>
              <td className="number">{coverage.asked}</td>
              <td className="coverage-bar" aria-hidden="true">
                <Bar coverage={coverage} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}

const WIDTH = 300
const HEIGHT = 14

/** Worked with and being worked with, of all that is asked. */
function Bar({ coverage }: { coverage: Coverage }) {
  const { asked, workedWith } = coverage
  if (asked === 0) return null
  const width = (count: number) => Math.round((count / asked) * WIDTH * 10) / 10
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" focusable="false">
      <rect className="coverage-bar-asked" width={WIDTH} height={HEIGHT} />
      <rect className="coverage-bar-begun" width={width(begunIn(coverage))} height={HEIGHT} />
      <rect className="coverage-bar-worked" width={width(workedWith)} height={HEIGHT} />
    </svg>
  )
}
