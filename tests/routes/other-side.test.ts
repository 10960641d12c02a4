import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { AreaView, LineView } from '#app/components/framework-view.ts'
import type { Person } from '#app/domain/permissions.ts'
import { newId } from '#app/services/new-id.server.ts'
import { insertMarks } from '#db/queries/framework-marks.ts'
import { ELEMENTS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, responseOf } from './visiting.ts'

const PAGE = '/cycles/:cycle/places/:place/framework'

let site: Map<string, Page>
let fjordvik: World
beforeAll(async () => {
  site = await pages()
})
beforeEach(async () => {
  fjordvik = await world()
  const by = { at: fjordvik.now, personId: PEOPLE.bluebellDirector.id, forUnit: false, year: 2027, unitId: BLUEBELL }
  const what = { elementId: ELEMENTS.friend, additionId: null, mark: 'worked with', months: null } as const
  await insertMarks(fjordvik.db, [
    { ...by, ...what, id: newId(), how: 'Faste lekegrupper på fire', reason: null, meaning: 1, version: 1 },
  ])
})

async function see<Shown>(person: Person, path: string, params: Record<string, string>): Promise<Shown> {
  const loader = site.get(path)?.loader
  if (!loader) throw new Error(`No ${path}`)
  const request = getting('/', { Cookie: await cookieOf(fjordvik, person.id) })
  const response = await responseOf(loader, {
    ...{ request, edge: edgeOf(fjordvik) },
    params: { cycle: '2027', place: FJORDVIK_SCHOOL, ...params },
  })
  expect(response.status).toBe(200)
  return response.json() as Promise<Shown>
}

it('tells a school at each element what the groups it receives have worked with, and how', async () => {
  const { areas } = await see<{ areas: AreaView[] }>(PEOPLE.fjordvikPrincipal, PAGE, {})
  const [friend, ownPlace] = areas[0]?.rows ?? []
  expect(friend?.others).toMatchObject({ side: 'kindergarten', coverage: { asked: 3, workedWith: 1 } })
  expect(friend?.others?.units[0]).toMatchObject({ name: 'Blåklokka barnehage', how: 'Faste lekegrupper på fire' })
  expect(ownPlace?.others?.coverage).toMatchObject({ asked: 3, workedWith: 0 })
})

it('tells it on the page of an element, too', async () => {
  const line = await see<LineView>(PEOPLE.fjordvikPrincipal, `${PAGE}/elements/:element`, { element: ELEMENTS.friend })
  expect(line.row.others?.units.map(({ mark }) => mark)).toEqual(['worked with', null, null])
})

it('tells an observer how far, and not how', async () => {
  const shown = await see<{ areas: AreaView[] }>(PEOPLE.observer, PAGE, {})
  expect(shown.areas[0]?.rows[0]?.others?.coverage.workedWith).toBe(1)
  expect(JSON.stringify(shown)).not.toContain('lekegrupper')
})

it('tells a kindergarten what its schools have marked', async () => {
  const { areas } = await see<{ areas: AreaView[] }>(PEOPLE.bluebellDirector, PAGE, { place: BLUEBELL })
  expect(areas[0]?.rows[0]?.others?.units.map(({ name }) => name)).toEqual(['Fjordvik skole', 'Nes skole'])
})
