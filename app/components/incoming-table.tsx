import { useTranslation } from 'react-i18next'
import type { StepsLeft } from '#app/domain/incoming.ts'
import { dayInWords } from './day.tsx'
import { countWords, GroupAgreement } from './group-agreement.tsx'
import type { IncomingGroupView } from './incoming-view.ts'
import { PresentationState } from './presentation-text.tsx'
import { ScrollTable } from './scroll-table.tsx'
import { useLanguage } from './use-language.ts'

/** Each kindergarten with its group: how many, how far it has come, who waits for whom, and whom to ask. */
export function IncomingTable({ groups }: { groups: readonly IncomingGroupView[] }) {
  const { t } = useTranslation()
  return (
    <ScrollTable name={t('incoming.table')}>
      <table className="ds-table incoming-table">
        <caption className="ds-sr-only">{t('incoming.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('incoming.column.kindergarten')}</th>
            <th scope="col">{t('incoming.column.children')}</th>
            <th scope="col">{t('incoming.column.framework')}</th>
            <th scope="col">{t('incoming.column.left')}</th>
            <th scope="col">{t('incoming.column.presentation')}</th>
            <th scope="col">{t('incoming.column.contact')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.pairId}>
              <th scope="row">
                <a href={group.href}>{group.name}</a>
              </th>
              <td>
                <Children group={group} />
              </td>
              <td>{t('incoming.areas', { worked: group.areas.worked, of: group.areas.of })}</td>
              <td>
                <Left left={group.left} />
              </td>
              <td>
                <a href={group.presentation.href}>
                  {t(group.presentation.written ? 'incoming.read' : 'incoming.notWritten')}
                  <span className="ds-sr-only">{t('incoming.presentationOf', { name: group.name })}</span>
                </a>{' '}
                <PresentationState standing={group.presentation.standing} short />
              </td>
              <td>
                <Contact group={group} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  )
}

/** The number with its bar, and what the school says where that differs. */
function Children({ group: { reported, received, agreement, bar } }: { group: IncomingGroupView }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="incoming-number">{countWords(reported, t)}</span>
      {bar !== null && (
        <svg className="incoming-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect width={bar} height="8" rx="1" />
        </svg>
      )}
      {agreement === 'differs' && (
        <GroupAgreement agreement={agreement} reported={reported} received={received} reader="both" />
      )}
    </>
  )
}

/** Which side has how many steps left, how many of them over their due day, and since when the other waits. */
function Left({ left }: { left: readonly StepsLeft[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (left.length === 0) return <>{t('incoming.noneLeft')}</>
  return (
    <ul className="plain-list">
      {left.map(({ side, count, overdue, since }) => (
        <li key={side}>
          {t('incoming.left', { side: t(`side.heading.${side}`), count })}
          {overdue > 0 && <span className="incoming-overdue"> {t('incoming.overdue', { count: overdue })}</span>}
          {since && <span className="quiet"> {t('incoming.since', { day: dayInWords(since, language) })}</span>}
        </li>
      ))}
    </ul>
  )
}

function Contact({ group: { contact, vacant } }: { group: IncomingGroupView }) {
  const { t } = useTranslation()
  if (contact === null && !vacant) return <>{t('incoming.noContact')}</>
  return (
    <>
      {vacant && (
        <span className="state ds-tag" data-color="danger">
          {t('incoming.vacant')}
        </span>
      )}
      {contact?.email ? (
        <a href={`mailto:${contact.email}`}>
          {t(`role.${contact.role}`)}
          <span className="ds-sr-only">{t('incoming.write', { name: contact.name })}</span>
        </a>
      ) : (
        contact && t(`role.${contact.role}`)
      )}
    </>
  )
}
