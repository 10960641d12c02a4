import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Day } from './day.tsx'
import { countWords } from './group-agreement.tsx'
import type { IncomingView } from './incoming-view.ts'
import { StatusTag } from './status-tag.tsx'
import { Worded } from './worded.tsx'

interface PartProps {
  id: string
  title: string
  link?: { href: string; words: string }
  children: ReactNode
}

function Part({ id, title, link, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="incoming-part">
      <h2 id={id}>{title}</h2>
      {children}
      {link && (
        <p className="more no-print">
          <a href={link.href}>{link.words}</a>
        </p>
      )}
    </section>
  )
}

/** What is agreed ahead, and who comes. */
export function IncomingDates({ dates, links }: Pick<IncomingView, 'dates' | 'links'>) {
  const { t } = useTranslation()
  return (
    <Part id="dates" title={t('incoming.dates')} link={{ href: links.dates, words: t('incoming.datesLink') }}>
      {dates.length === 0 && <p>{t('incoming.noDates')}</p>}
      <ul className="incoming-lines">
        {dates.map(({ id, kind, title, on, time, venue, whoComes, kindergartens }) => (
          <li key={id}>
            <strong>
              <Day at={on} weekday />
              {time && ` ${time}`}
            </strong>{' '}
            {title ?? t(`dates.kind.${kind}`)}
            {venue && `, ${venue}`}.{' '}
            {kindergartens.length > 0 ? `${kindergartens.join(', ')}.` : t('incoming.allKindergartens')}{' '}
            {whoComes && t('incoming.whoComes', { who: whoComes })}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Groups whose two numbers differ, or that somebody has still to number. */
export function IncomingNumbers({ groups, links }: Pick<IncomingView, 'groups' | 'links'>) {
  const { t } = useTranslation()
  const open = groups.filter(({ agreement }) => agreement !== 'agreed' && agreement !== 'not shown')
  return (
    <Part id="numbers" title={t('incoming.numbers')} link={{ href: links.groups, words: t('incoming.numbersLink') }}>
      {open.length === 0 && <p>{t('incoming.numbersAgree')}</p>}
      <ul className="incoming-lines">
        {open.map(({ pairId, name, reported, received, agreement }) => (
          <li key={pairId}>
            <strong>{name}</strong>{' '}
            {agreement === 'differs'
              ? t('groups.differs.both', { reported: countWords(reported, t), received: countWords(received, t) })
              : t(agreement === 'not reported' ? 'groups.agreement.notReported' : 'groups.agreement.waits')}
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What the kindergartens wrote of their groups, in short. */
export function IncomingNotes({ groups }: Pick<IncomingView, 'groups'>) {
  const { t } = useTranslation()
  const presented = groups.filter(({ noted }) => noted.length > 0)
  return (
    <Part id="notes" title={t('incoming.notes')}>
      {presented.length === 0 && <p>{t('incoming.noNotes')}</p>}
      <dl className="incoming-notes">
        {presented.map(({ pairId, name, noted, presentation }) => (
          <div key={pairId}>
            <dt>
              <a href={presentation.href}>{name}</a>
            </dt>
            {noted.map(({ question, words }) => (
              <dd key={question}>
                <span className="incoming-question">{t(`incoming.noted.${question}`)}</span> {words}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Part>
  )
}

/** The school's own lines that are left. */
export function IncomingPreparations({ preparations, links }: Pick<IncomingView, 'preparations' | 'links'>) {
  const { t } = useTranslation()
  return (
    <Part id="own" title={t('incoming.own')} link={{ href: links.checklist, words: t('incoming.ownLink') }}>
      {preparations.length === 0 && <p>{t('incoming.noneOwn')}</p>}
      <ul className="incoming-lines">
        {preparations.map(({ id, href, title, state }) => (
          <li key={id}>
            <a href={href}>
              <Worded wording={title} />
            </a>{' '}
            <StatusTag state={state} />
          </li>
        ))}
      </ul>
    </Part>
  )
}
