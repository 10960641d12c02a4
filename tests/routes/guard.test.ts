import { json } from '@remix-run/node'
import SQLite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { REFUSALS, Refusal } from '#app/domain/refusal.ts'
import { anyone, isGuarded, signedIn } from '#app/http/guard.server.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'
import { cookieOf, edgeOf, getting, posting, responseOf, type Lines } from './visiting.ts'

const whoAsks = signedIn(async ({ context, language }) =>
  json({ name: context.actor.name, language, today: context.today }),
)

describe('signed in', () => {
  it('is told who asks, when, and in which language', async () => {
    const fjordvik = await world('2027-03-10')
    const cookie = await cookieOf(fjordvik, PEOPLE.observer.id)
    const request = getting('/', { Cookie: cookie, 'Accept-Language': 'nn-NO, nb;q=0.8' })
    const edge = edgeOf(fjordvik)
    const response = await responseOf(whoAsks, { request, edge })
    expect(await response.json()).toEqual({ name: PEOPLE.observer.name, language: 'nn', today: '2027-03-10' })
    expect(edge.personId).toBe(PEOPLE.observer.id)
  })

  it('knows every seat with its units', async () => {
    const fjordvik = await world()
    const seats = signedIn(async ({ context }) => json(context.actor.seats))
    for (const person of [PEOPLE.bothSides, PEOPLE.kindergartenOwner, PEOPLE.adviser]) {
      const request = getting('/', { Cookie: await cookieOf(fjordvik, person.id) })
      const found = (await (await responseOf(seats, { request, edge: edgeOf(fjordvik) })).json()) as {
        role: string
        unitIds: string[]
      }[]
      const sorted = (all: readonly { role: string; unitIds: readonly string[] }[]) =>
        all.map(({ role, unitIds }) => [role, ...[...unitIds].sort()].join(' ')).sort()
      expect(sorted(found)).toEqual(sorted(person.seats))
    }
  })

  it('sends a visitor to sign in, and back to the page they were on', async () => {
    const fjordvik = await world()
    const target = async (request: Request) => {
      const response = await responseOf(whoAsks, { request, edge: edgeOf(fjordvik) })
      return [response.status, response.headers.get('Location')]
    }
    expect(await target(getting('/cycles/2027?late=yes'))).toEqual([303, '/sign-in?back=%2Fcycles%2F2027%3Flate%3Dyes'])
    const here = { Referer: 'http://localhost:3000/plan' }
    expect(await target(posting('/cycles/2027/steps/x', {}, here))).toEqual([303, '/sign-in?back=%2Fplan'])
    const elsewhere = { Referer: 'https://evil.example/plan' }
    expect(await target(posting('/cycles/2027/steps/x', {}, elsewhere))).toEqual([303, '/sign-in?back=%2F'])
  })

  it('asks the database once, however many loaders a page has', async () => {
    const fjordvik = await world()
    const cookie = await cookieOf(fjordvik, PEOPLE.adviser.id)
    const edge = edgeOf(fjordvik)
    let queries = 0
    const counted = fjordvik.db.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    edge.db = counted
    await Promise.all([1, 2, 3].map(() => responseOf(whoAsks, { request: getting('/', { Cookie: cookie }), edge })))
    expect(queries).toBe(1)
  })
})

describe('what went wrong', () => {
  it.each([
    ['not found', 404],
    ['not allowed', 403],
    ['step not asked here', 404],
    ['code expired', 422],
  ] as const)('%s is %i', async (code, status) => {
    const refusing = anyone(async () => Promise.reject(new Refusal(code)))
    const response = await responseOf(refusing, { request: getting('/'), edge: edgeOf(await world()) })
    expect([response.status, await response.json()]).toEqual([status, { refusal: code }])
  })

  it('has an answer to every refusal', async () => {
    const fjordvik = await world()
    for (const code of REFUSALS) {
      const refusing = anyone(async () => Promise.reject(new Refusal(code)))
      const { status } = await responseOf(refusing, { request: getting('/'), edge: edgeOf(fjordvik) })
      expect(status).toBeGreaterThanOrEqual(303)
      expect(status).toBeLessThan(500)
    }
  })

  it('says nothing of a bug but a number, which is in the log', async () => {
    const lines: Lines = []
    const broken = anyone(async () => Promise.reject(new Error('secret')))
    const response = await responseOf(broken, { request: getting('/'), edge: edgeOf(await world(), {}, lines) })
    const said = (await response.json()) as { reference: string }
    expect([response.status, Object.keys(said)]).toEqual([500, ['reference']])
    expect(lines).toMatchObject([{ level: 'error', fields: { reference: said.reference } }])
  })

  it.each(['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_READONLY', 'SQLITE_IOERR_WRITE'])('%s is 503', async (code) => {
    const full = anyone(async () => Promise.reject(new SQLite.SqliteError('no', code)))
    const response = await responseOf(full, { request: getting('/'), edge: edgeOf(await world()) })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '30'])
  })
})

it('knows what is guarded', () => {
  expect(isGuarded(whoAsks)).toBe(true)
  expect(isGuarded(async () => null)).toBe(false)
  expect(isGuarded(undefined)).toBe(false)
})
