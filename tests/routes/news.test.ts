import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { adoptNow, publishNext } from '#tests/services/renewing.ts'
import { answerNow } from '#tests/services/saying.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

const NEWS = '/cycles/:cycle/news'
const params = { cycle: '2027' }

async function see<T>(fjordvik: World, path: string, person: Person, search = ''): Promise<T> {
  const request = getting(`/cycles/2027/news${search}`, { Cookie: await cookieOf(fjordvik, person.id) })
  const response = await responseOf(site.get(path)!.loader!, { request, params, edge: edgeOf(fjordvik) })
  return (await response.json()) as T
}

async function send(fjordvik: World, person: Person, form: Record<string, string>): Promise<Response> {
  const request = posting('/cycles/2027/news', form, { Cookie: await cookieOf(fjordvik, person.id) })
  return responseOf(site.get(NEWS)!.action!, { request, params, edge: edgeOf(fjordvik) })
}

interface Shown {
  saved: string | null
  units: { id: string; news: { what: string; id: string }[]; stretch: object | null; read: { by: string } | null }[]
}
interface Home {
  notices: { to: string; words: string }[]
}

/** One pair has sent its forms; in version 2 they mean something else, and the visit is due earlier. */
async function moved(): Promise<World> {
  const fjordvik = await world()
  const forms = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }
  await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
  await publishNext(fjordvik, 2, {
    [STEPS.sendForms]: { meaning: 2 },
    [STEPS.visit]: { due: { kind: 'school start year', month: 3, day: 1 } },
    [STEPS.gathering]: null,
  })
  await adoptNow(fjordvik, 2)
  return fjordvik
}

const said = { form: 'a form', unit: BLUEBELL, upTo: '1' }

describe('what is new', () => {
  it('is told step by step, with what the unit has to do with it and at how many pairs', async () => {
    const { units } = await see<Shown>(await moved(), NEWS, PEOPLE.bluebellDirector)
    expect(units).toMatchObject([{ id: BLUEBELL, stretch: { from: 1, to: 2, upTo: 1 }, read: null }])
    const news = [...(units[0]?.news ?? [])].sort((a, b) => (a.what + a.id < b.what + b.id ? -1 : 1))
    expect(news).toMatchObject([
      { what: 'falls away', id: STEPS.gathering, part: 'answers', pairs: null, due: null, href: null },
      {
        ...{ what: 'new due day', id: STEPS.visit, part: 'other', pairs: 2, intoPast: true, href: null },
        others: [
          { href: `/cycles/2027/places/${PAIRS.bluebellFjordvik}/steps/${STEPS.visit}`, name: 'Fjordvik skole' },
          { href: `/cycles/2027/places/${PAIRS.bluebellNes}/steps/${STEPS.visit}`, name: 'Nes skole' },
        ],
        due: { to: '2027-03-01', from: '2027-04-15' },
      },
      {
        ...{ what: 'opens again', id: STEPS.sendForms, part: 'answers', pairs: 1, answered: true },
        href: `/cycles/2027/places/${PAIRS.bluebellFjordvik}/steps/${STEPS.sendForms}`,
      },
      { what: 'reworded', id: STEPS.sendForms, pairs: 1 },
    ])
  })

  it('tells a school with how many pairs a step binds, and with how many it is an invitation', async () => {
    const { units } = await see<Shown>(await moved(), NEWS, PEOPLE.fjordvikPrincipal)
    const forms = units[0]?.news.filter(({ id, what }) => id === STEPS.sendForms && what === 'reworded')
    expect(forms).toMatchObject([
      {
        pairs: 2,
        obligations: [
          { obligation: 'agreement', pairs: 1 },
          { obligation: 'invitation', pairs: 1 },
        ],
      },
    ])
  })

  it('is said on home until somebody at the unit has read it', async () => {
    const fjordvik = await moved()
    const notices = async (person: Person) => {
      const all = (await see<Home>(fjordvik, '/', person)).notices
      return all.filter(({ to }) => to.endsWith('/news'))
    }
    const words = 'Planen for skolestart 2027 er ny for Blåklokka barnehage.'
    expect(await notices(PEOPLE.bluebellDeputy)).toMatchObject([{ to: '/cycles/2027/news', words }])
    expect(await notices(PEOPLE.kindergartenOwner)).toEqual([])
    const response = await send(fjordvik, PEOPLE.bluebellDirector, said)
    expect([response.status, response.headers.get('Location')]).toEqual([303, `/cycles/2027/news?read=${BLUEBELL}`])
    expect(await notices(PEOPLE.bluebellDeputy)).toEqual([])
    expect(await notices(PEOPLE.bothSides)).toMatchObject([
      { words: 'Planen for skolestart 2027 er ny for Nes skole.' },
    ])
  })

  it('stays to be looked at, with who read it', async () => {
    const fjordvik = await moved()
    await send(fjordvik, PEOPLE.bluebellDirector, said)
    const shown = await see<Shown>(fjordvik, NEWS, PEOPLE.bluebellDeputy, `?read=${BLUEBELL}`)
    expect(shown).toMatchObject({
      saved: 'Blåklokka barnehage',
      units: [{ read: { by: PEOPLE.bluebellDirector.name } }],
    })
    expect(shown.units[0]?.news).toHaveLength(4)
  })

  it.each([
    ['another unit', { unit: LINGONBERRY }, 404],
    ['a school it sends children to', { unit: NES_SCHOOL }, 404],
    ['no unit', { unit: '' }, 422],
    ['no number', { upTo: '' }, 422],
    ['no key', { form: '' }, 422],
  ])('is not read for %s', async (_, changes, status) => {
    const fjordvik = await moved()
    expect((await send(fjordvik, PEOPLE.bluebellDirector, { ...said, ...changes })).status).toBe(status)
    expect(await fjordvik.db.selectFrom('news_read').selectAll().execute()).toEqual([])
  })

  it('is not there to be read for people without a unit', async () => {
    const fjordvik = await moved()
    for (const person of [PEOPLE.adviser, PEOPLE.observer, PEOPLE.kindergartenOwner]) {
      expect((await send(fjordvik, person, said)).status).toBe(404)
    }
  })
})
