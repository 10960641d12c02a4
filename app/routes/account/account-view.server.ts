import type { TFunction } from 'i18next'
import type { EventView, OfferView, SeatView, SessionView } from '#app/components/account-view.ts'
import { dayInWords } from '#app/components/day.tsx'
import { dayInOslo, timeInOslo, type Instant } from '#app/domain/calendar.ts'
import type { EventKind } from '#app/domain/event.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { can, canAtUnit, ownSides, type Person } from '#app/domain/permissions.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { placePath } from '#app/routes/places/paths.ts'
import { headingOf } from '#app/routes/places/row-view.server.ts'
import { unitPath } from '#app/routes/units/paths.ts'
import type { Account, EventAt, OwnSession } from '#app/services/account.server.ts'
import { sessionEndPath } from './paths.ts'

/** An account in the shape it is shown in. Seats that are only offered stand apart. */
export function accountView(account: Account, actor: Person, language: Language) {
  const { t } = wordsIn(language)
  const { email, seats, sessions, events, earlier } = account
  return {
    name: actor.name,
    email,
    seats: seats.flatMap(({ acceptedAt, ...seat }): SeatView[] => {
      if (acceptedAt === null) return []
      const { unit, owner } = seat
      const href = unit && canAtUnit(actor, 'read units', unit.id) ? unitPath(unit.id) : null
      const name = unit?.name ?? owner
      return [
        {
          id: seat.id,
          role: seat.role,
          where: name === null ? null : { name, href },
          from: seat.from ?? dayInOslo(acceptedAt),
          to: seat.to,
          may: seat.may,
          end: `/seats/${seat.id}/end`,
        },
      ]
    }),
    offers: seats
      .filter(({ acceptedAt }) => acceptedAt === null)
      .map(({ id, role, unit, owner }): OfferView => {
        return { id, role, where: unit?.name ?? owner, href: `/seats/${id}` }
      }),
    sessions: sessions.map((session) => sessionView(session, language)),
    events: events.map((event) => eventView(event, { actor, language, t })),
    earlier,
  }
}

/** An own session in the shape it is shown in. */
export function sessionView({ id, begunAt, lastUsedAt, ownDevice, here }: OwnSession, language: Language): SessionView {
  const begun = momentInWords(begunAt, language)
  const used = momentInWords(lastUsedAt, language)
  return { id, begunAt, begun, used, ownDevice, here, end: sessionEndPath(id) }
}

function momentInWords(at: Instant, language: Language): string {
  return `${dayInWords(at, language, { year: true })} ${timeInOslo(at)}`
}

interface Reading {
  actor: Person
  language: Language
  t: TFunction
}

function eventView(event: EventAt, { actor, language, t }: Reading): EventView {
  const { sequence, at, kind, step, place, unit, year } = event
  const where = place ? headingOf(place, t) : (unit?.name ?? null)
  return {
    sequence,
    at,
    time: timeInOslo(at),
    words: t(eventKey(kind), { number: event.content.number ?? '' }),
    what: step && inLanguage(step.title, language),
    where: [where, year === null ? null : t('cycle.name', { year })].filter(Boolean).join(', ') || null,
    href: hrefOf(event, actor),
  }
}

/** The words for a kind of event: `tick withdrawn` is said by `account.event.tickWithdrawn`. */
export function eventKey(kind: EventKind): 'account.event.signedIn' {
  const camel = kind.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase())
  return `account.event.${camel}` as 'account.event.signedIn'
}

/** Where an event happened, where the reader may go there; otherwise null. */
function hrefOf(event: EventAt, actor: Person): string | null {
  const { kind, content, place, step, unit, year } = event
  if (year !== null && place) {
    const path = placePath(year, place.id)
    return step && isAsked(event) && seesSteps(actor, place) ? `${path}/steps/${step.id}` : path
  }
  if (unit && canAtUnit(actor, 'read units', unit.id)) return unitPath(unit.id)
  if (kind === 'version published' && content.number) return `/plan/versions/${content.number}`
  if (kind === 'cycle opened' && year !== null && can(actor, 'read the overview of a cycle')) return `/cycles/${year}`
  if (kind === 'due day moved' && year !== null && can(actor, 'move a due day for all')) {
    return `/cycles/${year}/due-days`
  }
  return null
}

function isAsked({ place, step }: EventAt): boolean {
  return place !== null && step !== null && step.scope === place.kind
}

/** At a school that is not theirs, kindergartens may open some steps only: the place tells which. */
function seesSteps(actor: Person, place: NonNullable<EventAt['place']>): boolean {
  return (
    place.kind !== 'school' || can(actor, 'read the overview of a cycle') || ownSides(actor, place).includes('school')
  )
}
