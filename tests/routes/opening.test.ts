import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { listPairs } from '#db/queries/opening.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, ORIGIN, responseOf } from './visiting.ts'

let page: Page | undefined
let site: Map<string, Page>
let fjordvik: World
beforeAll(async () => {
  site = await pages()
  page = site.get('/cycles/new')
})
beforeEach(async () => {
  fjordvik = await world('2027-06-15')
})

type Fields = [name: string, value: string][]

const HEAD: Fields = [
  ['form', 'a form'],
  ['year', '2028'],
  ['version', '1'],
  ['firstSchoolDay', '2028-08-21'],
]
const CARRIED: Fields = [
  ['pairs', `${BLUEBELL}:${FJORDVIK_SCHOOL}`],
  ['pairs', `${LINGONBERRY}:${FJORDVIK_SCHOOL}`],
]
const ADDED: Fields = [
  ['kindergarten[]', SUNBEAM],
  ['school[]', NES_SCHOOL],
  ['kindergarten[]', ''],
  ['school[]', ''],
]

async function send(fields: Fields, person: Person = PEOPLE.adviser): Promise<Response> {
  if (!page?.action) throw new Error('The page takes no form')
  const headers = { Cookie: await cookieOf(fjordvik, person.id) }
  const request = new Request(`${ORIGIN}/cycles/new`, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return responseOf(page.action, { request, edge: edgeOf(fjordvik) })
}

async function see(path = '/cycles/new', search = '', params = {}, person: Person = PEOPLE.adviser) {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error('The page shows nothing')
  const request = getting(path + search, { Cookie: await cookieOf(fjordvik, person.id) })
  return (await responseOf(loader, { request, params, edge: edgeOf(fjordvik) })).json() as Promise<Shown>
}

interface Shown {
  opening: {
    suggested: object
    years: number[]
    before: { year: number; schools: { name: string; pairs: { name: string; children: number | null }[] }[] }
    choices: { kindergartens: object[]; schools: { words: string }[] }
    dueDays: { number: number; off: number; steps: { due: string; off: string | null }[] }
    rows: number
  }
  links: boolean
}

async function problemsOf(response: Response) {
  expect(response.status).toBe(422)
  return (await response.json()) as { problems: { field: string; message: string }[]; typed: Record<string, string> }
}

describe('opening a cycle', () => {
  it('leads to its due days, with the pairs carried over and those added', async () => {
    const response = await send([...HEAD, ...CARRIED, ...ADDED])
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/cycles/2028/due-days?opened=1'])
    const pairs = (await listPairs(fjordvik.db, 2028)).map((pair) => [
      pair.kindergartenId,
      pair.schoolId,
      pair.children,
    ])
    expect(pairs).toHaveLength(3)
    expect(pairs).toEqual(
      expect.arrayContaining([
        [BLUEBELL, FJORDVIK_SCHOOL, null],
        [LINGONBERRY, FJORDVIK_SCHOOL, null],
        [SUNBEAM, NES_SCHOOL, null],
      ]),
    )
  })

  it('sent twice leads there twice and opens once', async () => {
    await send([...HEAD, ...CARRIED])
    const again = await send([...HEAD, ...CARRIED])
    expect([again.status, again.headers.get('Location')]).toEqual([303, '/cycles/2028/due-days?opened=1'])
    expect(await listPairs(fjordvik.db, 2028)).toHaveLength(2)
  })

  it('without pairs has to be said', async () => {
    const { problems, typed } = await problemsOf(await send(HEAD))
    expect(problems).toEqual([{ field: 'withoutPairs', message: 'noPairs' }])
    expect(typed).toMatchObject({ year: '2028', firstSchoolDay: '2028-08-21' })
    expect((await send([...HEAD, ['withoutPairs', 'yes']])).status).toBe(303)
    expect(await listPairs(fjordvik.db, 2028)).toEqual([])
    const overview = (search: string) => see('/cycles/:cycle', search, { cycle: '2028' })
    expect(await overview('')).toMatchObject({ withoutPairs: true })
    expect(await overview('?places=schools')).toMatchObject({ withoutPairs: false })
  })

  it.each([
    [['kindergarten[]', SUNBEAM], ['school[]', ''], 'school-2'],
    [['kindergarten[]', ''], ['school[]', NES_SCHOOL], 'kindergarten-2'],
  ] as [Fields[number], Fields[number], string][])(
    'half a pair, %s, is said where it is',
    async (one, other, field) => {
      const { problems, typed } = await problemsOf(await send([...HEAD, ...CARRIED, ...ADDED.slice(0, 2), one, other]))
      expect(problems).toEqual([{ field, message: 'pairHalf' }])
      expect(typed['kindergarten[]']?.split(',')).toEqual([SUNBEAM, one[1]])
      expect(typed.pairs?.split(',')).toHaveLength(2)
    },
  )

  it.each([
    ['year', '2027', 'cycleIsOpen'],
    ['year', '', 'cycleYearMissing'],
    ['version', '9', 'versionUnknown'],
    ['firstSchoolDay', '', 'firstSchoolDayMissing'],
    ['firstSchoolDay', 'mandag', 'firstSchoolDayMissing'],
    ['firstSchoolDay', '2028-10-01', 'firstSchoolDayOutside'],
    ['form', '', 'formIncomplete'],
  ])('with %s «%s» comes back: %s', async (name, value, message) => {
    const head = HEAD.map((field): Fields[number] => (field[0] === name ? [name, value] : field))
    const { problems, typed } = await problemsOf(await send([...head, ...CARRIED]))
    expect(problems.map(({ field, message }) => [field, message])).toEqual([[name, message]])
    expect(typed[name]).toBe(value)
    expect(await listCycles(fjordvik.db)).toHaveLength(2)
  })

  it('is for an adviser', async () => {
    for (const person of [PEOPLE.observer, PEOPLE.fjordvikPrincipal, PEOPLE.bluebellDirector]) {
      expect((await send([...HEAD, ...CARRIED], person)).status).toBe(404)
    }
    expect(await listCycles(fjordvik.db)).toHaveLength(2)
  })
})

describe('the form', () => {
  it('suggests, and carries over the pairs by school with last year’s numbers', async () => {
    const { opening } = await see()
    expect(opening.suggested).toEqual({ year: 2028, firstSchoolDay: '2028-08-21', version: 1 })
    expect(opening.years).toEqual([2028, 2029])
    expect(opening.rows).toBe(3)
    expect(opening.before.year).toBe(2027)
    expect(
      opening.before.schools.map(({ name, pairs }) => [name, pairs.map((pair) => [pair.name, pair.children])]),
    ).toEqual([
      [
        'Fjordvik skole',
        [
          ['Blåklokka barnehage', 8],
          ['Solstrålen barnehage', 3],
          ['Tyttebær barnehage', 5],
        ],
      ],
      ['Nes skole', [['Blåklokka barnehage', 2]]],
      ['Strandskolen', [['Solstrålen barnehage', 1]]],
      ['Vikabygd skole', [['Tyttebær barnehage', 1]]],
    ])
    expect(opening.choices.kindergartens).toHaveLength(3)
    expect(opening.choices.schools.at(-1)?.words).toBe('Vikabygd skole (Vikabygd)')
  })

  it('shows the due days there would be, and which of them fall on a day off', async () => {
    const { dueDays } = (await see('/cycles/new', '?version=1')).opening
    const days = dueDays.steps.map(({ due }) => due)
    expect(days).toEqual(days.toSorted())
    expect([days[0], days.at(-1)]).toEqual(['2027-08-31', '2028-08-21'])
    expect(dueDays.steps.filter(({ off }) => off).map(({ due, off }) => [due, off])).toEqual([
      ['2028-04-15', 'weekend'],
      ['2028-04-30', 'weekend'],
      ['2028-05-01', 'holiday'],
    ])
    expect(dueDays.off).toBe(3)
  })

  it('is linked from the overview for an adviser, not for an observer', async () => {
    const params = { cycle: '2027' }
    expect((await see('/cycles/:cycle', '', params)).links).toBe(true)
    expect((await see('/cycles/:cycle', '', params, PEOPLE.observer)).links).toBe(false)
  })
})
