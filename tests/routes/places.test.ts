import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import type { Person } from '#app/domain/permissions.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

const PLACE = '/cycles/:cycle/places/:place'
const STEP = `${PLACE}/steps/:step`
const params = { cycle: '2027', place: PAIRS.bluebellFjordvik, step: STEPS.sendForms }
const place = `/cycles/2027/places/${params.place}`
const step = `${place}/steps/${params.step}`
const tick = {
  form: 'a form',
  back: place,
  side: 'kindergarten',
  meaning: '1',
  seen: '',
  answer: 'done',
  doneOn: '',
  reason: '',
  note: '',
}
const SENT_BY_BROWSER = { Accept: 'text/html,application/xhtml+xml' }

async function send(
  fjordvik: World,
  form: Record<string, string>,
  { headers = {}, path = STEP, person = PEOPLE.bluebellDirector } = {},
): Promise<Response> {
  const action = site.get(path)?.action
  if (!action) throw new Error(`${path} takes no form`)
  const cookie = await cookieOf(fjordvik, person.id)
  const request = posting(step, form, { Cookie: cookie, ...headers })
  return responseOf(action, { request, params, edge: edgeOf(fjordvik) })
}

async function see<T>(fjordvik: World, path: string, person: Person, search = ''): Promise<T> {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error(`${path} shows nothing`)
  const request = getting(place + search, { Cookie: await cookieOf(fjordvik, person.id) })
  const response = await responseOf(loader, { request, params, edge: edgeOf(fjordvik) })
  return (await response.json()) as T
}

describe('a tick', () => {
  it('sent by a script gets a receipt and stays on the page', async () => {
    const response = await send(await world(), tick)
    expect([response.status, await response.json()]).toEqual([200, { saved: true, done: 'saved' }])
  })

  it('sent by the browser itself leads back to where it was, with the step that was saved', async () => {
    const response = await send(await world(), tick, { headers: SENT_BY_BROWSER })
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe(`${place}?saved=${STEPS.sendForms}`)
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'is never led out of the house: %s',
    async (back) => {
      const response = await send(await world(), { ...tick, back }, { headers: SENT_BY_BROWSER })
      expect(response.headers.get('Location')).toBe(`/?saved=${STEPS.sendForms}`)
    },
  )

  it('with problems is 422, names each field, and keeps what was typed', async () => {
    const typed = { ...tick, answer: 'not done', doneOn: '2027-03-11', note: 'gjelder 12032112345' }
    const response = await send(await world(), typed)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      saved: false,
      problems: [{ field: 'doneOn' }, { field: 'reason' }, { field: 'note' }],
      typed: { note: 'gjelder 12032112345', doneOn: '2027-03-11' },
    })
  })

  it.each([
    ['no answer', { answer: '' }, 'answer', 'answerMissing'],
    ['an answer nobody knows', { answer: 'perhaps' }, 'answer', 'answerMissing'],
    ['a day that is none', { doneOn: '2027-02-30' }, 'doneOn', 'notADay'],
    ['no key', { form: '' }, 'form', 'formIncomplete'],
    ['no meaning', { meaning: 'x' }, 'meaning', 'formIncomplete'],
    ['a side nobody has', { side: 'parents' }, 'side', 'formIncomplete'],
  ])('with %s says what to do', async (_, changes, field, message) => {
    const response = await send(await world(), { ...tick, ...changes })
    expect(response.status).toBe(422)
    const receipt = (await response.json()) as Receipt
    expect(receipt).toMatchObject({ saved: false, problems: [{ field, message }] })
  })

  it('sent twice acts once, and both are told it is saved', async () => {
    const fjordvik = await world()
    expect(await (await send(fjordvik, tick)).json()).toEqual({ saved: true, done: 'saved' })
    expect(await (await send(fjordvik, tick)).json()).toEqual({ saved: true, done: 'saved' })
    expect(await fjordvik.db.selectFrom('tick').select('answer').execute()).toHaveLength(1)
  })

  it('sent again with another answer is refused by what it had seen, not taken for a repeat', async () => {
    const fjordvik = await world()
    await send(fjordvik, tick)
    const response = await send(fjordvik, { ...tick, answer: 'not relevant', reason: 'Ingen' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ saved: false, problems: [{ field: 'answer' }] })
    expect(await fjordvik.db.selectFrom('tick').select('answer').execute()).toEqual([{ answer: 'done' }])
  })
})

describe('a checklist', () => {
  interface Shown {
    saved: string | null
    rows: { id: string; tick: object | null; undo: object | null; state: { kind: string }; answers: object[] }[]
  }
  const rowIn = ({ rows }: Shown) => rows.find(({ id }) => id.endsWith(STEPS.sendForms))

  it('offers the one tap before, and to take it back after', async () => {
    const fjordvik = await world()
    const before = rowIn(await see<Shown>(fjordvik, PLACE, PEOPLE.bluebellDirector))
    expect(before).toMatchObject({ tick: { answer: 'done', side: 'kindergarten', seen: null }, undo: null })
    await send(fjordvik, { ...tick, note: 'Levert' })
    const shown = await see<Shown>(fjordvik, PLACE, PEOPLE.bluebellDirector, `?saved=${STEPS.sendForms}`)
    expect(rowIn(shown)).toMatchObject({
      tick: null,
      undo: { side: 'kindergarten' },
      state: { kind: 'waiting', side: 'school' },
      answers: [{ unit: 'Blåklokka barnehage', on: '2027-03-10', by: 'Styrer, Blåklokka barnehage', note: 'Levert' }],
    })
    expect(shown.saved).toBe('Lagret: Sende overføringsskjema til skolen.')
  })

  it('says beside each step what the plan says of it, and home does not', async () => {
    const fjordvik = await world('2027-04-10')
    const said = { guidance: { lang: 'nb' }, legalBasis: [{ language: 'nb' }] }
    expect(rowIn(await see<Shown>(fjordvik, PLACE, PEOPLE.bluebellDirector))).toMatchObject({ said })
    const home = await see<{ works: { now: { said: unknown }[] }[] }>(fjordvik, '/', PEOPLE.bluebellDirector)
    expect(home.works.flatMap(({ now }) => now.map((row) => row.said))).toContain(null)
    expect(JSON.stringify(home)).not.toContain('guidance')
  })

  it('asks the principal to confirm with one tap', async () => {
    const fjordvik = await world()
    await send(fjordvik, tick)
    const row = rowIn(await see<Shown>(fjordvik, PLACE, PEOPLE.fjordvikPrincipal))
    expect(row?.tick).toMatchObject({ answer: 'confirmed', side: 'school' })
  })
})

describe('queries', () => {
  const visits: [string, string, Person, Record<string, string>][] = [
    ['home of a director', '/', PEOPLE.bluebellDirector, {}],
    ['home of an adviser', '/', PEOPLE.adviser, {}],
    ['the overview', '/cycles/:cycle', PEOPLE.adviser, {}],
    ['a pair’s checklist', PLACE, PEOPLE.bluebellDirector, {}],
    ['a kindergarten’s checklist', PLACE, PEOPLE.bluebellDirector, { place: BLUEBELL }],
    ['a step', STEP, PEOPLE.fjordvikPrincipal, {}],
    ['one meeting, many pairs', `${STEP}/meeting`, PEOPLE.bluebellDirector, {}],
    ['the plan', '/plan', PEOPLE.observer, {}],
  ]
  it.each(visits)('%s takes few once the plan is known', async (_, path, person, others) => {
    expect(await queriesOf(await world('2026-10-01'), path, person, others)).toBeLessThanOrEqual(6)
  })

  const others: typeof visits = [
    ...visits,
    ['home of a principal', '/', PEOPLE.fjordvikPrincipal, {}],
    ['home of an owner', '/', PEOPLE.kindergartenOwner, {}],
  ]
  it.each(others)('%s takes few also where units close', async (_, path, person, others) => {
    const fjordvik = await world('2026-10-01')
    const closing = { closed_day: day('2027-06-30'), merged_into: LINGONBERRY }
    await fjordvik.db.updateTable('unit').set(closing).where('id', '=', BLUEBELL).execute()
    expect(await queriesOf(fjordvik, path, person, others)).toBeLessThanOrEqual(6)
  })

  it.each<(typeof visits)[number]>([...others, ['a pair’s checklist, for the adviser', PLACE, PEOPLE.adviser, {}]])(
    '%s takes few also where nobody leads',
    async (_, path, person, others) => {
      const fjordvik = await world('2026-10-01')
      const { db, now } = fjordvik
      await db.updateTable('seat').set({ ended_at: now }).where('unit_id', '=', NES_SCHOOL).execute()
      const lastDay = { to_day: day('2026-12-31') }
      await db.updateTable('seat').set(lastDay).where('role', '=', 'principal').execute()
      expect(await queriesOf(fjordvik, path, person, others)).toBeLessThanOrEqual(6)
    },
  )

  /** How many statements a page runs when it is opened again after something happened elsewhere. */
  async function queriesOf(fjordvik: World, path: string, person: Person, others: Record<string, string>) {
    const cookie = await cookieOf(fjordvik, person.id)
    let count = 0
    const edge = () => ({
      ...edgeOf(fjordvik),
      db: fjordvik.db.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => {
          count += 1
          return result
        },
      }),
    })
    const open = () => {
      const request = getting('/', { Cookie: cookie })
      return responseOf(site.get(path)?.loader ?? never, { request, params: { ...params, ...others }, edge: edge() })
    }
    await open()
    await fjordvik.db
      .insertInto('event')
      .values({ ...NOISE, at: fjordvik.now })
      .execute()
    count = 0
    expect((await open()).status).toBe(200)
    expect(count).toBeGreaterThan(0)
    return count
  }
})

/** Something that happened elsewhere, so that nothing worked out before still counts. */
const NOISE = { person_id: null, kind: 'signed in', content: '{}', previous_hash: 'noise', hash: 'noise' } as const

async function never(): Promise<never> {
  throw new Error('Nothing is shown there')
}
