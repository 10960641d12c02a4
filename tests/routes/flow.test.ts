import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FlowArrival, FlowDrawing } from '#app/components/flow-view.ts'
import type { Person } from '#app/domain/permissions.ts'
import { readFlow } from '#app/services/flow.server.ts'
import { insertElsewhere, insertNumber } from '#db/queries/child-groups.ts'
import { BEACH_SCHOOL, BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, responseOf } from './visiting.ts'

let site: Map<string, Page>
let fjordvik: World
beforeAll(async () => {
  site = await pages()
})
beforeEach(async () => {
  fjordvik = await world()
})

const PATH = '/cycles/:cycle/flow'

async function answer(person: Person, search = '', here = fjordvik): Promise<Response> {
  const loader = site.get(PATH)?.loader
  if (!loader) throw new Error('No flow')
  const request = getting(`/cycles/2027/flow${search}`, { Cookie: await cookieOf(here, person.id) })
  return responseOf(loader, { request, params: { cycle: '2027' }, edge: edgeOf(here) })
}

async function see(person: Person, search = ''): Promise<Shown> {
  const response = await answer(person, search)
  expect(response.status).toBe(200)
  return response.json() as Promise<Shown>
}

interface Shown {
  title: string
  school: { name: string } | null
  drawing: FlowDrawing | null
  arrivals: FlowArrival[]
  notReported: string[]
  sum: object
  seesSmall: boolean
}

const namesOf = ({ arrivals }: Shown) => arrivals.map(({ name }) => name)
const wordsIn = ({ drawing }: Shown) => drawing?.nodes.map(({ words }) => words)

function say(pairId: string, children: number, { db, now }: World = fjordvik) {
  const by = { at: now, personId: PEOPLE.adviser.id, forUnit: true }
  return insertNumber(db, { ...by, pairId, side: 'kindergarten', children, reason: null, movedTo: null })
}

describe('the flow of children', () => {
  it('is of all schools for the adviser, with all numbers; small groups are drawn as one', async () => {
    const shown = await see(PEOPLE.adviser)
    expect(namesOf(shown)).toEqual(['Fjordvik skole', 'Nes skole', 'Strandskolen', 'Vikabygd skole (Vikabygd)'])
    expect(shown.arrivals[0]).toMatchObject({ total: { sum: 16, few: 0 } })
    expect(shown.arrivals[0]?.from.map(({ children }) => children)).toEqual([8, 3, 5])
    expect(wordsIn(shown)).toEqual([
      ...['Blåklokka barnehage', 'Tyttebær barnehage', 'Små grupper'],
      ...['Fjordvik skole: 16', 'Nes skole: 2', 'Strandskolen: 1', 'Vikabygd skole (Vikabygd): 1'],
    ])
    expect(shown.drawing?.ribbons).toHaveLength(6)
    expect(shown.sum).toEqual({ children: 20, few: 0, kindergartens: 3, schools: 4 })
  })

  it('ends at no school here for those who go elsewhere, which only the adviser sees', async () => {
    const by = { at: fjordvik.now, personId: PEOPLE.adviser.id, forUnit: true, year: 2027 }
    const going = { ...by, kindergartenId: BLUEBELL, destination: 'not decided', children: 6 } as const
    await insertElsewhere(fjordvik.db, going)
    expect(namesOf(await see(PEOPLE.adviser)).at(-1)).toBe('Ikke avgjort')
    expect(namesOf(await see(PEOPLE.adviser, `?school=${NES_SCHOOL}`))).toEqual(['Nes skole'])
    expect(namesOf(await see(PEOPLE.observer))).not.toContain('Ikke avgjort')
  })

  it('is of the own school for a principal, with small numbers', async () => {
    const shown = await see(PEOPLE.fjordvikPrincipal)
    expect(shown).toMatchObject({ school: { name: 'Fjordvik skole' }, seesSmall: true })
    expect(namesOf(shown)).toEqual(['Fjordvik skole'])
    expect(shown.arrivals[0]?.from.map(({ children }) => children)).toEqual([8, 3, 5])
    expect((await answer(PEOPLE.fjordvikPrincipal, `?school=${NES_SCHOOL}`)).status).toBe(404)
    expect((await answer(PEOPLE.adviser, '?school=nowhere')).status).toBe(404)
  })

  it('leaves out a group that has ended, and names one that nobody has numbered', async () => {
    await say(PAIRS.bluebellNes, 0)
    const pair = { id: 'new pair', cycle_year: 2027, kindergarten_id: LINGONBERRY, school_id: BEACH_SCHOOL }
    await fjordvik.db.insertInto('pair').values(pair).execute()
    const shown = await see(PEOPLE.observer)
    expect(namesOf(shown)).not.toContain('Nes skole')
    expect(shown.notReported).toEqual(['Tyttebær barnehage – Strandskolen'])
  })

  it('has numbers with one decimal, so that every reader gets the same picture', async () => {
    const { drawing } = await see(PEOPLE.adviser)
    expect(JSON.stringify(drawing)).not.toMatch(/\d\.\d\d/)
    expect(drawing?.ribbons.every(({ width, path }) => width > 0 && !path.includes('NaN'))).toBe(true)
  })
})

describe('what an observer must not learn', () => {
  it('is what own seats do not show, also for somebody who leads a unit as well', async () => {
    const seats = [...PEOPLE.observer.seats, ...PEOPLE.bluebellDirector.seats]
    const { arrivals } = await readFlow(fjordvik.asPerson({ ...PEOPLE.observer, seats }), 2027, null)
    expect(arrivals.map(({ flows }) => flows.map(({ children }) => children))).toEqual([
      [8, 'few', 5],
      [2],
      ['few'],
      ['few'],
    ])
  })

  it('is hidden in the picture, the table and the totals: few are drawn as wide as any', async () => {
    const shown = await see(PEOPLE.observer)
    expect(shown.seesSmall).toBe(false)
    expect(shown.arrivals[0]?.from.map(({ children }) => children)).toEqual([8, 'few', 5])
    expect(shown.arrivals[0]?.total).toEqual({ sum: 13, few: 1, notReported: 0 })
    expect(wordsIn(shown)).toEqual([
      ...['Blåklokka barnehage', 'Tyttebær barnehage', 'Små grupper'],
      ...['Fjordvik skole: 13 og små', 'Nes skole: bare små', 'Strandskolen: bare små'],
      'Vikabygd skole (Vikabygd): bare små',
    ])
  })

  it.each([
    [1, 1, 1, 1],
    [4, 4, 4, 4],
    [1, 4, 2, 3],
  ])('makes no difference to the page: %i, %i, %i, %i', async (...hidden) => {
    const other = await world()
    const small = [PAIRS.bluebellNes, PAIRS.sunbeamFjordvik, PAIRS.sunbeamBeach, PAIRS.lingonberryVikabygd]
    for (const [at, children] of hidden.entries()) await say(small[at]!, children, other)
    for (const search of ['', `?school=${FJORDVIK_SCHOOL}`, `?school=${NES_SCHOOL}`]) {
      const pages = await Promise.all([fjordvik, other].map((here) => answer(PEOPLE.observer, search, here)))
      const [one, two] = await Promise.all(pages.map((page) => page.text()))
      expect(two).toBe(one)
    }
    const [mine, theirs] = await Promise.all([fjordvik, other].map((here) => answer(PEOPLE.adviser, '', here)))
    expect(await theirs?.text()).not.toBe(await mine?.text())
  })
})
