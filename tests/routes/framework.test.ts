import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AreaView, FrameworkRowView, LineView } from '#app/components/framework-view.ts'
import type { Person } from '#app/domain/permissions.ts'
import { elementLinesOf } from '#app/domain/framework-mark.ts'
import type { Month } from '#app/domain/month.ts'
import { newId } from '#app/services/new-id.server.ts'
import { insertMarks, listMarks } from '#db/queries/framework-marks.ts'
import { AREAS, ELEMENTS, FJORDVIK_PLAN } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PEOPLE } from '#db/seed/fjordvik.ts'
import { adoptNow, publishNext } from '#tests/services/renewing.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf, type Sent } from './visiting.ts'

const PAGE = '/cycles/:cycle/places/:place/framework'
const AT = `/cycles/2027/places/${BLUEBELL}/framework`
const BROWSER = { Accept: 'text/html' }
const DIRECTOR = PEOPLE.bluebellDirector

let site: Map<string, Page>
let fjordvik: World
beforeAll(async () => {
  site = await pages()
})
beforeEach(async () => {
  fjordvik = await world()
})

interface Visit {
  by?: Person
  /** The address asked for. */
  to?: string
  params?: Record<string, string>
  headers?: Record<string, string>
}

async function visit(
  page: string,
  request: (headers: Record<string, string>) => Request,
  given: Visit,
  sends: boolean,
) {
  const { by = DIRECTOR, params = {}, headers = {} } = given
  const handler = site.get(page)?.[sends ? 'action' : 'loader']
  if (!handler) throw new Error(`No ${page}`)
  const cookie = { Cookie: await cookieOf(fjordvik, by.id), ...headers }
  const all = { cycle: '2027', place: BLUEBELL, ...params }
  return responseOf(handler, { request: request(cookie), params: all, edge: edgeOf(fjordvik) })
}

const look = (page: string, given: Visit = {}) =>
  visit(page, (headers) => getting(given.to ?? '/', headers), given, false)
const send = (page: string, form: Sent, given: Visit = {}) =>
  visit(page, (headers) => posting('/', form, headers), given, true)

async function rows(given: Visit = {}): Promise<FrameworkRowView[]> {
  const response = await look(PAGE, given)
  expect(response.status).toBe(200)
  const { areas } = (await response.json()) as { areas: AreaView[] }
  return areas.flatMap((area) => area.rows)
}

async function chosen(...ids: string[]): Promise<string[]> {
  const all = await rows()
  return ids.map((id) => all.find((row) => row.id === id)?.chosen ?? 'none')
}

const MARKS = `${PAGE}/marks`
const MARCH = { from: '2027-03', to: '2027-04' }
const planned = async (changes: Sent = {}) => ({
  ...{ form: newId(), back: `${AT}?month=2027-03`, mark: 'planned', ...MARCH },
  chosen: await chosen(ELEMENTS.friend),
  ...changes,
})
const stands = async (id: string = ELEMENTS.friend) => (await rows()).find((row) => row.id === id)?.mark ?? null

describe('marks', () => {
  it('sent by a script get a receipt, and sent by a browser lead back to the month and say what was saved', async () => {
    const receipt = await send(MARKS, await planned())
    expect([receipt.status, await receipt.json()]).toEqual([200, { saved: true, mark: 'planned', count: 1 }])
    const both = await chosen(ELEMENTS.ownPlace, ELEMENTS.freePlay)
    const led = await send(MARKS, await planned({ chosen: both }), { headers: BROWSER })
    const to = led.headers.get('Location')
    expect([led.status, to]).toEqual([303, `${AT}?month=2027-03&marked=planned&count=2`])
    const page = await look(PAGE, { to: to ?? '/' })
    expect(await page.json()).toMatchObject({ saved: 'Lagret for 2 elementer: Planlagt.' })
  })

  it('stand in their month and in their area, and the page sends what belongs to the area once', async () => {
    await send(MARKS, await planned())
    const page = await look(PAGE, { to: `${AT}?month=2027-04` })
    const { now } = (await page.json()) as { now: FrameworkRowView[] }
    expect(now).toMatchObject([{ id: ELEMENTS.friend, mark: { mark: 'planned' }, others: null, history: [] }])
    expect((await rows()).find(({ id }) => id === ELEMENTS.friend)).toMatchObject({
      others: { side: 'school' },
      history: [{}],
    })
  })

  it('never lead to another site', async () => {
    const led = await send(MARKS, await planned({ back: 'https://evil.example/' }), { headers: BROWSER })
    expect(led.headers.get('Location')).toMatch(/^\/\?/)
  })

  it.each<[string, Record<string, string | string[]>, string, string]>([
    ['nothing chosen', { chosen: [] }, 'chosen', 'noElementChosen'],
    ['nothing said', { mark: '' }, 'mark', 'markMissing'],
    ['not for us without a reason', { mark: 'not for us', reason: ' ' }, 'reason', 'reasonMissing'],
    ['a month outside the cycle', { from: '2028-01', to: '2028-01' }, 'from', 'markMonthMissing'],
    ['what is no month', { from: 'mars', to: '2027-13' }, 'from', 'markMonthMissing'],
    ['months backwards', { from: '2027-05', to: '2027-04' }, 'to', 'monthsBackwards'],
    ['a how that is too long', { how: 'x'.repeat(301) }, 'how', 'textTooLong'],
    ['a how of 50,000 characters', { how: 'x'.repeat(50_000) }, 'how', 'textTooLong'],
    ['a how with a birth date', { how: 'Født 3.4.2021' }, 'how', 'birthDate'],
    ['a how about a diagnosis', { how: 'For barna med autisme' }, 'how', 'diagnosisOrCase'],
  ])('with %s are a 422 that keeps what was typed, and save nothing', async (_, changes, field, message) => {
    const form = await planned(changes)
    const response = await send(MARKS, form, { headers: BROWSER })
    expect(response.status).toBe(422)
    const { problems, typed } = (await response.json()) as { problems: object[]; typed: Record<string, string> }
    expect(problems).toMatchObject([{ field, message }])
    for (const each of ['mark', 'from', 'to', 'how', 'reason'] as const) {
      const sent = (form as Record<string, unknown>)[each]
      if (typeof sent === 'string') expect(typed[each]).toBe(sent)
    }
    expect(typed.chosen ?? '').toBe([form.chosen].flat().join(','))
    expect(await stands()).toBeNull()
  })

  it('with a choice that no page has made are a 422', async () => {
    for (const bad of ['element', 'element:x', `element:${ELEMENTS.friend}:one:`]) {
      const response = await send(MARKS, await planned({ chosen: bad }))
      expect([response.status, await response.json()]).toMatchObject([
        422,
        { problems: [{ message: 'formIncomplete' }] },
      ])
    }
  })

  it('sent twice act once, and say so both times', async () => {
    const form = await planned()
    const answers = [await send(MARKS, form), await send(MARKS, form)]
    expect(await Promise.all(answers.map((answer) => answer.json()))).toMatchObject([{ saved: true }, { saved: true }])
    expect((await rows()).find(({ id }) => id === ELEMENTS.friend)?.history).toHaveLength(1)
  })

  it('of what somebody else marked meanwhile are refused with who did, and work on what the page then shows', async () => {
    const mine = await planned({ mark: 'working with it' })
    await send(MARKS, await planned(), { by: PEOPLE.bluebellDeputy })
    const response = await send(MARKS, mine)
    const values = { name: PEOPLE.bluebellDeputy.name }
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { problems: [{ field: 'chosen', message: 'markedMeanwhile', values }], typed: { mark: 'working with it' } },
    ])
    expect((await stands())?.mark).toBe('planned')
    expect((await send(MARKS, await planned({ mark: 'working with it' }))).status).toBe(200)
    expect((await stands())?.mark).toBe('working with it')
  })

  it('by those who may only look, or not even that, are refused', async () => {
    const form = await planned()
    const status = async (by: Person) => (await send(MARKS, form, { by })).status
    expect(await status(PEOPLE.observer)).toBe(403)
    expect(await status(PEOPLE.fjordvikPrincipal)).toBe(404)
    expect(await stands()).toBeNull()
  })

  it('of an element on its own page come back there', async () => {
    const params = { element: ELEMENTS.friend }
    const page = `${PAGE}/elements/:element`
    const back = `${AT}/elements/${ELEMENTS.friend}`
    const led = await send(page, await planned({ back, how: 'I samlingsstund' }), { params, headers: BROWSER })
    expect(led.headers.get('Location')).toBe(`${back}?marked=planned&count=1`)
    const { first, row } = (await (await look(page, { params })).json()) as LineView
    expect(first).toMatchObject({ mark: 'planned', ...MARCH, how: 'I samlingsstund' })
    expect(row.undo).toBe(true)
  })
})

describe('having read the framework', () => {
  const ACKNOWLEDGEMENT = `${PAGE}/acknowledgement`
  const version = async () => ((await (await look(PAGE)).json()) as { version: { id: string } }).version.id

  it('is said once, by script or without', async () => {
    const form = { form: newId(), version: await version() }
    expect(await (await send(ACKNOWLEDGEMENT, form)).json()).toEqual({ saved: true })
    const led = await send(ACKNOWLEDGEMENT, form, { headers: BROWSER })
    expect([led.status, led.headers.get('Location')]).toEqual([303, `${AT}?saved=acknowledged`])
    expect(await (await look(PAGE)).json()).toMatchObject({ acknowledged: { state: 'acknowledged' } })
  })

  it('of a version that no longer holds is refused, and asked again', async () => {
    const form = { form: newId(), version: await version() }
    await publishNext(fjordvik, 2, {}, [], FJORDVIK_PLAN.framework.slice(0, 1))
    await adoptNow(fjordvik, 2)
    const response = await send(ACKNOWLEDGEMENT, form)
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { problems: [{ field: 'acknowledgement', message: 'frameworkHasChanged' }] },
    ])
    const led = await send(ACKNOWLEDGEMENT, { ...form, form: newId() }, { headers: BROWSER })
    expect(led.headers.get('Location')).toBe(AT)
    expect(await (await look(PAGE)).json()).toMatchObject({ acknowledged: { state: 'not yet' } })
  })
})

describe('an addition of the unit’s own', () => {
  const ONE = `${PAGE}/additions/:addition`
  const write = (words = 'Skogturer hver uke', changes: Sent = {}) =>
    send(`${PAGE}/additions/new`, { form: newId(), area: AREAS.play, words, ...changes })
  async function written(): Promise<{ addition: string }> {
    await write()
    const own = (await rows()).find((row) => row.own)
    if (!own) throw new Error('No addition')
    return { addition: own.id }
  }
  const words = async () => (await rows()).filter((row) => row.own).map((row) => row.title.words)

  it('is written, opened, worded anew and taken out', async () => {
    const led = await write()
    expect([led.status, led.headers.get('Location')]).toEqual([303, `${AT}?saved=addition#in-${AREAS.play}`])
    const [own] = (await rows()).filter((row) => row.own)
    const params = { addition: own?.id ?? '' }
    const line = (await (await look(ONE, { params })).json()) as LineView
    expect(line).toMatchObject({ row: { title: { words: 'Skogturer hver uke' }, own: true, others: null } })
    const seen = 'Skogturer hver uke'
    const changed = await send(`${ONE}/words`, { form: newId(), seen, words: 'Turer i skogen' }, { params })
    expect([changed.status, changed.headers.get('Location')]).toEqual([303, `${AT}?saved=addition`])
    expect(await words()).toEqual(['Turer i skogen'])
    expect((await send(`${ONE}/removal`, { form: newId(), seen }, { params })).status).toBe(422)
    expect((await send(`${ONE}/removal`, { form: newId(), seen: 'Turer i skogen' }, { params })).status).toBe(303)
    expect(await words()).toEqual([])
    expect((await look(ONE, { params })).status).toBe(404)
  })

  it.each([
    ['no words', { words: '' }, 'words', 'additionMissing'],
    ['50,000 characters', { words: 'x'.repeat(50_000) }, 'words', 'textTooLong'],
    ['a birth date', { words: 'Født 3.4.2021' }, 'words', 'birthDate'],
    ['initials', { words: 'Turer med K.N.' }, 'words', 'initials'],
    ['no area', { area: 'none' }, 'area', 'areaMissing'],
  ])('with %s is a 422 that keeps what was typed', async (_, changes, field, message) => {
    const response = await write('Skogturer', changes)
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { problems: [{ field, message }], typed: changes },
    ])
    expect(await words()).toEqual([])
  })

  it('worded anew with a problem is a 422 that keeps what was typed', async () => {
    const params = await written()
    const form = { form: newId(), seen: 'Skogturer hver uke', words: 'Turer for en gutt' }
    const response = await send(`${ONE}/words`, form, { params })
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { problems: [{ field: 'words', message: 'oneChild' }], typed: { words: 'Turer for en gutt' } },
    ])
  })

  it('of another unit answers as one that is none, whatever is done with it', async () => {
    const { addition } = await written()
    const by = { by: PEOPLE.lingonberryDirector, params: { place: LINGONBERRY, addition } }
    const seen = { form: newId(), seen: 'Skogturer hver uke' }
    expect((await look(PAGE, { ...by, params: { place: LINGONBERRY } })).status).toBe(200)
    const answers = [
      await look(ONE, by),
      await send(ONE, await planned({ chosen: `addition:${addition}:1:` }), by),
      await send(`${ONE}/words`, { ...seen, words: 'Turer' }, by),
      await send(`${ONE}/removal`, { ...seen, form: newId() }, by),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(await words()).toEqual(['Skogturer hver uke'])
  })

  it('whose area fell out of the plan stands last, under a heading of its own, and can be marked and changed', async () => {
    const params = await written()
    await publishNext(fjordvik, 2, {}, [], FJORDVIK_PLAN.framework.slice(0, 1))
    await adoptNow(fjordvik, 2)
    const { areas } = (await (await look(PAGE)).json()) as { areas: AreaView[] }
    const last = areas.at(-1)
    expect(last).toMatchObject({ id: 'own', add: null, rows: [{ id: params.addition }] })
    expect(await (await look(ONE, { params })).json()).toMatchObject({ area: null })
    expect((await send(MARKS, await planned({ chosen: last?.rows[0]?.chosen ?? '' }))).status).toBe(200)
    const seen = 'Skogturer hver uke'
    expect((await send(`${ONE}/words`, { form: newId(), seen, words: 'Skogturer' }, { params })).status).toBe(303)
    expect(await words()).toEqual(['Skogturer'])
  })
})

describe('beginning from last year', () => {
  const BEGINNING = `${PAGE}/beginning`
  beforeEach(async () => {
    const by = { at: fjordvik.now, personId: DIRECTOR.id, forUnit: false, year: 2026, unitId: BLUEBELL }
    const months = { from: '2026-02' as Month, to: '2026-03' as Month }
    const what = { elementId: ELEMENTS.friend, additionId: null, mark: 'worked with', months } as const
    await insertMarks(fjordvik.db, [
      { ...by, ...what, id: newId(), how: 'På tur', reason: null, meaning: 1, version: 1 },
    ])
  })

  it('offers what was worked with, a year later, and plans what is chosen', async () => {
    const shown = (await (await look(BEGINNING)).json()) as { rows: { value: string; says: string }[]; form: string }
    expect(shown.rows.map(({ says }) => says)).toEqual(['februar–mars 2027 · På tur'])
    const form = { form: shown.form, chosen: shown.rows.map(({ value }) => value) }
    const led = await send(BEGINNING, form)
    expect([led.status, led.headers.get('Location')]).toEqual([303, `${AT}?saved=beginning`])
    await send(BEGINNING, form)
    const marks = (await listMarks(fjordvik.db, 2027, [BLUEBELL])).get(BLUEBELL) ?? []
    expect(marks).toHaveLength(1)
    const friend = elementLinesOf(FJORDVIK_PLAN, marks).find(({ element }) => element.id === ELEMENTS.friend)
    expect(friend?.mark).toMatchObject({ mark: 'planned', months: { from: '2027-02', to: '2027-03' }, how: 'På tur' })
    expect(await (await look(BEGINNING)).json()).toMatchObject({ rows: [] })
  })

  it('with nothing chosen is a 422, and never for another unit', async () => {
    const response = await send(BEGINNING, { form: newId() })
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { problems: [{ field: 'chosen', message: 'noElementChosen' }] },
    ])
    const by = PEOPLE.fjordvikPrincipal
    expect((await send(BEGINNING, { form: newId() }, { by })).status).toBe(404)
    expect((await send(BEGINNING, { form: newId() }, { by, params: { place: FJORDVIK_SCHOOL } })).status).toBe(422)
  })
})
