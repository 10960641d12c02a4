import { dayInOslo, type Instant } from '#app/domain/calendar.ts'
import type { Person } from '#app/domain/permissions.ts'
import type { Db } from '#db/connection.ts'
import { endSession, findSession, insertSession, updateLastSeen } from '#db/queries/sessions.ts'
import { remember, sha256 } from './history.server.ts'
import { newId } from './new-id.server.ts'

const MINUTE = 60_000
const IDLE = 60 * MINUTE
const IDLE_ON_OWN_DEVICE = 30 * 24 * 60 * MINUTE
/** Every look writes nothing: being a few minutes behind is enough to know who is idle. */
const SEEN_AGAIN = 5 * MINUTE

/** How long the browser keeps the session of somebody's own device, in seconds. */
export const OWN_DEVICE_SECONDS = IDLE_ON_OWN_DEVICE / 1000

/** A session as found by its token: whose, and whether it is time to note that it was seen. */
export interface Session {
  person: Person
  seenLongAgo: boolean
}

/** Who holds this token, or null when the session has ended, was idle too long, or its person has no seat left. */
export async function findSignedIn(db: Db, token: string, now: Instant): Promise<Session | null> {
  const session = await findSession(db, sha256(token), dayInOslo(now))
  if (!session) return null
  if (isIdle(session, now)) return null
  return { person: session.person, seenLongAgo: since(session.lastSeenAt, now) > SEEN_AGAIN }
}

/** Whether a session was left alone for so long that it counts no more. */
export function isIdle({ ownDevice, lastSeenAt }: { ownDevice: boolean; lastSeenAt: Instant }, now: Instant): boolean {
  return since(lastSeenAt, now) > (ownDevice ? IDLE_ON_OWN_DEVICE : IDLE)
}

/** Notes that a session was used just now. */
export async function noteSeen(db: Db, token: string, now: Instant): Promise<void> {
  await updateLastSeen(db, sha256(token), now)
}

/** Begins a session in the transaction that proved who it is; answers its token, which is kept hashed only. */
export async function beginSession(
  db: Db,
  session: { personId: string; ownDevice: boolean; at: Instant; way: 'code' | 'demo' },
): Promise<string> {
  const token = newId()
  const { personId, ownDevice, at, way } = session
  await insertSession(db, { tokenHash: sha256(token), personId, ownDevice, at })
  await remember(db, { kind: 'signed in', at, personId, content: { way } })
  return token
}

/** Ends a session on the server. A token that is no session any more is no problem. */
export async function signOut(db: Db, token: string, now: Instant): Promise<void> {
  await db.transaction().execute(async (db) => {
    const personId = await endSession(db, sha256(token), now)
    if (personId !== null) await remember(db, { kind: 'signed out', at: now, personId, content: {} })
  })
}

function since(before: Instant, now: Instant): number {
  return Date.parse(now) - Date.parse(before)
}
