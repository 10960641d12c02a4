import type { Actor } from '#app/domain/permissions.ts'
import { findSignedIn, noteSeen, OWN_DEVICE_SECONDS } from '#app/services/sessions.server.ts'
import { hostCookie, readCookie, writeCookie } from './cookies.server.ts'
import type { Edge } from './edge.server.ts'
import { isStorageTrouble } from './storage-trouble.server.ts'

const COOKIE = 'session'

/** Nested loaders of one page ask at the same time who it is; the database is asked once per edge and token. */
const asked = new WeakMap<Edge, { token: string; actor: Promise<Actor> }>()

/** Whoever sent this request: a person with a living session, or a visitor. */
export async function actorOf(edge: Edge, request: Request): Promise<Actor> {
  const token = tokenOf(edge, request)
  if (token === null) return 'visitor'
  const before = asked.get(edge)
  if (before?.token === token) return before.actor
  const actor = lookUp(edge, token)
  asked.set(edge, { token, actor })
  return actor
}

async function lookUp(edge: Edge, token: string): Promise<Actor> {
  const session = await findSignedIn(edge.db, token, edge.now)
  if (!session) return 'visitor'
  edge.personId = session.person.id
  if (session.seenLongAgo) await noteSeen(edge.db, token, edge.now).catch((thrown) => readOn(edge, thrown))
  return session.person
}

/** Reading goes on where nothing can be written. */
function readOn(edge: Edge, thrown: unknown): void {
  if (!isStorageTrouble(thrown)) throw thrown
  edge.log.warn({ request: edge.requestId, err: thrown }, 'could not note the session as seen')
}

/** The session's token in a request, or null. */
export function tokenOf(edge: Edge, request: Request): string | null {
  return tokenIn(request.headers.get('Cookie'), edge.settings.origin)
}

/** The session's token among cookies, or null. */
export function tokenIn(cookies: string | null | undefined, origin: string): string | null {
  return readCookie(cookies, hostCookie(COOKIE, origin))
}

/** The cookie that carries a new session. */
export function sessionCookie(token: string, { origin, ownDevice }: { origin: string; ownDevice: boolean }): string {
  const seconds = ownDevice ? OWN_DEVICE_SECONDS : undefined
  return writeCookie(hostCookie(COOKIE, origin), token, { origin, seconds })
}

/** The cookie that takes a session away. */
export function noSessionCookie(origin: string): string {
  return writeCookie(hostCookie(COOKIE, origin), '', { origin, seconds: 0 })
}
