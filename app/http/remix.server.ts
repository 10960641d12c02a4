import { randomBytes } from 'node:crypto'
import { createRequestHandler } from '@remix-run/node'
import type { NextFunction, Request as Incoming, Response as Outgoing } from 'express'
import { edgeFor, type House } from './edge.server.ts'
import type { Source } from './source.server.ts'

/**
 * Hands a request to Remix. Its address is made from our own origin, never from what the request says of its host, and its
 * body has been read already: it is known not to be too large.
 */
export function answerWithRemix(house: House, pages: Source['pages']) {
  const answer = createRequestHandler(pages, process.env.NODE_ENV)
  const respond = async (incoming: Incoming, outgoing: Outgoing): Promise<void> => {
    const { requestId, nonce } = outgoing.locals as Settled
    const edge = edgeFor(house, { requestId, nonce })
    outgoing.locals.edge = edge
    const response = await answer(requestOf(incoming, outgoing, house.settings.origin), { edge })
    await send(response, outgoing, edge.personId !== null)
  }
  return (incoming: Incoming, outgoing: Outgoing, next: NextFunction) => void respond(incoming, outgoing).catch(next)
}

function requestOf(incoming: Incoming, outgoing: Outgoing, origin: string): Request {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  const { method, originalUrl } = incoming
  const body: unknown = incoming.body
  return new Request(origin + originalUrl, {
    method,
    headers: headersOf(incoming, new URL(origin).host),
    signal: gone.signal,
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : null,
  })
}

/** The host is ours, as with the address: Remix compares it with the Origin that was let through before. */
function headersOf(incoming: Incoming, host: string): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set('host', host)
  return headers
}

/** What a person sees after signing in is kept by nobody; the rest may be kept, and is asked for anew each time. */
async function send(response: Response, outgoing: Outgoing, personal: boolean): Promise<void> {
  outgoing.status(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (personal || cookies.length > 0) outgoing.setHeader('Cache-Control', 'no-store')
  else if (!response.headers.has('Cache-Control')) outgoing.setHeader('Cache-Control', 'private, no-cache')
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.setHeader('Content-Length', body.length)
  outgoing.end(body)
}

/** What is settled for a request before anything else. */
interface Settled {
  requestId: string
  nonce: string
}

/** Gives each request an id for the log and a nonce for its page. */
export function settleRequest(_incoming: Incoming, outgoing: Outgoing, next: NextFunction): void {
  const settled: Settled = { requestId: randomBytes(8).toString('hex'), nonce: randomBytes(16).toString('base64') }
  Object.assign(outgoing.locals, settled)
  next()
}
