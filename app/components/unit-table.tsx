import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Owner } from '#app/domain/unit-change.ts'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** A unit as a row: whose it is, who leads it, and how many it has. */
export interface UnitRowView {
  href: string
  name: string
  kind: Unit['kind']
  /** The neighbouring municipality it belongs to. */
  municipality: string | null
  owner: Omit<Owner, 'id'>
  orgNumber: string | null
  leaders: readonly string[]
  people: number
  closed: boolean
  /** The first day it is no more, passed or to come. */
  closedOn: LocalDate | null
  /** The day it opens, where that is ahead. */
  opensOn: LocalDate | null
}

/** Units that belong together. */
export interface UnitGroupView {
  group: 'kindergartens' | 'schools' | 'neighbours' | 'closed'
  rows: readonly UnitRowView[]
}

/** A table of units under its heading. On a narrow screen each row is a small list of its own. */
export function UnitTable({ group, rows }: UnitGroupView) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby={group}>
      <h2 id={group}>
        {t(`units.group.${group}`)} <span className="quiet">({rows.length})</span>
      </h2>
      <table className="ds-table unit-table" aria-labelledby={group}>
        <thead>
          <tr>
            <th scope="col">{t('units.name')}</th>
            <th scope="col">{t('units.owner')}</th>
            <th scope="col">{t('units.orgNumber')}</th>
            <th scope="col">{t('units.leader')}</th>
            <th scope="col" className="number">
              {t('units.people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <UnitRow key={row.href} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function UnitRow({ row }: { row: UnitRowView }) {
  const { t } = useTranslation()
  const { href, name, owner, orgNumber, people } = row
  return (
    <tr>
      <th scope="row">
        <a href={href}>{name}</a>
        <Notes row={row} />
      </th>
      <td data-label={t('units.owner')}>
        {owner.name} <span className="quiet">({t(`units.ownership.${owner.ownership}`)})</span>
      </td>
      <td data-label={t('units.orgNumber')} className="nowrap">
        {orgNumber ?? t('units.noNumber')}
      </td>
      <td data-label={t('units.leader')}>
        <Leader row={row} />
      </td>
      <td data-label={t('units.people')} className="number">
        {people}
      </td>
    </tr>
  )
}

/** Where it lies, and from when it is or is no more, where that is worth saying. */
function Notes({ row: { kind, municipality, closed, closedOn, opensOn } }: { row: UnitRowView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const inWords = (day: LocalDate) => dayInWords(day, language, { year: true })
  const notes = [
    municipality !== null && t('units.inMunicipality', { kind: t(`units.kind.${kind}`), municipality }),
    closedOn !== null && t(closed ? 'units.closedOn' : 'units.closesOn', { day: inWords(closedOn) }),
    opensOn !== null && t('units.opensOn', { day: inWords(opensOn) }),
  ].filter((note) => note !== false)
  return notes.map((note) => (
    <span key={note} className="quiet unit-note">
      {note}
    </span>
  ))
}

function Leader({ row: { leaders, closed, municipality } }: { row: UnitRowView }) {
  const { t } = useTranslation()
  if (leaders.length > 0) return <>{leaders.join(', ')}</>
  if (closed || municipality !== null) return <>{t('units.nobody')}</>
  return (
    <span className="ds-tag" data-color="warning">
      {t('units.vacant')}
    </span>
  )
}
