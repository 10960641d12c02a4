import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EndedPairView, PairsOfSchool } from '#app/components/pairs-view.ts'
import type { Person } from '#app/domain/permissions.ts'
import { MOST_AT_ONCE } from '#app/routes/cycles/pairs-view.server.ts'
import { BEACH_SCHOOL, BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
let fjordvik: World
beforeAll(async () => {
  site = await pages()
})
beforeEach(async () => {
  fjordvik = await world()
})

const LIST = '/cycles/:cycle/pairs'
const NEW = `${LIST}/new`
const MOVE = `${LIST}/:pair/move`

async function visit(person: Person, path: string, { search = '', pair = PAIRS.bluebellFjordvik } = {}) {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error(`${path} shows nothing`)
  const request = getting(`/${search}`, { Cookie: await cookieOf(fjordvik, person.id) })
  return responseOf(loader, { request, params: { cycle: '2027', pair }, edge: edgeOf(fjordvik) })
}

interface List {
  saved: string | null
  counts: Record<string, number>
  schools: PairsOfSchool[]
  total: Pick<PairsOfSchool, 'reported' | 'received'>
  ended: EndedPairView[]
}

async function list(person: Person, search = ''): Promise<List> {
  return (await (await visit(person, LIST, { search })).json()) as List
}

async function send(person: Person, path: string, form: Record<string, string>) {
  const action = site.get(path)?.action
  if (!action) throw new Error(`${path} takes no form`)
  const request = posting('/', form, { Cookie: await cookieOf(fjordvik, person.id) })
  const params = { cycle: '2027', pair: PAIRS.bluebellFjordvik }
  return responseOf(action, { request, params, edge: edgeOf(fjordvik) })
}

/** What a school says of a pair, straight into the database. */
async function schoolSays(
  pairId: string,
  children: number,
  side: 'school' | 'kindergarten' = 'school',
  movedTo: string | null = null,
) {
  const { now: at } = fjordvik
  const row = {
    pair_id: pairId,
    side,
    children,
    at,
    person_id: PEOPLE.adviser.id,
    for_unit: 1,
    reason: 'HEMMELIG',
    moved_to: movedTo,
  } as const
  await fjordvik.db.insertInto('group_number').values(row).execute()
}

describe('the list of pairs', () => {
  it('has them by school, with both numbers and totals', async () => {
    await schoolSays(PAIRS.bluebellFjordvik, 7)
    const { schools, total, counts } = await list(PEOPLE.adviser)
    expect(schools.map(({ name, pairs }) => [name, pairs.length])).toEqual([
      ['Fjordvik skole', 3],
      ['Nes skole', 1],
      ['Strandskolen', 1],
      ['Vikabygd skole (Vikabygd)', 1],
    ])
    expect(schools[0]?.pairs[0]).toMatchObject({
      reported: 8,
      received: 7,
      agreement: 'differs',
      lastSaid: fjordvik.now,
    })
    expect(schools[0]).toMatchObject({ reported: { sum: 16, few: 0 }, received: { sum: 7, notReported: 2 } })
    expect(total).toMatchObject({ reported: { sum: 20, few: 0 } })
    expect(counts).toEqual({ all: 6, differs: 1, 'not-reported': 0, 'not-confirmed': 5 })
  })

  it('shows only what somebody has to look at, where that is asked', async () => {
    await schoolSays(PAIRS.bluebellFjordvik, 7)
    const names = async (search: string) =>
      (await list(PEOPLE.adviser, search)).schools.flatMap(({ pairs }) => pairs.map(({ id }) => id))
    expect(await names('?show=differs')).toEqual([PAIRS.bluebellFjordvik])
    expect(await names('?show=not-reported')).toEqual([])
    expect(await names('?show=not-confirmed')).toHaveLength(5)
    expect(await names('?show=anything')).toHaveLength(6)
  })

  it('is of one school where that is asked, with those that went to another', async () => {
    await schoolSays(PAIRS.bluebellFjordvik, 0, 'kindergarten', PAIRS.bluebellNes)
    const { schools, ended, counts } = await list(PEOPLE.adviser, `?school=${FJORDVIK_SCHOOL}`)
    expect(schools.map(({ id, pairs }) => [id, pairs.length])).toEqual([[FJORDVIK_SCHOOL, 2]])
    expect(ended).toMatchObject([{ movedTo: { school: 'Nes skole' } }])
    expect(counts.all).toBe(2)
    expect((await list(PEOPLE.adviser, '?school=none')).counts.all).toBe(5)
  })

  it('opens a school at a time where there are very many', async () => {
    const before = await list(PEOPLE.adviser)
    const many = Array.from({ length: MOST_AT_ONCE }, (_, at) => `kindergarten ${at}`)
    const { owner_id } = await fjordvik.db
      .selectFrom('unit')
      .select('owner_id')
      .where('id', '=', BLUEBELL)
      .executeTakeFirstOrThrow()
    const units = many.map((id) => ({ id, kind: 'kindergarten' as const, name: id, owner_id }))
    await fjordvik.db
      .insertInto('unit')
      .values(units.map((unit) => ({ ...unit, org_number: null, external_municipality: null })))
      .execute()
    const pairs = many.map((id) => ({
      id: `pair of ${id}`,
      cycle_year: 2027,
      kindergarten_id: id,
      school_id: NES_SCHOOL,
    }))
    await fjordvik.db.insertInto('pair').values(pairs).execute()
    const { schools, counts } = await list(PEOPLE.adviser)
    expect(counts.all).toBe(MOST_AT_ONCE + 6)
    expect(schools.map(({ name }) => name)).toEqual(before.schools.map(({ name }) => name))
    expect(schools.flatMap(({ pairs }) => pairs)).toEqual([])
    const href = `/cycles/2027/pairs?school=${NES_SCHOOL}`
    expect(schools[1]?.folded).toEqual({ href, count: MOST_AT_ONCE + 1 })
    const nes = await list(PEOPLE.adviser, `?school=${NES_SCHOOL}`)
    expect(nes.schools.map(({ pairs }) => pairs.length)).toEqual([MOST_AT_ONCE + 1])
    expect(nes.total).toEqual({ reported: schools[1]?.reported, received: schools[1]?.received })
    expect((await list(PEOPLE.adviser, '?show=not-confirmed')).schools.map(({ folded }) => folded)).toEqual(
      before.schools.map(() => null),
    )
  })

  it('shows an observer no small number, not in sums, states or reasons', async () => {
    for (const pair of [PAIRS.bluebellNes, PAIRS.sunbeamFjordvik]) await schoolSays(pair, 2)
    const before = await (await visit(PEOPLE.observer, LIST)).text()
    expect(before).not.toMatch(/"(reported|received)":[0-4]\b|HEMMELIG/)
    const { schools, total } = JSON.parse(before) as List
    expect(schools[0]).toMatchObject({ reported: { sum: 13, few: 1 }, received: { sum: 0, few: 1, notReported: 2 } })
    expect(total.reported).toEqual({ sum: 13, few: 4, notReported: 0 })
    expect(schools.flatMap(({ pairs }) => pairs.flatMap(({ changes }) => changes ?? []))).toEqual([])
    await schoolSays(PAIRS.bluebellNes, 4)
    await schoolSays(PAIRS.sunbeamFjordvik, 1, 'kindergarten')
    expect(await (await visit(PEOPLE.observer, LIST)).text()).toBe(before)
    expect((await list(PEOPLE.observer, '?show=differs')).schools).toEqual([])
  })

  it('has those that ended apart, and the difference that is left', async () => {
    await schoolSays(PAIRS.bluebellFjordvik, 7)
    await schoolSays(PAIRS.bluebellFjordvik, 0, 'kindergarten')
    const { schools, ended, counts } = await list(PEOPLE.adviser)
    expect(schools[0]?.pairs.map(({ id }) => id)).not.toContain(PAIRS.bluebellFjordvik)
    expect(ended).toMatchObject([{ id: PAIRS.bluebellFjordvik, agreement: 'differs', reason: 'HEMMELIG' }])
    expect(counts).toMatchObject({ all: 5, differs: 1 })
    const observed = await list(PEOPLE.observer)
    expect(observed.ended).toMatchObject([{ agreement: 'not shown', reported: 'few', received: 'few', reason: null }])
    expect(observed.counts).toMatchObject({ all: 5, differs: 0 })
  })
})

describe('a new pair', () => {
  const pair = { form: 'f', kindergarten: SUNBEAM, school: NES_SCHOOL, children: '' }

  it('is saved, and the list says so', async () => {
    const response = await send(PEOPLE.adviser, NEW, pair)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/cycles/2027/pairs?saved=formed'])
    const { saved, counts } = await list(PEOPLE.adviser, '?saved=formed')
    expect(saved).toBe('Paret er lagret.')
    expect(counts).toMatchObject({ all: 7, 'not-reported': 1 })
  })

  it.each([
    ['no kindergarten', { kindergarten: '' }, 'kindergarten', 'kindergartenMissing'],
    ['no school', { school: '' }, 'school', 'schoolMissing'],
    ['no number', { children: '1,5' }, 'children', 'childrenNotANumber'],
    ['none', { children: '0' }, 'children', 'childrenNone'],
    ['a pair that is there', { kindergarten: BLUEBELL }, 'school', 'pairExists'],
  ])('with %s comes back with what was typed', async (_, changes, field, message) => {
    const response = await send(PEOPLE.adviser, NEW, { ...pair, ...changes })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ problems: [{ field, message }], typed: { ...pair, ...changes } })
  })
})

describe('moving a group', () => {
  const form = { form: 'f', seen: '8', kindergarten: BLUEBELL, school: BEACH_SCHOOL, reason: 'Ny skolekrets' }

  it('leads back to the list, and both pairs say it with links', async () => {
    const response = await send(PEOPLE.adviser, MOVE, form)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/cycles/2027/pairs?saved=moved'])
    const { ended } = await list(PEOPLE.adviser)
    expect(ended).toMatchObject([{ id: PAIRS.bluebellFjordvik, movedTo: { school: 'Strandskolen' } }])
    const href = ended[0]?.movedTo?.href ?? ''
    const place = '/cycles/:cycle/places/:place'
    const groupAt = async (id: string) => {
      const { loader = never } = site.get(place) ?? {}
      const request = getting('/', { Cookie: await cookieOf(fjordvik, PEOPLE.bluebellDirector.id) })
      const params = { cycle: '2027', place: id }
      return (await (await responseOf(loader, { request, params, edge: edgeOf(fjordvik) })).json()) as { group: object }
    }
    expect((await groupAt(PAIRS.bluebellFjordvik)).group).toMatchObject({
      ended: { to: { href, words: 'Blåklokka barnehage – Strandskolen' }, reason: '«Ny skolekrets»' },
    })
    expect((await groupAt(href.split('/').at(-1) ?? '')).group).toMatchObject({
      from: { pairs: [{ words: 'Blåklokka barnehage – Fjordvik skole' }] },
    })
  })

  it('has chosen what the address says, or where the group is', async () => {
    const chosen = async (search = '') => {
      const response = await visit(PEOPLE.adviser, MOVE, { search })
      return ((await response.json()) as { chosen: object }).chosen
    }
    expect(await chosen()).toEqual({ kindergarten: BLUEBELL, school: FJORDVIK_SCHOOL })
    expect(await chosen(`?school=${NES_SCHOOL}`)).toEqual({ kindergarten: BLUEBELL, school: NES_SCHOOL })
    expect(await chosen('?school=x')).toEqual({ kindergarten: BLUEBELL, school: FJORDVIK_SCHOOL })
  })

  it.each([
    ['nowhere to go', { school: FJORDVIK_SCHOOL }, 'school', 'groupMovesNowhere'],
    ['no reason', { reason: ' ' }, 'reason', 'reasonMissing'],
    ['another number by now', { seen: '6' }, 'school', 'groupSaidMeanwhile'],
  ])('with %s comes back with what was typed', async (_, changes, field, message) => {
    const response = await send(PEOPLE.adviser, MOVE, { ...form, ...changes })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ problems: [{ field, message }], typed: { ...form, ...changes } })
  })

  it('is not found for a pair of another cycle', async () => {
    expect((await visit(PEOPLE.adviser, MOVE, { pair: PAIRS.bluebellFjordvik2026 })).status).toBe(404)
  })
})

async function never(): Promise<never> {
  throw new Error('Nothing is shown there')
}
