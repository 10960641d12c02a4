import { beforeAll, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import {
  BEACH_SCHOOL,
  BLUEBELL,
  FJORDVIK_SCHOOL,
  LINGONBERRY,
  NES_SCHOOL,
  PAIRS,
  PEOPLE,
  SUNBEAM,
} from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages, type Page } from './site.ts'
import { cookieOf, edgeOf, getting, responseOf } from './visiting.ts'

let site: Map<string, Page>
beforeAll(async () => {
  site = await pages()
})

const UNITS = [BLUEBELL, SUNBEAM, LINGONBERRY, FJORDVIK_SCHOOL, NES_SCHOOL, BEACH_SCHOOL]
const { bluebellNes, sunbeamFjordvik, sunbeamBeach } = PAIRS

/** Numbers that are hidden, as the kindergarten and the school say them: two worlds that differ in nothing else. */
const ONE: [number, number] = [2, 2]
const OTHER: [number, number] = [3, 1]

/** Fjordvik where both sides have numbered these pairs, and all have left out the step that the plan spares small ones. */
async function numbered(pairs: readonly string[], [kindergarten, school]: [number, number]): Promise<World> {
  const fjordvik = await world()
  fjordvik.sqlite.exec('drop trigger step_edition_frozen_on_update')
  fjordvik.sqlite.prepare('update step_edition set spared_small_pairs = 1 where step_id = ?').run(STEPS.sendForms)
  const said = { at: fjordvik.now, person_id: PEOPLE.adviser.id, for_unit: 1 } as const
  for (const pair_id of pairs) {
    await fjordvik.db
      .insertInto('group_number')
      .values([
        { ...said, pair_id, side: 'kindergarten', children: kindergarten },
        { ...said, pair_id, side: 'school', children: school },
      ])
      .execute()
    await fjordvik.db
      .insertInto('tick')
      .values({
        ...{ ...said, id: `left out at ${pair_id}`, cycle_year: 2027, pair_id, step_id: STEPS.sendForms },
        ...{ side: 'kindergarten', answer: 'not relevant', meaning: 1, version_number: 1 },
      })
      .execute()
  }
  return fjordvik
}

/** What every page that a reader may open says, but for what is new at each visit. */
async function allThatIsRead(fjordvik: World, { id }: Person): Promise<Map<string, string>> {
  const headers = { Cookie: await cookieOf(fjordvik, id) }
  const read = new Map<string, string>()
  for (const { path, loader } of site.values()) {
    if (!loader || !path.match(/^\/($|cycles|units|people)/)) continue
    const around = /:(place|unit|school|pair)/.test(path) ? [...UNITS, ...Object.values(PAIRS), 'municipality'] : ['']
    for (const here of around) {
      const params = { cycle: '2027', place: here, unit: here, school: here, pair: here, step: STEPS.sendForms }
      const request = getting(path.replace(/:(\w+)/g, '-'), headers)
      const response = await responseOf(loader, { request, params, edge: edgeOf(fjordvik) })
      if (response.status !== 200) continue
      read.set(`${path} ${here}`, (await response.text()).replaceAll(/"form":"[^"]*"/g, ''))
    }
  }
  return read
}

it.each<[string, Person, string[], number]>([
  ['an observer', PEOPLE.observer, [bluebellNes, sunbeamFjordvik, sunbeamBeach], 30],
  ['an owner, of the own kindergarten’s', PEOPLE.kindergartenOwner, [sunbeamFjordvik, sunbeamBeach], 10],
  ['a director, of another kindergarten’s', PEOPLE.bluebellDirector, [sunbeamFjordvik, sunbeamBeach], 10],
  ['a principal, of another school’s', PEOPLE.fjordvikPrincipal, [bluebellNes, sunbeamBeach], 10],
  ['another principal', PEOPLE.nesPrincipal, [sunbeamFjordvik, sunbeamBeach], 8],
])('%s learns no small number on any page', async (_, reader, pairs, atLeast) => {
  const [one, other] = [
    await allThatIsRead(await numbered(pairs, ONE), reader),
    await allThatIsRead(await numbered(pairs, OTHER), reader),
  ]
  expect(one.size).toBeGreaterThanOrEqual(atLeast)
  expect(Object.fromEntries(other)).toEqual(Object.fromEntries(one))
})

it('the two worlds differ to whoever may know', async () => {
  const [one, other] = [await numbered([bluebellNes], ONE), await numbered([bluebellNes], OTHER)]
  const place = `/cycles/:cycle/places/:place ${bluebellNes}`
  const reads = async (fjordvik: World) => (await allThatIsRead(fjordvik, PEOPLE.nesPrincipal)).get(place)
  expect(await reads(one)).not.toEqual(await reads(other))
})
