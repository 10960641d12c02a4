import { beforeEach, expect, test, vi } from 'vitest'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'
import { findLastEventAt, findLastHash } from '#db/queries/events.ts'
import { findPlace, listPlaces } from '#db/queries/places.ts'
import { listTicks, listTicksOf } from '#db/queries/ticks.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, PAIRS } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

/** What SQLite says it would do for every statement that `ask` runs. */
async function plansOf({ sqlite }: World, ask: () => Promise<unknown>): Promise<string[]> {
  const prepare = vi.spyOn(sqlite, 'prepare')
  await ask()
  const statements = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  expect(statements).not.toEqual([])
  return statements.flatMap((sql) => {
    const values = Array.from(sql.matchAll(/\?/g), () => null)
    const rows = sqlite.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    return rows.map(({ detail }) => detail)
  })
}

/**
 * A search reads a few rows; a scan reads them all, and these grow every year. A search by nothing but the year reads
 * those of the whole municipality.
 */
const TOO_MUCH = /^SCAN (tick|pair|event|participation)\b|^SEARCH (tick|pair) .*\(cycle_year=\?\)/

let here: World
beforeEach(async () => {
  here = await world()
})

test.each([
  ['a pair', PAIRS.bluebellFjordvik],
  ['a kindergarten', BLUEBELL],
  ['a school', FJORDVIK_SCHOOL],
])('%s and its ticks are found without reading everybody’s', async (_, id) => {
  const plans = await plansOf(here, async () => {
    const place = await findPlace(here.db, 2027, id)
    if (place) await listTicksOf(here.db, 2027, place)
  })
  expect(plans.filter((detail) => TOO_MUCH.test(detail))).toEqual([])
  expect(plans.filter((detail) => detail.startsWith('SEARCH tick'))).toHaveLength(1)
})

test('so are those of the municipality, and the end of the chain', async () => {
  const plans = await plansOf(here, async () => {
    await listTicksOf(here.db, 2027, THE_MUNICIPALITY)
    await findLastHash(here.db)
    await findLastEventAt(here.db)
  })
  expect(plans.filter((detail) => TOO_MUCH.test(detail) && !detail.startsWith('SCAN event'))).toEqual([])
  // The last event is read backwards along the key, and the first row ends it: no sorting.
  expect(plans.filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
})

test.each([
  ['a kindergarten', [BLUEBELL]],
  ['a school', [FJORDVIK_SCHOOL]],
  ['two seats', [BLUEBELL, FJORDVIK_SCHOOL]],
])('the places of %s, with their ticks, are found without reading every pair and tick', async (_, unitIds) => {
  const plans = await plansOf(here, async () => {
    const places = (await listPlaces(here.db, [2026, 2027], { unitIds })).get(2027) ?? []
    await listTicks(here.db, [2026, 2027], [...places, THE_MUNICIPALITY])
  })
  expect(plans.filter((detail) => TOO_MUCH.test(detail))).toEqual([])
})
