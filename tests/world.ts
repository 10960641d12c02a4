import { afterEach } from 'vitest'
import { day, momentInOslo, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { Person, Role } from '#app/domain/permissions.ts'
import type { Context, SignedIn } from '#app/services/context.server.ts'
import { openDatabase, type Connection, type Db } from '#db/connection.ts'
import { PEOPLE, seedFjordvik } from '#db/seed/fjordvik.ts'

/** Fjordvik on one day: a fresh database with nothing ticked, closed when the test ends. */
export interface World {
  db: Db
  sqlite: Connection['sqlite']
  today: LocalDate
  now: Instant
  /** The world seen from a seat: `as('director', BLUEBELL)`, `as('adviser')`. */
  as: (role: Role, unitId?: string) => SignedIn
  /** The world seen by one of the `PEOPLE`: somebody with two seats, the second adviser. */
  asPerson: (person: Person) => SignedIn
  asVisitor: () => Context<'visitor'>
  /** The same database on another day: `at('2027-05-02').as(…)`. */
  at: (on: string) => World
}

const open: Connection[] = []

afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close()
})

/** Fjordvik at noon on a day. */
export async function world(on = '2027-03-10'): Promise<World> {
  const connection = openDatabase(await builtOnce())
  open.push(connection)
  return worldOn(connection, on)
}

let built: Promise<Buffer> | null = null

/** Every test gets its own copy of one seeded database. */
function builtOnce(): Promise<Buffer> {
  built ??= build()
  return built
}

async function build(): Promise<Buffer> {
  const { db, sqlite, close } = openDatabase(':memory:')
  await seedFjordvik(db)
  const bytes = sqlite.serialize()
  await close()
  return bytes
}

function worldOn({ db, sqlite, close }: Connection, on: string): World {
  const today = day(on)
  const now = momentInOslo(today, '12:00')
  const asPerson = (actor: Person): SignedIn => ({ actor, db, now, today })
  return {
    db,
    sqlite,
    today,
    now,
    asPerson,
    as: (role, unitId) => asPerson(inSeat(role, unitId)),
    asVisitor: () => ({ actor: 'visitor', db, now, today }),
    at: (other) => worldOn({ db, sqlite, close }, other),
  }
}

/** The person in a seat. Of two in the same seat, the one without another. */
function inSeat(role: Role, unitId?: string): Person {
  const people: readonly Person[] = Object.values(PEOPLE)
  const person = people.find(({ seats }) =>
    seats.some((seat) => seat.role === role && (unitId === undefined || seat.unitIds.includes(unitId))),
  )
  if (!person) throw new RangeError(`Nobody in Fjordvik is ${role}${unitId ? ` at ${unitId}` : ''}`)
  return person
}
