import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { insertCalendarLink } from '#db/queries/calendar-links.ts'
import { sha256 } from '#app/services/history.server.ts'
import { beginSession } from '#app/services/sessions.server.ts'
import { startClock } from '#app/http/clock.server.ts'
import { buildIfNeeded } from '#scripts/build.ts'
import { ask, fjordvikSettings, start, untilServing, type Started } from './served.ts'

// Starting a process takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let settings: Awaited<ReturnType<typeof fjordvikSettings>>
let server: Started
let port: string
let own: { Origin: string }
let cookie: string

beforeAll(async () => {
  buildIfNeeded()
  settings = await fjordvikSettings()
  port = settings.PORT
  own = { Origin: settings.APP_ORIGIN }
  cookie = await signedIn()
  server = start(['server.ts'], settings)
  await untilServing(server, port)
})

afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.ended
})

/** Straight into the database: choosing a person is not for production. */
async function signedIn(): Promise<string> {
  const { db, close } = openDatabase(settings.DATABASE_FILE ?? '')
  const session = { personId: PEOPLE.adviser.id, ownDevice: true, at: startClock(null)(), way: 'demo' } as const
  const token = await db.transaction().execute((db) => beginSession(db, session))
  await close()
  return `session=${token}`
}

describe('headers', () => {
  it('carry the policy, with a new nonce on each page', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { headers, body } = await ask(port, { path: '/', headers: { Cookie: cookie } })
        const policy = String(headers['content-security-policy'])
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
        expect(policy.replace(nonce, '…')).toBe(
          "default-src 'none';script-src 'self' 'nonce-…';style-src 'self';img-src 'self' data:;font-src 'self';" +
            "connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';manifest-src 'self'",
        )
        const scripts = body.match(/<script[^>]*>/g) ?? []
        expect(scripts.length).toBeGreaterThan(0)
        for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
        expect(body).not.toMatch(/ style="| on[a-z]+="/)
        return nonce
      }),
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('are the careful ones', async () => {
    const { headers } = await ask(port, { path: '/plan' })
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('let nobody keep what somebody signed in sees, and everybody keep built files', async () => {
    const page = await ask(port, { path: '/', headers: { Cookie: cookie } })
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store'])
    const file = /\/assets\/[^"]+\.css/.exec(page.body)?.[0] ?? ''
    const { headers, status } = await ask(port, { path: file, headers: { 'Accept-Encoding': 'gzip' } })
    expect([status, headers['cache-control'], headers['content-encoding']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'gzip',
    ])
    expect((await ask(port, { path: '/assets/missing.js' })).status).toBe(404)
  })

  it('take no word for who we are', async () => {
    const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Cookie: cookie }
    const { body, status } = await ask(port, { path: '/', headers })
    expect(status).toBe(200)
    expect(body).not.toContain('evil.example')
  })
})

describe('a form', () => {
  const leave = (headers: Record<string, string>) => ask(port, { path: '/sign-out', method: 'POST', headers })

  it('is taken from our own pages only', async () => {
    const at = (Origin: string, site?: string) => leave({ Origin, ...(site && { 'Sec-Fetch-Site': site }) })
    expect((await at(settings.APP_ORIGIN)).status).toBe(303)
    expect((await at(settings.APP_ORIGIN, 'same-origin')).status).toBe(303)
    expect((await leave({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(303)
    for (const refused of [
      await at('https://evil.example'),
      await at('null'),
      await at(settings.APP_ORIGIN, 'cross-site'),
      await at(settings.APP_ORIGIN, 'same-site'),
      await leave({}),
      await leave({ 'Sec-Fetch-Site': 'none' }),
      await leave({ Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', Host: 'evil.example' }),
    ]) {
      expect(refused.status).toBe(403)
      expect(refused.body).toContain(settings.APP_ORIGIN)
    }
    const loaderCall = await ask(port, { path: '/sign-out?_data=routes%2Fsign-out', method: 'POST', headers: {} })
    expect(loaderCall.status).toBe(403)
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('is not sent with %s', async (method) => {
    const { status, headers } = await ask(port, { path: '/sign-out', method, headers: own })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
  })

  it('may be a mebibyte, whether it says so or not', async () => {
    const headers = { ...own, 'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': 'nn' }
    const send = (body: string | string[], path = '/sign-in') => ask(port, { path, method: 'POST', headers, body })
    const large = 'x'.repeat(64 * 1024)
    expect((await send(`email=${large}`)).status).toBe(422)
    const announced = await send(large.repeat(32))
    const streamed = await send(Array.from({ length: 32 }, () => large))
    for (const { status, body } of [announced, streamed]) {
      expect(status).toBe(413)
      expect(body).toContain('lang="nn"')
      expect(body).toContain('det du skreiv, står der framleis')
    }
    const byScript = await send(large.repeat(32), '/sign-in?_data=routes%2Fsign-in%2Fsign-in')
    expect([byScript.status, JSON.parse(byScript.body)]).toEqual([
      413,
      { saved: false, problems: [{ field: 'form', message: 'tooLarge' }], typed: {} },
    ])
  })

  it('that asks for codes for one account again and again is told to wait', async () => {
    const headers = { ...own, 'Content-Type': 'application/x-www-form-urlencoded' }
    const again = () =>
      ask(port, { path: '/sign-in', method: 'POST', headers, body: 'email=Somebody@fjordvik.example' })
    const answers = []
    for (const _ of [1, 2, 3, 4, 5, 6, 7]) answers.push((await again()).status)
    expect(answers).toEqual([303, 303, 303, 303, 303, 303, 429])
    const { status } = await ask(port, {
      path: '/sign-in',
      method: 'POST',
      headers,
      body: 'email=other@fjordvik.example',
    })
    expect(status).toBe(303)
  })
})

describe('what is not there', () => {
  it('looks the same as what one may not see, with nothing to tell them apart', async () => {
    const page = async (path: string) => (await ask(port, { path, headers: { Cookie: cookie } })).body
    const [missing, other] = await Promise.all([page('/cycles/2027/places/missing'), page('/cycles/1999/places/x')])
    expect(other).toBe(missing)
    expect(missing).not.toMatch(/<script|nonce|missing|1999/)
  })

  it('includes choosing a person', async () => {
    expect((await ask(port, { path: '/sign-in/demo' })).status).toBe(404)
    const headers = { ...own, 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = `person=${PEOPLE.adviser.id}`
    expect((await ask(port, { path: '/sign-in/demo', method: 'POST', headers, body })).status).toBe(404)
  })

  it.each(['//evil.example/', '/%00', '/%', '/a/../../etc/passwd', '/assets/../server/index.js', '/?_data=nowhere'])(
    '%s breaks nothing',
    async (path) => {
      expect((await ask(port, { path })).status).toBeLessThan(500)
    },
  )
})

it('is well', async () => {
  const { status, body } = await ask(port, { path: '/health' })
  expect([status, Object.keys(JSON.parse(body) as object)]).toEqual([200, ['ok', 'schema']])
})

it('logs what was done and by whom, and nothing that was sent', async () => {
  await ask(port, { path: '/sign-in?back=%2Fsecret-place', headers: { Cookie: cookie } })
  await ask(port, { path: '/cycles/2027/places/secret-id?late=secret-query', headers: { Cookie: cookie } })
  const lines = server
    .said()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const line = lines.find(({ action }) => action === 'GET /cycles/:cycle/places/:place')
  expect(line).toMatchObject({ person: PEOPLE.adviser.id, status: 404, level: 30 })
  expect(Object.keys(line ?? {}).sort()).toEqual(['action', 'level', 'ms', 'person', 'request', 'status', 'time'])
  expect(server.said()).not.toMatch(/secret|session=|fjordvik\.example/)
})

it('tells the secret of a calendar link to nobody: no log, no header', async () => {
  const token = await calendarLinkMade()
  const feed = await ask(port, {
    path: `/calendar/${token}?language=nn`,
    headers: { Referer: `${settings.APP_ORIGIN}/calendar/${token}` },
  })
  expect([feed.status, feed.headers['referrer-policy'], feed.headers['cache-control']]).toEqual([
    200,
    'no-referrer',
    'no-store',
  ])
  expect(feed.body).toMatch(/^BEGIN:VCALENDAR/)
  expect(JSON.stringify(feed.headers) + feed.body).not.toContain(token)
  expect(feed.headers['set-cookie']).toBeUndefined()
  for (const path of [`/calendar/${token}x`, `/calendar/${token}/`, `//calendar/${token}`, `/calendar/${token}/more`])
    expect(JSON.stringify((await ask(port, { path })).headers)).not.toContain(token)
  await ask(port, { path: `/calendar/${token}`, method: 'POST', headers: own })
  expect(server.said()).toContain('"action":"GET /calendar/:token"')
  expect(server.said()).not.toContain(token)
})

/** Straight into the database, like the session. */
async function calendarLinkMade(): Promise<string> {
  const { db, close } = openDatabase(settings.DATABASE_FILE ?? '')
  const token = 'c4'.repeat(16)
  await insertCalendarLink(db, { tokenHash: sha256(token), personId: PEOPLE.adviser.id, at: startClock(null)() })
  await close()
  return token
}

it('serves a file alone', async () => {
  const second = start(['server.ts'], { ...settings, PORT: '0' })
  expect(await second.ended).toBe(1)
  expect(second.said()).toBe(`${settings.DATABASE_FILE} is served by another process already: stop that one first.\n`)
})

it('says which setting is missing', async () => {
  const { MAIL_FROM: _, ...incomplete } = settings
  const bare = start(['server.ts'], incomplete)
  expect(await bare.ended).toBe(1)
  expect(bare.said()).toMatch(/^MAIL_FROM is missing: [^\n]+\.\n$/)
})

it('says that a port is taken', async () => {
  const other = await fjordvikSettings()
  const second = start(['server.ts'], { ...other, PORT: port })
  expect(await second.ended).toBe(1)
  expect(second.said()).toMatch(/^Port \d+ is taken: [^\n]+\n$/)
})

it('answers what it was asked before it stops, and gives the file back', async () => {
  const other = await fjordvikSettings()
  const stopping = start(['server.ts'], other)
  await untilServing(stopping, other.PORT)
  const asked = Array.from({ length: 20 }, () => ask(other.PORT, { path: '/plan' }))
  await Promise.race(asked)
  stopping.child.kill('SIGTERM')
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(await stopping.ended).toBe(0)
  const next = start(['server.ts'], other)
  await untilServing(next, other.PORT)
  next.child.kill('SIGTERM')
  expect(await next.ended).toBe(0)
})
