import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EnrolmentRow } from '#app/components/enrolment-view.ts'
import type { StandingExplanation } from '#app/components/gap-view.ts'
import type { Person } from '#app/domain/permissions.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PEOPLE } from '#db/seed/fjordvik.ts'
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

const ALL = '/cycles/:cycle/enrolment'
const GAP = `${ALL}/:school`
const CHANGE = `${GAP}/explanations/:explanation`
const BACK = `${CHANGE}/withdrawal`
const params = { cycle: '2027', school: FJORDVIK_SCHOOL }
const enrolled = { form: 'f', [`enrolled.${FJORDVIK_SCHOOL}`]: '20', [`seen.${FJORDVIK_SCHOOL}`]: '' }
const explaining = {
  form: 'f',
  direction: 'more enrolled',
  children: '3',
  words: 'Flytter til kommunen i sommer',
  followedUpBy: 'municipality',
}

interface Asked {
  person?: Person
  explanation?: string
  search?: string
}

async function send(
  path: string,
  form: Record<string, string>,
  { person = PEOPLE.adviser, explanation = '' }: Asked = {},
) {
  const action = site.get(path)?.action
  if (!action) throw new Error(`${path} takes no form`)
  const request = posting(path, form, { Cookie: await cookieOf(fjordvik, person.id) })
  return responseOf(action, { request, params: { ...params, explanation }, edge: edgeOf(fjordvik) })
}

async function see<T>(
  path: string,
  { person = PEOPLE.adviser, explanation = '', search = '' }: Asked = {},
): Promise<T> {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error(`${path} shows nothing`)
  const request = getting(path + search, { Cookie: await cookieOf(fjordvik, person.id) })
  const given = { request, params: { ...params, explanation }, edge: edgeOf(fjordvik) }
  const response = await responseOf(loader, given)
  expect(response.status).toBe(200)
  return response.json() as Promise<T>
}

interface AllShown {
  rows: EnrolmentRow[]
  saved: boolean
  isEmpty: boolean
  toExplain: number
  lists: Record<string, { name: string; href: string }[]>
}
interface GapShown {
  title: string
  saved: string | null
  explanations: StandingExplanation[]
  takenBack: object[]
  start: object
  groups: object[]
}

describe('the numbers enrolled', () => {
  it('are saved all in one go, and the page says so', async () => {
    const response = await send(ALL, enrolled)
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toBe('/cycles/2027/enrolment?saved=1')
    const shown = await see<AllShown>(ALL, { search: '?saved=1' })
    expect(shown).toMatchObject({ saved: true, toExplain: 1 })
    expect(shown.rows.find(({ name }) => name === 'Fjordvik skole')).toMatchObject({
      ...{ enrolled: 20, known: 16, gap: 4, unexplained: 4, state: 'unexplained' },
      href: `/cycles/2027/enrolment/${FJORDVIK_SCHOOL}`,
    })
  })

  it('come back with what was typed, where a field is wrong', async () => {
    const typed = { ...enrolled, [`enrolled.${NES_SCHOOL}`]: 'to', [`seen.${NES_SCHOOL}`]: '' }
    const response = await send(ALL, typed)
    expect(response.status).toBe(422)
    const problem = { field: `enrolled.${NES_SCHOOL}`, message: 'childrenNotANumber' }
    expect(await response.json()).toEqual({ problems: [problem], typed })
    expect((await see<AllShown>(ALL)).rows.map(({ enrolled }) => enrolled)).toEqual([null, null, null])
  })

  it('stand beside what else is open, each with where it is said', async () => {
    const { lists } = await see<AllShown>(ALL)
    expect(lists.leaving?.map(({ name }) => name)).toEqual(['Tyttebær barnehage – Vikabygd skole'])
    await fjordvik.db
      .insertInto('children_elsewhere')
      .values({
        ...{ cycle_year: 2027, kindergarten_id: BLUEBELL, destination: 'not decided', children: 1 },
        ...{ at: fjordvik.now, person_id: PEOPLE.adviser.id, for_unit: 1 },
      })
      .execute()
    expect((await see<AllShown>(ALL)).lists.notDecided).toMatchObject([
      { name: 'Blåklokka barnehage', href: `/cycles/2027/places/${BLUEBELL}/groups` },
    ])
  })
})

describe('the gap of a school', () => {
  beforeEach(async () => {
    await send(ALL, enrolled)
  })

  it('is explained by its principal; a form starts from what is left', async () => {
    const person = PEOPLE.fjordvikPrincipal
    expect((await see<GapShown>(GAP, { person })).start).toMatchObject({ children: '4', direction: 'more enrolled' })
    const response = await send(GAP, explaining, { person })
    const path = `/cycles/2027/enrolment/${FJORDVIK_SCHOOL}?saved=explained`
    expect(response.headers.get('Location')).toBe(path)
    const shown = await see<GapShown>(GAP, { person, search: '?saved=explained' })
    expect(shown).toMatchObject({ saved: 'explained', start: { children: '1' } })
    expect(shown.explanations).toMatchObject([
      { children: 3, direction: 'more enrolled', followedUpBy: null, by: person.name },
    ])
  })

  it.each([
    ['no number', { children: '' }, 'children', 'explainedNone'],
    ['no words', { words: ' ' }, 'words', 'explanationMissing'],
    ['a birth date', { words: 'Født 3.5.2021' }, 'words', 'birthDate'],
    ['nobody to follow up', { followedUpBy: '' }, 'followedUpBy', 'followUpUnknown'],
    ['no direction', { direction: '' }, 'direction', 'gapDirectionMissing'],
  ])('with %s comes back with what was typed', async (_, changes, field, message) => {
    const response = await send(GAP, { ...explaining, ...changes })
    expect(response.status).toBe(422)
    const { problems, typed } = (await response.json()) as { problems: object[]; typed: object }
    expect(problems).toEqual([expect.objectContaining({ field, message })])
    expect(typed).toEqual({ ...explaining, ...changes })
    expect((await see<GapShown>(GAP)).explanations).toEqual([])
  })

  it('is explained otherwise, with what it said before; and taken back', async () => {
    await send(GAP, explaining)
    const [{ id, sequence }] = (await see<GapShown>(GAP)).explanations as [StandingExplanation]
    const changed = { ...explaining, children: '4', seen: String(sequence) }
    expect((await send(CHANGE, changed, { explanation: id })).status).toBe(303)
    const { earlier, explanation } = await see<{ earlier: object[]; explanation: StandingExplanation }>(CHANGE, {
      explanation: id,
    })
    expect(earlier).toMatchObject([{ children: 3 }])
    expect(explanation).toMatchObject({ children: 4 })
    const late = await send(BACK, { form: 'f', seen: String(sequence) }, { explanation: id })
    expect(late.status).toBe(422)
    const seen = String(explanation.sequence)
    const response = await send(BACK, { form: 'f', seen }, { explanation: id })
    expect(response.headers.get('Location')).toMatch(/\?saved=taken-back$/)
    const shown = await see<GapShown>(GAP, { search: '?saved=taken-back' })
    expect(shown).toMatchObject({ saved: 'taken-back', explanations: [], takenBack: [{ children: 0 }] })
  })

  it('takes no word from anybody else', async () => {
    await send(GAP, explaining)
    const [{ id, sequence }] = (await see<GapShown>(GAP)).explanations as [StandingExplanation]
    for (const person of [PEOPLE.observer, PEOPLE.bluebellDirector, PEOPLE.nesPrincipal, PEOPLE.kindergartenOwner]) {
      const seen = String(sequence)
      const statuses = await Promise.all([
        send(ALL, enrolled, { person }),
        send(GAP, explaining, { person }),
        send(CHANGE, { ...explaining, seen }, { person, explanation: id }),
        send(BACK, { form: 'f', seen }, { person, explanation: id }),
      ])
      expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    }
    expect((await see<GapShown>(GAP)).explanations).toHaveLength(1)
  })
})
