import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { dayInOslo, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import { Refusal, found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { insertMail, type Mail } from '#db/queries/outbox.ts'
import { findPersonWithSeat, listSeatedPeople } from '#db/queries/people.ts'
import {
  deleteCodesExpiredBefore,
  findUnusedCode,
  insertCode,
  updateTries,
  updateUsed,
} from '#db/queries/sign-in-codes.ts'
import { sha256 } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { beginSession } from './sessions.server.ts'

const MINUTE = 60_000
const CODE_LIVES = 10 * MINUTE
const CODE_DIGITS = 8
const MOST_TRIES = 5

/** A letter with a code, in the reader's language. */
export type WriteLetter = (code: string) => Omit<Mail, 'recipient'>

/**
 * Sends a code to an address that somebody can sign in with; does the same, but for the mail, with any other address.
 * Answers what the asking browser keeps: only with it does the code open anything.
 */
export async function askForCode(db: Db, email: string, now: Instant, letter: WriteLetter): Promise<string> {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
  const [id, browser] = [newId(), newId()]
  const expiresAt = later(now, CODE_LIVES)
  const mail = { ...letter(code), recipient: email }
  await db.transaction().execute(async (db) => {
    await deleteCodesExpiredBefore(db, now)
    const personId = await findPersonWithSeat(db, { email }, dayInOslo(now))
    const codeHash = hashOf(code, browser)
    await insertCode(db, { id, personId, codeHash, browserHash: sha256(browser), createdAt: now, expiresAt })
    if (personId !== null) await insertMail(db, mail, now)
  })
  return `${id}.${browser}`
}

/**
 * Signs in with a code in the browser that asked for it; answers the session's token, or null for a wrong code.
 * Refuses *code expired* when it is too old, was used, was tried five times, or another browser asked for it.
 */
export async function signInWithCode(
  db: Db,
  given: { code: string; kept: string; ownDevice: boolean },
  now: Instant,
): Promise<string | null> {
  const [id = '', browser = ''] = given.kept.split('.')
  return db.transaction().execute(async (db) => {
    const asked = await findUnusedCode(db, id)
    if (!asked || asked.browserHash !== sha256(browser)) throw new Refusal('code expired')
    if (asked.expiresAt <= now || asked.tries >= MOST_TRIES) throw new Refusal('code expired')
    await updateTries(db, id, asked.tries + 1)
    if (asked.personId === null || !same(asked.codeHash, hashOf(given.code, browser))) return null
    await updateUsed(db, id, now)
    const personId = await findPersonWithSeat(db, { id: asked.personId }, dayInOslo(now))
    if (personId === null) throw new Refusal('code expired')
    return beginSession(db, { personId, ownDevice: given.ownDevice, at: now, way: 'code' })
  })
}

/** Somebody to try the demo as, and where in the list: people with several seats have a group of their own. */
export interface DemoPerson {
  id: string
  name: string
  group: 'municipality' | 'directors' | 'principals' | 'owners' | 'several'
}

/** Everybody the demo can be tried as. */
export async function listDemoPeople(db: Db, today: LocalDate): Promise<DemoPerson[]> {
  const people = Map.groupBy(await listSeatedPeople(db, today), ({ id }) => id)
  return [...people.values()].flatMap(([person, ...more]) => {
    if (!person) return []
    return [{ id: person.id, name: person.name, group: more.length > 0 ? 'several' : GROUPS[person.role] }]
  })
}

const GROUPS = {
  adviser: 'municipality',
  observer: 'municipality',
  director: 'directors',
  principal: 'principals',
  deputy: 'directors',
  owner: 'owners',
} as const

/** Signs in as somebody of the demo; answers the session's token. Refuses *not found*. */
export async function signInAs(db: Db, id: string, now: Instant): Promise<string> {
  return db.transaction().execute(async (db) => {
    const personId = found(await findPersonWithSeat(db, { id }, dayInOslo(now)))
    return beginSession(db, { personId, ownDevice: false, at: now, way: 'demo' })
  })
}

/** Keyed with what only the browser keeps, a short code cannot be guessed from what is stored. */
function hashOf(code: string, browser: string): string {
  return createHmac('sha256', browser).update(code).digest('hex')
}

function same(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

function later(now: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(now) + milliseconds).toISOString() as Instant
}
