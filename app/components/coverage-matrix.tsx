import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CoverageCell, CoverageGroup, CoverageMatrixView, CoverageRow } from './coverage-view.ts'
import { coverageClass, CoverageWords } from './coverage-words.tsx'
import { ScrollTable } from './scroll-table.tsx'
import { Worded } from './worded.tsx'

/** Units × areas, or × the elements of one: those that are bound and those that are only invited under headings of their own. */
export function CoverageMatrix({ matrix, name }: { matrix: CoverageMatrixView; name: string }) {
  const { t } = useTranslation()
  const { side, columns, groups } = matrix
  return (
    <ScrollTable name={name} className="matrix-scroll">
      <table className="matrix coverage-matrix">
        <thead>
          <tr>
            <th scope="col">{t(`coverage.side.${side}`)}</th>
            <th scope="col">{t('coverage.all')}</th>
            {columns.map(({ id, title, href }) => (
              <th scope="col" key={id}>
                {href ? (
                  <a href={href}>
                    <Worded wording={title} />
                  </a>
                ) : (
                  <Worded wording={title} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.tie}>
            {groupRow(group, side, t)}
            {group.rows.map((row) => unitRow(row, t))}
          </tbody>
        ))}
      </table>
    </ScrollTable>
  )
}

function groupRow({ tie, rows, cells, all }: CoverageGroup, side: CoverageMatrixView['side'], t: TFunction) {
  return (
    <tr className="group-row">
      <th scope="row">{t(`coverage.tie.${tie}.${side}`, { count: rows.length })}</th>
      {[all, ...cells].map((coverage, at) => (
        // A column's place is its identity: a row has no cells of its own.
        <td key={at}>
          <CoverageWords coverage={coverage} t={t} />
        </td>
      ))}
    </tr>
  )
}

function unitRow({ href, name, cells, all }: CoverageRow, t: TFunction) {
  return (
    <tr key={href}>
      <th scope="row">
        <a href={href}>{name}</a>
      </th>
      <td>
        <CoverageWords coverage={all} t={t} />
      </td>
      {cells.map((cell, at) => (
        <td key={at} className={classOf(cell)}>
          {cellWords(cell, t)}
        </td>
      ))}
    </tr>
  )
}

function classOf(cell: CoverageCell): string {
  if ('coverage' in cell) return coverageClass(cell.coverage)
  if (cell.mark === 'worked with') return 'cell-complete'
  if (cell.mark === 'working with it') return 'cell-begun'
  return cell.mark === null ? 'cell-none' : 'cell-upcoming'
}

function cellWords(cell: CoverageCell, t: TFunction) {
  if ('coverage' in cell) return <CoverageWords coverage={cell.coverage} t={t} />
  return (
    <>
      {t(`coverage.mark.${cell.mark ?? 'nothing'}`)}
      {cell.months && <span className="coverage-rest"> {cell.months}</span>}
    </>
  )
}
