import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GroupOfPlace } from '#app/components/group-ended.tsx'
import type { ReceiptView, ReportView } from '#app/components/groups-view.ts'
import type { Notice } from '#app/components/notices.tsx'
import type { Person } from '#app/domain/permissions.ts'
import { groupsPath, placePath } from '#app/routes/places/paths.ts'
import { BEACH_SCHOOL, BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
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

const PLACE = '/cycles/:cycle/places/:place'
const GROUPS = `${PLACE}/groups`

interface Seen {
  title: string
  saved: boolean
  forUnit: boolean
  over: boolean
  report: ReportView | null
  receipt: ReceiptView | null
  group: GroupOfPlace | null
  notices: Notice[]
}

async function see(
  person: Person,
  place: string,
  { path = GROUPS, search = '', today = fjordvik } = {},
): Promise<Seen> {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error(`${path} shows nothing`)
  const params = { cycle: '2027', place }
  const request = getting(`/${search}`, { Cookie: await cookieOf(today, person.id) })
  const response = await responseOf(loader, { request, params, edge: edgeOf(today) })
  expect(response.status).toBe(200)
  return (await response.json()) as Seen
}

async function send(person: Person, place: string, form: Record<string, string> | [string, string][]) {
  const action = site.get(GROUPS)?.action
  if (!action) throw new Error('takes no form')
  const request = posting('/', {}, { Cookie: await cookieOf(fjordvik, person.id) })
  const sent = new Request(request, { body: new URLSearchParams(form) })
  return responseOf(action, { request: sent, params: { cycle: '2027', place }, edge: edgeOf(fjordvik) })
}

/** The director's form as the page shows it, with what was typed instead. */
async function asShown(typed: Record<string, string> = {}): Promise<Record<string, string>> {
  const { report } = await see(PEOPLE.bluebellDirector, BLUEBELL)
  const fields = [...(report?.rows ?? []), ...(report?.elsewhere ?? [])].flatMap(({ field, seenField, said }) => {
    const number = String(said?.children ?? '')
    return [
      [field, number],
      [seenField, number],
    ]
  })
  const added = (report?.added ?? []).flatMap(({ school, number }) => [
    [school, ''],
    [number, ''],
  ])
  return { form: 'f', ...(Object.fromEntries([...fields, ...added]) as Record<string, string>), reason: '', ...typed }
}

const FIELD = `children.${PAIRS.bluebellFjordvik}`

describe('a kindergarten’s page', () => {
  it('has a field for each school, for elsewhere and for new schools, with what was said', async () => {
    const { title, report, forUnit } = await see(PEOPLE.bluebellDirector, BLUEBELL)
    expect(title).toBe('Barnegrupper: Blåklokka barnehage – Skolestart 2027')
    expect(forUnit).toBe(false)
    expect(report?.rows.map(({ name, said, agreement }) => [name, said?.children, agreement])).toEqual([
      ['Fjordvik skole', 8, 'waits for the school'],
      ['Nes skole', 2, 'waits for the school'],
    ])
    expect(report?.elsewhere.map(({ destination, said }) => [destination, said])).toEqual([
      ['anotherMunicipality', null],
      ['notDecided', null],
    ])
    expect(report?.schools.map(({ words }) => words)).toEqual(['Strandskolen', 'Vikabygd skole (Vikabygd)'])
    expect(report).toMatchObject({ total: 10, missing: 0 })
  })

  it('saves what changed and says so; sent as it was, it saves nothing', async () => {
    expect((await send(PEOPLE.bluebellDirector, BLUEBELL, await asShown())).status).toBe(303)
    const { rows } = await numbersSaid()
    expect(rows).toBe(6)
    const typed = { [FIELD]: ' 9 ', 'elsewhere.1': '3', 'school.0': BEACH_SCHOOL, 'added.0': '4' }
    const response = await send(PEOPLE.bluebellDirector, BLUEBELL, await asShown({ form: 'g', ...typed }))
    expect([response.status, response.headers.get('Location')]).toEqual([303, `${groupsPath(2027, BLUEBELL)}?saved=1`])
    const { report, saved } = await see(PEOPLE.bluebellDirector, BLUEBELL, { search: '?saved=1' })
    expect(saved).toBe(true)
    expect(report).toMatchObject({ total: 9 + 2 + 3 + 4 })
    expect((await numbersSaid()).rows).toBe(8)
  })

  async function numbersSaid() {
    const { rows } = await fjordvik.db
      .selectFrom('group_number')
      .innerJoin('pair', 'pair.id', 'pair_id')
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('pair.cycle_year', '=', 2027)
      .executeTakeFirstOrThrow()
    return { rows }
  }

  it.each([
    ['a part of a child', { [FIELD]: '1,5 barn' }, FIELD, 'childrenNotANumber'],
    ['fewer than none', { [FIELD]: '-1' }, FIELD, 'childrenNotANumber'],
    ['too many', { [FIELD]: '1000' }, FIELD, 'childrenNotANumber'],
    ['a word', { 'elsewhere.0': 'tre' }, 'elsewhere.0', 'childrenNotANumber'],
    ['an emptied number', { [FIELD]: '' }, FIELD, 'childrenEmptied'],
    ['a school without a number', { 'school.0': BEACH_SCHOOL }, 'added.0', 'childrenMissing'],
    ['a number without a school', { 'added.1': '3' }, 'school.1', 'schoolMissing'],
    ['a birth date', { reason: 'født 3. april 2021' }, 'reason', 'birthDate'],
    ['no copy of the form', { form: '' }, 'form', 'formIncomplete'],
  ])('with %s comes back with what was typed', async (_, typed, field, message) => {
    const sent = await asShown(typed)
    const response = await send(PEOPLE.bluebellDirector, BLUEBELL, sent)
    expect(response.status).toBe(422)
    const { problems, typed: kept } = (await response.json()) as { problems: object[]; typed: object }
    expect(problems).toEqual([expect.objectContaining({ field, message })])
    expect(kept).toEqual(sent)
    expect((await see(PEOPLE.bluebellDirector, BLUEBELL)).report).toMatchObject({ total: 10 })
  })

  it('lets go of a group that has ended, unless the school still counts children in it', async () => {
    await send(PEOPLE.bluebellDirector, BLUEBELL, await asShown({ [FIELD]: '0' }))
    const ended = async () => {
      const { report } = await see(PEOPLE.bluebellDirector, BLUEBELL)
      return { asked: report?.rows.map(({ name }) => name), ended: report?.ended.map(({ name }) => name) }
    }
    expect(await ended()).toEqual({ asked: ['Nes skole'], ended: ['Fjordvik skole'] })
    const seven = { form: 's', [FIELD]: '7', [`seen.${FIELD}`]: '' }
    expect((await send(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL, seven)).status).toBe(303)
    expect(await ended()).toEqual({ asked: ['Fjordvik skole', 'Nes skole'], ended: [] })
  })

  it('stays as it was in a cycle that is over', async () => {
    const later = fjordvik.at('2027-12-01')
    expect(await see(PEOPLE.bluebellDirector, BLUEBELL, { today: later })).toMatchObject({ over: true })
  })
})

describe('a school’s page', () => {
  it('has a row for each kindergarten, and what one tap sends', async () => {
    const { receipt } = await see(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL)
    expect(receipt?.rows.map(({ name, reported }) => [name, reported?.children])).toEqual([
      ['Blåklokka barnehage', 8],
      ['Solstrålen barnehage', 3],
      ['Tyttebær barnehage', 5],
    ])
    expect(receipt?.unanswered).toHaveLength(3)
    const form: [string, string][] = (receipt?.unanswered ?? []).map((value) => ['agreed', value])
    const response = await send(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL, [['form', 'f'], ...form])
    expect(response.headers.get('Location')).toBe(`${groupsPath(2027, FJORDVIK_SCHOOL)}?saved=1`)
    const after = await see(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL)
    expect(after.receipt?.rows.every(({ agreement, agreed }) => agreement === 'agreed' && agreed === null)).toBe(true)
    expect(after.receipt?.unanswered).toEqual([])
  })

  it('has what there is to answer first, and what agrees last', async () => {
    const of = (pair: string, number: string) => ({ [`children.${pair}`]: number, [`seen.children.${pair}`]: '' })
    await send(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL, {
      ...{ form: 'f', ...of(PAIRS.bluebellFjordvik, '8') },
      ...of(PAIRS.lingonberryFjordvik, '4'),
    })
    const { receipt } = await see(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL)
    expect(receipt?.rows.map(({ agreement }) => agreement)).toEqual(['differs', 'waits for the school', 'agreed'])
  })

  it('shows a difference on both sides, with why', async () => {
    const reason = `reason.${PAIRS.bluebellFjordvik}`
    const form = { form: 'f', [FIELD]: '7', [`seen.${FIELD}`]: '', [reason]: 'Sju er påmeldt' }
    expect((await send(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL, form)).status).toBe(303)
    const { report } = await see(PEOPLE.bluebellDirector, BLUEBELL)
    expect(report?.rows[0]).toMatchObject({ agreement: 'differs', received: { children: 7, reason: 'Sju er påmeldt' } })
    const { receipt } = await see(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL)
    expect(receipt?.rows[0]).toMatchObject({ agreement: 'differs', agreed: `${PAIRS.bluebellFjordvik}:8:7` })
  })

  it.each([
    ['no number', { [FIELD]: ' ' }, FIELD, 'childrenMissing'],
    ['what is none', { [FIELD]: '-1' }, FIELD, 'childrenNotANumber'],
    [
      'a reason about a child',
      { [FIELD]: '7', [`reason.${PAIRS.bluebellFjordvik}`]: '12032112345' },
      `reason.${PAIRS.bluebellFjordvik}`,
      'elevenDigits',
    ],
    ['a tap that says nothing', { agreed: `${PAIRS.bluebellFjordvik}:x:` }, 'form', 'formIncomplete'],
    [
      'a tap on a number of before',
      { agreed: `${PAIRS.bluebellFjordvik}:6:` },
      `agreed.${PAIRS.bluebellFjordvik}`,
      'reportedMeanwhile',
    ],
  ])('with %s comes back with what was typed', async (_, typed, field, message) => {
    const sent = { form: 'f', ...typed } as Record<string, string>
    const response = await send(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL, sent)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ problems: [{ field, message }], typed: sent })
  })
})

describe('a place says how its child groups stand', () => {
  const groupAt = async (person: Person, place: string) => (await see(person, place, { path: PLACE })).group

  it('a pair: its own, with where the numbers are said', async () => {
    expect(await groupAt(PEOPLE.bluebellDirector, PAIRS.bluebellFjordvik)).toMatchObject({
      ended: null,
      line: 'Venter på skolen.',
      link: { href: groupsPath(2027, BLUEBELL) },
    })
    expect(await groupAt(PEOPLE.fjordvikPrincipal, PAIRS.bluebellFjordvik)).toMatchObject({
      link: { href: groupsPath(2027, FJORDVIK_SCHOOL) },
    })
    expect(await groupAt(PEOPLE.observer, PAIRS.bluebellFjordvik)).toMatchObject({ link: null })
  })

  it('a pair with a small number: a difference only to those who see it', async () => {
    const field = `children.${PAIRS.bluebellNes}`
    await send(PEOPLE.nesPrincipal, NES_SCHOOL, { form: 'f', [field]: '3', [`seen.${field}`]: '' })
    expect(await groupAt(PEOPLE.bluebellDirector, PAIRS.bluebellNes)).toMatchObject({
      line: 'Barnehagen sier 2, skolen sier 3.',
    })
    expect(await groupAt(PEOPLE.observer, PAIRS.bluebellNes)).toMatchObject({ line: null })
  })

  it('a unit: how many numbers lack or differ; none of it to others', async () => {
    expect(await groupAt(PEOPLE.bluebellDirector, BLUEBELL)).toMatchObject({ line: '2 tall venter på skolen.' })
    expect(await groupAt(PEOPLE.fjordvikPrincipal, FJORDVIK_SCHOOL)).toMatchObject({ line: '3 tall venter på skolen.' })
    expect(await groupAt(PEOPLE.bluebellDirector, FJORDVIK_SCHOOL)).toBeNull()
    expect(await groupAt(PEOPLE.observer, BLUEBELL)).toBeNull()
  })

  it('one that has ended: that it has, and that what was ticked stays', async () => {
    await send(PEOPLE.bluebellDirector, BLUEBELL, await asShown({ [FIELD]: '0', reason: 'Ny skolekrets' }))
    const group = await groupAt(PEOPLE.bluebellDirector, PAIRS.bluebellFjordvik)
    expect(group).toMatchObject({ line: null, ended: { to: null, reason: '«Ny skolekrets»' } })
    expect(await groupAt(PEOPLE.observer, PAIRS.bluebellFjordvik)).toMatchObject({ ended: { reason: null } })
  })

  it('one that has ended: not why to an owner, who may not know how many there were', async () => {
    const pair = PAIRS.lingonberryFjordvik
    const field = `children.${pair}`
    const form = { form: 'f', [field]: '0', [`seen.${field}`]: '5', reason: 'Alle tre flytter' }
    expect((await send(PEOPLE.adviser, LINGONBERRY, form)).status).toBe(303)
    expect(await groupAt(PEOPLE.adviser, pair)).toMatchObject({ ended: { reason: '«Alle tre flytter»' } })
    expect(await groupAt(PEOPLE.kindergartenOwner, pair)).toMatchObject({ ended: { reason: null } })
  })
})

describe('home', () => {
  const told = async (person: Person, today = fjordvik) => {
    const { notices } = await see(person, '', { path: '/', today })
    return notices.filter(({ to }) => to.endsWith('/groups')).map(({ to }) => to)
  }

  it('tells a kindergarten where the school says another number, and a school where it has not answered', async () => {
    expect(await told(PEOPLE.bluebellDirector)).toEqual([])
    expect(await told(PEOPLE.nesPrincipal)).toEqual([groupsPath(2027, NES_SCHOOL)])
    const field = `children.${PAIRS.bluebellNes}`
    await send(PEOPLE.nesPrincipal, NES_SCHOOL, { form: 'f', [field]: '3', [`seen.${field}`]: '' })
    for (const person of [PEOPLE.bluebellDirector, PEOPLE.bluebellDeputy]) {
      expect(await told(person)).toEqual([groupsPath(2027, BLUEBELL)])
    }
    expect(await told(PEOPLE.nesPrincipal)).toEqual([groupsPath(2027, NES_SCHOOL)])
    await send(PEOPLE.nesPrincipal, NES_SCHOOL, { form: 'g', [field]: '2', [`seen.${field}`]: '3' })
    expect(await told(PEOPLE.bluebellDirector)).toEqual([])
    expect(await told(PEOPLE.nesPrincipal)).toEqual([])
  })

  it('tells neither owners nor anybody once school has begun', async () => {
    expect(await told(PEOPLE.kindergartenOwner)).toEqual([])
    expect(await told(PEOPLE.nesPrincipal, fjordvik.at('2027-08-19'))).toEqual([])
    expect(await told(PEOPLE.nesPrincipal, fjordvik.at('2027-08-18'))).toEqual([groupsPath(2027, NES_SCHOOL)])
  })
})

describe('who comes here', () => {
  it.each<[string, Person, string, number]>([
    ['the director', PEOPLE.bluebellDirector, BLUEBELL, 200],
    ['the adviser', PEOPLE.adviser, BLUEBELL, 200],
    ['somebody with a seat on both sides', PEOPLE.bothSides, NES_SCHOOL, 200],
    ['an observer', PEOPLE.observer, BLUEBELL, 404],
    ['an owner', PEOPLE.kindergartenOwner, BLUEBELL, 404],
    ['a principal', PEOPLE.fjordvikPrincipal, BLUEBELL, 404],
    ['a director, at the school', PEOPLE.bluebellDirector, FJORDVIK_SCHOOL, 404],
    ['anybody, at a pair', PEOPLE.adviser, PAIRS.bluebellNes, 404],
  ])('%s', async (_, person, place, status) => {
    const { loader = never } = site.get(GROUPS) ?? {}
    const request = getting(placePath(2027, place), { Cookie: await cookieOf(fjordvik, person.id) })
    const params = { cycle: '2027', place }
    expect((await responseOf(loader, { request, params, edge: edgeOf(fjordvik) })).status).toBe(status)
    const sent = await send(person, place, { form: 'f' })
    expect(sent.status).toBe(status === 200 ? 303 : status)
  })
})

async function never(): Promise<never> {
  throw new Error('Nothing is shown there')
}
