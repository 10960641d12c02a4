import { expect, test } from 'vitest'
import { leaveOutSpared } from '#app/services/lighter-variant.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { withdrawTick } from '#app/services/steps.server.ts'
import { BLUEBELL, NES_SCHOOL, PAIRS } from '#db/seed/fjordvik.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { world, type World } from '#tests/world.ts'

const NES = { year: 2027, placeId: PAIRS.bluebellNes }

/** Fjordvik with a plan that spares small pairs one step, which the kindergarten does. */
async function sparing(): Promise<World> {
  const fjordvik = await world()
  fjordvik.sqlite.exec('drop trigger step_edition_frozen_on_update')
  fjordvik.sqlite.prepare('update step_edition set spared_small_pairs = 1 where step_id = ?').run(STEPS.sendForms)
  return fjordvik
}

async function statusIn(fjordvik: World) {
  const { rows } = await readChecklist(fjordvik.as('director', BLUEBELL), NES.year, NES.placeId)
  return rows.find(({ step }) => step.id === STEPS.sendForms)
}

test('a director leaves out what the plan spares two children, once, and can take it back', async () => {
  const fjordvik = await sparing()
  const director = fjordvik.as('director', BLUEBELL)
  for (let sent = 0; sent < 2; sent += 1) await leaveOutSpared(director, NES, 'form')
  const row = await statusIn(fjordvik)
  expect(row).toMatchObject({ status: 'not relevant', own: { reason: null, side: 'kindergarten' } })
  expect(row?.history).toHaveLength(1)
  const tick = row?.own?.id ?? ''
  await withdrawTick(director, { ...NES, stepId: STEPS.sendForms }, { side: 'kindergarten', tickId: tick }, 'more')
  expect((await statusIn(fjordvik))?.status).toBe('open')
})

test('nobody leaves out the steps of a larger pair, or of the other side', async () => {
  const fjordvik = await sparing()
  const larger = { ...NES, placeId: PAIRS.bluebellFjordvik }
  await expect(leaveOutSpared(fjordvik.as('director', BLUEBELL), larger, 'form')).rejects.toThrow('not allowed')
  await expect(leaveOutSpared(fjordvik.as('principal', NES_SCHOOL), NES, 'form')).rejects.toThrow('not allowed')
  await expect(leaveOutSpared(fjordvik.as('observer'), NES, 'form')).rejects.toThrow('not allowed')
  expect((await statusIn(fjordvik))?.status).toBe('open')
})
