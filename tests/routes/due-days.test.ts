import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RowView } from '#app/components/step-row.tsx'
import type { Person } from '#app/domain/permissions.ts'
import { dueDayPath, dueDaysPath, withdrawalPath } from '#app/routes/cycles/paths.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { FJORDVIK_SCHOOL, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
let fjordvik: World
beforeAll(async () => {
  site = await pages()
})
beforeEach(async () => {
  fjordvik = await world('2027-04-20')
})

const LIST = '/cycles/:cycle/due-days'
const MOVE = `${LIST}/:step`
const BACK = `${MOVE}/withdrawal`
const params = { cycle: '2027', step: STEPS.sendForms, place: PAIRS.bluebellFjordvik }
const moving = { form: 'a form', seen: '2027-05-01', to: '2027-05-03', reason: 'Fridag' }

async function send(
  form: Record<string, string>,
  { person = PEOPLE.adviser, path = MOVE, school = '' }: { person?: Person; path?: string; school?: string } = {},
) {
  const action = site.get(path)?.action
  if (!action) throw new Error(`${path} takes no form`)
  const url = `${path}${school && `?school=${school}`}`
  const request = posting(url, form, { Cookie: await cookieOf(fjordvik, person.id) })
  return responseOf(action, { request, params, edge: edgeOf(fjordvik) })
}

async function see(path: string, person: Person, search = '') {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error(`${path} shows nothing`)
  const request = getting(path + search, { Cookie: await cookieOf(fjordvik, person.id) })
  const response = await responseOf(loader, { request, params, edge: edgeOf(fjordvik) })
  expect(response.status).toBe(200)
  return response.json() as Promise<Shown>
}

interface Shown {
  title: string
  school: string | null
  opened: boolean
  saved: object | null
  dueDays: string | null
  routines: { steps: StepShown[] }[]
  rows: RowView[]
  step: RowView
  due: { takeBack: object | null; history: object[]; rule: object } & StepShown
}
interface StepShown {
  id: string
  href: string
  due: string
  off: string | null
  moved: object | null
  schools: object[]
}

const stepOf = ({ routines }: Shown) => routines.flatMap(({ steps }) => steps).find(({ id }) => id === STEPS.sendForms)

describe('moving a due day', () => {
  it('leads back to the list, which says what was saved, by whom and why', async () => {
    const response = await send(moving)
    expect(response.status).toBe(303)
    const path = `/cycles/2027/due-days?saved=${STEPS.sendForms}`
    expect(response.headers.get('Location')).toBe(path)
    const list = await see(LIST, PEOPLE.adviser, `?saved=${STEPS.sendForms}`)
    expect(list.saved).toMatchObject({ due: '2027-05-03' })
    expect(stepOf(list)).toMatchObject({
      due: '2027-05-03',
      off: null,
      moved: { from: '2027-05-01', reason: 'Fridag', by: PEOPLE.adviser.name },
    })
  })

  it('is seen on the rows and on the step by those who have it', async () => {
    await send(moving)
    const moved = { from: '2027-05-01', by: 'municipality', reason: 'Fridag', at: fjordvik.now }
    const checklist = await see('/cycles/:cycle/places/:place', PEOPLE.bluebellDirector)
    expect(checklist.rows.find(({ title }) => title.words.startsWith('Sende'))).toMatchObject({ moved })
    expect(checklist.rows.filter((row) => row.moved)).toHaveLength(1)
    const { step } = await see('/cycles/:cycle/places/:place/steps/:step', PEOPLE.fjordvikPrincipal)
    expect(step).toMatchObject({ due: '2027-05-03', moved })
  })

  it('of a school leads back to the school’s own list, and an adviser sees it beside the common day', async () => {
    const response = await send(moving, { person: PEOPLE.fjordvikPrincipal, school: FJORDVIK_SCHOOL })
    const path = `/cycles/2027/due-days?school=${FJORDVIK_SCHOOL}&saved=${STEPS.sendForms}`
    expect(response.headers.get('Location')).toBe(path)
    expect(stepOf(await see(LIST, PEOPLE.adviser))).toMatchObject({
      ...{ due: '2027-05-01', off: 'holiday', moved: null },
      schools: [{ name: 'Fjordvik skole', due: '2027-05-03' }],
    })
    expect(stepOf(await see(LIST, PEOPLE.fjordvikPrincipal))).toMatchObject({
      moved: { by: PEOPLE.fjordvikPrincipal.name },
      schools: [],
    })
    expect(stepOf(await see(LIST, PEOPLE.nesPrincipal))).toMatchObject({ due: '2027-05-01', moved: null, schools: [] })
  })

  it.each([
    ['no day', { to: '' }, 'to', 'dueDayMissing'],
    ['what is no day', { to: '30. februar' }, 'to', 'dueDayNotADay'],
    ['a day after the cycle', { to: '2028-01-01' }, 'to', 'dueDayOutsideCycle'],
    ['no reason', { reason: '  ' }, 'reason', 'moveReasonMissing'],
    ['no copy of the form', { form: '' }, 'form', 'formIncomplete'],
  ])('with %s comes back with what was typed', async (_, changes, field, message) => {
    const response = await send({ ...moving, ...changes })
    expect(response.status).toBe(422)
    const { problems, typed } = (await response.json()) as { problems: object[]; typed: object }
    expect(problems).toEqual([expect.objectContaining({ field, message })])
    expect(typed).toEqual({ ...moving, ...changes })
    expect(stepOf(await see(LIST, PEOPLE.adviser))).toMatchObject({ moved: null })
  })

  it.each([
    ['a director', PEOPLE.bluebellDirector, '', 404],
    ['an observer', PEOPLE.observer, '', 404],
    ['a principal for all', PEOPLE.fjordvikPrincipal, '', 404],
    ['a principal for another school', PEOPLE.fjordvikPrincipal, NES_SCHOOL, 404],
    ['an adviser for a school', PEOPLE.adviser, FJORDVIK_SCHOOL, 403],
    ['a deputy of a kindergarten there', PEOPLE.bluebellDeputy, FJORDVIK_SCHOOL, 403],
  ])('is not for %s', async (_, person, school, status) => {
    expect((await send(moving, { person, school })).status).toBe(status)
    expect((await send({ form: 'f', seen: '2027-05-01', reason: 'x' }, { person, school, path: BACK })).status).toBe(
      status,
    )
    expect(stepOf(await see(LIST, PEOPLE.adviser))).toMatchObject({ moved: null, schools: [] })
  })
})

describe('the page of one due day', () => {
  it('has its rule, its history, and a way to take the move back', async () => {
    const before = await see(MOVE, PEOPLE.adviser)
    expect(before.due).toMatchObject({ takeBack: null, history: [], rule: { day: '2027-05-01', off: 'holiday' } })
    await send(moving)
    const after = await see(MOVE, PEOPLE.adviser)
    expect(after.due).toMatchObject({
      due: '2027-05-03',
      takeBack: { to: withdrawalPath(2027, STEPS.sendForms, null), before: '2027-05-01' },
      history: [{ to: '2027-05-03', reason: 'Fridag', by: PEOPLE.adviser.name, school: null }],
    })
    const response = await send({ form: 'b', seen: '2027-05-03', reason: 'Feil' }, { path: BACK })
    expect(response.status).toBe(303)
    expect((await see(MOVE, PEOPLE.adviser)).due).toMatchObject({ due: '2027-05-01', takeBack: null })
    expect((await see(BACK, PEOPLE.adviser)).due.history).toHaveLength(2)
  })

  it('of a school takes back to the day that was moved for all', async () => {
    await send(moving)
    const own = { form: 'b', seen: '2027-05-03', to: '2027-04-28', reason: 'Stengt' }
    await send(own, { person: PEOPLE.fjordvikPrincipal, school: FJORDVIK_SCHOOL })
    const { due } = await see(MOVE, PEOPLE.fjordvikPrincipal)
    expect(due).toMatchObject({ due: '2027-04-28', takeBack: { before: '2027-05-03' } })
    expect(due.href).toBe(dueDayPath(2027, STEPS.sendForms, FJORDVIK_SCHOOL))
  })
})

describe('the list of due days', () => {
  it('says what to do next where a cycle was opened a moment ago', async () => {
    expect((await see(LIST, PEOPLE.adviser, '?opened=1')).opened).toBe(true)
    expect((await see(LIST, PEOPLE.adviser)).opened).toBe(false)
    expect((await see(LIST, PEOPLE.fjordvikPrincipal, '?opened=1')).opened).toBe(false)
  })

  it('is led to from the school’s own checklist, by whoever may', async () => {
    params.place = FJORDVIK_SCHOOL
    const linkFor = async (person: Person) => (await see('/cycles/:cycle/places/:place', person)).dueDays
    expect(await linkFor(PEOPLE.fjordvikPrincipal)).toBe(dueDaysPath(2027, FJORDVIK_SCHOOL))
    expect(await linkFor(PEOPLE.bluebellDeputy)).toBeNull()
    expect(await linkFor(PEOPLE.adviser)).toBeNull()
    params.place = PAIRS.bluebellFjordvik
    expect(await linkFor(PEOPLE.fjordvikPrincipal)).toBeNull()
  })
})
