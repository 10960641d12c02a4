import { dayInWords } from '#app/components/day.tsx'
import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { ROLES } from '#app/domain/permissions.ts'
import { leaderOf } from '#app/domain/seats.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { unitPath } from '#app/routes/units/paths.ts'
import { endSeatPath, letterPath } from '#app/routes/seats/paths.ts'
import { seatTitle, stateWords } from '#app/routes/seats/seat-view.server.ts'
import type { PeopleFilter, Somebody } from '#app/services/people.server.ts'
import type { StandingSeat } from '#app/services/seats.server.ts'
import type { ThinUnit } from '#app/services/staffing.server.ts'
import { offerPath, personPath } from './paths.ts'

/** The most people a page shows before somebody asks for all of them. */
const FIRST = 30

/** Which people an address asks for. What is no role is no filter. */
export function peopleAsked(request: Request): PeopleFilter & { all: boolean } {
  const search = new URL(request.url).searchParams
  const role = search.get('role')
  return {
    words: (search.get('q') ?? '').trim().slice(0, 100),
    role: role === 'none' ? role : (ROLES.find((each) => each === role) ?? null),
    all: search.has('all'),
  }
}

/** A unit that needs people, as it is shown: what is missing, what is due there next, and whom to invite. */
export function thinUnitView(
  { unit, people, vacantFrom, leaderOffered, nextDue }: ThinUnit,
  today: LocalDate,
  language: Language,
) {
  const { t } = wordsIn(language)
  const inWords = (day: LocalDate) => dayInWords(day, language, { year: day.slice(0, 4) !== today.slice(0, 4) })
  const leader = leaderOf(unit.kind)
  const called = t(`role.${leader}`).toLowerCase()
  const isVacant = vacantFrom !== null && vacantFrom <= today
  const lacks = [
    ...(isVacant ? [t('vacancy.vacant', { role: called })] : []),
    ...(vacantFrom !== null && !isVacant ? [t('vacancy.vacantFrom', { role: called, day: inWords(vacantFrom) })] : []),
    ...(people === 1 ? [t('people.onlyOne')] : []),
    ...(people === 0 && !isVacant ? [t('people.nobody')] : []),
  ]
  const asksLeader = vacantFrom !== null && !leaderOffered
  const role = asksLeader ? leader : 'deputy'
  return {
    id: unit.id,
    name: unit.name,
    href: unitPath(unit.id),
    vacant: isVacant,
    lacks,
    offered: leaderOffered,
    nextDue: nextDue && t('people.nextDue', { day: inWords(nextDue) }),
    invite: {
      to: asksLeader ? offerPath({ role: leader, unit: unit.id }) : unitPath(unit.id, 'deputies/new'),
      words: t(`people.inviteTo.${role}`),
      at: t('people.at', { unit: unit.name }),
    },
  }
}

export type ThinUnitView = ReturnType<typeof thinUnitView>

/** An offer that waits for an answer. */
export function offerView(seat: StandingSeat, language: Language) {
  const { t } = wordsIn(language)
  return {
    id: seat.id,
    person: personPath(seat.personId),
    title: seatTitle(seat, t),
    email: seat.person.email,
    since: t('people.offeredAt', { day: dayInWords(seat.offeredAt, language, { year: true }) }),
    again: letterPath(seat.id),
    takeBack: endSeatPath(seat.id),
  }
}

export type OfferView = ReturnType<typeof offerView>

/** The people to show, each in a line; and how many there are. */
export function peopleView(people: readonly Somebody[], all: boolean, language: Language) {
  const { t } = wordsIn(language)
  const shown = all ? people : people.slice(0, FIRST)
  return {
    count: people.length,
    people: shown.map(({ id, name, email, deactivatedAt, anonymousAt, seats }) => ({
      id,
      href: personPath(id),
      name,
      email,
      gone: goneWords({ deactivatedAt, anonymousAt }, language),
      seats: seats.map((seat) => ({ title: seatTitle(seat, t), offered: seat.state === 'offered' })),
    })),
  }
}

export type PersonLine = ReturnType<typeof peopleView>['people'][number]

/** Since when somebody is deactivated or anonymous, in words; null for whoever is neither. */
export function goneWords(
  { deactivatedAt, anonymousAt }: { deactivatedAt: Instant | null; anonymousAt: Instant | null },
  language: Language,
): string | null {
  const { t } = wordsIn(language)
  const day = (at: Instant) => dayInWords(at, language, { year: true })
  if (anonymousAt) return t('people.anonymous', { day: day(anonymousAt) })
  return deactivatedAt && t('people.deactivated', { day: day(deactivatedAt) })
}

/** A seat on its person's page. */
export function personSeatView(seat: StandingSeat, language: Language) {
  const { t } = wordsIn(language)
  const stands = ['offered', 'holds', 'will hold'].includes(seat.state)
  return {
    id: seat.id,
    title: seatTitle(seat, t),
    unit: seat.unit && unitPath(seat.unit.id),
    state: stateWords(seat, t, language),
    offered: seat.state === 'offered',
    stands,
    again: letterPath(seat.id),
    end: endSeatPath(seat.id),
  }
}

export type PersonSeatView = ReturnType<typeof personSeatView>
