import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Wording } from '#app/domain/language.ts'
import type { DeputyRight, Role } from '#app/domain/permissions.ts'

/** An own seat: where it sits, from and until when, and what a deputy may do there. */
export interface SeatView {
  id: string
  role: Role
  /** Null in the municipality. */
  where: { name: string; href: string | null } | null
  from: LocalDate
  to: LocalDate | null
  /** Null for whoever may do all that belongs to the role. */
  may: readonly DeputyRight[] | null
  end: string
}

/** A seat that is offered, and not answered yet. */
export interface OfferView {
  id: string
  role: Role
  where: string | null
  href: string
}

/** An own session. */
export interface SessionView {
  id: string
  begunAt: Instant
  begun: string
  used: string
  ownDevice: boolean
  here: boolean
  end: string
}

/** Something one did, in words, with where it was. */
export interface EventView {
  sequence: number
  at: Instant
  time: string
  words: string
  what: Wording | null
  where: string | null
  href: string | null
}
