import type { IncomingHttpHeaders } from 'node:http'

const READING = ['GET', 'HEAD']
const CHANGING = ['POST']

/**
 * Whether a request may pass: 405 for a method we do not know, 403 for a change that does not come from our own pages.
 * Remix's own check misses resource routes, `?_data=` posts and a missing Origin.
 */
export function verdictOn(method: string, headers: IncomingHttpHeaders, ownOrigin: string): 'passes' | 403 | 405 {
  if (READING.includes(method)) return 'passes'
  if (!CHANGING.includes(method)) return 405
  const { origin, 'sec-fetch-site': site } = headers
  if (origin === undefined) return site === 'same-origin' ? 'passes' : 403
  return origin === ownOrigin && (site === undefined || site === 'same-origin') ? 'passes' : 403
}
