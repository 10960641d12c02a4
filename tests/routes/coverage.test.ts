import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CoverageMatrixView, FewRow, UnreadRow } from '#app/components/coverage-view.ts'
import type { FrameworkMark } from '#app/domain/framework-mark.ts'
import type { Person } from '#app/domain/permissions.ts'
import { newId } from '#app/services/new-id.server.ts'
import { insertMarks } from '#db/queries/framework-marks.ts'
import { AREAS, ELEMENTS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, LINGONBERRY, NES_SCHOOL, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, responseOf } from './visiting.ts'

let site: Map<string, Page>
let fjordvik: World
beforeAll(async () => {
  site = await pages()
})
beforeEach(async () => {
  fjordvik = await world()
})

interface Shown {
  side: string
  area: { id: string } | null
  sum: { units: number; asked: number; workedWith: number }
  matrix: CoverageMatrixView
  few: FewRow[]
  change: unknown[]
  unread: UnreadRow[]
  reads: boolean
}

async function see(person: Person, search = '', language = 'nb'): Promise<Shown> {
  const loader = site.get('/cycles/:cycle/framework')?.loader
  if (!loader) throw new Error('No coverage')
  const cookie = `${await cookieOf(fjordvik, person.id)}; language=${language}`
  const request = getting(`/cycles/2027/framework${search}`, { Cookie: cookie })
  const response = await responseOf(loader, { request, params: { cycle: '2027' }, edge: edgeOf(fjordvik) })
  expect(response.status).toBe(200)
  return response.json() as Promise<Shown>
}

async function mark(unitId: string, elementId: string, mark: FrameworkMark['mark']): Promise<void> {
  const reason = mark === 'not for us' ? 'Vi er ute hele dagen' : null
  const by = { at: fjordvik.now, personId: PEOPLE.adviser.id, forUnit: true }
  await insertMarks(fjordvik.db, [
    {
      ...{ ...by, id: newId(), year: 2027, unitId, elementId, additionId: null, mark },
      ...{ months: null, how: null, reason, meaning: 1, version: 1 },
    },
  ])
}

const groupOf = ({ matrix }: Shown, tie: string) => matrix.groups.find((group) => group.tie === tie)

describe('the coverage of the framework', () => {
  it('shows kindergartens by area, those that are bound and those only invited apart', async () => {
    await mark(BLUEBELL, ELEMENTS.friend, 'worked with')
    await mark(SUNBEAM, ELEMENTS.friend, 'worked with')
    const shown = await see(PEOPLE.adviser)
    expect(shown.matrix.columns.map(({ id }) => id)).toEqual([AREAS.belonging, AREAS.play])
    expect(groupOf(shown, 'obliged')?.rows.map(({ name }) => name)).toEqual([
      'Blåklokka barnehage',
      'Tyttebær barnehage',
    ])
    expect(groupOf(shown, 'invited')?.rows.map(({ name }) => name)).toEqual(['Solstrålen barnehage'])
    expect(groupOf(shown, 'obliged')?.cells[0]).toMatchObject({ asked: 4, workedWith: 1 })
    expect(groupOf(shown, 'invited')?.cells[0]).toMatchObject({ asked: 2, workedWith: 1 })
    expect(shown.sum).toMatchObject({ units: 2, asked: 6, workedWith: 1 })
  })

  it('opens an area as its elements, and knows no other', async () => {
    await mark(BLUEBELL, ELEMENTS.ownPlace, 'planned')
    const shown = await see(PEOPLE.observer, `?area=${AREAS.belonging}`)
    expect(shown.area?.id).toBe(AREAS.belonging)
    expect(shown.matrix.columns.map(({ id }) => id)).toEqual([ELEMENTS.friend, ELEMENTS.ownPlace])
    expect(groupOf(shown, 'obliged')?.rows[0]).toMatchObject({
      cells: [{ mark: null }, { mark: 'planned' }],
      all: { asked: 2, planned: 1 },
    })
    expect((await see(PEOPLE.observer, '?area=nowhere')).area).toBeNull()
  })

  it('shows schools on their side of the elements', async () => {
    await mark(NES_SCHOOL, ELEMENTS.freePlay, 'working with it')
    const shown = await see(PEOPLE.adviser, `?side=school&area=${AREAS.play}`)
    expect(shown.matrix.columns[0]?.title.words).toBe('Skoledagen har tid til lek')
    const nes = groupOf(shown, 'obliged')?.rows.find(({ name }) => name === 'Nes skole')
    expect(nes?.cells).toEqual([{ mark: 'working with it', months: null }])
    expect(nes?.href).toBe(`/cycles/2027/places/${NES_SCHOOL}/framework`)
  })

  it('lists what few work with, without those that are only invited', async () => {
    await mark(BLUEBELL, ELEMENTS.friend, 'worked with')
    await mark(LINGONBERRY, ELEMENTS.friend, 'worked with')
    await mark(SUNBEAM, ELEMENTS.freePlay, 'worked with')
    await mark(LINGONBERRY, ELEMENTS.ownPlace, 'not for us')
    const { few } = await see(PEOPLE.adviser)
    expect(few.map(({ id, coverage }) => [id, coverage.workedWith, coverage.asked])).toEqual([
      [ELEMENTS.ownPlace, 0, 1],
      [ELEMENTS.freePlay, 0, 2],
    ])
  })

  it('tells the adviser why an element is not for a kindergarten, and an observer not', async () => {
    await mark(LINGONBERRY, ELEMENTS.ownPlace, 'not for us')
    const { few } = await see(PEOPLE.adviser)
    expect(few.find(({ id }) => id === ELEMENTS.ownPlace)?.reasons).toEqual([
      { unit: 'Tyttebær barnehage', reason: 'Vi er ute hele dagen' },
    ])
    expect(JSON.stringify(await see(PEOPLE.observer))).not.toContain('Vi er ute')
  })

  it('lists the units where nobody has read it, and what an observer can do with a cycle', async () => {
    const shown = await see(PEOPLE.observer)
    expect(shown.unread.map(({ name, invited, since }) => [name, invited, since])).toEqual([
      ['Blåklokka barnehage', false, null],
      ['Solstrålen barnehage', true, null],
      ['Tyttebær barnehage', false, null],
    ])
    expect(shown.reads).toBe(true)
    expect((await see(PEOPLE.adviser)).reads).toBe(false)
  })

  it('goes month by month up to today', async () => {
    expect((await see(PEOPLE.adviser)).change).toHaveLength(8)
  })

  it('marks what is not in the reader’s language', async () => {
    const { matrix } = await see(PEOPLE.observer, '', 'en')
    expect(matrix.columns.map(({ title }) => title)).toEqual([
      { words: 'Belonging', language: 'en' },
      { words: 'Lek', language: 'nb' },
    ])
  })
})
