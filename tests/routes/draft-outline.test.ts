import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Told } from '#app/components/part-list.tsx'
import type { OutlineView } from '#app/components/outline-view.ts'
import { day } from '#app/domain/calendar.ts'
import { findElement, findStep } from '#app/domain/draft.ts'
import type { Person } from '#app/domain/permissions.ts'
import { readDraft, saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { AREAS, ELEMENTS, FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { writeVersion } from '#db/seed/version-rows.ts'
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

const SENT_BY_BROWSER = { Accept: 'text/html' }
const OUTLINE = '/plan/draft'
const ROUTINE = '/plan/draft/routines/:routine'
const AREA = '/plan/draft/areas/:area'
const ELEMENT = '/plan/draft/elements/:element'
const cooperation = { routine: ROUTINES.cooperation }
const routinePath = `/plan/draft/routines/${ROUTINES.cooperation}`

interface Asked {
  params?: Record<string, string>
  search?: string
  person?: Person
  headers?: Record<string, string>
}

async function ask(path: string, form: Record<string, string> | null, asked: Asked = {}): Promise<Response> {
  const { params = {}, search = '', person = PEOPLE.adviser, headers = {} } = asked
  const url = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '') + search
  const page = site.get(path)
  const handler = form ? page?.action : page?.loader
  if (!handler) throw new Error(`${path} does not answer`)
  const signedIn = { Cookie: await cookieOf(fjordvik, person.id), ...headers }
  const request = form ? posting(url, form, signedIn) : getting(url, signedIn)
  return responseOf(handler, { request, params, edge: edgeOf(fjordvik) })
}

async function see<T>(path: string, asked?: Asked): Promise<T> {
  const response = await ask(path, null, asked)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

const send = (path: string, form: Record<string, string>, asked?: Asked) =>
  ask(path, { form: newId(), back: OUTLINE, ...form }, asked)
const adviser = () => fjordvik.asPerson(PEOPLE.adviser)
const draftNow = async () => (await readDraft(adviser()))!
const contentNow = async () => (await draftNow()).content
const begin = (from = '1') => send('/plan/draft/beginning', { from })
const stepsOfCooperation = async () =>
  (await contentNow()).routines.find(({ id }) => id === ROUTINES.cooperation)!.steps.map(({ id }) => id)

interface Outline {
  begun: { outline: OutlineView; told: Told; form: string } | null
  discarded: boolean
}
const outlineNow = async (search = '') => (await see<Outline>(OUTLINE, { search })).begun!

async function publishSecond(): Promise<void> {
  const later = fjordvik.at('2027-03-09')
  await writeVersion(
    fjordvik.db,
    {
      ...FJORDVIK_PLAN,
      id: newId(),
      number: 2,
      title: { nb: 'Den nye planen' },
      publication: {
        publishedOn: day('2027-03-09'),
        validFromCycle: 2028,
        adoptedBy: 'Kommunestyret',
        caseNumber: null,
        adoptedOn: day('2027-03-08'),
        changeNote: 'Ny tittel',
      },
    },
    { at: later.now, personId: PEOPLE.adviser.id },
  )
}

describe('beginning', () => {
  it('offers every published version, the one in force first and chosen', async () => {
    await publishSecond()
    const page = await see<{ versions: { value: string; words: string }[]; chosen: string }>('/plan/draft/beginning')
    expect(page.versions.map(({ value, words }) => [value, words])).toEqual([
      ['2', 'Versjon 2, som gjelder nå'],
      ['1', 'Versjon 1'],
    ])
    expect(page.chosen).toBe('2')
    const asked = await see<{ chosen: string }>('/plan/draft/beginning', { search: '?from=1' })
    expect(asked.chosen).toBe('1')
  })

  it.each([
    ['1', FJORDVIK_PLAN.title.nb, 1],
    ['2', 'Den nye planen', 2],
  ])('from version %s', async (from, title, number) => {
    await publishSecond()
    const response = await begin(from)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/plan/draft?begun=1'])
    expect(await draftNow()).toMatchObject({ basedOn: { number }, content: { title: { nb: title } } })
  })

  it('from nothing', async () => {
    await begin('nothing')
    expect(await draftNow()).toMatchObject({ basedOn: null, content: { routines: [], framework: [] } })
    const { outline } = await outlineNow()
    expect(outline).toMatchObject({ basedOn: null, changes: null, routines: [], areas: [] })
    expect(outline.stops).toBeGreaterThan(0)
  })

  it('a second one is refused with a sentence', async () => {
    await begin()
    const response = await begin('nothing')
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ problems: [{ field: 'from', message: 'draftExists' }] })
    expect((await contentNow()).routines).not.toEqual([])
  })

  it('needs a choice, and a version that is there', async () => {
    expect((await send('/plan/draft/beginning', {})).status).toBe(422)
    expect((await begin('7')).status).toBe(404)
    expect(await readDraft(adviser())).toBeNull()
  })
})

describe('the outline', () => {
  it('is empty before somebody begins', async () => {
    expect(await see<Outline>(OUTLINE)).toMatchObject({ begun: null, discarded: false })
  })

  it('says how the draft stands', async () => {
    await begin()
    const { outline } = await outlineNow()
    expect(outline).toMatchObject({
      basedOn: 1,
      changedBy: PEOPLE.adviser.name,
      counts: { routines: 3, steps: 10, areas: 2, elements: 3 },
      changes: 0,
      stops: 0,
      takenOut: [],
    })
    expect(outline.untranslated.map(({ language, count }) => [language, count > 0])).toEqual([
      ['nn', true],
      ['en', true],
    ])
    expect(outline.routines.map(({ steps }) => steps?.length)).toEqual([3, 5, 2])
  })

  it('marks what is new, changed, opened again and moved, and what is not finished', async () => {
    await begin()
    const edit = { guidance: null, carriedOutBy: null, confirmedBy: null, responsible: null, due: null } as const
    const { meaning: _, ...visit } = findStep(FJORDVIK_PLAN, STEPS.visit)!.step
    const routineId = ROUTINES.cooperation
    const id = newId()
    const steps = [
      { step: { ...visit, title: { nb: 'Besøk med rektor' } }, meant: 'wording' as const },
      { step: { ...visit, ...edit, id, title: { nb: 'Et nytt steg' } }, meant: null },
    ]
    for (const { step, meant } of steps) {
      await saveEdit(adviser(), { kind: 'step', routineId, step, meant }, null, newId())
    }
    const friend = findElement(FJORDVIK_PLAN, ELEMENTS.friend)!
    await saveEdit(
      adviser(),
      {
        kind: 'element',
        areaId: friend.area.id,
        element: { ...friend.element, school: { nb: 'Noe helt annet' } },
        meant: 'meaning',
      },
      null,
      newId(),
    )
    await send('/plan/draft/order', { what: 'routine', id: ROUTINES.support, by: '-1' })
    const { outline } = await outlineNow()
    const lines = outline.routines.flatMap((routine) => [routine, ...(routine.steps ?? [])])
    const marked = [...lines, ...outline.areas.flatMap(({ elements }) => elements ?? [])].flatMap((line) =>
      line.mark ? [[line.id, line.mark, line.unfinished ?? false]] : [],
    )
    expect(marked).toHaveLength(4)
    expect(marked).toEqual(
      expect.arrayContaining([
        [STEPS.visit, 'changed', false],
        [id, 'new', true],
        [ELEMENTS.friend, 'opens again', false],
      ]),
    )
    expect(marked.find(([, mark]) => mark === 'moved')).toBeDefined()
    expect(outline).toMatchObject({ changes: 4, stops: 3 })
  })

  it('only counts the steps of a plan with very many, and their routine lists them', async () => {
    await begin()
    const { meaning: _, ...visit } = findStep(FJORDVIK_PLAN, STEPS.visit)!.step
    const steps = Array.from({ length: 500 }, () => ({ ...visit, id: newId() }))
    await saveEdit(adviser(), { kind: 'steps', routineId: ROUTINES.cooperation, steps }, null, newId())
    const { outline } = await outlineNow()
    expect(outline.routines.map(({ count, steps }) => [count, steps])).toEqual([
      [3, null],
      [505, null],
      [2, null],
    ])
    expect((await see<{ steps: unknown[] }>(ROUTINE, { params: cooperation })).steps).toHaveLength(505)
  })
})

describe('order', () => {
  it('changes by one place, and a script gets a receipt', async () => {
    await begin()
    const before = await stepsOfCooperation()
    const response = await send('/plan/draft/order', { what: 'step', id: before[0]!, by: '1' })
    expect([response.status, await response.json()]).toEqual([200, { saved: true, at: 2, of: 5 }])
    expect(await stepsOfCooperation()).toEqual([before[1], before[0], ...before.slice(2)])
  })

  it('sent by the browser leads back to the row and says where it went', async () => {
    await begin()
    const [first] = await stepsOfCooperation()
    const form = { what: 'step', id: first!, by: '1', back: `${routinePath}?saved=x` }
    const response = await send('/plan/draft/order', form, { headers: SENT_BY_BROWSER })
    const to = response.headers.get('Location')
    expect([response.status, to]).toEqual([303, `${routinePath}?moved=${first}#step-${first}`])
    const { told } = await see<{ told: Told }>(ROUTINE, { params: cooperation, search: `?moved=${first}` })
    expect(told.words).toBe('«Melde antall skolestartere» er nå nummer 2 av 5.')
  })

  it('acts once on each press of a page', async () => {
    await begin()
    const before = await stepsOfCooperation()
    const press = { form: 'the page', what: 'step', by: '1' }
    for (const id of [before[0]!, before[0]!, before[3]!]) await send('/plan/draft/order', { ...press, id })
    expect(await stepsOfCooperation()).toEqual([before[1], before[0], before[2], before[4], before[3]])
  })

  it('stays at an end, and leads nobody away from here', async () => {
    await begin()
    const before = await stepsOfCooperation()
    const form = { what: 'step', id: before[0]!, by: '-1', back: 'https://evil.example/' }
    const response = await send('/plan/draft/order', form, { headers: SENT_BY_BROWSER })
    expect(response.headers.get('Location')).toMatch(/^\/plan\/draft\?moved=/)
    expect(await stepsOfCooperation()).toEqual(before)
  })

  it('is not understood without its fields, and leads nowhere without a draft', async () => {
    const form = { what: 'step', id: STEPS.visit, by: '1' }
    expect((await send('/plan/draft/order', form)).status).toBe(404)
    await begin()
    for (const wrong of [{ by: '2' }, { what: 'version' }, { id: '' }]) {
      expect((await send('/plan/draft/order', { ...form, ...wrong })).status).toBe(422)
    }
  })
})

describe('what is taken out', () => {
  const visit = { what: 'step', id: STEPS.visit, back: routinePath }

  it('can be put back right there, and keeps what was written', async () => {
    await begin()
    const { meaning: _, ...step } = findStep(FJORDVIK_PLAN, STEPS.visit)!.step
    const edited = { ...step, title: { nb: 'Besøk med rektor' } }
    const routineId = ROUTINES.cooperation
    await saveEdit(adviser(), { kind: 'step', routineId, step: edited, meant: 'wording' }, null, newId())
    const out = await send('/plan/draft/removal', { ...visit, at: '3' })
    expect(out.headers.get('Location')).toBe(`${routinePath}?out=${STEPS.visit}&at=3`)
    expect(findStep(await contentNow(), STEPS.visit)).toBeNull()
    const page = await see<{ told: Told; takenOut: { id: string }[] }>(ROUTINE, {
      params: cooperation,
      search: `?out=${STEPS.visit}&at=3`,
    })
    expect(page.told).toMatchObject({
      words: '«Besøk med rektor» er tatt ut.',
      out: { what: 'step', id: STEPS.visit, at: 3 },
    })
    expect(page.takenOut.map(({ id }) => id)).toEqual([STEPS.visit])
    expect((await outlineNow()).outline.takenOut).toHaveLength(1)

    const back = await send('/plan/draft/return', visit, { headers: SENT_BY_BROWSER })
    expect(back.headers.get('Location')).toBe(`${routinePath}?returned=${STEPS.visit}#step-${STEPS.visit}`)
    expect(findStep(await contentNow(), STEPS.visit)?.step.title.nb).toBe('Besøk med rektor')
    const after = await see<{ told: Told }>(ROUTINE, { params: cooperation, search: `?returned=${STEPS.visit}` })
    expect(after.told).toMatchObject({ arrived: STEPS.visit, out: null })
    const edits = (await listEvents(fjordvik.db)).filter(({ kind }) => kind === 'draft edited')
    expect(edits.map(({ content }) => content.what)).toEqual(['step', 'take out', 'put back'])
  })

  it('is not said to be out when it is not', async () => {
    await begin()
    const { told } = await see<{ told: Told }>(ROUTINE, { params: cooperation, search: `?out=${STEPS.visit}&at=1` })
    expect(told).toEqual({ words: null, out: null, arrived: null })
  })

  it('stays out where there is nothing to put it in, and the page says why', async () => {
    await begin()
    await send('/plan/draft/removal', visit)
    for (const id of Object.values(ROUTINES)) await send('/plan/draft/removal', { what: 'routine', id })
    const script = await send('/plan/draft/return', visit)
    expect([script.status, await script.json()]).toMatchObject([422, { problems: [{ message: 'noRoutineToPutIn' }] }])
    const browser = await send('/plan/draft/return', { ...visit, back: OUTLINE }, { headers: SENT_BY_BROWSER })
    const to = browser.headers.get('Location')!
    const { told } = await outlineNow(new URL(to, 'http://x').search)
    expect(told.words).toMatch(/rutine/i)
    expect(await outlineNow('?not=anything')).toMatchObject({ told: { words: null } })
  })

  it('can still be read: its page says that it is out', async () => {
    await begin()
    await send('/plan/draft/removal', { what: 'routine', id: ROUTINES.cooperation })
    await send('/plan/draft/removal', { what: 'area', id: AREAS.belonging })
    expect(await see(ROUTINE, { params: cooperation })).toMatchObject({ out: { id: ROUTINES.cooperation } })
    expect(await see(ELEMENT, { params: { element: ELEMENTS.friend } })).toMatchObject({ out: { id: AREAS.belonging } })
  })
})

describe('a routine', () => {
  const texts = (title: string) => ({
    'title.nb': title,
    'title.nn': '',
    'title.en': '',
    'purpose.nb': 'Et formål',
    'purpose.nn': '',
    'purpose.en': '',
  })
  const seenNow = async (person: Person) => (await see<{ seen: string }>(ROUTINE, { params: cooperation, person })).seen

  it('is added last, once however often its form is sent', async () => {
    await begin()
    const { id, seen } = await see<{ id: string; seen: string }>('/plan/draft/routines/new')
    const form = { form: 'new', id, seen, ...texts('Ny rutine') }
    const responses = [await send('/plan/draft/routines/new', form), await send('/plan/draft/routines/new', form)]
    const [first, second] = responses.map(({ headers }) => headers.get('Location'))
    expect(first).toMatch(new RegExp(`^/plan/draft/routines/${id}\\?saved=`))
    expect(second).toBe(first)
    const { routines } = await contentNow()
    expect(routines).toHaveLength(4)
    expect(routines.at(-1)).toEqual({ id, title: { nb: 'Ny rutine' }, purpose: { nb: 'Et formål' }, steps: [] })
  })

  it('of two editors the second sees what the first saved, loses nothing, and can save over it', async () => {
    await begin()
    const [mine, theirs] = [await seenNow(PEOPLE.adviser), await seenNow(PEOPLE.secondAdviser)]
    const first = await send(
      ROUTINE,
      { seen: theirs, ...texts('Deres') },
      { params: cooperation, person: PEOPLE.secondAdviser },
    )
    expect(first.status).toBe(303)
    const second = await send(ROUTINE, { seen: mine, ...texts('Min') }, { params: cooperation })
    expect(second.status).toBe(422)
    expect(await second.json()).toMatchObject({
      problems: [{ field: 'seen', message: 'changedMeanwhile', values: { name: PEOPLE.secondAdviser.name } }],
      typed: { 'title.nb': 'Min' },
    })
    const titleNow = async () => (await contentNow()).routines.find(({ id }) => id === ROUTINES.cooperation)?.title.nb
    expect(await titleNow()).toBe('Deres')
    await send(ROUTINE, { seen: await seenNow(PEOPLE.adviser), ...texts('Min') }, { params: cooperation })
    expect(await titleNow()).toBe('Min')
  })

  it('that is too long is told at its field, with what was typed', async () => {
    await begin()
    const seen = await seenNow(PEOPLE.adviser)
    const response = await send(ROUTINE, { seen, ...texts('x'.repeat(201)) }, { params: cooperation })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ problems: [{ field: 'title.nb', message: 'textTooLong' }] })
  })

  it('that is not there is not found', async () => {
    expect((await ask(ROUTINE, null, { params: cooperation })).status).toBe(404)
    await begin()
    expect((await ask(ROUTINE, null, { params: { routine: 'nowhere' } })).status).toBe(404)
  })
})

describe('the framework', () => {
  const sides = (kindergarten: string, school: string) => ({
    'kindergarten.nb': kindergarten,
    'kindergarten.nn': '',
    'kindergarten.en': '',
    'school.nb': school,
    'school.nn': '',
    'school.en': '',
  })

  it('gets an area with an element', async () => {
    await begin()
    const area = await see<{ id: string; seen: string }>('/plan/draft/areas/new')
    const title = { 'title.nb': 'Natur', 'title.nn': '', 'title.en': 'Nature' }
    await send('/plan/draft/areas/new', { id: area.id, seen: area.seen, ...title })
    const params = { area: area.id }
    const element = await see<{ id: string; seen: string }>(`${AREA}/elements/new`, { params })
    const form = { id: element.id, seen: element.seen, ...sides('Gå på tur', 'Ha uteskole') }
    const response = await send(`${AREA}/elements/new`, form, { params })
    expect(response.headers.get('Location')).toMatch(new RegExp(`^/plan/draft/areas/${area.id}\\?saved=.*#element-`))
    expect((await contentNow()).framework.at(-1)).toMatchObject({
      title: { nb: 'Natur', en: 'Nature' },
      elements: [{ id: element.id, kindergarten: { nb: 'Gå på tur' }, school: { nb: 'Ha uteskole' }, meaning: 1 }],
    })
    expect(await see(AREA, { params })).toMatchObject({ elements: [{ id: element.id, mark: 'new' }] })
  })

  it('asks what a changed wording means, and remembers the answer until more is changed', async () => {
    await begin()
    const params = { element: ELEMENTS.friend }
    const save = async (form: Record<string, string>) => {
      const { seen } = await see<{ seen: string }>(ELEMENT, { params })
      return send(ELEMENT, { seen, ...form }, { params })
    }
    const meaningNow = async () => findElement(await contentNow(), ELEMENTS.friend)?.element.meaning
    const unsaid = await save(sides('Ordlyden er ny', 'Skolen gjør det samme'))
    expect(await unsaid.json()).toMatchObject({ problems: [{ field: 'meant', message: 'meantMissing' }] })
    expect((await save({ ...sides('Ordlyden er ny', 'Skolen'), meant: 'meaning' })).status).toBe(303)
    expect(await meaningNow()).toBe(2)
    expect(await see(ELEMENT, { params })).toMatchObject({ answered: 'meaning', mark: { mark: 'opens again' } })
    expect((await save({ ...sides('Ordlyden er ny', 'Skolen'), 'school.en': 'The school' })).status).toBe(303)
    expect(await meaningNow()).toBe(2)
    expect((await save(sides('Ordlyden er enda nyere', 'Skolen'))).status).toBe(422)
    expect((await save({ ...sides('Ordlyden er enda nyere', 'Skolen'), meant: 'wording' })).status).toBe(303)
    expect(await meaningNow()).toBe(1)
  })
})

describe('discarding', () => {
  it('says what is lost, and leaves the plan in force as it is', async () => {
    await begin()
    await send('/plan/draft/removal', { what: 'step', id: STEPS.visit })
    const page = await see<{ seen: string }>('/plan/draft/discarding')
    expect(page).toMatchObject({ basedOn: 1, changes: 1, comments: 0, changedBy: PEOPLE.adviser.name })
    expect((await send('/plan/draft/discarding', { seen: 'something else' })).status).toBe(422)
    expect(await draftNow()).not.toBeNull()
    const response = await send('/plan/draft/discarding', { seen: page.seen })
    expect(response.headers.get('Location')).toBe('/plan/draft?discarded=1')
    expect(await see<Outline>(OUTLINE, { search: '?discarded=1' })).toMatchObject({ begun: null, discarded: true })
    expect((await ask('/plan/draft/discarding', null)).status).toBe(404)
    await begin()
    expect(findStep(await contentNow(), STEPS.visit)).not.toBeNull()
  })
})

describe('somebody who does not edit the plan', () => {
  it.each([
    ['/plan/draft/beginning', { from: '1' }],
    ['/plan/draft/discarding', { seen: 'x' }],
    ['/plan/draft/order', { what: 'step', id: STEPS.visit, by: '1' }],
    ['/plan/draft/removal', { what: 'step', id: STEPS.visit }],
    ['/plan/draft/return', { what: 'step', id: STEPS.visit }],
  ])('finds nothing at %s, and changes nothing', async (path, form) => {
    await begin()
    const before = await draftNow()
    expect((await send(path, form, { person: PEOPLE.fjordvikPrincipal })).status).toBe(404)
    expect(await draftNow()).toEqual(before)
  })
})
