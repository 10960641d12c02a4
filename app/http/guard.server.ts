import { randomBytes } from 'node:crypto'
import { json, type AppLoadContext } from '@remix-run/node'
import { dayInOslo } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import type { Actor, Person } from '#app/domain/permissions.ts'
import { Refusal, type RefusalCode } from '#app/domain/refusal.ts'
import type { Context } from '#app/services/context.server.ts'
import type { Edge } from './edge.server.ts'
import { languageOf } from './language.server.ts'
import { redirectTo, safePath } from './redirect.server.ts'
import { actorOf } from './session.server.ts'
import { isStorageTrouble } from './storage-trouble.server.ts'

/** What a loader or action is given: who asks, when and of which database, and the request itself. */
export interface Asked<A extends Actor = Actor> {
  context: Context<A>
  language: Language
  params: Readonly<Record<string, string | undefined>>
  request: Request
  edge: Edge
}

interface Arguments {
  request: Request
  params: Readonly<Record<string, string | undefined>>
  context: AppLoadContext
}

const GUARDED = Symbol('guarded')

/** A loader or action that anybody may call. */
export function anyone<T>(answer: (asked: Asked) => Promise<T>): (given: Arguments) => Promise<T> {
  return guarded(answer)
}

/** A loader or action for people who have signed in; others are sent to sign in and come back. */
export function signedIn<T>(answer: (asked: Asked<Person>) => Promise<T>): (given: Arguments) => Promise<T> {
  return guarded((asked) => {
    const { actor } = asked.context
    if (actor === 'visitor') throw new Refusal('signed out')
    return answer({ ...asked, context: { ...asked.context, actor } })
  })
}

/** Whether a loader or action went through one of the two above; a test asks it of every route. */
export function isGuarded(fn: unknown): boolean {
  return typeof fn === 'function' && GUARDED in fn
}

function guarded<T>(answer: (asked: Asked) => Promise<T>): (given: Arguments) => Promise<T> {
  const wrapped = async ({ request, params, context: { edge } }: Arguments): Promise<T> => {
    try {
      const actor = await actorOf(edge, request)
      const context = { actor, now: edge.now, today: dayInOslo(edge.now), db: edge.db }
      return await answer({ context, language: languageOf(request), params, request, edge })
    } catch (thrown) {
      throw asResponse(thrown, request, edge)
    }
  }
  return Object.assign(wrapped, { [GUARDED]: true })
}

/** The one place where a no, a full disk or a bug becomes an answer over HTTP. */
function asResponse(thrown: unknown, request: Request, edge: Edge): Response {
  if (thrown instanceof Response) return thrown
  if (thrown instanceof Refusal) {
    if (thrown.code === 'signed out') return redirectTo(`/sign-in?back=${encodeURIComponent(pageOf(request))}`)
    return json({ refusal: thrown.code }, { status: statusOf(thrown.code) })
  }
  const reference = randomBytes(5).toString('hex')
  edge.log.error({ request: edge.requestId, person: edge.personId, reference, err: thrown }, 'failed')
  if (isStorageTrouble(thrown)) return json({ reference }, { status: 503, headers: { 'Retry-After': '30' } })
  return json({ reference }, { status: 500 })
}

function statusOf(code: RefusalCode): number {
  if (code === 'not found' || code === 'step not asked here') return 404
  if (code === 'not allowed') return 403
  return 422
}

/** The page somebody was on: what was asked for, or where a form was sent from. */
function pageOf(request: Request): string {
  const asked = new URL(request.url)
  if (request.method === 'GET') return asked.pathname + asked.search
  const from = URL.parse(request.headers.get('Referer') ?? '')
  return from?.origin === asked.origin ? safePath(from.pathname + from.search, '/') : '/'
}
