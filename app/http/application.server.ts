import compression from 'compression'
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request as Incoming,
  type Response as Outgoing,
} from 'express'
import { boundedBody } from './body.server.ts'
import type { House } from './edge.server.ts'
import { securityHeaders } from './headers.server.ts'
import { preferredLanguage } from './language.server.ts'
import { noticePage, type Notice } from './notice.server.ts'
import { verdictOn } from './origin-guard.server.ts'
import { answerWithRemix, settleRequest } from './remix.server.ts'
import { logRequests } from './request-log.server.ts'
import { signInLimits } from './sign-in-limits.server.ts'
import type { Source } from './source.server.ts'
import { isStorageTrouble } from './storage-trouble.server.ts'
import { largestFor, UPLOADS } from './upload-limit.server.ts'

/** Everything between the network and Remix, in the order a request meets it. */
export function application(house: House, source: Source): Express {
  const { settings, log } = house
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', settings.proxies)
  app.set('etag', false)
  app.set('origin', settings.origin)
  app.use(settleRequest)
  app.use(logRequests(log, source.routes))
  app.use(securityHeaders({ origin: settings.origin, developing: source.developing }))
  app.use(originGuard(settings.origin))
  app.use(compression())
  app.use(source.files)
  app.use(boundedBody(sayTooLarge, largestFor(house)))
  app.post(
    ['/sign-in', '/sign-in/code'],
    ...signInLimits((incoming, outgoing) => say(incoming, outgoing, 429, 'tooMany')),
  )
  app.use(answerWithRemix(house, source.pages))
  app.use(lastResort(house))
  return app
}

function originGuard(origin: string): express.RequestHandler {
  return (incoming, outgoing, next) => {
    delete incoming.headers['x-forwarded-host']
    const verdict = verdictOn(incoming.method, incoming.headers, origin)
    if (verdict === 405) {
      outgoing.setHeader('Allow', 'GET, HEAD, POST')
      say(incoming, outgoing, 405, 'wrongMethod')
    } else if (verdict === 403) say(incoming, outgoing, 403, 'foreignOrigin')
    else if (!isPath(incoming.originalUrl)) say(incoming, outgoing, 400, 'wrongMethod')
    else next()
  }
}

/** A path that can be read; what cannot be decoded is no address of ours. */
function isPath(text: string): boolean {
  try {
    return text.startsWith('/') && decodeURI(text) !== ''
  } catch {
    return false
  }
}

function say(incoming: Incoming, outgoing: Outgoing, status: number, notice: Notice): void {
  const language = preferredLanguage(incoming.headers.cookie, incoming.headers['accept-language'])
  const page = noticePage(notice, language, String(incoming.app.get('origin')))
  outgoing.status(status).set('Cache-Control', 'no-store').type('html').send(page)
}

/** A form sent by script stays on its page and is told there; one sent by the browser gets a page. */
function sayTooLarge(incoming: Incoming, outgoing: Outgoing): void {
  if (incoming.path === UPLOADS) return say(incoming, outgoing, 413, 'filesTooLarge')
  if (!('_data' in incoming.query)) return say(incoming, outgoing, 413, 'tooLarge')
  const problems = [{ field: 'form', message: 'tooLarge' }]
  outgoing.status(413).set('Cache-Control', 'no-store').json({ saved: false, problems, typed: {} })
}

/** What failed outside of Remix, or so badly that Remix had no page for it. */
function lastResort({ log }: House): ErrorRequestHandler {
  return (thrown: unknown, incoming, outgoing, next) => {
    log.error({ request: String(outgoing.locals.requestId), err: thrown }, 'failed')
    if (outgoing.headersSent) return next(thrown)
    const trouble = isStorageTrouble(thrown)
    say(incoming, outgoing, trouble ? 503 : 500, trouble ? 'storageTrouble' : 'failed')
  }
}
