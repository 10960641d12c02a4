import { dayInWords } from '#app/components/day.tsx'
import { plusDays, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { leads } from '#app/domain/seats.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { unitPath } from '#app/routes/units/paths.ts'
import type { readOwnSeat } from '#app/services/seats.server.ts'
import { endSeatPath } from './paths.ts'
import { letsWords, periodWords, placeWords, seatTitle } from './seat-view.server.ts'

type Own = Awaited<ReturnType<typeof readOwnSeat>>

interface Reader {
  municipality: string
  today: LocalDate
  language: Language
}

/** A seat as whoever it is offered to, or has it, reads it. */
export function ownSeatView({ seat, leader }: Own, { municipality, today, language }: Reader) {
  const { t } = wordsIn(language)
  const offered = seat.state === 'offered'
  const holds = seat.state === 'holds' || seat.state === 'will hold'
  return {
    title: seatTitle(seat, t),
    offered,
    where: placeWords(seat, t, municipality),
    when: periodWords(seat, t, language),
    lets: letsWords(seat, t),
    notes: [...(offered ? [] : stoodWords(seat, language)), ...(offered ? leaderWords(leader, today, language) : [])],
    open: offered && leaderWords(leader, today, language).length === 0,
    handover: offered && seat.unitId !== null && leads(seat.role) ? unitPath(seat.unitId, 'handover') : null,
    end: holds ? endSeatPath(seat.id) : null,
  }
}

/** What became of the offer, and of the seat. */
function stoodWords({ state, acceptedAt, endedAt, offeredAt, from, to }: Own['seat'], language: Language): string[] {
  const { t } = wordsIn(language)
  const day = (at: Instant | LocalDate | null) => dayInWords(at ?? offeredAt, language, { year: true })
  if (state === 'declined') return [t('seats.declined', { day: day(endedAt) })]
  if (state === 'withdrawn') return [t('seats.withdrawn')]
  const accepted = acceptedAt === null ? [] : [t('seats.accepted', { day: day(acceptedAt) })]
  if (state === 'ended') return [...accepted, t('seats.ended', { day: day(endedAt) })]
  if (state === 'over') return [...accepted, t('seats.over', { day: day(to) })]
  return state === 'will hold' ? [...accepted, t('seats.willHold', { day: day(from) })] : accepted
}

/** Who leads the unit while the offer waits, where somebody does. */
function leaderWords(leader: Own['leader'], today: LocalDate, language: Language): string[] {
  const { t } = wordsIn(language)
  if (!leader || (leader.to !== null && leader.to < today)) return []
  const { name } = leader.person
  if (leader.to === null) return [t('seats.leaderStays', { name })]
  return [t('seats.leaderNow', { name, day: dayInWords(plusDays(leader.to, 1), language, { year: true }) })]
}
