import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Language } from '#app/domain/language.ts'
import { childrenWords } from './children-words.ts'
import { CompactState } from './compact-state.tsx'
import { dayInWords } from './day.tsx'
import type { CellCount, MatrixCell, MatrixRow, MatrixView } from './matrix-view.ts'
import { ScrollTable } from './scroll-table.tsx'
import { stateClass } from './state-words.ts'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** Places × steps. Thousands of cells, so the parts are plain functions that are handed their words. */
export function Matrix({ matrix, name }: { matrix: MatrixView; name: string }) {
  const t = remembering(useTranslation().t)
  const language = useLanguage()
  const { rowsAre, columns, groups, foot } = matrix
  if (groups.length === 0) return <p>{t('overview.none')}</p>
  return (
    <ScrollTable name={name} className="matrix-scroll">
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{t(`overview.rows.${rowsAre}`)}</th>
            {columns.map((column) => (
              <th scope="col" key={column.id}>
                <Worded wording={column.title} />
                {column.due && <span className="matrix-due">{dayInWords(column.due, language, { short: true })}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ heading, rows }) => (
          <tbody key={heading?.href ?? rowsAre}>
            {heading && rowOf(heading, 'group-row', t, language)}
            {rows.map((row) => rowOf(row, undefined, t, language))}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('overview.total')}</th>
            {foot.map((count, at) => (
              <td key={columns[at]?.id}>{countWords(count, t)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </ScrollTable>
  )
}

/** The cells of a matrix say the same few things over and over: each is put into words once. */
function remembering(t: TFunction): TFunction {
  const known = new Map<string, string>()
  return new Proxy(t, {
    apply: (say, self, asked: unknown[]) => {
      const key = JSON.stringify(asked)
      const words = known.get(key) ?? String(Reflect.apply(say, self, asked))
      known.set(key, words)
      return words
    },
  })
}

function rowOf(row: MatrixRow, className: string | undefined, t: TFunction, language: Language) {
  return (
    <tr key={row.href} className={className}>
      <th scope="row">
        <a href={row.href}>{row.name ?? t('side.heading.municipality')}</a>
        {row.children !== undefined && <span className="matrix-children">{childrenWords(row.children, t)}</span>}
      </th>
      {row.cells.map((cell, at) => (
        // A column's place is its identity: rows have no cell of their own.
        <td key={at} className={classOf(cell)}>
          {cellWords(cell, t, language)}
        </td>
      ))}
    </tr>
  )
}

function classOf(cell: MatrixCell): string | undefined {
  if (!cell) return undefined
  if ('state' in cell) return stateClass('cell', cell.state.kind)
  return cell.count.overdue > 0 ? 'cell-late' : undefined
}

function cellWords(cell: MatrixCell, t: TFunction, language: Language) {
  if (!cell) return t('overview.notAsked')
  if ('state' in cell) return <CompactState state={cell.state} t={t} language={language} />
  return countWords(cell.count, t)
}

/** Complete of asked, the invited apart; "!" and words where something is over its due day. */
function countWords({ obliged, invited, overdue }: CellCount, t: TFunction): string {
  const parts = [
    obliged.asked > 0 && t('progress.short', { complete: obliged.complete, asked: obliged.asked }),
    invited.asked > 0 && t('overview.invited', { complete: invited.complete, asked: invited.asked }),
    overdue > 0 && t('overview.late', { count: overdue }),
  ]
  return parts.filter(Boolean).join(' · ') || t('overview.notAsked')
}
