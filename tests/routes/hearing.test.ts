import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import type { Person } from '#app/domain/permissions.ts'
import * as home from '#app/routes/home.tsx'
import * as answer from '#app/routes/plan/draft/comment.tsx'
import * as closing from '#app/routes/plan/draft/hearing-closing.tsx'
import * as adviserPage from '#app/routes/plan/draft/hearing.tsx'
import * as page from '#app/routes/plan/hearing.tsx'
import * as versionPage from '#app/routes/plan/version-hearing.tsx'
import { readDraft, saveEdit } from '#app/services/draft.server.ts'
import { openHearing } from '#app/services/hearing.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { publishVersionRow } from '#db/queries/plan-writing.ts'
import { FJORDVIK_PLAN, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import type { World } from '#tests/world.ts'
import { drafting } from './drafting.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

type Handler = Parameters<typeof responseOf>[0]
interface Visit {
  as: Person | null
  path?: string
  params?: Record<string, string>
  form?: Record<string, string>
}

async function visit(fjordvik: World, handler: Handler, { as, path = '/plan/hearing', params, form }: Visit) {
  const headers: Record<string, string> = as ? { Cookie: await cookieOf(fjordvik, as.id) } : {}
  const request = form ? posting(path, form, headers) : getting(path, headers)
  return responseOf(handler, { request, params, edge: edgeOf(fjordvik) })
}

/** A draft that is open for comments until the end of March. */
async function hearing(): Promise<World> {
  const fjordvik = await drafting()
  const period = { from: day('2027-03-10'), to: day('2027-03-31') }
  await openHearing(fjordvik.as('adviser'), period, newId())
  return fjordvik
}

const say = { form: 'f', step: STEPS.sendForms, words: 'Send dem i april.' }

interface Shown {
  state: string
  until: string
  compare: string | null
  parts: { id: string; current: boolean; changes: number; comments: number }[]
  routine: {
    id: string
    steps: { id: string; mark: string | null; comments: { id: string; words: string; by: string }[] }[]
    takenOut: { words: string }[]
  } | null
  areas: unknown[]
  general: { words: string }[]
  said: string | null
}

async function shown(fjordvik: World, as: Person, search = ''): Promise<Shown> {
  const response = await visit(fjordvik, page.loader, { as, path: `/plan/hearing${search}` })
  expect(response.status).toBe(200)
  return (await response.json()) as Shown
}

const EVERYBODY: [string, Person | null, number][] = [
  ['visitor', null, 303],
  ['adviser', PEOPLE.adviser, 200],
  ['observer', PEOPLE.observer, 404],
  ['municipal director', PEOPLE.bluebellDirector, 200],
  ['private director', PEOPLE.sunbeamDirector, 200],
  ['deputy', PEOPLE.bluebellDeputy, 200],
  ['principal', PEOPLE.fjordvikPrincipal, 200],
  ['private principal', PEOPLE.beachPrincipal, 200],
  ['owner', PEOPLE.kindergartenOwner, 404],
]

describe('the hearing', () => {
  it.each(EVERYBODY)('answers a %s', async (_, as, status) => {
    const fjordvik = await hearing()
    expect((await visit(fjordvik, page.loader, { as })).status).toBe(status)
    const sent = await visit(fjordvik, page.action, { as, form: say })
    expect(sent.status).toBe(status === 200 ? 303 : status)
    const { count } = await fjordvik.db
      .selectFrom('comment')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(status === 200 ? 1 : 0)
  })

  it.each(EVERYBODY)('shows a %s nothing before it is opened', async (_, as, status) => {
    const response = await visit(await drafting(), page.loader, { as })
    expect(response.status).toBe(status === 200 ? 404 : status)
  })

  it('shows one routine at a time, with what changed in each and what was said', async () => {
    const fjordvik = await hearing()
    const adviser = fjordvik.as('adviser')
    await saveEdit(adviser, { kind: 'take out', what: 'step', id: STEPS.visit }, null, newId())
    const forms = FJORDVIK_PLAN.routines.flatMap(({ steps }) => steps).find(({ id }) => id === STEPS.sendForms)!
    const step = { ...forms, title: { ...forms.title, nb: 'Sende skjemaene' } }
    const edit = { kind: 'step', routineId: ROUTINES.cooperation, step, meant: 'wording' } as const
    await saveEdit(adviser, edit, null, newId())
    await visit(fjordvik, page.action, { as: PEOPLE.sunbeamDirector, form: say })
    const first = await shown(fjordvik, PEOPLE.bluebellDirector)
    expect(first).toMatchObject({ state: 'open', until: '2027-03-31', compare: '/plan/compare?from=1&to=draft' })
    expect(first.parts.map(({ changes, comments }) => [changes, comments])).toEqual([
      [0, 0],
      [expect.any(Number), 1],
      [0, 0],
      [0, 0],
    ])
    const { routine } = await shown(fjordvik, PEOPLE.bluebellDirector, `?routine=${ROUTINES.cooperation}`)
    expect(routine?.takenOut).toMatchObject([{ words: 'Skolen besøker barnehagen' }])
    expect(routine?.steps.find(({ id }) => id === STEPS.sendForms)).toMatchObject({
      mark: 'changed',
      comments: [{ words: say.words, by: 'Styrer, Solstrålen barnehage' }],
    })
    const framework = await shown(fjordvik, PEOPLE.bluebellDirector, '?routine=framework')
    expect([framework.routine, framework.areas.length]).toEqual([null, 2])
  })

  it('leads back to the step, and says that the comment is saved', async () => {
    const fjordvik = await hearing()
    const path = `/plan/hearing?routine=${ROUTINES.cooperation}`
    const response = await visit(fjordvik, page.action, { as: PEOPLE.bluebellDirector, path, form: say })
    const to = response.headers.get('Location')
    expect(to).toBe(`/plan/hearing?said=${STEPS.sendForms}&routine=${ROUTINES.cooperation}#step-${STEPS.sendForms}`)
    expect(await shown(fjordvik, PEOPLE.bluebellDirector, to!.slice('/plan/hearing'.length))).toMatchObject({
      said: STEPS.sendForms,
      routine: { id: ROUTINES.cooperation },
    })
    const whole = { ...say, step: '' }
    const general = await visit(fjordvik, page.action, { as: PEOPLE.bluebellDirector, form: whole })
    expect(general.headers.get('Location')).toBe('/plan/hearing?said=plan#whole')
    expect((await shown(fjordvik, PEOPLE.bluebellDirector)).general).toMatchObject([{ words: say.words }])
  })

  it.each([
    ['nothing', { words: ' ' }, 'hearing.nothingSaid'],
    ['too much', { words: 'x'.repeat(2001) }, 'textTooLong'],
    ['eleven digits', { words: '01012012345' }, 'elevenDigits'],
  ])('keeps what was typed where it says %s', async (_, change, message) => {
    const form = { ...say, ...change }
    const response = await visit(await hearing(), page.action, { as: PEOPLE.bluebellDirector, form })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ problems: [{ field: 'words', message }], typed: form })
  })

  it('is read-only when it is over', async () => {
    const fjordvik = (await hearing()).at('2027-04-01')
    const response = await visit(fjordvik, page.action, { as: PEOPLE.bluebellDirector, form: say })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ problems: [{ message: 'hearing.notOpen' }], typed: say })
    expect(await shown(fjordvik, PEOPLE.bluebellDirector)).toMatchObject({ state: 'over', compare: null })
  })

  it('stays with the version that was published', async () => {
    const fjordvik = await hearing()
    await visit(fjordvik, page.action, { as: PEOPLE.sunbeamDirector, form: say })
    const draft = await readDraft(fjordvik.as('adviser'))
    await fjordvik.db.deleteFrom('draft').execute()
    const publication = { number: 2, validFromCycle: 2028, adoptedBy: 'Kommunestyret', caseNumber: null }
    const more = { adoptedOn: fjordvik.today, changeNote: 'Etter høring', at: fjordvik.now, personId: null }
    await publishVersionRow(fjordvik.db, { id: draft!.id, title: { nb: 'Plan' }, ...publication, ...more })
    const to = '/plan/versions/2/hearing'
    const led = await visit(fjordvik, page.loader, { as: PEOPLE.bluebellDirector })
    expect([led.status, led.headers.get('Location')]).toEqual([303, to])
    const adviser = await visit(fjordvik, adviserPage.loader, { as: PEOPLE.adviser, path: '/plan/draft/hearing' })
    expect(adviser.headers.get('Location')).toBe(to)
    for (const [, as, status] of EVERYBODY) {
      const read = await visit(fjordvik, versionPage.loader, { as, path: to, params: { version: '2' } })
      expect(read.status).toBe(status)
      if (status === 200) expect(await read.text()).toContain(say.words)
      const none = await visit(fjordvik, versionPage.loader, { as, path: to, params: { version: '1' } })
      expect(none.status).toBe(status === 303 ? 303 : 404)
    }
  })
})

describe('the adviser', () => {
  const path = '/plan/draft/hearing'
  const as = PEOPLE.adviser

  it('opens a hearing for a period', async () => {
    const fjordvik = await drafting()
    const open = (from: string, to: string) =>
      visit(fjordvik, adviserPage.action, { as, path, form: { form: `${from}${to}`, from, to } })
    const bad = await open('2027-03-20', 'i morgen')
    expect(bad.status).toBe(422)
    expect(await bad.json()).toMatchObject({
      problems: [{ field: 'to', message: 'hearing.dayMissing' }],
      typed: { from: '2027-03-20', to: 'i morgen' },
    })
    expect((await (await open('2027-03-20', '2027-03-19')).json()) as object).toMatchObject({
      problems: [{ field: 'to', message: 'hearing.endsBeforeItBegins' }],
    })
    const good = await open('2027-03-20', '2027-04-10')
    expect([good.status, good.headers.get('Location')]).toEqual([303, '/plan/draft/hearing?told=opened'])
    const read = await visit(fjordvik, adviserPage.loader, { as, path: `${path}?told=opened` })
    expect(await read.json()).toMatchObject({
      told: 'opened',
      hearing: { state: 'upcoming', from: '2027-03-20', to: '2027-04-10' },
      commenters: [
        { role: 'director', municipal: 1, private: 2 },
        { role: 'principal', municipal: 3, private: 1 },
        { role: 'deputy', municipal: 2, private: 0 },
      ],
    })
  })

  it('answers and closes comments, those without an answer first', async () => {
    const fjordvik = await hearing()
    const first = { ...say, words: 'Den første' }
    await visit(fjordvik, page.action, { as: PEOPLE.bluebellDirector, form: first })
    await visit(fjordvik, page.action, { as: PEOPLE.sunbeamDirector, form: say })
    const read = async () => {
      const response = await visit(fjordvik, adviserPage.loader, { as, path })
      const { comments, waiting } = (await response.json()) as {
        comments: { routines: { steps: { comments: { id: string; words: string; dealtWith: boolean }[] }[] }[] }
        waiting: number
      }
      return { said: comments.routines[0]?.steps[0]?.comments ?? [], waiting }
    }
    const [oldest] = (await read()).said
    const params = { comment: oldest!.id }
    const reply = (form: Record<string, string>) =>
      visit(fjordvik, answer.action, { as, path: `${path}/comments/${params.comment}`, params, form })
    const empty = await reply({ form: 'a', words: ' ' })
    expect(empty.status).toBe(422)
    expect(await empty.json()).toMatchObject({ problems: [{ field: 'words', message: 'hearing.noAnswer' }] })
    const saved = await reply({ form: 'b', words: 'Det gjør vi.', closes: 'yes' })
    expect([saved.status, saved.headers.get('Location')]).toEqual([
      303,
      `/plan/draft/hearing?told=answered&comment=${params.comment}`,
    ])
    const { said, waiting } = await read()
    expect(waiting).toBe(1)
    expect(said.map(({ words, dealtWith }) => [words, dealtWith])).toEqual([
      [say.words, false],
      ['Den første', true],
    ])
  })

  it('closes the hearing early', async () => {
    const fjordvik = await hearing()
    const asked = await visit(fjordvik, closing.loader, { as, path: `${path}/closing` })
    expect(asked.status).toBe(200)
    const closed = await visit(fjordvik, closing.action, { as, path: `${path}/closing`, form: { form: 'f' } })
    expect(closed.headers.get('Location')).toBe('/plan/draft/hearing?told=closed')
    expect(await shown(fjordvik, PEOPLE.bluebellDirector)).toMatchObject({ state: 'over', until: '2027-03-10' })
    const again = await visit(fjordvik, closing.loader, { as, path: `${path}/closing` })
    expect(again.headers.get('Location')).toBe(path)
  })

  it.each(EVERYBODY.filter(([who]) => who !== 'adviser'))('alone does: not a %s', async (_, other, status) => {
    const fjordvik = await hearing()
    await visit(fjordvik, page.action, { as, form: say })
    const { id } = await fjordvik.db.selectFrom('comment').select('id').executeTakeFirstOrThrow()
    const expected = status === 303 ? 303 : 404
    const params = { comment: id }
    const form = { form: 'f', words: 'Ja', from: '2027-03-10', to: '2027-03-11' }
    for (const { loader, action } of [adviserPage, closing, answer]) {
      expect((await visit(fjordvik, loader, { as: other, params })).status).toBe(expected)
      expect((await visit(fjordvik, action, { as: other, params, form })).status).toBe(expected)
    }
  })
})

describe('home', () => {
  const NOTICE = 'Høring: si hva du mener om den nye planen innen 31. mars.'
  it.each(EVERYBODY.filter(([, as]) => as !== null))('tells a %s only if they are asked', async (who, as, status) => {
    const fjordvik = await hearing()
    const response = await visit(fjordvik, home.loader, { as, path: '/' })
    const { notices } = (await response.json()) as { notices: { to: string; words: string }[] }
    const told = status === 200 && who !== 'adviser'
    expect(notices.filter(({ to }) => to === '/plan/hearing').map(({ words }) => words)).toEqual(told ? [NOTICE] : [])
  })
})
