import type { TFunction } from 'i18next'
import { dayInWords } from '#app/components/day.tsx'
import type { Notice } from '#app/components/notices.tsx'
import { dayInOslo, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { DEPUTY_RIGHTS, type DeputyRight, type Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { StandingSeat } from '#app/services/seats.server.ts'
import { seatPath } from './paths.ts'

type Placed = Pick<StandingSeat, 'role' | 'unit' | 'owner'>

/** Where a seat is, in words; for the municipality its name. */
export function placeWords({ unit, owner }: Placed, t: TFunction, municipality: string): string {
  return unit?.name ?? owner?.name ?? t('people.municipality', { name: municipality })
}

/** A seat as it is spoken of: "Styrer, Blåklokka barnehage"; in the municipality only the role. */
export function seatTitle({ role, unit, owner }: Placed, t: TFunction): string {
  const place = unit?.name ?? owner?.name
  const words = t(`role.${role}`)
  return place === undefined ? words : t('people.seat', { role: words, place })
}

/** How a seat stands, with the day that matters. */
export function stateWords(seat: StandingSeat, t: TFunction, language: Language): string {
  const said = (state: 'holds' | 'willHold' | Exclude<StandingSeat['state'], 'will hold'>, at: LocalDate | Instant) =>
    t(`people.state.${state}`, { day: dayInWords(at, language, { year: true }) })
  const { state, offeredAt, acceptedAt, endedAt, from, to } = seat
  const until = to === null ? '' : `, ${t('people.until', { day: dayInWords(to, language, { year: true }) })}`
  if (state === 'over') return said('over', to ?? offeredAt)
  if (state === 'will hold') return said('willHold', from ?? offeredAt) + until
  if (state === 'offered') return said('offered', offeredAt) + until
  if (state === 'holds') return said('holds', later(acceptedAt, from) ?? offeredAt) + until
  return said(state, endedAt ?? offeredAt)
}

function later(acceptedAt: Instant | null, from: LocalDate | null): Instant | LocalDate | null {
  return from !== null && (acceptedAt === null || from > dayInOslo(acceptedAt)) ? from : acceptedAt
}

/** What a deputy at that kind of unit can be let do, with the words for it: only a school has due days of its own. */
export function rightsAt(kind: Unit['kind'], t: TFunction): { value: DeputyRight; words: string }[] {
  const rights = DEPUTY_RIGHTS.filter((right) => kind === 'school' || right !== 'move due days')
  return rights.map((value) => ({ value, words: rightWords(value, t) }))
}

/** What a deputy may do, in words. */
function rightWords(right: DeputyRight, t: TFunction): string {
  return t(`may.${right}`)
}

/** What a seat lets somebody do, line by line. */
export function letsWords({ role, may }: { role: Role; may: StandingSeat['may'] }, t: TFunction): string[] {
  if (role !== 'deputy') return [t(`people.what.${role}`)]
  if (may === null) return [t('may.look'), t('may.all')]
  return [t('may.look'), ...may.map((right) => rightWords(right, t))]
}

/** When a seat holds, in words. */
export function periodWords({ state, from, to }: StandingSeat, t: TFunction, language: Language): string {
  const inWords = (day: LocalDate) => dayInWords(day, language, { year: true })
  if (from !== null && to !== null) return t('seats.fromTo', { from: inWords(from), to: inWords(to) })
  if (to !== null) return t('seats.to', { to: inWords(to) })
  return state === 'offered' ? t('seats.fromYes') : t('seats.noEnd')
}

/** What the first page says of offers, and of seats that begin later. */
export function waitingNotices(seats: readonly StandingSeat[], language: Language): Notice[] {
  const { t } = wordsIn(language)
  return seats.map((seat): Notice => {
    const title = seatTitle(seat, t)
    const to = seatPath(seat.id)
    if (seat.state === 'offered') {
      return { to, title: t('seats.offerNoticeLink'), words: t('seats.offerNotice', { seat: title }) }
    }
    const day = dayInWords(seat.from ?? seat.offeredAt, language, { year: true })
    return { to, title: t('seats.comingNoticeLink'), words: t('seats.comingNotice', { seat: title, day }) }
  })
}
