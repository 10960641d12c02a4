import { useTranslation } from 'react-i18next'
import type { Instant } from '#app/domain/calendar.ts'
import type { AnsweredAs } from '#app/domain/participation.ts'
import { Day } from './day.tsx'
import { AnsweredBy } from './participation-history.tsx'
import { ScrollTable } from './scroll-table.tsx'

export interface AnswerRowView {
  id: string
  name: string
  /** The neighbouring municipality it belongs to, or null. */
  municipality: string | null
  href: string
  owner: string
  words: string
  given: { at: Instant; by: string | null; as: AnsweredAs | null; reason: string | null } | null
}

/** All units that were asked, with the answer that counts. */
export function AnswersTable({ rows }: { rows: readonly AnswerRowView[] }) {
  const { t } = useTranslation()
  return (
    <ScrollTable name={t('participation.all.heading')}>
      <table className="ds-table participation-answers">
        <thead>
          <tr>
            <th scope="col">{t('participation.all.unit')}</th>
            <th scope="col">{t('participation.all.answer')}</th>
            <th scope="col">{t('participation.all.given')}</th>
            <th scope="col">{t('participation.all.owner')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, municipality, href, owner, words, given }) => (
            <tr key={id}>
              <th scope="row">
                <a href={href}>{name}</a>
                {municipality && <span className="quiet"> {t('participation.all.of', { municipality })}</span>}
              </th>
              <td>
                {words}
                {given?.reason && <span className="quiet participation-reason">«{given.reason}»</span>}
              </td>
              <td>
                {given && (
                  <>
                    <Day at={given.at} year />
                    <span className="quiet participation-reason">
                      <AnsweredBy by={given.by} as={given.as} />
                    </span>
                  </>
                )}
              </td>
              <td>{owner}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}
