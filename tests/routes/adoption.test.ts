import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { undoAdoption } from '#app/services/adoption.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { adoptNow, publishNext } from '#tests/services/renewing.ts'
import { answerNow } from '#tests/services/saying.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

const ADOPTION = '/cycles/:cycle/adoption'
const RETURN = `${ADOPTION}/return`
const STEP = '/cycles/:cycle/places/:place/steps/:step'
const PLACE = '/cycles/:cycle/places/:place'
const params = { cycle: '2027', place: PAIRS.bluebellFjordvik, step: STEPS.sendForms }
const forms = { year: 2027, placeId: params.place, stepId: params.step }

async function see<T>(fjordvik: World, path: string, { person = PEOPLE.adviser, search = '' } = {}): Promise<T> {
  const request = getting(`/cycles/2027/adoption${search}`, { Cookie: await cookieOf(fjordvik, person.id) })
  const response = await responseOf(site.get(path)!.loader!, { request, params, edge: edgeOf(fjordvik) })
  return (await response.json()) as T
}

async function send(fjordvik: World, path: string, form: Record<string, string>): Promise<Response> {
  const request = posting('/cycles/2027/adoption', form, { Cookie: await cookieOf(fjordvik, PEOPLE.adviser.id) })
  return responseOf(site.get(path)!.action!, { request, params, edge: edgeOf(fjordvik) })
}

interface Shown {
  title: string
  from: number
  newest: number
  saved: string | null
  versions: { number: number; chosen: boolean }[]
  preview: {
    number: number
    totals: { of: string; places: number; touched: number; lines: Record<string, object> }[]
    steps: { title: { words: string }; counts: object[]; due: object | null }[]
    affected: { href: string; name: string; counts: object[]; steps: { fate: string }[] }[]
    affectedCount: number
    untouchedCount: number
  } | null
  last: { from: number; to: number; ticksSince: number } | null
  readers: { sorts: object[]; unread: string[]; unreadCount: number } | null
}

/** Fjordvik with one answer on the forms, which mean something else in version 2. */
async function withNext(): Promise<World> {
  const fjordvik = await world()
  await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
  await publishNext(fjordvik, 2, { [STEPS.sendForms]: { meaning: 2 } })
  return fjordvik
}

const sending = { form: 'a form', from: '1', to: '2', newest: '2', reason: 'Vedtatt i kommunestyret' }

describe('the page that moves a cycle', () => {
  it('says that there is nothing newer', async () => {
    expect(await see<Shown>(await world(), ADOPTION)).toMatchObject({
      title: 'Skolestart 2027 følger versjon 1 av planen',
      versions: [],
      preview: null,
      last: null,
      readers: null,
    })
  })

  it('says what will happen, in all, step by step and place by place', async () => {
    const { title, preview } = await see<Shown>(await withNext(), ADOPTION)
    expect(title).toBe('Flytt skolestart 2027 fra versjon 1 til versjon 2')
    expect(preview?.totals.map(({ of, places, touched }) => [of, places, touched])).toEqual([
      ['municipality', 1, 0],
      ['kindergarten', 3, 0],
      ['school', 4, 0],
      ['pair', 6, 6],
      ['all', 14, 6],
    ])
    expect(preview?.steps).toMatchObject([
      {
        title: { words: 'Sende overføringsskjema til skolen' },
        due: { to: '2027-05-01', from: null },
        counts: [
          { of: 'opens again', count: 1 },
          { of: 'reworded', count: 5 },
        ],
      },
    ])
    expect(preview).toMatchObject({ affectedCount: 6, untouchedCount: 8 })
    expect(preview?.affected[0]).toMatchObject({
      href: `/cycles/2027/places/${PAIRS.bluebellFjordvik}`,
      name: 'Blåklokka barnehage – Fjordvik skole',
      counts: [{ of: 'opens again', count: 1 }],
      steps: [{ fate: 'opens again' }],
    })
  })

  it('offers each newer version, and the newest where the address names none that is', async () => {
    const fjordvik = await withNext()
    await publishNext(fjordvik, 3, {})
    const chosen = async (search: string) => (await see<Shown>(fjordvik, ADOPTION, { search })).preview?.number
    expect([await chosen(''), await chosen('?to=2'), await chosen('?to=1'), await chosen('?to=x')]).toEqual([
      3, 2, 3, 3,
    ])
  })

  it('moves it, and then says by whom it was, who has read and that one can go back', async () => {
    const fjordvik = await withNext()
    const response = await send(fjordvik, ADOPTION, sending)
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/cycles/2027/adoption?saved=adopted'])
    const shown = await see<Shown>(fjordvik, ADOPTION, { search: '?saved=adopted' })
    expect(shown).toMatchObject({ from: 2, saved: 'adopted', preview: null, last: { from: 1, to: 2, ticksSince: 0 } })
    expect(shown.readers).toMatchObject({
      unreadCount: 7,
      sorts: [
        { kind: 'kindergarten', ownership: 'municipal', read: 0, unread: 1, nothingNew: 0 },
        { kind: 'kindergarten', ownership: 'private', unread: 2 },
        { kind: 'school', ownership: 'municipal', unread: 3 },
        { kind: 'school', ownership: 'private', unread: 1 },
      ],
    })
  })

  it.each([
    ['no reason', { reason: ' ' }, { field: 'reason', message: 'reasonMissing' }],
    ['another cycle meanwhile', { from: '2' }, { field: 'to', message: 'cycleMovedMeanwhile' }],
    ['a newer version meanwhile', { newest: '1' }, { field: 'to', message: 'versionRetired' }],
    ['no number', { to: 'x' }, { field: 'to', message: 'formIncomplete' }],
    ['no key', { form: '' }, { field: 'form', message: 'formIncomplete' }],
  ])('keeps what was typed where there is %s', async (_, changes, problem) => {
    const typed = { ...sending, ...changes }
    const response = await send(await withNext(), ADOPTION, typed)
    expect(response.status).toBe(422)
    const answer = (await response.json()) as { problems: Problem[]; typed: object }
    expect(answer).toMatchObject({ problems: [problem], typed: { reason: typed.reason } })
  })
})

describe('the page that goes back', () => {
  it('asks for a reason and goes back', async () => {
    const fjordvik = await withNext()
    await adoptNow(fjordvik, 2)
    expect(await see(fjordvik, RETURN)).toMatchObject({
      title: 'Flytt skolestart 2027 tilbake fra versjon 2 til versjon 1',
      last: { from: 1, to: 2, sequence: 1, ticksSince: 0 },
    })
    const back = { form: 'a form', sequence: '1', reason: '' }
    expect((await send(fjordvik, RETURN, back)).status).toBe(422)
    const response = await send(fjordvik, RETURN, { ...back, reason: 'For tidlig' })
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/cycles/2027/adoption?saved=returned'])
    expect(await see(fjordvik, RETURN)).toMatchObject({
      title: 'Skolestart 2027 følger versjon 1 av planen',
      last: null,
    })
  })

  it('says how many ticks keep it from that', async () => {
    const fjordvik = await withNext()
    await adoptNow(fjordvik, 2)
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
    expect(await see(fjordvik, RETURN)).toMatchObject({ last: { ticksSince: 1 } })
    const response = await send(fjordvik, RETURN, { form: 'f', sequence: '1', reason: 'For tidlig' })
    expect(await response.json()).toMatchObject({
      problems: [{ message: 'ticksSince', values: { count: 1, number: 2 } }],
    })
  })
})

describe('an answer from before', () => {
  interface Row {
    id: string
    answers: object[]
    earlier: { version: number; answer: string }[]
  }
  const director = { person: PEOPLE.bluebellDirector }

  it('says on the checklist and on the step which version it was given under', async () => {
    const fjordvik = await withNext()
    await adoptNow(fjordvik, 2)
    const { rows } = await see<{ rows: Row[] }>(fjordvik, PLACE, director)
    expect(rows.find(({ id }) => id.endsWith(STEPS.sendForms))).toMatchObject({
      answers: [],
      earlier: [{ version: 1, answer: 'done' }],
    })
    const { step } = await see<{ step: object }>(fjordvik, STEP, director)
    expect(step).toMatchObject({ earlier: [{ version: 1 }], history: [{ under: 1 }] })
  })

  it('to a step that fell away is kept on the checklist, for those who may see it', async () => {
    const fjordvik = await withNext()
    await publishNext(fjordvik, 3, { [STEPS.sendForms]: null })
    await adoptNow(fjordvik, 3)
    const gone = async (person: Person) => (await see<{ gone: object[] }>(fjordvik, PLACE, { person })).gone
    expect(await gone(PEOPLE.fjordvikPrincipal)).toMatchObject([
      { id: STEPS.sendForms, answers: [{ answer: 'done', version: 1, by: PEOPLE.bluebellDirector.name }] },
    ])
    expect(await gone(PEOPLE.observer)).toHaveLength(1)
    await undoAdoption(fjordvik.as('adviser'), 2027, { sequence: 1, reason: 'For tidlig' }, newId())
    expect(await gone(PEOPLE.observer)).toEqual([])
  })

  it('that still stands says so, too; one given since does not', async () => {
    const fjordvik = await withNext()
    const visit = { ...forms, stepId: STEPS.reportNumbers }
    await answerNow(fjordvik.as('director', BLUEBELL), visit, 'kindergarten', 'done')
    await adoptNow(fjordvik, 2)
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
    const { step } = await see<{ step: object }>(fjordvik, STEP, director)
    expect(step).toMatchObject({ answers: [{ version: 2 }], earlier: [], history: [{ under: 1 }, { under: null }] })
  })
})
