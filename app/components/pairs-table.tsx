import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Language } from '#app/domain/language.ts'
import type { TotalShown } from '#app/domain/masking.ts'
import { dayInWords } from './day.tsx'
import { GroupAgreement, countWords } from './group-agreement.tsx'
import type { PairsOfSchool, PairView } from './pairs-view.ts'
import { ScrollTable } from './scroll-table.tsx'
import { useLanguage } from './use-language.ts'

interface PairsTableProps {
  name: string
  schools: readonly PairsOfSchool[]
  /** Left out where only some pairs are shown. */
  total: Pick<PairsOfSchool, 'reported' | 'received'> | null
}

/** Pairs by school, with what both sides say. Rows are plain functions that are handed their words: there can be many. */
export function PairsTable({ name, schools, total }: PairsTableProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const changes = schools.some(({ pairs }) => pairs.some((pair) => pair.changes))
  return (
    <ScrollTable name={name}>
      <table className="ds-table pairs-table">
        <thead>
          <tr>
            <th scope="col">{t('pairs.pair')}</th>
            <th scope="col" className="number">
              {t('pairs.reported')}
            </th>
            <th scope="col" className="number">
              {t('pairs.received')}
            </th>
            <th scope="col">{t('pairs.agreement')}</th>
            <th scope="col">{t('pairs.lastSaid')}</th>
            {changes && (
              <th scope="col" className="no-print">
                {t('pairs.changes')}
              </th>
            )}
          </tr>
        </thead>
        {schools.map((school) => (
          <tbody key={school.id}>
            <tr className="pairs-school">
              <th scope="rowgroup">{school.numbers ? <a href={school.numbers}>{school.name}</a> : school.name}</th>
              {total ? totalCells(school, changes, t) : <td colSpan={changes ? 5 : 4} />}
            </tr>
            {school.folded && foldedRow(school.folded, school.name, t)}
            {school.pairs.map((pair) => rowOf(pair, t, language))}
          </tbody>
        ))}
        {total && (
          <tfoot>
            <tr>
              <th scope="row">{t('pairs.total')}</th>
              {totalCells(total, changes, t)}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollTable>
  )
}

function foldedRow({ href, count }: NonNullable<PairsOfSchool['folded']>, school: string, t: TFunction) {
  return (
    <tr>
      <td colSpan={5}>
        <a href={href}>
          {t('pairs.open', { count })} <span className="ds-sr-only">{school}</span>
        </a>
      </td>
    </tr>
  )
}

function totalCells(
  { reported, received }: Pick<PairsOfSchool, 'reported' | 'received'>,
  changes: boolean,
  t: TFunction,
) {
  return (
    <>
      <td className="number">{totalWords(reported, t)}</td>
      <td className="number">{totalWords(received, t)}</td>
      <td colSpan={changes ? 3 : 2} />
    </>
  )
}

/** The sum of what is shown, and in words how many groups are not in it. */
function totalWords({ sum, few, notReported }: TotalShown, t: TFunction): string {
  if (sum + few === 0 && notReported > 0) return t('groups.notSaid')
  const said = few > 0 ? t(sum > 0 ? 'pairs.sumAndFew' : 'pairs.onlyFew', { sum, count: few }) : String(sum)
  return notReported > 0 ? t('pairs.andNotSaid', { said, count: notReported }) : said
}

function rowOf(pair: PairView, t: TFunction, language: Language) {
  const { id, kindergarten, school, href, reported, received, agreement, lastSaid, changes } = pair
  return (
    <tr key={id}>
      <th scope="row">
        <a href={href}>{kindergarten}</a>
      </th>
      <td className="number">{countWords(reported, t)}</td>
      <td className="number">{countWords(received, t)}</td>
      <td>
        <GroupAgreement agreement={agreement} reported={reported} received={received} short />
      </td>
      <td className="pairs-day">{lastSaid && dayInWords(lastSaid, language, { short: true })}</td>
      {changes && (
        <td className="no-print">
          <span className="pairs-actions">
            <a href={changes.numbers}>
              {t('pairs.numbers')} <span className="ds-sr-only">{kindergarten}</span>
            </a>
            <a href={changes.move}>
              {t('pairs.move')} <span className="ds-sr-only">{`${kindergarten} – ${school}`}</span>
            </a>
          </span>
        </td>
      )}
    </tr>
  )
}
