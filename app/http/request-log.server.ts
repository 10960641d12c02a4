import type { ServerBuild } from '@remix-run/node'
import type { NextFunction, Request as Incoming, Response as Outgoing } from 'express'
import type { Edge, Log } from './edge.server.ts'

/** One line per request. What was done is told by its place in the site map: never an id, a query, a body or a code. */
export function logRequests(log: Log, routes: ServerBuild['routes']) {
  const siteMap = siteMapOf(routes)
  return (incoming: Incoming, outgoing: Outgoing, next: NextFunction): void => {
    const began = performance.now()
    outgoing.once('close', () => {
      const edge = outgoing.locals.edge as Edge | undefined
      log.info({
        request: String(outgoing.locals.requestId),
        person: edge?.personId ?? null,
        action: `${incoming.method} ${placeOf(siteMap, incoming.path)}`,
        status: outgoing.writableFinished ? outgoing.statusCode : 'broken off',
        ms: Math.round((performance.now() - began) * 10) / 10,
      })
    })
    next()
  }
}

type SiteMap = readonly (readonly string[])[]

/** Words before parameters, so that `sign-in/code` is not taken for `sign-in/:something`. */
export function siteMapOf(routes: ServerBuild['routes']): SiteMap {
  const paths = Object.values(routes).flatMap((route) => (route?.path && route.path !== '*' ? [route.path] : []))
  return paths.map((path) => path.split('/')).sort((a, b) => parameters(a) - parameters(b))
}

function parameters(segments: readonly string[]): number {
  return segments.filter(isParameter).length
}

/** The entry of the site map that an address belongs to, such as `/cycles/:cycle`; `*` for none. */
export function placeOf(siteMap: SiteMap, path: string): string {
  const segments = path.split('/').filter(Boolean)
  if (segments.length === 0) return '/'
  if (segments[0] === 'assets') return '/assets/*'
  const entry = siteMap.find(
    (each) => each.length === segments.length && each.every((part, at) => isParameter(part) || part === segments[at]),
  )
  return entry ? `/${entry.join('/')}` : '*'
}

function isParameter(segment: string): boolean {
  return segment.startsWith(':')
}
