import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import { isGuarded } from '#app/http/guard.server.ts'
import { beginDraft } from '#app/services/draft.server.ts'
import { openHearing } from '#app/services/hearing.server.ts'
import { AREAS, ELEMENTS, ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

/** Everybody who can come, with the kind of seat. */
const EVERYBODY = {
  visitor: null,
  adviser: PEOPLE.adviser,
  observer: PEOPLE.observer,
  director: PEOPLE.bluebellDirector,
  deputy: PEOPLE.bluebellDeputy,
  principal: PEOPLE.fjordvikPrincipal,
  owner: PEOPLE.kindergartenOwner,
  'deputy on both sides': PEOPLE.bothSides,
} satisfies Record<string, Person | null>
type Somebody = keyof typeof EVERYBODY
const ALL = Object.keys(EVERYBODY) as Somebody[]

/** Places of 2027, each with those whose own it is; an adviser and an observer look everywhere. */
const PLACES: Record<string, { id: string; step: string; own: readonly Somebody[] }> = {
  'the municipality': { id: 'municipality', step: STEPS.agreeDates, own: [] },
  Blåklokka: { id: BLUEBELL, step: STEPS.formGroup, own: ['director', 'deputy', 'deputy on both sides'] },
  Tyttebær: { id: LINGONBERRY, step: STEPS.formGroup, own: ['owner'] },
  'Fjordvik skole': { id: FJORDVIK_SCHOOL, step: STEPS.firstDay, own: ['principal'] },
  'what kindergartens do at Fjordvik skole': {
    id: FJORDVIK_SCHOOL,
    step: STEPS.gathering,
    own: ['principal', 'director', 'deputy', 'deputy on both sides'],
  },
  'Nes skole': { id: NES_SCHOOL, step: STEPS.firstDay, own: ['deputy on both sides'] },
  'Blåklokka–Fjordvik': {
    id: PAIRS.bluebellFjordvik,
    step: STEPS.sendForms,
    own: ['director', 'deputy', 'principal', 'deputy on both sides'],
  },
  'Blåklokka–Nes': {
    id: PAIRS.bluebellNes,
    step: STEPS.sendForms,
    own: ['director', 'deputy', 'deputy on both sides'],
  },
  'Tyttebær–Fjordvik': { id: PAIRS.lingonberryFjordvik, step: STEPS.sendForms, own: ['principal', 'owner'] },
  'Solstrålen–Strandskolen': { id: PAIRS.sunbeamBeach, step: STEPS.sendForms, own: ['owner'] },
  'a pair of last year': { id: PAIRS.bluebellFjordvik2026, step: STEPS.sendForms, own: [] },
  'nowhere at all': { id: 'AAAAAAAAAAAAAAAAAAAAAA', step: STEPS.sendForms, own: [] },
}
/** Kindergartens that send children to a school open its place, and see there only what they do together. */
const SHARED: Record<string, readonly Somebody[]> = {
  'Fjordvik skole': ['director', 'deputy', 'deputy on both sides'],
  'Nes skole': ['director', 'deputy', 'deputy on both sides'],
}
const NOWHERE = ['a pair of last year', 'nowhere at all']

function looks(who: Somebody, place: string): boolean {
  if (NOWHERE.includes(place)) return false
  return who === 'adviser' || who === 'observer' || (PLACES[place]?.own.includes(who) ?? false)
}

/** Who can answer there for a side that the step asks. */
function ticks(who: Somebody, place: string): boolean {
  return looks(who, place) && who !== 'observer' && who !== 'owner' && !tickedByKindergartensOnly(who, place)
}

function tickedByKindergartensOnly(who: Somebody, place: string): boolean {
  return who === 'principal' && place === 'what kindergartens do at Fjordvik skole'
}

interface Visit {
  path: string
  params?: Record<string, string>
  form?: Record<string, string>
}

async function visit(fjordvik: World, who: Somebody, { path, params = {}, form }: Visit): Promise<Response> {
  const page = site.get(path)
  const person = EVERYBODY[who]
  const headers: Record<string, string> = person ? { Cookie: await cookieOf(fjordvik, person.id) } : {}
  const url = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  const handler = form ? page?.action : page?.loader
  if (!handler) throw new Error(`${path} does not answer ${form ? 'a form' : 'a visit'}`)
  const request = form ? posting(url, form, headers) : getting(url, headers)
  return responseOf(handler, { request, params, edge: edgeOf(fjordvik) })
}

const PLACE = '/cycles/:cycle/places/:place'
const STEP = `${PLACE}/steps/:step`
const FRAMEWORK = `${PLACE}/framework`

describe('the site map', () => {
  it('is all here: a new page needs its rows below', () => {
    expect([...site.keys()].sort()).toEqual(
      [
        '/',
        '/*',
        '/cycles',
        '/cycles/:cycle',
        '/cycles/:cycle/adoption',
        '/cycles/:cycle/adoption/return',
        '/cycles/:cycle/due-days',
        '/cycles/:cycle/due-days/:step',
        '/cycles/:cycle/due-days/:step/withdrawal',
        '/cycles/:cycle/enrolment',
        '/cycles/:cycle/enrolment/:school',
        '/cycles/:cycle/enrolment/:school/explanations/:explanation',
        '/cycles/:cycle/enrolment/:school/explanations/:explanation/withdrawal',
        '/cycles/:cycle/flow',
        '/cycles/:cycle/framework',
        '/cycles/:cycle/wheel',
        '/cycles/:cycle/wheel/picture',
        `${PLACE}/wheel`,
        `${PLACE}/wheel/picture`,
        '/cycles/:cycle/news',
        '/cycles/:cycle/pairs',
        '/cycles/:cycle/pairs/:pair/move',
        '/cycles/:cycle/pairs/new',
        '/cycles/:cycle/participation',
        '/cycles/:cycle/participation/:unit',
        '/cycles/:cycle/participation/:unit/reminder',
        '/cycles/new',
        PLACE,
        `${PLACE}/dates`,
        `${PLACE}/dates/:date`,
        `${PLACE}/dates/:date/cancellation`,
        `${PLACE}/dates/new`,
        FRAMEWORK,
        `${FRAMEWORK}/acknowledgement`,
        `${FRAMEWORK}/additions/:addition`,
        `${FRAMEWORK}/additions/:addition/removal`,
        `${FRAMEWORK}/additions/:addition/words`,
        `${FRAMEWORK}/additions/new`,
        `${FRAMEWORK}/beginning`,
        `${FRAMEWORK}/elements/:element`,
        `${FRAMEWORK}/marks`,
        `${PLACE}/groups`,
        `${PLACE}/incoming`,
        `${PLACE}/lighter`,
        `${PLACE}/presentation`,
        `${PLACE}/presentation/answer`,
        `${PLACE}/presentation/question`,
        `${PLACE}/presentation/reading`,
        STEP,
        `${STEP}/meeting`,
        `${STEP}/withdrawal`,
        '/health',
        '/language',
        '/plan',
        '/plan/compare',
        '/plan/draft',
        '/plan/draft/areas/:area',
        '/plan/draft/areas/:area/elements/new',
        '/plan/draft/areas/new',
        '/plan/draft/beginning',
        '/plan/draft/discarding',
        '/plan/draft/elements/:element',
        '/plan/draft/file',
        '/plan/draft/head',
        '/plan/draft/hearing',
        '/plan/draft/hearing/closing',
        '/plan/draft/hearing/comments/:comment',
        '/plan/hearing',
        '/plan/versions/:version/file',
        '/plan/versions/:version/hearing',
        '/plan/draft/legal-basis',
        '/plan/draft/legal-basis/:code',
        '/plan/draft/legal-basis/:code/removal',
        '/plan/draft/legal-basis/new',
        '/plan/draft/publication',
        '/plan/draft/translations/:language',
        '/plan/versions/:version/published',
        '/plan/draft/order',
        '/plan/draft/removal',
        '/plan/draft/return',
        '/plan/draft/routines/:routine',
        '/plan/draft/routines/new',
        '/plan/draft/routines/:routine/steps/new',
        '/plan/draft/steps/:step',
        '/plan/draft/steps/:step/copy',
        '/plan/draft/preview',
        '/plan/draft/table',
        '/plan/draft/table/steps',
        '/plan/versions',
        '/plan/versions/:version',
        '/people',
        '/people/:person',
        '/people/:person/anonymity',
        '/people/:person/deactivation',
        '/people/new',
        '/people/settings',
        '/seats/:seat',
        '/seats/:seat/end',
        '/seats/:seat/letter',
        '/units',
        '/units/:unit',
        '/units/:unit/closing',
        '/units/:unit/name',
        '/units/:unit/owner',
        '/units/:unit/reopening',
        '/units/new',
        '/units/import',
        '/units/import/registers',
        '/units/import/:import',
        '/units/import/:import/undoing',
        '/units/:unit/deputies/new',
        '/units/:unit/handover',
        '/units/:unit/handover/note',
        '/units/:unit/leaving',
        '/units/:unit/leaving/return',
        '/account',
        '/account/calendar',
        '/account/calendar/ending',
        '/calendar/:token',
        '/account/sessions/:session/end',
        '/sign-in',
        '/sign-in/code',
        '/sign-in/demo',
        '/sign-out',
      ].sort(),
    )
  })

  it('has no loader or action without a guard', () => {
    const bare = [...site.values()].flatMap(({ path, loader, action }) =>
      [loader, action].filter((handler) => handler && !isGuarded(handler)).map(() => path),
    )
    expect(bare).toEqual([])
  })
})

describe('pages without a place', () => {
  const overview = { adviser: 200, observer: 200, visitor: 303 }
  const dueDays = { adviser: 200, principal: 200, 'deputy on both sides': 200, visitor: 303 }
  const sendForms = { cycle: '2027', step: STEPS.sendForms }
  const advisers = { adviser: 200, visitor: 303 }
  const atBluebell = { director: 200, deputy: 403, 'deputy on both sides': 403 } as const
  const deputySeat = { seat: PEOPLE.bluebellDeputy.seats[0]?.id ?? 'none' }
  const changesBluebell = { visitor: 303, adviser: 200, principal: 404, owner: 404 }
  const atBlue = { cycle: '2027', place: BLUEBELL }
  const noAddition = { ...atBlue, addition: 'none' }
  const looksAtBlue = { visitor: 303, principal: 404, owner: 404 }
  const expected: Record<
    string,
    { params?: Record<string, string>; status: Partial<Record<Somebody, number>>; others: number }
  > = {
    '/': { status: { visitor: 303 }, others: 200 },
    '/plan': { status: {}, others: 200 },
    '/plan/compare': { status: {}, others: 200 },
    '/plan/hearing': { status: { visitor: 303 }, others: 404 },
    '/plan/versions': { status: {}, others: 200 },
    '/plan/versions/:version/file': { params: { version: '1' }, status: {}, others: 200 },
    '/plan/versions/:version/hearing': { params: { version: '1' }, status: { visitor: 303 }, others: 404 },
    '/plan/versions/:version': { params: { version: '1' }, status: {}, others: 200 },
    '/cycles': { status: { adviser: 303, observer: 303, visitor: 303 }, others: 404 },
    '/cycles/:cycle': { params: { cycle: '2027' }, status: overview, others: 404 },
    '/cycles/new': { status: { adviser: 200, visitor: 303 }, others: 404 },
    '/cycles/:cycle/adoption': { params: { cycle: '2027' }, status: { adviser: 200, visitor: 303 }, others: 404 },
    '/cycles/:cycle/adoption/return': { params: { cycle: '2027' }, status: { visitor: 303 }, others: 404 },
    '/cycles/:cycle/news': {
      params: { cycle: '2027' },
      status: { visitor: 303, adviser: 404, observer: 404, owner: 404 },
      others: 200,
    },
    '/cycles/:cycle/participation': { params: { cycle: '2027' }, status: overview, others: 404 },
    '/cycles/:cycle/participation/:unit': {
      params: { cycle: '2027', unit: SUNBEAM },
      status: { ...overview, owner: 200 },
      others: 404,
    },
    '/cycles/:cycle/participation/:unit/reminder': {
      params: { cycle: '2027', unit: SUNBEAM },
      status: { adviser: 200, visitor: 303 },
      others: 404,
    },
    '/cycles/:cycle/enrolment': { params: { cycle: '2027' }, status: { adviser: 200, visitor: 303 }, others: 404 },
    '/cycles/:cycle/enrolment/:school': {
      params: { cycle: '2027', school: FJORDVIK_SCHOOL },
      status: { adviser: 200, principal: 200, visitor: 303 },
      others: 404,
    },
    '/cycles/:cycle/enrolment/:school/explanations/:explanation': {
      params: { cycle: '2027', school: FJORDVIK_SCHOOL, explanation: 'none' },
      status: { visitor: 303 },
      others: 404,
    },
    '/cycles/:cycle/enrolment/:school/explanations/:explanation/withdrawal': {
      params: { cycle: '2027', school: FJORDVIK_SCHOOL, explanation: 'none' },
      status: { visitor: 303 },
      others: 404,
    },
    '/cycles/:cycle/framework': { params: { cycle: '2027' }, status: overview, others: 404 },
    '/cycles/:cycle/flow': {
      params: { cycle: '2027' },
      status: { adviser: 200, observer: 200, principal: 200, visitor: 303 },
      others: 404,
    },
    '/cycles/:cycle/wheel': { params: { cycle: '2027' }, status: {}, others: 200 },
    '/cycles/:cycle/wheel/picture': { params: { cycle: '2027' }, status: {}, others: 200 },
    '/cycles/:cycle/due-days': { params: { cycle: '2027' }, status: dueDays, others: 404 },
    '/cycles/:cycle/due-days/:step': { params: sendForms, status: dueDays, others: 404 },
    '/cycles/:cycle/due-days/:step/withdrawal': { params: sendForms, status: dueDays, others: 404 },
    [`${PLACE}/lighter`]: {
      params: { cycle: '2027', place: PAIRS.bluebellNes },
      status: { principal: 404, owner: 404 },
      others: 303,
    },
    [FRAMEWORK]: { params: atBlue, status: looksAtBlue, others: 200 },
    [`${FRAMEWORK}/marks`]: { params: atBlue, status: looksAtBlue, others: 200 },
    [`${FRAMEWORK}/acknowledgement`]: { params: atBlue, status: looksAtBlue, others: 303 },
    [`${FRAMEWORK}/elements/:element`]: {
      params: { ...atBlue, element: ELEMENTS.friend },
      status: looksAtBlue,
      others: 200,
    },
    [`${FRAMEWORK}/beginning`]: { params: atBlue, status: { ...looksAtBlue, observer: 403 }, others: 200 },
    [`${FRAMEWORK}/additions/new`]: { params: atBlue, status: { ...looksAtBlue, observer: 403 }, others: 200 },
    [`${FRAMEWORK}/additions/:addition`]: { params: noAddition, status: { visitor: 303 }, others: 404 },
    [`${FRAMEWORK}/additions/:addition/words`]: { params: noAddition, status: { visitor: 303 }, others: 404 },
    [`${FRAMEWORK}/additions/:addition/removal`]: { params: noAddition, status: { visitor: 303 }, others: 404 },
    '/people': { status: advisers, others: 404 },
    '/people/:person': { params: { person: PEOPLE.nesPrincipal.id }, status: advisers, others: 404 },
    '/people/:person/anonymity': { params: { person: PEOPLE.nesPrincipal.id }, status: advisers, others: 404 },
    '/people/:person/deactivation': { params: { person: PEOPLE.nesPrincipal.id }, status: advisers, others: 404 },
    '/people/new': { status: advisers, others: 404 },
    '/people/settings': { status: advisers, others: 404 },
    '/seats/:seat': { params: deputySeat, status: { deputy: 200, visitor: 303 }, others: 404 },
    '/seats/:seat/end': { params: deputySeat, status: { ...advisers, director: 200, deputy: 200 }, others: 404 },
    '/seats/:seat/letter': { params: deputySeat, status: { ...advisers, director: 200 }, others: 404 },
    '/units': { status: { visitor: 303 }, others: 200 },
    '/units/new': { status: { visitor: 303, adviser: 200 }, others: 404 },
    '/units/import': { status: { visitor: 303, adviser: 200 }, others: 404 },
    // A setting lets the registers be asked; it is off.
    '/units/import/registers': { status: { visitor: 303 }, others: 404 },
    '/units/import/:import': { params: { import: 'none' }, status: { visitor: 303 }, others: 404 },
    '/units/import/:import/undoing': { params: { import: 'none' }, status: { visitor: 303 }, others: 404 },
    '/units/:unit': { params: { unit: BLUEBELL }, status: { visitor: 303, principal: 404, owner: 404 }, others: 200 },
    '/units/:unit/name': { params: { unit: BLUEBELL }, status: changesBluebell, others: 403 },
    '/units/:unit/owner': { params: { unit: BLUEBELL }, status: changesBluebell, others: 403 },
    '/units/:unit/closing': { params: { unit: BLUEBELL }, status: changesBluebell, others: 403 },
    '/units/:unit/reopening': {
      params: { unit: BLUEBELL },
      status: { ...changesBluebell, adviser: 303 },
      others: 403,
    },
    '/units/:unit/deputies/new': {
      params: { unit: BLUEBELL },
      status: { ...advisers, director: 200, observer: 403, deputy: 403, 'deputy on both sides': 403 },
      others: 404,
    },
    '/units/:unit/handover': {
      params: { unit: BLUEBELL },
      status: { ...advisers, ...atBluebell, deputy: 200, 'deputy on both sides': 200 },
      others: 404,
    },
    '/units/:unit/handover/note': {
      params: { unit: BLUEBELL },
      status: { ...atBluebell, adviser: 403, visitor: 303 },
      others: 404,
    },
    '/units/:unit/leaving': { params: { unit: BLUEBELL }, status: { ...advisers, ...atBluebell }, others: 404 },
    '/units/:unit/leaving/return': { params: { unit: BLUEBELL }, status: { ...advisers, ...atBluebell }, others: 404 },
    '/account': { status: { visitor: 303 }, others: 200 },
    '/account/calendar': { status: { visitor: 303 }, others: 200 },
    '/account/calendar/ending': { status: {}, others: 303 },
    '/calendar/:token': { params: { token: 'none' }, status: {}, others: 404 },
    '/account/sessions/:session/end': { params: { session: 'none' }, status: { visitor: 303 }, others: 404 },
    '/cycles/:cycle/pairs': { params: { cycle: '2027' }, status: overview, others: 404 },
    '/cycles/:cycle/pairs/new': { params: { cycle: '2027' }, status: { adviser: 200, visitor: 303 }, others: 404 },
    '/cycles/:cycle/pairs/:pair/move': {
      params: { cycle: '2027', pair: PAIRS.bluebellNes },
      status: { adviser: 200, visitor: 303 },
      others: 404,
    },
    [`${PLACE}/groups`]: {
      params: { cycle: '2027', place: BLUEBELL },
      status: { visitor: 303, observer: 404, principal: 404, owner: 404 },
      others: 200,
    },
    '/health': { status: {}, others: 200 },
    '/language': { status: {}, others: 404 },
    '/sign-in': { status: { visitor: 200 }, others: 303 },
    '/sign-in/code': { status: { visitor: 200 }, others: 303 },
    '/sign-in/demo': { status: {}, others: 404 },
    '/sign-out': { status: {}, others: 303 },
    '/*': { status: {}, others: 404 },
  }
  const rows = Object.entries(expected).flatMap(([path, { params, status, others }]) =>
    ALL.map((who) => ({ path, params, who, status: status[who] ?? others })),
  )
  it.each(rows)('$path answers $who with $status', async ({ path, params, who, status }) => {
    expect((await visit(await world(), who, { path, params })).status).toBe(status)
  })

  it.each(['1999', '2031', '20270', 'x'])('a cycle that is not there: %s', async (cycle) => {
    const fjordvik = await world()
    for (const who of ALL) {
      const { status } = await visit(fjordvik, who, { path: '/cycles/:cycle', params: { cycle } })
      expect([who, status]).toEqual([who, who === 'visitor' ? 303 : 404])
      for (const path of ['/cycles/:cycle/wheel', '/cycles/:cycle/wheel/picture']) {
        expect((await visit(fjordvik, who, { path, params: { cycle } })).status).toBe(404)
      }
    }
  })
})

describe('the draft', () => {
  /** What an adviser gets where there is a draft; visitors are sent to sign in, and others find nothing. */
  const pagesOfDraft: Record<string, { params?: Record<string, string>; adviser: number }> = {
    '/plan/draft': { adviser: 200 },
    '/plan/draft/beginning': { adviser: 200 },
    '/plan/draft/discarding': { adviser: 200 },
    '/plan/draft/order': { adviser: 303 },
    '/plan/draft/removal': { adviser: 303 },
    '/plan/draft/return': { adviser: 303 },
    '/plan/draft/routines/new': { adviser: 200 },
    '/plan/draft/routines/:routine': { params: { routine: ROUTINES.cooperation }, adviser: 200 },
    '/plan/draft/routines/:routine/steps/new': { params: { routine: ROUTINES.cooperation }, adviser: 200 },
    '/plan/draft/steps/:step': { params: { step: STEPS.sendForms }, adviser: 200 },
    '/plan/draft/steps/:step/copy': { params: { step: STEPS.sendForms }, adviser: 200 },
    '/plan/draft/preview': { adviser: 303 },
    '/plan/draft/areas/new': { adviser: 200 },
    '/plan/draft/areas/:area': { params: { area: AREAS.play }, adviser: 200 },
    '/plan/draft/areas/:area/elements/new': { params: { area: AREAS.play }, adviser: 200 },
    '/plan/draft/elements/:element': { params: { element: ELEMENTS.friend }, adviser: 200 },
    '/plan/draft/file': { adviser: 200 },
    '/plan/draft/head': { adviser: 200 },
    '/plan/draft/hearing': { adviser: 200 },
    '/plan/draft/hearing/closing': { adviser: 404 },
    '/plan/draft/hearing/comments/:comment': { params: { comment: 'none' }, adviser: 404 },
    '/plan/draft/legal-basis': { adviser: 200 },
    '/plan/draft/legal-basis/new': { adviser: 200 },
    '/plan/draft/legal-basis/:code': { params: { code: 'BL2a' }, adviser: 200 },
    '/plan/draft/legal-basis/:code/removal': { params: { code: 'BL2a' }, adviser: 200 },
    '/plan/draft/publication': { adviser: 200 },
    '/plan/draft/translations/:language': { params: { language: 'nn' }, adviser: 200 },
    '/plan/versions/:version/published': { params: { version: '1' }, adviser: 200 },
    '/plan/draft/table': { adviser: 200 },
    '/plan/draft/table/steps': { adviser: 200 },
  }
  const rows = Object.entries(pagesOfDraft).flatMap(([path, { params, adviser }]) =>
    ALL.map((who) => ({ path, params, who, status: who === 'adviser' ? adviser : who === 'visitor' ? 303 : 404 })),
  )
  it.each(rows)('$path answers $who with $status', async ({ path, params, who, status }) => {
    const fjordvik = await world()
    await beginDraft(fjordvik.as('adviser'), { number: 1 }, 'a form')
    expect((await visit(fjordvik, who, { path, params })).status).toBe(status)
    const page = site.get(path)
    if (!page?.action || who === 'adviser') return
    expect((await visit(fjordvik, who, { path, params, form: { form: 'another' } })).status).toBe(status)
  })
})

describe('a hearing', () => {
  const mayComment: readonly Somebody[] = ['adviser', 'director', 'deputy', 'principal', 'deputy on both sides']
  const rows = ALL.map((who) => ({ who, status: who === 'visitor' ? 303 : mayComment.includes(who) ? 200 : 404 }))
  it.each(rows)('is read and commented on by $who with $status', async ({ who, status }) => {
    const fjordvik = await world()
    const adviser = fjordvik.as('adviser')
    await beginDraft(adviser, { number: 1 }, 'a form')
    await openHearing(adviser, { from: fjordvik.today, to: fjordvik.today }, 'a form')
    expect((await visit(fjordvik, who, { path: '/plan/hearing' })).status).toBe(status)
    const form = { form: 'f', step: '', words: 'Bra' }
    const said = await visit(fjordvik, who, { path: '/plan/hearing', form })
    expect(said.status).toBe(status === 200 ? 303 : status)
    const { id } = (await fjordvik.db.selectFrom('comment').select('id').executeTakeFirst()) ?? { id: 'none' }
    const alone = who === 'visitor' ? 303 : who === 'adviser' ? 200 : 404
    const pages = ['/plan/draft/hearing', '/plan/draft/hearing/closing', '/plan/draft/hearing/comments/:comment']
    for (const path of pages) expect((await visit(fjordvik, who, { path, params: { comment: id } })).status).toBe(alone)
  })
})

const everyVisit = Object.keys(PLACES).flatMap((place) => ALL.map((who) => ({ place, who })))

function paramsOf(place: string): Record<string, string> {
  const { id = '', step = '' } = PLACES[place] ?? {}
  return { cycle: '2027', place: id, step }
}

describe('a place', () => {
  it.each(everyVisit)('$place, looked at by $who', async ({ place, who }) => {
    const fjordvik = await world()
    const seen = who === 'visitor' ? 303 : looks(who, place) ? 200 : 404
    const sharesSchool = SHARED[place]?.includes(who) ? 200 : seen
    const statuses = await Promise.all(
      [PLACE, STEP, `${STEP}/withdrawal`].map(async (path) => {
        return (await visit(fjordvik, who, { path, params: paramsOf(place) })).status
      }),
    )
    expect(statuses).toEqual([sharesSchool, seen, seen])
    for (const path of [`${PLACE}/wheel`, `${PLACE}/wheel/picture`]) {
      expect((await visit(fjordvik, who, { path, params: paramsOf(place) })).status).toBe(sharesSchool)
    }
  })

  it.each(everyVisit)('$place, ticked and taken back by $who', async ({ place, who }) => {
    const fjordvik = await world()
    const side = place === 'the municipality' ? 'municipality' : sideOf(place)
    const form = {
      form: 'f',
      back: '/',
      side,
      meaning: '1',
      seen: '',
      answer: 'done',
      doneOn: '',
      reason: '',
      note: '',
    }
    const params = paramsOf(place)
    const { status } = await visit(fjordvik, who, { path: STEP, params, form })
    expect(status).toBe(statusOf(who, place, side))
    const tick = await fjordvik.db.selectFrom('tick').select('id').executeTakeFirst()
    expect(tick !== undefined).toBe(status === 200)
    const withdrawal = { form: 'w', back: '/', side, tick: tick?.id ?? 'none' }
    const back = await visit(fjordvik, who, { path: `${STEP}/withdrawal`, params, form: withdrawal })
    expect(back.status).toBe(statusOf(who, place, side))
  })

  function sideOf(place: string): string {
    return place === 'Fjordvik skole' || place === 'Nes skole' ? 'school' : 'kindergarten'
  }

  /** The principal looks at what the kindergarten says, and does not say it. */
  function statusOf(who: Somebody, place: string, side: string): number {
    if (who === 'visitor') return 303
    if (!looks(who, place)) return 404
    if (who === 'principal' && side === 'kindergarten') return 403
    return ticks(who, place) ? 200 : 403
  }

  it.each(everyVisit)('$place, several at once by $who', async ({ place, who }) => {
    const fjordvik = await world()
    const pair = place.includes('–')
    const path = `${STEP}/meeting`
    const expected = who === 'visitor' ? 303 : !looks(who, place) || !pair ? 404 : ticks(who, place) ? 200 : 403
    const params = paramsOf(place)
    expect((await visit(fjordvik, who, { path, params })).status).toBe(expected)
  })
})

describe('the groups that come to a school', () => {
  const schools: Partial<Record<string, readonly Somebody[]>> = {
    'Fjordvik skole': ['adviser', 'principal'],
    'what kindergartens do at Fjordvik skole': ['adviser', 'principal'],
    'Nes skole': ['adviser', 'deputy on both sides'],
  }

  it.each(everyVisit)('at $place, for $who', async ({ place, who }) => {
    const fjordvik = await world()
    const path = `${PLACE}/incoming`
    const response = await visit(fjordvik, who, { path, params: paramsOf(place) })
    expect(response.status).toBe(who === 'visitor' ? 303 : schools[place]?.includes(who) ? 200 : 404)
    if (response.status !== 404) return
    const missing = await visit(fjordvik, who, { path, params: paramsOf('nowhere at all') })
    expect([[...response.headers], await response.text()]).toEqual([[...missing.headers], await missing.text()])
  })
})

describe('a presentation of a group', () => {
  const PRESENTATION = `${PLACE}/presentation`
  const reads = (who: Somebody, place: string) =>
    (place.includes('–') || place === 'Blåklokka' || place === 'Tyttebær') &&
    (who === 'adviser' || (who !== 'owner' && (PLACES[place]?.own.includes(who) ?? false)))
  const directs = ['director', 'deputy', 'deputy on both sides']

  it.each(everyVisit)('$place, read by $who', async ({ place, who }) => {
    const { status } = await visit(await world(), who, { path: PRESENTATION, params: paramsOf(place) })
    expect(status).toBe(who === 'visitor' ? 303 : reads(who, place) ? 200 : 404)
  })

  it.each(everyVisit)('$place, written, read, asked about and answered by $who', async ({ place, who }) => {
    const fjordvik = await world()
    const params = paramsOf(place)
    const isPair = place.includes('–')
    const isSchool = who === 'principal' || (who === 'deputy on both sides' && place === 'Blåklokka–Nes')
    const statusOf = (there: boolean, does: boolean, done: number) =>
      who === 'visitor' ? 303 : !there || !reads(who, place) ? 404 : does ? done : 403
    const sent = async (path: string, form: Record<string, string>) =>
      (await visit(fjordvik, who, { path, params, form: { form: path, ...form } })).status
    const looked = async (path: string) => (await visit(fjordvik, who, { path, params })).status
    expect(await sent(PRESENTATION, { together: 'De leker.' })).toBe(statusOf(!isPair, directs.includes(who), 303))
    expect(await sent(`${PRESENTATION}/reading`, { seen: 'none' })).toBe(statusOf(isPair, isSchool, 303))
    expect(await looked(`${PRESENTATION}/reading`)).toBe(statusOf(isPair, true, 303))
    expect(await sent(`${PRESENTATION}/question`, { seen: 'none', words: '' })).toBe(statusOf(isPair, isSchool, 422))
    expect(await looked(`${PRESENTATION}/question`)).toBe(statusOf(isPair, isSchool, 200))
    // Nobody has asked.
    const answers = statusOf(isPair, directs.includes(who), 404)
    expect(await sent(`${PRESENTATION}/answer`, { words: '' })).toBe(answers)
    expect(await looked(`${PRESENTATION}/answer`)).toBe(answers)
  })

  it('of another kindergarten, for another school or of last year answers exactly as none', async () => {
    const fjordvik = await world()
    const said = async (who: Somebody, place: string, form?: Record<string, string>) => {
      const response = await visit(fjordvik, who, { path: PRESENTATION, params: paramsOf(place), form })
      return [response.status, [...response.headers], await response.text()]
    }
    await visit(fjordvik, 'director', {
      path: PRESENTATION,
      params: paramsOf('Blåklokka'),
      form: { form: 'f', together: 'De leker.' },
    })
    for (const form of [undefined, { form: 'g', together: 'De leker.' }]) {
      for (const who of ['observer', 'owner', 'principal', 'director'] as const) {
        const missing = await said(who, 'nowhere at all', form)
        expect(missing[0]).toBe(404)
        const hidden = {
          observer: ['Blåklokka', 'Blåklokka–Fjordvik', 'Nes skole'],
          owner: ['Blåklokka', 'Tyttebær', 'Tyttebær–Fjordvik'],
          principal: ['Blåklokka', 'Blåklokka–Nes', 'Fjordvik skole'],
          director: ['Tyttebær', 'Tyttebær–Fjordvik', 'a pair of last year', 'the municipality'],
        }[who]
        for (const place of hidden) expect([place, await said(who, place, form)]).toEqual([place, missing])
      }
    }
  })
})

describe('agreed dates', () => {
  const form = { form: 'f', kind: 'visit', on: '2027-05-12', pairs: 'all' }

  it.each(everyVisit)('at $place, looked at and entered by $who', async ({ place, who }) => {
    const fjordvik = await world()
    const params = paramsOf(place)
    const sees = place !== 'the municipality' && (looks(who, place) || (SHARED[place]?.includes(who) ?? false))
    const seen = who === 'visitor' ? 303 : sees ? 200 : 404
    const enters = seen === 200 && ['observer', 'owner'].includes(who) ? 403 : seen
    expect((await visit(fjordvik, who, { path: `${PLACE}/dates`, params })).status).toBe(seen)
    expect((await visit(fjordvik, who, { path: `${PLACE}/dates/new`, params })).status).toBe(enters)
    const sent = await visit(fjordvik, who, { path: `${PLACE}/dates/new`, params, form })
    const entered = enters === 200 ? 303 : enters
    // For all of a school at once is for the school; a kindergarten has to name its schools.
    const alone = place.includes('–') || (SHARED[place] && ['principal', 'adviser'].includes(who))
    const ofSchool = place.includes('at Fjordvik skole') && ['principal', 'adviser'].includes(who)
    const own = place === 'Nes skole' && who === 'deputy on both sides'
    expect(sent.status).toBe(entered === 303 && enters === 200 && !(alone || ofSchool || own) ? 403 : entered)
    const { count } = await fjordvik.db
      .selectFrom('agreed_date')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(sent.status === 303 && who !== 'visitor' ? 1 : 0)
  })

  const changers: Partial<Record<Somebody, number>> = { visitor: 303, observer: 403, owner: 404 }
  it.each(ALL)('are changed and cancelled by %s', async (who) => {
    const fjordvik = await world()
    const params = paramsOf('Blåklokka–Fjordvik')
    await visit(fjordvik, 'principal', { path: `${PLACE}/dates/new`, params, form })
    const date = await fjordvik.db.selectFrom('agreed_date').select('id').executeTakeFirstOrThrow()
    const [dated, elsewhere] = [
      { ...params, date: date.id },
      { ...paramsOf('Tyttebær–Fjordvik'), date: date.id },
    ]
    const status = changers[who] ?? 200
    for (const path of [`${PLACE}/dates/:date`, `${PLACE}/dates/:date/cancellation`]) {
      expect((await visit(fjordvik, who, { path, params: dated })).status).toBe(status)
      const missing = await visit(fjordvik, who, { path, params: { ...params, date: 'none' } })
      expect(missing.status).toBe(who === 'visitor' ? 303 : 404)
      expect((await visit(fjordvik, who, { path, params: elsewhere })).status).toBe(missing.status)
      const words = { ...form, form: path, seen: path.endsWith('cancellation') ? '1' : '0', venue: 'her', reason: 'x' }
      expect((await visit(fjordvik, who, { path, params: dated, form: words })).status).toBe(
        status === 200 ? 303 : status,
      )
    }
  })
})

describe('what one may not see', () => {
  it('answers exactly as what is not there', async () => {
    const fjordvik = await world()
    const bodies = async (path: string, who: Somebody, place: string, form?: Record<string, string>) => {
      const response = await visit(fjordvik, who, { path, params: paramsOf(place), form })
      return [response.status, [...response.headers], await response.text()]
    }
    const form = { form: 'f', back: '/', side: 'kindergarten', meaning: '1', seen: '', answer: 'done' }
    for (const path of [
      PLACE,
      `${PLACE}/wheel`,
      `${PLACE}/wheel/picture`,
      STEP,
      `${STEP}/meeting`,
      `${STEP}/withdrawal`,
    ]) {
      const missing = await bodies(path, 'director', 'nowhere at all')
      expect(missing[0]).toBe(404)
      for (const foreign of ['Tyttebær', 'Tyttebær–Fjordvik', 'a pair of last year', 'the municipality']) {
        expect(await bodies(path, 'director', foreign)).toEqual(missing)
      }
    }
    const missing = await bodies(STEP, 'director', 'nowhere at all', form)
    expect(await bodies(STEP, 'director', 'Tyttebær–Fjordvik', form)).toEqual(missing)
  })

  it('of an observer are reasons and notes, on every page', async () => {
    const fjordvik = await world()
    const params = paramsOf('Blåklokka–Fjordvik')
    const form = { form: 'f', back: '/', side: 'kindergarten', meaning: '1', seen: '', doneOn: '' }
    await visit(fjordvik, 'director', {
      path: STEP,
      params,
      form: { ...form, answer: 'not done', reason: 'EN GRUNN', note: 'EN MERKNAD' },
    })
    const read = async (who: Somebody) => {
      const visits = [PLACE, `${PLACE}/wheel`, STEP, '/cycles/:cycle', '/'].map((path) =>
        visit(fjordvik, who, { path, params }),
      )
      return (await Promise.all((await Promise.all(visits)).map((response) => response.text()))).join()
    }
    expect(await read('observer')).not.toMatch(/EN GRUNN|EN MERKNAD/)
    expect(await read('adviser')).toMatch(/EN GRUNN.*EN MERKNAD/)
  })

  it('of an owner and an observer is a number of children below five', async () => {
    const fjordvik = await world()
    const children = async (who: Somebody, place: string) => {
      const response = await visit(fjordvik, who, { path: PLACE, params: paramsOf(place) })
      return ((await response.json()) as { children: number | string }).children
    }
    expect(await children('owner', 'Solstrålen–Strandskolen')).toBe('few')
    expect(await children('observer', 'Blåklokka–Nes')).toBe('few')
    expect(await children('adviser', 'Blåklokka–Nes')).toBe(2)
    expect(await children('director', 'Blåklokka–Nes')).toBe(2)
    expect(await children('observer', 'Blåklokka–Fjordvik')).toBe(8)
    const overview = await visit(fjordvik, 'observer', { path: '/cycles/:cycle', params: { cycle: '2027' } })
    expect(await overview.text()).not.toMatch(/"children":[1-4]\b/)
  })
})
