import { describe, expect, it } from 'vitest'
import { action as tryCode, loader as codePage } from '#app/routes/sign-in/code.tsx'
import { action as choose, loader as people } from '#app/routes/sign-in/demo.tsx'
import { action as ask, loader as signInPage } from '#app/routes/sign-in/sign-in.tsx'
import { action as signOut, loader as signOutPage } from '#app/routes/sign-out.tsx'
import { EMAILS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

const HTTPS = { origin: 'https://overgang.fjordvik.example' }

async function asked(fjordvik: World, email: string, settings = {}) {
  const request = posting('/sign-in', { email, back: '/plan' }, { 'Accept-Language': 'nn' })
  return responseOf(ask, { request, edge: edgeOf(fjordvik, settings) })
}

const cookieIn = (response: Response) => (response.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''

async function sentCode({ db }: World): Promise<string> {
  const mail = await db.selectFrom('outbox').select('body').orderBy('sequence', 'desc').executeTakeFirstOrThrow()
  return /\d{8}/.exec(mail.body)?.[0] ?? ''
}

describe('asking for a code', () => {
  it('answers a known and an unknown address alike', async () => {
    const fjordvik = await world()
    const answers = await Promise.all(
      [EMAILS.adviser, 'nobody@fjordvik.example'].map((email) => asked(fjordvik, email)),
    )
    const seen = answers.map((answer) => [
      answer.status,
      answer.headers.get('Location'),
      answer.headers.get('Set-Cookie')?.replace(/=[\w.-]+;/, '=…;'),
    ])
    expect(seen[0]).toEqual([303, '/sign-in/code?back=%2Fplan', 'asked=…; Path=/; HttpOnly; SameSite=Lax; Max-Age=600'])
    expect(seen[1]).toEqual(seen[0])
  })

  it('takes an address in any case, and says when it is none', async () => {
    const fjordvik = await world()
    await asked(fjordvik, ` ${EMAILS.adviser.toUpperCase()} `)
    expect(await sentCode(fjordvik)).toMatch(/^\d{8}$/)
    const response = await asked(fjordvik, 'nobody')
    expect([response.status, await response.json()]).toMatchObject([422, { problems: [{ field: 'email', message: 'emailWrong' }], typed: { email: 'nobody' } }]) // prettier-ignore
  })

  it('writes in the reader’s language', async () => {
    const fjordvik = await world()
    await asked(fjordvik, EMAILS.adviser)
    const { body } = await fjordvik.db.selectFrom('outbox').select('body').executeTakeFirstOrThrow()
    expect(body).toContain('nettlesaren')
  })
})

describe('typing the code', () => {
  async function withCode(settings = {}, form: Record<string, string> = {}) {
    const fjordvik = await world()
    const cookie = cookieIn(await asked(fjordvik, EMAILS.adviser, settings))
    const code = await sentCode(fjordvik)
    const request = posting(
      '/sign-in/code',
      { code: `${code.slice(0, 4)} ${code.slice(4)}`, back: '/plan', ...form },
      { Cookie: cookie },
    )
    return responseOf(tryCode, { request, edge: edgeOf(fjordvik, settings) })
  }

  it('signs in, and back to where one was', async () => {
    const response = await withCode()
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/plan'])
    expect(response.headers.get('Set-Cookie')).toMatch(/^session=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('ties the cookie to the host over TLS, and keeps it on one’s own device', async () => {
    const response = await withCode(HTTPS, { ownDevice: 'yes' })
    expect(response.headers.get('Set-Cookie')).toMatch(
      /^__Host-session=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000$/,
    )
  })

  it('leads nowhere else', async () => {
    const response = await withCode({}, { back: 'https://evil.example/' })
    expect(response.headers.get('Location')).toBe('/')
  })

  it('says that a code is wrong, or that none was asked for here', async () => {
    const fjordvik = await world()
    const Cookie = cookieIn(await asked(fjordvik, 'nobody@fjordvik.example'))
    const answer = async (code: string, headers: Record<string, string>) => {
      const response = await responseOf(tryCode, {
        request: posting('/sign-in/code', { code }, headers),
        edge: edgeOf(fjordvik),
      })
      return [response.status, await response.json()]
    }
    expect(await answer('12345678', { Cookie })).toMatchObject([
      422,
      { problems: [{ field: 'code', message: 'codeWrong' }] },
    ])
    expect(await answer('1', { Cookie })).toMatchObject([422, { problems: [{ field: 'code', message: 'codeWrong' }] }])
    expect(await answer(' ', { Cookie })).toMatchObject([
      422,
      { problems: [{ field: 'code', message: 'codeMissing' }] },
    ])
    expect(await answer('12345678', {})).toEqual([422, { refusal: 'code expired' }])
  })
})

describe('who has signed in already', () => {
  it('goes straight on, also with the form sent twice', async () => {
    const fjordvik = await world()
    const Cookie = await cookieOf(fjordvik, PEOPLE.adviser.id)
    const page = async (loader: typeof signInPage | typeof codePage, path: string) =>
      (await responseOf(loader, { request: getting(path, { Cookie }), edge: edgeOf(fjordvik) })).headers.get('Location')
    expect(await page(signInPage, '/sign-in?back=%2Fplan')).toBe('/plan')
    expect(await page(codePage, '/sign-in/code?back=//evil.example')).toBe('/')
    const again = posting('/sign-in/code', { code: '12345678', back: '/plan' }, { Cookie })
    expect((await responseOf(tryCode, { request: again, edge: edgeOf(fjordvik) })).headers.get('Location')).toBe(
      '/plan',
    )
  })
})

describe('choosing a person', () => {
  it('does not exist outside of a demo', async () => {
    const fjordvik = await world()
    const page = await responseOf(people, { request: getting('/sign-in/demo'), edge: edgeOf(fjordvik) })
    const chosen = posting('/sign-in/demo', { person: PEOPLE.adviser.id })
    const form = await responseOf(choose, { request: chosen, edge: edgeOf(fjordvik) })
    expect([page.status, form.status]).toEqual([404, 404])
    expect(await fjordvik.db.selectFrom('session').selectAll().execute()).toEqual([])
  })

  it('is what signing in is in a demo', async () => {
    const fjordvik = await world()
    const demo = { demo: true }
    const first = await responseOf(signInPage, {
      request: getting('/sign-in?back=%2Fplan'),
      edge: edgeOf(fjordvik, demo),
    })
    expect(first.headers.get('Location')).toBe('/sign-in/demo?back=%2Fplan')
    const before = await cookieOf(fjordvik, PEOPLE.observer.id)
    const request = posting('/sign-in/demo', { person: PEOPLE.adviser.id, back: '/plan' }, { Cookie: before })
    const response = await responseOf(choose, { request, edge: edgeOf(fjordvik, demo) })
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/plan'])
    const living = await fjordvik.db.selectFrom('session').select('person_id').where('ended_at', 'is', null).execute()
    expect(living).toEqual([{ person_id: PEOPLE.adviser.id }])
    const nobody = posting('/sign-in/demo', { person: 'nobody' })
    expect((await responseOf(choose, { request: nobody, edge: edgeOf(fjordvik, demo) })).status).toBe(404)
  })
})

describe('signing out', () => {
  it('ends the session on the server and in the browser', async () => {
    const fjordvik = await world()
    const Cookie = await cookieOf(fjordvik, PEOPLE.adviser.id)
    const response = await responseOf(signOut, {
      request: posting('/sign-out', {}, { Cookie }),
      edge: edgeOf(fjordvik),
    })
    expect([response.status, response.headers.get('Location'), response.headers.get('Set-Cookie')]).toEqual([
      303,
      '/sign-in',
      'session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    ])
    const again = await responseOf(signInPage, { request: getting('/sign-in', { Cookie }), edge: edgeOf(fjordvik) })
    expect(again.status).toBe(200)
  })

  it('is no link', async () => {
    const fjordvik = await world()
    const Cookie = await cookieOf(fjordvik, PEOPLE.adviser.id)
    const response = await responseOf(signOutPage, {
      request: getting('/sign-out', { Cookie }),
      edge: edgeOf(fjordvik),
    })
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([303, null])
  })
})
