import type { Instant } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'
import type { Clock } from './clock.server.ts'
import type { Settings } from './settings.server.ts'

/** Where log lines go. Never bodies, cookies, codes or query strings. */
export interface Log {
  info: (fields: object, message?: string) => void
  warn: (fields: object, message?: string) => void
  error: (fields: object, message?: string) => void
}

/** What lives as long as the process. */
export interface House {
  db: Db
  clock: Clock
  settings: Settings
  log: Log
}

/** The house as one request meets it: the clock was read once, and the log line is being filled in. */
export interface Edge {
  db: Db
  now: Instant
  settings: Settings
  log: Log
  requestId: string
  /** Lets the page's own scripts through the content security policy. */
  nonce: string
  /** Whoever turned out to ask; for the log, and for what may be cached. */
  personId: string | null
}

/** A new edge for one request. It is never shared by two: who asks is looked up once per edge. */
export function edgeFor(house: House, request: { requestId: string; nonce: string }): Edge {
  const { db, clock, settings, log } = house
  return { db, now: clock(), settings, log, ...request, personId: null }
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    edge: Edge
  }
}
