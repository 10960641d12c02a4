import { describe, expect, it } from 'vitest'
import { EVENT_KINDS } from '#app/domain/event.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { eventKey } from '#app/routes/account/account-view.server.ts'
import { loader as account } from '#app/routes/account/account.tsx'
import { action as end, loader as ending } from '#app/routes/account/session-ending.tsx'
import { loader as home } from '#app/routes/home.tsx'
import { readAccount } from '#app/services/account.server.ts'
import { remember, sha256 } from '#app/services/history.server.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { answerNow } from '#tests/services/saying.ts'
import { world, type World } from '#tests/world.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

const director = PEOPLE.bluebellDirector.id

type View = {
  email: string
  seats: { role: string; may: string[] | null; end: string; where: { name: string; href: string | null } | null }[]
  sessions: { id: string; here: boolean; ownDevice: boolean }[]
  events: {
    words: string
    href: string | null
    where: string | null
    what: { words: string } | null
    sequence: number
  }[]
  earlier: number | null
}

async function look({ db, now }: World, cookie: string, path = '/account'): Promise<View> {
  const response = await responseOf(account, { request: getting(path, { Cookie: cookie }), edge: edgeOf({ db, now }) })
  return (await response.json()) as View
}

async function sendEnd({ db, now }: World, cookie: string, session: string, form = 'a') {
  const request = posting('/account', { form }, { Cookie: cookie })
  return responseOf(end, { request, params: { session }, edge: edgeOf({ db, now }) })
}

const isSignedIn = async ({ db, now }: World, cookie: string) => {
  const { status } = await responseOf(home, { request: getting('/', { Cookie: cookie }), edge: edgeOf({ db, now }) })
  return status === 200
}

describe('sessions of one’s own', () => {
  it('are shown with this one marked, and say nothing of their tokens', async () => {
    const fjordvik = await world()
    const [here, there] = [await cookieOf(fjordvik, director), await cookieOf(fjordvik, director)]
    await cookieOf(fjordvik, PEOPLE.adviser.id)
    const view = await look(fjordvik, here)
    expect(view.sessions.map((session) => session.here).sort()).toEqual([false, true])
    const shown = JSON.stringify(view)
    for (const cookie of [here, there]) {
      const token = cookie.split('=')[1] ?? ''
      expect(shown).not.toContain(token)
      expect(shown).not.toContain(sha256(token))
    }
  })

  it('end at once, one of them', async () => {
    const fjordvik = await world()
    const [here, there] = [await cookieOf(fjordvik, director), await cookieOf(fjordvik, director)]
    const other = (await look(fjordvik, here)).sessions.find((session) => !session.here)
    const ended = await sendEnd(fjordvik, here, other?.id ?? '')
    expect(ended.headers.get('Location')).toBe('/account?ended=one')
    expect([await isSignedIn(fjordvik, here), await isSignedIn(fjordvik, there)]).toEqual([true, false])
    const again = await sendEnd(fjordvik, here, other?.id ?? '')
    expect(again.status).toBe(303)
    const events = await fjordvik.db.selectFrom('event').selectAll().where('kind', '=', 'session ended').execute()
    expect(events).toHaveLength(1)
  })

  it('end at once, all others', async () => {
    const fjordvik = await world()
    const [here, ...others] = [1, 2, 3].map(() => cookieOf(fjordvik, director))
    const [cookie, cookies] = [(await here) ?? '', await Promise.all(others)]
    const stranger = await cookieOf(fjordvik, PEOPLE.adviser.id)
    await sendEnd(fjordvik, cookie, 'others')
    expect(await Promise.all([cookie, stranger, ...cookies].map((each) => isSignedIn(fjordvik, each)))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect((await look(fjordvik, cookie)).sessions).toHaveLength(1)
  })

  it('of this browser: it leads to sign-in and the cookie goes', async () => {
    const fjordvik = await world()
    const cookie = await cookieOf(fjordvik, director)
    const [session] = (await look(fjordvik, cookie)).sessions
    const ended = await sendEnd(fjordvik, cookie, session?.id ?? '')
    expect(ended.headers.get('Location')).toBe('/sign-in')
    expect(ended.headers.get('Set-Cookie')).toMatch(/^session=;/)
    expect(await isSignedIn(fjordvik, cookie)).toBe(false)
  })

  it('of somebody else are not there', async () => {
    const fjordvik = await world()
    const [here, theirs] = [await cookieOf(fjordvik, director), await cookieOf(fjordvik, PEOPLE.adviser.id)]
    const session = (await look(fjordvik, theirs)).sessions[0]?.id ?? ''
    expect((await sendEnd(fjordvik, here, session)).status).toBe(404)
    const page = await responseOf(ending, {
      request: getting('/', { Cookie: here }),
      params: { session },
      edge: edgeOf(fjordvik),
    })
    expect(page.status).toBe(404)
    expect(await isSignedIn(fjordvik, theirs)).toBe(true)
  })

  it('that were idle too long are not shown', async () => {
    const fjordvik = await world()
    await cookieOf(fjordvik, director)
    const later = fjordvik.at('2027-03-12')
    expect((await look(later, await cookieOf(later, director))).sessions).toHaveLength(1)
  })
})

describe('seats of one’s own', () => {
  it('are shown with what a deputy may do, and where each is ended', async () => {
    const fjordvik = await world()
    const { seats } = PEOPLE.bluebellDeputy
    await fjordvik.db
      .updateTable('seat')
      .set({ may: '["answer steps"]' })
      .where('id', '=', seats[0]?.id ?? '')
      .execute()
    const view = await look(fjordvik, await cookieOf(fjordvik, PEOPLE.bluebellDeputy.id))
    expect(view.email).toBe('bluebell-deputy@fjordvik.example')
    expect(view.seats).toEqual([
      expect.objectContaining({
        role: 'deputy',
        may: ['answer steps'],
        end: `/seats/${seats[0]?.id ?? ''}/end`,
        where: { name: 'Blåklokka barnehage', href: `/units/${BLUEBELL}` },
      }),
    ])
  })
})

describe('what one did', () => {
  it('is one’s own, the newest first, with a link to where it was', async () => {
    const fjordvik = await world()
    const where = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }
    await answerNow(fjordvik.as('director', BLUEBELL), where, 'kindergarten', 'done')
    const { events } = await look(fjordvik, await cookieOf(fjordvik, director))
    expect(events.map(({ words, href }) => [words, href])).toEqual([
      ['Logget inn', null],
      ['Svarte på et steg', `/cycles/2027/places/${where.placeId}/steps/${where.stepId}`],
    ])
    const theirs = await look(fjordvik, await cookieOf(fjordvik, PEOPLE.nesPrincipal.id))
    expect(theirs.events.map(({ words }) => words)).toEqual(['Logget inn'])
  })

  it('comes fifty at a time, each once', async () => {
    const fjordvik = await world()
    const context = fjordvik.as('director', BLUEBELL)
    for (let number = 0; number < 120; number += 1) {
      await remember(fjordvik.db, { kind: 'signed out', at: fjordvik.now, personId: director, content: {} })
    }
    const seen: number[][] = []
    for (let before: number | null = null; ;) {
      const { events, earlier } = await readAccount(context, null, before)
      seen.push(events.map(({ sequence }) => sequence))
      if (earlier === null) break
      before = earlier
    }
    expect(seen.map((page) => page.length)).toEqual([50, 50, 20])
    expect(new Set(seen.flat()).size).toBe(120)
    expect(seen.flat()).toEqual(seen.flat().toSorted((a, b) => b - a))
  })

  it.each(['x', '-1', '0', '1e9', '9'.repeat(30)])(
    'shows the newest where the page is asked for what is before %s',
    async (before) => {
      const fjordvik = await world()
      const { events } = await look(fjordvik, await cookieOf(fjordvik, director), `/account?before=${before}`)
      expect(events.map(({ words }) => words)).toEqual(['Logget inn'])
    },
  )

  it.each(EVENT_KINDS)('has words in every language for "%s"', (kind) => {
    const said = (['nb', 'nn', 'en'] as const).map((language) => wordsIn(language).exists(eventKey(kind)))
    expect(said).toEqual([true, true, true])
  })
})
