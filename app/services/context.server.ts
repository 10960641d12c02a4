import type { Instant, LocalDate } from '#app/domain/calendar.ts'
import type { Actor, Person } from '#app/domain/permissions.ts'
import type { Db } from '#db/connection.ts'

/** Who asks, when, and of which municipality's database. Settled once per request. */
export interface Context<A extends Actor = Actor> {
  actor: A
  now: Instant
  today: LocalDate
  db: Db
}

/** The context of somebody who has signed in. */
export type SignedIn = Context<Person>
