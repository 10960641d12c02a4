import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, ORIGIN, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

interface Visit {
  params?: Record<string, string>
  search?: string
  form?: Record<string, string>
}

async function visit(fjordvik: World, personId: string, path: string, { params = {}, search = '', form }: Visit = {}) {
  const page = site.get(path)
  const handler = form ? page?.action : page?.loader
  if (!handler) throw new Error(`${path} does not answer`)
  const url = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '') + search
  const headers = { Cookie: await cookieOf(fjordvik, personId) }
  const request = form ? posting(url, form, headers) : getting(url, headers)
  return responseOf(handler, { request, params, edge: edgeOf(fjordvik) })
}

const adviser = PEOPLE.adviser.id
const director = PEOPLE.bluebellDirector.id
const seatOf = (person: Person) => person.seats[0]?.id ?? 'none'
const leadsTo = (response: Response) => [response.status, response.headers.get('Location')]
const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>
const messages = async (response: Response) => {
  const { problems, typed } = (await response.json()) as { problems: { message: string }[]; typed: object }
  return { status: response.status, problems: problems.map(({ message }) => message), typed }
}

const NEW = 'new@fjordvik.example'
const OFFER = { form: 'a form', role: 'director', unit: SUNBEAM, owner: '', email: ' New@Fjordvik.Example ' }

/** Somebody with nothing but the offer to lead Solstrålen. */
async function invited(fjordvik: World, form: Record<string, string> = OFFER) {
  expect(leadsTo(await visit(fjordvik, adviser, '/people/new', { form }))).toEqual([303, '/people?saved=offered'])
  const row = await fjordvik.db
    .selectFrom('seat')
    .innerJoin('person', 'person.id', 'seat.person_id')
    .select(['seat.id', 'person.id as person'])
    .where('person.email', '=', NEW)
    .executeTakeFirstOrThrow()
  return { person: row.person, seat: row.id }
}

describe('inviting', () => {
  it('takes an address with capitals and spaces, and writes a letter in bokmål with where to answer', async () => {
    const fjordvik = await world()
    await invited(fjordvik)
    const mail = await fjordvik.db.selectFrom('outbox').select(['recipient', 'subject', 'body']).executeTakeFirst()
    expect(mail?.recipient).toBe(NEW)
    expect(mail?.subject).toBe('Du er invitert til Overgang i Fjordvik')
    expect(mail?.body).toContain('Din rolle: Styrer, Solstrålen barnehage.')
    expect(mail?.body).toContain(ORIGIN)
    expect(mail?.body).not.toMatch(/\{\{|\n\n\n/)
  })

  it('says what is missing, and keeps what was typed', async () => {
    const fjordvik = await world()
    const send = async (form: Record<string, string>) =>
      messages(await visit(fjordvik, adviser, '/people/new', { form: { ...OFFER, ...form } }))
    expect(await send({ email: '' })).toMatchObject({ status: 422, problems: ['seat.emailMissing'] })
    expect(await send({ email: 'nobody' })).toMatchObject({ problems: ['emailWrong'], typed: { email: 'nobody' } })
    expect(await send({ role: 'king' })).toMatchObject({ problems: ['seat.roleMissing'] })
    expect(await send({ unit: '' })).toMatchObject({ problems: ['seat.unitMissing'], typed: { role: 'director' } })
    expect(await send({ unit: FJORDVIK_SCHOOL })).toMatchObject({ problems: ['seat.unitMissing'] })
    expect(await send({ role: 'owner' })).toMatchObject({ problems: ['seat.ownerMissing'] })
    expect(await fjordvik.db.selectFrom('outbox').selectAll().execute()).toEqual([])
  })

  it('asks for the unit of the role, and for a deputy goes on at the unit', async () => {
    const fjordvik = await world()
    const shown = await bodyOf(
      await visit(fjordvik, adviser, '/people/new', { search: `?role=director&unit=${SUNBEAM}` }),
    )
    expect(shown).toMatchObject({ role: 'director', unit: SUNBEAM })
    expect(shown.units).toHaveLength(3)
    const { roles } = await bodyOf(
      await visit(fjordvik, adviser, '/people/new', { search: `?unit=${FJORDVIK_SCHOOL}` }),
    )
    expect(roles).toEqual(
      ['principal', 'deputy'].map((role) => ({ role, href: `/people/new?role=${role}&unit=${FJORDVIK_SCHOOL}` })),
    )
    const search = `?role=deputy&unit=${BLUEBELL}`
    expect(leadsTo(await visit(fjordvik, adviser, '/people/new', { search }))).toEqual([
      303,
      `/units/${BLUEBELL}/deputies/new`,
    ])
    expect(await bodyOf(await visit(fjordvik, adviser, '/people/new', { search: '?role=king' }))).toMatchObject({
      role: null,
    })
  })

  it('names a deputy for a period, with what it may do', async () => {
    const fjordvik = await world()
    const path = '/units/:unit/deputies/new'
    const params = { unit: BLUEBELL }
    const given = { form: 'f', email: NEW, from: '2027-04-01', to: '2027-06-30', may: 'answer steps' }
    const send = async (form: Record<string, string>) =>
      visit(fjordvik, director, path, { params, form: { ...given, ...form } })
    expect(await messages(await send({ to: '2027-03-01' }))).toMatchObject({ problems: ['seat.periodReversed'] })
    expect(await messages(await send({ to: '', from: 'soon' }))).toMatchObject({
      problems: ['seat.fromMissing', 'seat.toMissing'],
    })
    expect(await messages(await send({ may: 'everything' }))).toMatchObject({ problems: ['formIncomplete'] })
    expect(leadsTo(await send({}))).toEqual([303, `/units/${BLUEBELL}/deputies/new?saved=offered`])
    const { body } = await fjordvik.db.selectFrom('outbox').select('body').executeTakeFirstOrThrow()
    expect(body).toContain('Perioden: 1. april 2027 til 30. juni 2027.')
    expect(await messages(await send({ form: 'another' }))).toMatchObject({ problems: ['seat.offeredBefore'] })
    const shown = await bodyOf(await visit(fjordvik, director, path, { params }))
    expect(shown.deputies).toContainEqual(expect.objectContaining({ title: NEW, offered: true }))
  })

  it('lets a deputy only look where nothing was ticked', async () => {
    const fjordvik = await world()
    const form = { form: 'f', email: NEW, from: '2027-03-10', to: '2027-06-30' }
    const params = { unit: BLUEBELL }
    expect((await visit(fjordvik, director, '/units/:unit/deputies/new', { params, form })).status).toBe(303)
    const { may } = await fjordvik.db
      .selectFrom('seat')
      .select('may')
      .orderBy('started_at', 'desc')
      .executeTakeFirstOrThrow()
    expect(may).toBe('[]')
  })
})

describe('somebody with nothing but an offer', () => {
  it('sees the offer on the first page, and nothing of anybody’s work', async () => {
    const fjordvik = await world()
    const { person, seat } = await invited(fjordvik)
    const home = await bodyOf(await visit(fjordvik, person, '/'))
    expect(home).toMatchObject({ works: [], next: null, seated: false })
    expect(home.notices).toEqual([
      { to: `/seats/${seat}`, title: 'Les og svar', words: 'Du er invitert: Styrer, Solstrålen barnehage.' },
    ])
  })

  it('finds nothing else: no page of the site answers but those that everybody may open', async () => {
    const fjordvik = await world()
    const { person, seat } = await invited(fjordvik)
    const events = () => fjordvik.db.selectFrom('event').select('kind').where('kind', '<>', 'signed in').execute()
    const before = await events()
    const params = {
      cycle: '2027',
      place: PAIRS.sunbeamFjordvik,
      step: STEPS.sendForms,
      unit: SUNBEAM,
      pair: PAIRS.sunbeamFjordvik,
      school: FJORDVIK_SCHOOL,
      person: adviser,
      seat: seatOf(PEOPLE.sunbeamDirector),
      session: 'none',
      import: 'none',
      version: '1',
    }
    const open = [
      '/',
      '/plan',
      '/plan/compare',
      '/plan/versions',
      '/plan/versions/:version',
      '/health',
      '/account',
      '/account/calendar',
      '/cycles/:cycle/wheel',
      '/cycles/:cycle/wheel/picture',
    ]
    const others = [
      '/account/calendar/ending',
      '/plan/versions/:version/file',
      '/sign-in',
      '/sign-in/code',
      '/sign-out',
    ]
    const handover = ['/units/:unit/handover']
    for (const [path, page] of site) {
      if ([...open, ...others, ...handover].includes(path)) continue
      if (page.action && path !== '/language') {
        const { status } = await visit(fjordvik, person, path, { params, form: { form: 'f' } })
        expect([path, status === 422 ? 404 : status]).toEqual([path, 404])
      }
      if (!page.loader) continue
      const { status } = await visit(fjordvik, person, path, { params })
      expect([path, status]).toEqual([path, 404])
    }
    for (const path of open)
      expect([path, (await visit(fjordvik, person, path, { params })).status]).toEqual([path, 200])
    expect((await visit(fjordvik, person, '/seats/:seat', { params: { seat } })).status).toBe(200)
    expect(await events()).toEqual(before)
  })

  it('reads what the role is, says yes, and goes on to what there is to take over', async () => {
    const fjordvik = await world()
    const { person, seat } = await invited(fjordvik)
    const read = () => visit(fjordvik, person, '/seats/:seat', { params: { seat } }).then(bodyOf)
    expect(await read()).toMatchObject({ title: 'Styrer, Solstrålen barnehage', offered: true, open: false })
    await visit(fjordvik, adviser, '/seats/:seat/end', {
      params: { seat: seatOf(PEOPLE.sunbeamDirector) },
      form: { form: 'f' },
    })
    expect(await read()).toMatchObject({ open: true, handover: `/units/${SUNBEAM}/handover` })
    const answer = async (form: Record<string, string>) =>
      visit(fjordvik, person, '/seats/:seat', { params: { seat }, form })
    expect(await messages(await answer({ form: 'f' }))).toMatchObject({ problems: ['seat.answerMissing'] })
    expect(leadsTo(await answer({ form: 'f', answer: 'yes' }))).toEqual([303, `/units/${SUNBEAM}/handover`])
    expect(leadsTo(await answer({ form: 'f', answer: 'yes' }))).toEqual([303, `/units/${SUNBEAM}/handover`])
    expect(await messages(await answer({ form: 'g', answer: 'no' }))).toMatchObject({
      problems: ['seat.acceptedBefore'],
    })
    const place = { cycle: '2027', place: SUNBEAM }
    expect((await visit(fjordvik, person, '/cycles/:cycle/places/:place', { params: place })).status).toBe(200)
  })

  it('is told who leads the unit still, and from which day it is free', async () => {
    const fjordvik = await world()
    const { person, seat } = await invited(fjordvik)
    await fjordvik.db
      .updateTable('seat')
      .set({ to_day: fjordvik.today })
      .where('id', '=', seatOf(PEOPLE.sunbeamDirector))
      .execute()
    const form = { form: 'f', answer: 'yes' }
    const response = await visit(fjordvik, person, '/seats/:seat', { params: { seat }, form })
    const { problems } = (await response.json()) as { problems: { values: object }[] }
    expect(problems[0]?.values).toMatchObject({ name: PEOPLE.sunbeamDirector.name, day: '11. mars 2027' })
  })

  it('says no and is let out with a word', async () => {
    const fjordvik = await world()
    const { person, seat } = await invited(fjordvik)
    const form = { form: 'f', answer: 'no' }
    const response = await visit(fjordvik, person, '/seats/:seat', { params: { seat }, form })
    expect(leadsTo(response)).toEqual([303, '/sign-in?left=declined'])
    const page = site.get('/sign-in')?.loader
    const request = getting('/sign-in?left=declined')
    expect(await bodyOf(await responseOf(page!, { request, edge: edgeOf(fjordvik) }))).toMatchObject({
      left: 'declined',
    })
  })
})

describe('people', () => {
  it('come with the units that need some, and whom to invite there', async () => {
    const fjordvik = await world()
    await visit(fjordvik, adviser, '/seats/:seat/end', {
      params: { seat: seatOf(PEOPLE.sunbeamDirector) },
      form: { form: 'f' },
    })
    const shown = (await bodyOf(await visit(fjordvik, adviser, '/people', { search: '?q=NES&role=principal' }))) as {
      thin: { name: string; lacks: string[]; invite: { to: string } }[]
      people: { name: string }[]
    }
    expect(shown.thin[0]).toMatchObject({
      name: 'Solstrålen barnehage',
      lacks: ['Ledig: styrer'],
      invite: { to: `/people/new?role=director&unit=${SUNBEAM}` },
    })
    expect(shown.thin.find(({ name }) => name === 'Tyttebær barnehage')).toMatchObject({
      lacks: ['Bare én person'],
      invite: { to: `/units/${LINGONBERRY}/deputies/new` },
    })
    expect(shown.people.map(({ name }) => name)).toEqual([PEOPLE.nesPrincipal.name])
  })

  it('are told apart from nobody: a foreign seat and a missing one answer alike', async () => {
    const fjordvik = await world()
    const answers = async (seat: string, path: string, form?: Record<string, string>) => {
      const response = await visit(fjordvik, director, path, { params: { seat }, form })
      return [response.status, await response.text()]
    }
    const foreign = seatOf(PEOPLE.lingonberryDirector)
    for (const path of ['/seats/:seat', '/seats/:seat/end', '/seats/:seat/letter']) {
      const missing = await answers('none', path)
      expect(missing[0]).toBe(404)
      expect(await answers(foreign, path)).toEqual(missing)
      const form = { form: 'f', answer: 'yes' }
      expect(await answers(foreign, path, form)).toEqual(await answers('none', path, form))
    }
  })

  it('are deactivated and made anonymous, each with a word', async () => {
    const fjordvik = await world()
    const params = { person: PEOPLE.nesPrincipal.id }
    const send = (page: string, world = fjordvik) =>
      visit(world, adviser, `/people/:person/${page}`, { params, form: { form: page } })
    expect(await messages(await send('anonymity'))).toMatchObject({ problems: ['seat.deactivateFirst'] })
    expect(leadsTo(await send('deactivation'))).toEqual([303, `/people/${params.person}?saved=deactivated`])
    expect(await messages(await send('anonymity'))).toMatchObject({ problems: ['seat.anonymousLater'] })
    expect(await bodyOf(await visit(fjordvik, adviser, '/people/:person/anonymity', { params }))).toMatchObject({
      why: expect.stringContaining('10. mars 2029') as string,
    })
    const later = fjordvik.at('2029-03-10')
    expect(leadsTo(await send('anonymity', later))).toEqual([303, `/people/${params.person}?saved=anonymous`])
    expect(await bodyOf(await visit(later, adviser, '/people/:person', { params }))).toMatchObject({
      title: 'Tidligere bruker',
      email: null,
    })
  })

  it('wait for anonymity as long as the municipality says', async () => {
    const fjordvik = await world()
    const send = (months: string) =>
      visit(fjordvik, adviser, '/people/settings', { form: { form: `f${months}`, months } })
    for (const months of ['', '1', '121', 'tolv', '-3', '2.5', '1e2']) {
      expect(await messages(await send(months))).toMatchObject({ status: 422, problems: ['seat.monthsOutside'] })
    }
    expect(leadsTo(await send(' 12 '))).toEqual([303, '/people?saved=months'])
    expect(await bodyOf(await visit(fjordvik, adviser, '/people/settings'))).toMatchObject({ months: 12 })
  })

  it('who end their own seat are signed out with a word; the last adviser is not let go', async () => {
    const fjordvik = await world()
    const end = (person: Person) =>
      visit(fjordvik, person.id, '/seats/:seat/end', { params: { seat: seatOf(person) }, form: { form: 'f' } })
    expect(leadsTo(await end(PEOPLE.bluebellDirector))).toEqual([303, '/sign-in?left=ended'])
    expect(leadsTo(await end(PEOPLE.secondAdviser))).toEqual([303, '/sign-in?left=ended'])
    expect(await messages(await end(PEOPLE.adviser))).toMatchObject({ status: 422, problems: ['seat.lastAdviser'] })
  })
})
