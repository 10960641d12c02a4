import { describe, expect, it } from 'vitest'
import type { Step } from '#app/domain/plan.ts'
import { newId } from '#app/services/new-id.server.ts'
import { publishedVersion } from '#app/services/plan.server.ts'
import { tickStep } from '#app/services/steps.server.ts'
import { STEPS, VERSION } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, PAIRS } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { adoptNow, publishNext } from './renewing.ts'
import { answerNow, lineNow, sayingNow } from './saying.ts'

const forms = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }

/** Version 2 with one step changed, and cycle 2027 moved to it while people have the old page open. */
async function moveTo(fjordvik: World, change: Partial<Step>): Promise<void> {
  await publishNext(fjordvik, 2, { [STEPS.sendForms]: change })
  expect(await adoptNow(fjordvik, 2)).toMatchObject({ saved: true })
}

describe('a page from before a new version', () => {
  it('still ticks a step that was only reworded, and old ticks stand', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    const before = await sayingNow(director, forms, 'kindergarten', 'done')
    await moveTo(fjordvik, { title: { nb: 'Sende skjemaene trygt' } })
    expect(await tickStep(director, forms, before, newId())).toMatchObject({ saved: true })
    expect(await lineNow(director, forms)).toMatchObject({
      status: 'done',
      own: { version: 2 },
      step: { title: { nb: 'Sende skjemaene trygt' } },
    })
  })

  it('is told when the meaning changed; the old tick stays and no longer counts', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    await answerNow(director, forms, 'kindergarten', 'done')
    const before = await sayingNow(director, forms, 'kindergarten', 'done')
    await moveTo(fjordvik, { meaning: 2 })
    expect(await tickStep(director, forms, before, newId())).toMatchObject({
      saved: false,
      problems: [{ field: 'answer', message: 'planHasChanged' }],
    })
    const line = await lineNow(director, forms)
    expect(line).toMatchObject({ status: 'open', own: null, earlier: [{ answer: 'done', version: 1 }] })
    expect(await answerNow(director, forms, 'kindergarten', 'done')).toMatchObject({ saved: true })
  })

  it('leaves the version it came from as it was', async () => {
    const fjordvik = await world()
    const before = await publishedVersion(fjordvik.db, VERSION)
    await moveTo(fjordvik, { meaning: 2 })
    expect(await publishedVersion(fjordvik.db, VERSION)).toEqual(before)
  })
})
