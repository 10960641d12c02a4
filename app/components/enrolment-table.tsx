import { useTranslation } from 'react-i18next'
import { Day } from './day.tsx'
import type { EnrolmentRow } from './enrolment-view.ts'
import { ProblemWords, wiring } from './field.tsx'
import { GapWords } from './gap-words.tsx'

interface EnrolmentTableProps {
  rows: readonly EnrolmentRow[]
  total: { enrolled: number; known: number; unexplained: number }
  /** Whether numbers can be written. */
  open: boolean
  wordsOf: (field: string) => string | undefined
  typed: Readonly<Record<string, string>>
}

/** How many each school has enrolled, against the children of its groups. On a phone each row is a card. */
export function EnrolmentTable({ rows, total, open, wordsOf, typed }: EnrolmentTableProps) {
  const { t } = useTranslation()
  return (
    <table className="ds-table enrolment-table">
      <caption className="ds-sr-only">{t('enrolment.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('side.heading.school')}</th>
          <th scope="col">{t('enrolment.enrolled')}</th>
          <th scope="col" className="number">
            {t('enrolment.known')}
          </th>
          <th scope="col">{t('enrolment.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.href}>
            <th scope="row">
              <a href={row.href}>{row.name}</a>
            </th>
            <td>
              <InCard>{t('enrolment.enrolled')}</InCard>
              {open ? <EnrolledField row={row} problem={wordsOf(row.field)} typed={typed[row.field]} /> : row.enrolled}
              {row.said && (
                <span className="enrolment-said quiet">
                  <Day at={row.said.at} />
                </span>
              )}
            </td>
            <td className="number">
              <InCard>{t('enrolment.known')}</InCard>
              {row.known}
            </td>
            <td className="enrolment-gap">
              <GapWords reckoning={row} />
              {(row.state === 'unexplained' || row.state === 'over-explained') && (
                <a href={row.href}>
                  {t('enrolment.explain')}
                  <span className="ds-sr-only">: {row.name}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('enrolment.total')}</th>
          <td>
            <InCard>{t('enrolment.enrolled')}</InCard>
            {total.enrolled}
          </td>
          <td className="number">
            <InCard>{t('enrolment.known')}</InCard>
            {total.known}
          </td>
          <td>{total.unexplained > 0 && t('enrolment.gap.left', { count: total.unexplained })}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** What the heading of the column says, where the rows are cards. */
function InCard({ children }: { children: string }) {
  return (
    <span className="enrolment-label" aria-hidden="true">
      {children}
    </span>
  )
}

function EnrolledField({ row, problem, typed }: { row: EnrolmentRow; problem?: string; typed?: string }) {
  const { t } = useTranslation()
  const { id, ...control } = wiring({ name: row.field, problem })
  return (
    <>
      <input type="hidden" name={row.seenField} value={row.enrolled ?? ''} />
      <input
        className="ds-input"
        type="text"
        id={id}
        {...control}
        aria-label={t('enrolment.enrolledAt', { school: row.name })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        defaultValue={typed ?? row.enrolled ?? ''}
      />
      <ProblemWords id={id} problem={problem} />
    </>
  )
}
