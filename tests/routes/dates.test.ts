import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import type { Notice } from '#app/components/notices.tsx'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

const PLACE = '/cycles/:cycle/places/:place'
const { bluebellDirector, fjordvikPrincipal, lingonberryDirector } = PEOPLE

interface Visit {
  person: Person
  place?: string
  date?: string
  form?: Record<string, string>
}

async function visit(
  fjordvik: World,
  path: string,
  { person, place = PAIRS.bluebellFjordvik, date = '', form }: Visit,
) {
  const page = site.get(path)
  const params: Record<string, string> = { cycle: '2027', place, date }
  const url = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const headers = { Cookie: await cookieOf(fjordvik, person.id) }
  const request = form ? posting(url, form, headers) : getting(url, headers)
  const handler = form ? page?.action : page?.loader
  if (!handler) throw new Error(`${path} does not answer`)
  return responseOf(handler, { request, params, edge: edgeOf(fjordvik) })
}

const VISIT = { form: 'f', kind: 'visit', stepId: STEPS.sendForms, on: '2027-03-02', from: '9.30', to: '11:00' }

async function enter(fjordvik: World, changes: Record<string, string> = {}, visited: Partial<Visit> = {}) {
  const form = { ...VISIT, venue: 'på skolen', ...changes }
  return visit(fjordvik, `${PLACE}/dates/new`, { person: fjordvikPrincipal, ...visited, form })
}

async function rowOf(fjordvik: World, person: Person) {
  const response = await visit(fjordvik, PLACE, { person })
  const { rows } = (await response.json()) as {
    rows: { id: string; agreed: object[]; suggestion: string; tick: object }[]
  }
  return rows.find(({ id }) => id.endsWith(STEPS.sendForms))
}

describe('the form of a date', () => {
  it('comes back with what was typed, and a sentence for each field', async () => {
    const fjordvik = await world('2027-01-11')
    const response = await enter(fjordvik, { on: '2027-05-15', from: '25:00', whoComes: 'Født 3.5.2021' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      problems: [{ field: 'from', message: 'dateNotATime' }],
      typed: { on: '2027-05-15', from: '25:00', whoComes: 'Født 3.5.2021', venue: 'på skolen' },
    })
    expect(await (await enter(fjordvik, { on: '2027-05-15', whoComes: 'Født 3.5.2021' })).json()).toMatchObject({
      problems: [
        { field: 'whoComes', message: 'birthDate' },
        { field: 'on', message: 'dateOnWeekend' },
      ],
    })
  })

  it.each([
    ['no day', { on: '' }, 'dateDayMissing'],
    ['no such day', { on: '2027-02-30' }, 'dateNotADay'],
    ['no kind', { kind: 'party' }, 'dateKindMissing'],
    ['another form', { form: '' }, 'formIncomplete'],
  ])('with %s says so', async (_, changes, message) => {
    const response = await enter(await world('2027-01-11'), changes)
    expect([
      response.status,
      ((await response.json()) as { problems: { message: string }[] }).problems[0]?.message,
    ]).toEqual([422, message])
  })

  it('shows the second of two both versions, with what they saw', async () => {
    const fjordvik = await world('2027-01-11')
    await enter(fjordvik, { on: '2027-05-12' })
    const { id: date } = await fjordvik.db.selectFrom('agreed_date').select('id').executeTakeFirstOrThrow()
    const change = (person: Person, form: Record<string, string>) =>
      visit(fjordvik, `${PLACE}/dates/:date`, {
        person,
        date,
        form: { ...VISIT, on: '2027-05-12', seen: '0', ...form },
      })
    expect((await change(bluebellDirector, { form: 'a', venue: 'i barnehagen' })).status).toBe(303)
    const second = await change(fjordvikPrincipal, { form: 'b', venue: 'i gymsalen' })
    expect(await second.json()).toMatchObject({
      problems: [{ field: 'seen', message: 'changedMeanwhile', values: { name: bluebellDirector.name } }],
      typed: { venue: 'i gymsalen' },
    })
    const shown = await visit(fjordvik, `${PLACE}/dates/:date`, { person: fjordvikPrincipal, date })
    expect(await shown.json()).toMatchObject({ seen: 1, form: { values: { venue: 'i barnehagen' } } })
  })
})

describe('a date on the checklist', () => {
  it('stands at its step, and once it is over suggests the tick with its day, to those who tick', async () => {
    const fjordvik = await world('2027-03-01')
    await enter(fjordvik)
    const before = await rowOf(fjordvik, bluebellDirector)
    expect(before?.agreed).toMatchObject([{ words: 'Avtalt 2. mars kl. 9.30–11, på skolen', moved: null }])
    expect([before?.suggestion, before?.tick]).toEqual([null, expect.not.objectContaining({ doneOn: '2027-03-02' })])
    const later = fjordvik.at('2027-03-10')
    expect(await rowOf(later, bluebellDirector)).toMatchObject({
      suggestion: 'Dagen har vært. Er det gjort? «Gjennomført» fører 2. mars.',
      tick: { answer: 'done', doneOn: '2027-03-02' },
    })
    expect(await rowOf(later, fjordvikPrincipal)).toMatchObject({ suggestion: null, tick: null })
    // Nothing ticks by itself.
    expect(await later.db.selectFrom('tick').select('id').execute()).toEqual([])
  })
})

describe('home', () => {
  it('tells of the next date within two weeks, and how many more', async () => {
    const fjordvik = await world('2027-03-10')
    const noticesOf = async (person: Person, at = fjordvik) => {
      const { notices } = (await (await visit(at, '/', { person })).json()) as { notices: Notice[] }
      return notices.filter(({ to }) => to.endsWith('/dates')).map(({ to, words }) => [to, words])
    }
    expect(await noticesOf(bluebellDirector)).toEqual([])
    await enter(fjordvik, { on: '2027-03-24' })
    await enter(
      fjordvik,
      { on: '2027-03-12', kind: 'meeting', stepId: '', pairs: 'all', form: 'g' },
      { place: FJORDVIK_SCHOOL },
    )
    await enter(fjordvik, { on: '2027-03-30', stepId: '', form: 'h' })
    const more = 'Møte 12. mars kl. 9.30–11 (Fjordvik skole), og en avtale til de neste to ukene.'
    expect(await noticesOf(bluebellDirector)).toEqual([[`/cycles/2027/places/${BLUEBELL}/dates`, more]])
    expect(await noticesOf(fjordvikPrincipal)).toEqual([[`/cycles/2027/places/${FJORDVIK_SCHOOL}/dates`, more]])
    expect((await noticesOf(lingonberryDirector)).map(([, words]) => words)).toEqual([
      'Møte 12. mars kl. 9.30–11 (Fjordvik skole).',
    ])
    expect(await noticesOf(PEOPLE.adviser)).toEqual([])
    expect(await noticesOf(bluebellDirector, fjordvik.at('2027-04-01'))).toEqual([])
  })
})
