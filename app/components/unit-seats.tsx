import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Role } from '#app/domain/permissions.ts'
import { leaderOf, type SeatState } from '#app/domain/seats.ts'
import { dayInWords } from './day.tsx'
import { useLanguage } from './use-language.ts'

/** Somebody who sits at a unit, or owns it. */
export interface UnitSeatView {
  id: string
  role: Role
  /** Null where it says no more than role and unit. */
  name: string | null
  /** Only for those who may read it. */
  email: string | null
  state: SeatState
  since: LocalDate | null
  until: LocalDate | null
  /** The page of the person, for those who may read it. */
  person: string | null
}

/** Who sits at a unit; that nobody leads it stands first. */
export function UnitSeats({
  seats,
  vacant,
  kind,
}: {
  seats: readonly UnitSeatView[]
  vacant: boolean
  kind: 'kindergarten' | 'school'
}) {
  const { t } = useTranslation()
  return (
    <ul className="unit-seats">
      {vacant && (
        <li>
          <span className="ds-tag" data-color="warning">
            {t('vacancy.vacant', { role: t(`role.${leaderOf(kind)}`).toLowerCase() })}
          </span>
        </li>
      )}
      {seats.map((seat) => (
        <Seat key={seat.id} seat={seat} />
      ))}
    </ul>
  )
}

function Seat({ seat: { role, name, email, person, ...days } }: { seat: UnitSeatView }) {
  const { t } = useTranslation()
  const words = [t(`role.${role}`), name].filter(Boolean).join(', ')
  return (
    <li>
      {person ? <a href={person}>{words}</a> : words}
      {email && (
        <span className="unit-note">
          <a href={`mailto:${email}`}>{email}</a>
        </span>
      )}
      <DaysOfSeat {...days} />
    </li>
  )
}

function DaysOfSeat({ state, since, until }: Pick<UnitSeatView, 'state' | 'since' | 'until'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const inWords = (day: LocalDate) => dayInWords(day, language, { year: true })
  const words = [
    state === 'offered' && t('units.seatOffered'),
    state === 'will hold' && since !== null && t('units.seatFrom', { day: inWords(since) }),
    state === 'holds' && since !== null && t('units.seatSince', { day: inWords(since) }),
    until !== null && t('units.seatUntil', { day: inWords(until) }),
  ].filter((each) => each !== false)
  return words.length > 0 && <span className="quiet unit-note">{words.join(', ')}</span>
}
