import type { Instant } from '#app/domain/calendar.ts'
import type { Edge } from '#app/http/edge.server.ts'
import type { Settings } from '#app/http/settings.server.ts'
import { beginSession } from '#app/services/sessions.server.ts'
import type { Db } from '#db/connection.ts'

export const ORIGIN = 'http://localhost:3000'

const SETTINGS: Settings = {
  demo: false,
  origin: ORIGIN,
  host: undefined,
  port: 3000,
  databaseFile: ':memory:',
  mail: null,
  proxies: 0,
  logLevel: 'silent',
  registers: null,
  clock: null,
}

/** What an edge wrote in its log. */
export type Lines = { level: 'info' | 'warn' | 'error'; fields: object }[]

/** The edge of one request to a world. `lines` gets what is logged. */
export function edgeOf(
  { db, now }: { db: Db; now: Instant },
  settings: Partial<Settings> = {},
  lines: Lines = [],
): Edge {
  const write = (level: Lines[number]['level']) => (fields: object) => void lines.push({ level, fields })
  return {
    db,
    now,
    settings: { ...SETTINGS, ...settings },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    requestId: 'request',
    nonce: 'nonce',
    personId: null,
  }
}

/** The cookie of somebody who has signed in. */
export async function cookieOf({ db, now }: { db: Db; now: Instant }, personId: string): Promise<string> {
  const token = await db
    .transaction()
    .execute((db) => beginSession(db, { personId, ownDevice: false, at: now, way: 'demo' }))
  return `session=${token}`
}

/** A GET of a page. */
export function getting(path: string, headers: Record<string, string> = {}): Request {
  return new Request(ORIGIN + path, { headers })
}

/** What is sent: fields with their values, several where boxes of one name are ticked. */
export type Sent = Readonly<Record<string, string | readonly string[]>>

/** A form sent to a page. */
export function posting(path: string, form: Sent, headers: Record<string, string> = {}): Request {
  const fields = Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each]))
  return new Request(ORIGIN + path, { method: 'POST', headers, body: new URLSearchParams(fields) })
}

type Handler<T> = (given: { request: Request; params: Record<string, string>; context: { edge: Edge } }) => Promise<T>

/** Calls a loader or action, and answers with the response it returned or threw. */
export async function responseOf(
  handler: Handler<unknown>,
  { request, edge, params = {} }: { request: Request; edge: Edge; params?: Record<string, string> },
): Promise<Response> {
  const outcome = await handler({ request, params, context: { edge } }).catch((thrown: unknown) => thrown)
  if (outcome instanceof Response) return outcome
  throw outcome instanceof Error ? outcome : new TypeError('Not a response')
}
