import { useTranslation } from 'react-i18next'
import type { Unit } from '#app/domain/place.ts'
import { leaderOf } from '#app/domain/seats.ts'
import { Day, dayInWords } from './day.tsx'
import { Details } from './details.tsx'
import type { ContactView, HandoverView } from './handover-view.ts'
import { ScrollTable } from './scroll-table.tsx'
import { useLanguage } from './use-language.ts'

type View = Pick<HandoverView, 'unit' | 'leader' | 'vacant' | 'vacantFrom' | 'offered'>

/** Who leads the unit, since and until when; who is asked to; and from when nobody does. */
export function HandoverLeader({ handover: { unit, leader, vacant, vacantFrom, offered } }: { handover: View }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const role = t(`role.${leaderOf(unit.kind)}`)
  const on = (day: Parameters<typeof dayInWords>[0]) => dayInWords(day, language, { year: true })
  const sentences = [
    leader?.acceptedAt && t('handover.leads', { name: leader.name, day: on(leader.acceptedAt) }),
    leader?.to && t('handover.lastDay', { day: on(leader.to) }),
    vacantFrom && t('handover.vacantFrom', { day: on(vacantFrom) }),
    ...offered.map(({ name, at }) => t('handover.offered', { name, day: on(at) })),
    (vacant || vacantFrom) && offered.length === 0 && t('handover.nobodyOffered'),
  ].filter(Boolean)
  return (
    <p className={vacant ? 'handover-leader handover-vacant' : 'handover-leader'}>
      {vacant && (
        <span className="state ds-tag" data-color="danger">
          {t('vacancy.vacant', { role: role.toLowerCase() })}
        </span>
      )}
      {vacant && ' '}
      {sentences.join(' ')}
    </p>
  )
}

/** Whom the leader works with, by seat: at the unit, at the units it has pairs with, and in the municipality. */
export function HandoverContacts({ contacts, unit }: Pick<HandoverView, 'contacts' | 'unit'>) {
  const { t } = useTranslation()
  const rows = [
    { name: unit.name, kind: unit.kind, vacant: false, people: contacts.own },
    ...contacts.others,
    { name: t('side.heading.municipality'), kind: null, vacant: false, people: contacts.advisers },
  ].filter(({ people, vacant }) => people.length > 0 || vacant)
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{t('handover.contacts')}</h2>
      <ScrollTable name={t('handover.column.who')}>
        <table className="ds-table handover-contacts">
          <thead>
            <tr>
              <th scope="col">{t('handover.column.unit')}</th>
              <th scope="col">{t('handover.column.who')}</th>
            </tr>
          </thead>
          {rows.map(({ name, kind, vacant, people }) => (
            <tbody key={name + (kind ?? '')}>
              {vacant && kind && <Vacant name={name} kind={kind} span={people.length + 1} />}
              {people.map((contact, index) => (
                <tr key={index}>
                  {index === 0 && !vacant && (
                    <th scope="rowgroup" rowSpan={people.length}>
                      {name}
                    </th>
                  )}
                  <Person contact={contact} />
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollTable>
    </section>
  )
}

function Vacant({ name, kind, span }: { name: string; kind: Unit['kind']; span: number }) {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="rowgroup" rowSpan={span}>
        {name}
      </th>
      <td>{t('vacancy.vacant', { role: t(`role.${leaderOf(kind)}`).toLowerCase() })}</td>
    </tr>
  )
}

function Person({ contact: { role, email } }: { contact: ContactView }) {
  const { t } = useTranslation()
  return (
    <td>
      <span className="handover-role">{t(`role.${role}`)}</span>{' '}
      {email === null ? t('handover.noEmail') : <a href={`mailto:${email}`}>{email}</a>}
    </td>
  )
}

/** Those who have led the unit, the newest first. */
export function HandoverHistory({ history }: Pick<HandoverView, 'history'>) {
  const { t } = useTranslation()
  if (history.length === 0) return null
  return (
    <section aria-labelledby="leaders">
      <h2 id="leaders">{t('handover.history')}</h2>
      <ul className="handover-facts">
        {history.map(({ name, from, to }) => (
          <li key={name + from}>
            {name}: <Day at={from} year /> – {to ? <Day at={to} year /> : t('handover.stillThere')}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the one who leaves wants to say; earlier notes are folded. */
export function NotesToTheNext({ notes }: Pick<HandoverView, 'notes'>) {
  const { t } = useTranslation()
  const [last, ...earlier] = notes
  if (!last) return null
  return (
    <section className="card handover-note" aria-labelledby="note">
      <h2 id="note">{t('handover.note')}</h2>
      <NoteWords note={last} />
      {earlier.length > 0 && (
        <Details quiet summary={t('handover.earlierNotes', { count: earlier.length })}>
          {earlier.map((note) => (
            <NoteWords key={note.at} note={note} />
          ))}
        </Details>
      )}
    </section>
  )
}

function NoteWords({ note: { words, at, by } }: { note: HandoverView['notes'][number] }) {
  return (
    <div className="handover-note-words">
      {words.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      <p className="quiet">
        {by}, <Day at={at} year />
      </p>
    </div>
  )
}
