import { hostCookie, readCookie, writeCookie } from './cookies.server.ts'
import type { Edge } from './edge.server.ts'

const COOKIE = 'asked'
const TEN_MINUTES = 10 * 60

/** The cookie that ties a code to the browser that asked for it. */
export function askedCookie(kept: string, { settings: { origin } }: Edge): string {
  return writeCookie(hostCookie(COOKIE, origin), kept, { origin, seconds: TEN_MINUTES })
}

/** What this browser keeps from asking for a code, or null. */
export function askedOf(request: Request, { settings: { origin } }: Edge): string | null {
  return readCookie(request.headers.get('Cookie'), hostCookie(COOKIE, origin))
}
