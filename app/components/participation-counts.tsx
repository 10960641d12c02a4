import { useTranslation } from 'react-i18next'
import type { Participations } from '#app/domain/participation.ts'
import type { OWNER_TYPE_KEYS } from './participation-words.ts'
import { ScrollTable } from './scroll-table.tsx'

type TypeKey = (typeof OWNER_TYPE_KEYS)[keyof typeof OWNER_TYPE_KEYS]

/** Those of one owner type, cycle by cycle. */
export interface CountsRowView {
  type: TypeKey
  cells: readonly ({ year: number } & Participations)[]
}

/** Who takes part by owner type, the cycles side by side; each number with its denominator. */
export function ParticipationCounts({ rows, years }: { rows: readonly CountsRowView[]; years: readonly number[] }) {
  const { t } = useTranslation()
  return (
    <ScrollTable name={t('participation.counts.heading')}>
      <table className="ds-table participation-counts">
        <thead>
          <tr>
            <th scope="col">{t('participation.counts.owners')}</th>
            {years.map((year) => (
              <th scope="col" key={year}>
                {t('cycle.name', { year })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ type, cells }) => (
            <tr key={type}>
              <th scope="row">{t(`participation.type.${type}`)}</th>
              {cells.map((cell) => (
                <td key={cell.year}>
                  <Cell count={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}

function Cell({ count: { takesPart, partly, doesNotTakePart, notAnswered, asked } }: { count: Participations }) {
  const { t } = useTranslation()
  if (asked === 0) return <span className="quiet">{t('participation.counts.nobody')}</span>
  const rest = [
    partly > 0 && t('participation.counts.partly', { count: partly }),
    doesNotTakePart > 0 && t('participation.counts.doesNotTakePart', { count: doesNotTakePart }),
    notAnswered > 0 && t('participation.counts.notAnswered', { count: notAnswered }),
  ].filter((words) => words !== false)
  return (
    <>
      <span className="participation-join">{t('participation.counts.join', { count: takesPart + partly, asked })}</span>
      {rest.length > 0 && <span className="quiet">{rest.join(', ')}</span>}
    </>
  )
}

/** The same in one line, for the head of an overview. */
export function ParticipationLine({
  line: { href, counts },
}: {
  line: { href: string; counts: readonly { type: TypeKey; count: number; asked: number }[] }
}) {
  const { t } = useTranslation()
  if (counts.length === 0) return null
  return (
    <p className="quiet">
      {counts.map(({ type, count, asked }) => t(`participation.line.${type}`, { count, asked })).join(' · ')}
      {'. '}
      <a href={href}>{t('participation.see')}</a>
    </p>
  )
}
