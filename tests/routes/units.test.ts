import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BLUEBELL, LINGONBERRY, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let site: Map<string, Page>
let here: World
beforeAll(async () => {
  site = await pages()
})
beforeEach(async () => {
  here = await world()
})

type Who = keyof typeof PEOPLE

async function ask(who: Who, path: string, query = '', form?: Record<string, string>) {
  const page = site.get(path)
  const url = path.replace(':unit', BLUEBELL) + query
  const headers = { Cookie: await cookieOf(here, PEOPLE[who].id) }
  const handler = form ? page?.action : page?.loader
  if (!handler) throw new Error(`${path} does not answer`)
  const request = form ? posting(url, { form: `form ${url}`, seen: '0', ...form }, headers) : getting(url, headers)
  const response = await responseOf(handler, { request, params: { unit: BLUEBELL }, edge: edgeOf(here) })
  const shown = response.headers.get('Location') ?? ((await response.json()) as unknown)
  return { status: response.status, shown }
}

const UNIT = '/units/:unit'
const SAID = { from: '2027-03-01', reason: 'Vedtak i kommunestyret' }

interface Listed {
  groups: { group: string; rows: { name: string }[] }[]
  filters: unknown[]
}

describe('all units', () => {
  const groupsAt = async (query: string, who: Who = 'adviser') => {
    const { shown } = await ask(who, '/units', query)
    return (shown as Listed).groups.map(({ group, rows }) => [group, rows.map(({ name }) => name)])
  }

  it('are grouped: own kindergartens and schools, then neighbours', async () => {
    expect(await groupsAt('')).toEqual([
      ['kindergartens', ['Blåklokka barnehage', 'Solstrålen barnehage', 'Tyttebær barnehage']],
      ['schools', ['Fjordvik skole', 'Nes skole', 'Strandskolen']],
      ['neighbours', ['Vikabygd skole']],
    ])
  })

  it('are chosen by links, and those that have closed come last', async () => {
    expect(await groupsAt('?kind=school&ownership=private')).toEqual([['schools', ['Strandskolen']]])
    expect(await groupsAt('?kind=church')).toHaveLength(3)
    await ask('adviser', `${UNIT}/closing`, '', SAID)
    expect((await groupsAt('')).at(-1)).toEqual(['closed', ['Blåklokka barnehage']])
    expect(await groupsAt('?closed=closed')).toHaveLength(1)
    expect((await groupsAt('?closed=open')).map(([group]) => group)).not.toContain('closed')
  })

  it('are only their own for an owner, without ways to choose', async () => {
    const { shown } = await ask('kindergartenOwner', '/units')
    expect((shown as Listed).groups.flatMap(({ rows }) => rows)).toHaveLength(2)
    expect((shown as Listed).filters).toEqual([])
  })
})

describe('one unit', () => {
  it('shows e-mail addresses to the adviser only', async () => {
    const shownTo = async (who: Who) => JSON.stringify((await ask(who, UNIT)).shown)
    expect(await shownTo('adviser')).toContain('bluebell@fjordvik.example')
    for (const who of ['observer', 'bluebellDirector', 'bluebellDeputy'] as const) {
      expect(await shownTo(who)).not.toContain('@')
    }
  })

  it('has links to change it for the adviser only, and names nobody else’s unit as a link', async () => {
    await ask('adviser', `${UNIT}/closing`, '', { ...SAID, into: LINGONBERRY })
    const unitFor = async (who: Who) => ((await ask(who, UNIT)).shown as { unit: Record<string, unknown> }).unit
    expect((await unitFor('adviser')).changes).toHaveLength(4)
    expect((await unitFor('bluebellDirector')).changes).toEqual([])
    expect((await unitFor('adviser')).closing).toMatchObject({ into: { href: `/units/${LINGONBERRY}` } })
    expect((await unitFor('bluebellDirector')).closing).toMatchObject({
      into: { name: 'Tyttebær barnehage', href: null },
    })
  })

  it('says what was saved', async () => {
    expect((await ask('adviser', UNIT, '?saved=name')).shown).toMatchObject({ saved: 'name' })
    expect((await ask('adviser', UNIT, '?saved=everything')).shown).toMatchObject({ saved: null })
  })
})

describe('changing a unit', () => {
  it.each([
    ['name', { name: 'Fiolen barnehage' }],
    ['owner', { owner: 'another', ownerName: 'Fiolen SA', ownership: 'private' }],
    ['closing', {}],
  ])('%s leads back to it', async (page, fields) => {
    const { status, shown } = await ask('adviser', `${UNIT}/${page}`, '', { ...SAID, ...fields })
    expect([status, shown]).toEqual([303, `/units/${BLUEBELL}?saved=${page}`])
  })

  it('opens it again, and does not offer that where it is open', async () => {
    expect((await ask('adviser', `${UNIT}/reopening`)).shown).toBe(`/units/${BLUEBELL}`)
    await ask('adviser', `${UNIT}/closing`, '', SAID)
    const { shown } = await ask('adviser', `${UNIT}/reopening`)
    const { seen } = shown as { seen: number }
    const opened = await ask('adviser', `${UNIT}/reopening`, '', { ...SAID, seen: String(seen) })
    expect(opened.shown).toBe(`/units/${BLUEBELL}?saved=reopening`)
  })

  it.each([
    ['name', { name: '' }, 'name', 'nameMissing'],
    ['name', { name: 'Fiolen', from: '' }, 'from', 'changeDayMissing'],
    ['name', { name: 'Fiolen', from: '30.2.2027' }, 'from', 'changeDayNotADay'],
    ['name', { name: 'Fiolen', reason: '' }, 'reason', 'reasonMissing'],
    ['name', { name: 'Fiolen', reason: 'Født 3.4.2021' }, 'reason', 'birthDate'],
    ['name', { name: 'Tyttebær barnehage' }, 'name', 'nameTaken'],
    ['name', { name: 'Fiolen', seen: 'x' }, 'seen', 'formIncomplete'],
    ['owner', {}, 'owner', 'ownerMissing'],
    ['owner', { owner: 'some id', ownerName: 'Fiolen SA' }, 'ownerName', 'ownerTwice'],
    ['owner', { ownerName: 'Fiolen SA' }, 'ownership', 'ownershipMissing'],
    ['closing', { into: BLUEBELL }, 'into', 'mergedIntoItself'],
    ['closing', { from: '2020-01-01' }, 'from', 'closingTooEarly'],
  ])('%s with %o is to be mended at %s, and what was typed stays', async (page, fields, field, message) => {
    const { status, shown } = await ask('adviser', `${UNIT}/${page}`, '', { ...SAID, ...fields })
    expect(status).toBe(422)
    const { problems, typed } = shown as { problems: { field: string; message: string }[]; typed: object }
    expect(problems).toContainEqual(expect.objectContaining({ field, message }))
    expect(typed).toMatchObject(fields)
  })

  it('is the adviser’s alone', async () => {
    for (const page of ['name', 'owner', 'closing', 'reopening']) {
      const statuses = await Promise.all(
        (['observer', 'bluebellDirector', 'lingonberryDirector', 'kindergartenOwner'] as const).map(
          async (who) => (await ask(who, `${UNIT}/${page}`, '', { ...SAID, name: 'Fiolen' })).status,
        ),
      )
      expect([page, ...statuses]).toEqual([page, 403, 403, 404, 404])
    }
    expect((await ask('adviser', UNIT)).shown).toMatchObject({ title: 'Blåklokka barnehage', unit: { history: [] } })
  })
})

describe('writing a unit in', () => {
  const NEW = {
    kind: 'school',
    name: 'Lia  skole',
    orgNumber: '974 582 465',
    owner: 'another',
    ownerName: 'Lia kommune',
    ownership: 'municipal',
    externalMunicipality: 'Lia',
    openedOn: '2027-03-10',
  }

  it('leads to its page', async () => {
    const { status, shown } = await ask('adviser', '/units/new', '', NEW)
    expect(status).toBe(303)
    expect(shown).toMatch(/^\/units\/[\w-]+\?saved=added$/)
    const unit = await here.db.selectFrom('unit').selectAll().where('name', '=', 'Lia skole').executeTakeFirst()
    expect(unit).toMatchObject({ org_number: '974582465', external_municipality: 'Lia' })
  })

  it.each([
    [{ orgNumber: '974582466' }, 'orgNumber', 'orgNumberWrong'],
    [{ orgNumber: 'ni sifre' }, 'orgNumber', 'orgNumberWrong'],
    [{ kind: '' }, 'kind', 'unitKindMissing'],
    [{ name: 'Nes skole', externalMunicipality: '' }, 'name', 'nameTaken'],
    [{ externalMunicipality: 'Fjordvik' }, 'externalMunicipality', 'ownMunicipality'],
    [{ openedOn: '2026-11-30' }, 'openedOn', 'openedInPastCycle'],
  ])('with %o is to be mended at %s', async (fields, field, message) => {
    const { status, shown } = await ask('adviser', '/units/new', '', { ...NEW, ...fields })
    expect(status).toBe(422)
    expect((shown as { problems: object[] }).problems).toEqual([expect.objectContaining({ field, message })])
  })

  it('names the unit that is there, for a link', async () => {
    const { shown } = await ask('adviser', '/units/new', '', {
      ...NEW,
      kind: 'kindergarten',
      name: 'Blåklokka barnehage',
      externalMunicipality: '',
    })
    expect((shown as { problems: { values: object }[] }).problems[0]?.values).toMatchObject({ unit: BLUEBELL })
  })
})
