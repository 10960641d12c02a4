import { beforeEach, describe, expect, it } from 'vitest'
import type { FrameworkMark } from '#app/domain/framework-mark.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { openFramework } from '#app/services/framework-assignment.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readOtherSide } from '#app/services/other-side.server.ts'
import { insertMarks } from '#db/queries/framework-marks.ts'
import { insertNumber } from '#db/queries/child-groups.ts'
import { ELEMENTS } from '#db/seed/fjordvik-plan.ts'
import { BEACH_SCHOOL, BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
  await mark(BLUEBELL, 'worked with', { how: 'Faste lekegrupper på fire' })
  await mark(LINGONBERRY, 'working with it')
  await mark(SUNBEAM, 'not for us', { reason: 'Vi gjør det på en annen måte' })
  await mark(FJORDVIK_SCHOOL, 'planned', { how: 'Vi har satt av tre uker' })
})

async function mark(
  unitId: string,
  mark: FrameworkMark['mark'],
  { how = null, reason = null }: { how?: string | null; reason?: string | null } = {},
): Promise<void> {
  const by = { at: fjordvik.now, personId: PEOPLE.adviser.id, forUnit: true, year: 2027, unitId }
  const what = { elementId: ELEMENTS.friend, additionId: null, mark, months: null, meaning: 1, version: 1 }
  await insertMarks(fjordvik.db, [{ ...by, ...what, id: newId(), how, reason }])
}

async function seenBy(context: SignedIn, placeId: string) {
  const at = await openFramework(context, 2027, placeId, fjordvik.db)
  const other = (await readOtherSide(context, at, fjordvik.db)).get(ELEMENTS.friend)
  return {
    coverage: other?.coverage,
    units: other?.units.map(({ unit, mark }) => [unit.id, mark?.mark ?? null, mark?.how ?? null, mark?.reason ?? null]),
  }
}

describe('the other side', () => {
  it('shows a school what the incoming groups have worked with, and no reason of theirs', async () => {
    expect(await seenBy(fjordvik.as('principal', FJORDVIK_SCHOOL), FJORDVIK_SCHOOL)).toMatchObject({
      coverage: { asked: 2, workedWith: 1, workingWith: 1, notForUs: 1 },
      units: [
        [BLUEBELL, 'worked with', 'Faste lekegrupper på fire', null],
        [SUNBEAM, 'not for us', null, null],
        [LINGONBERRY, 'working with it', null, null],
      ],
    })
  })

  it('shows a kindergarten what its receiving schools have marked', async () => {
    const { units } = await seenBy(fjordvik.as('director', BLUEBELL), BLUEBELL)
    expect(units).toContainEqual([FJORDVIK_SCHOOL, 'planned', 'Vi har satt av tre uker', null])
    expect(units).toHaveLength(2)
    const sunbeam = await seenBy(fjordvik.as('director', SUNBEAM), SUNBEAM)
    expect(sunbeam.units?.map(([id]) => id)).toEqual([FJORDVIK_SCHOOL, BEACH_SCHOOL])
  })

  it('shows a director who looks at a school only the own group there', async () => {
    const { units, coverage } = await seenBy(fjordvik.as('director', LINGONBERRY), FJORDVIK_SCHOOL)
    expect(units?.map(([id]) => id)).toEqual([LINGONBERRY])
    expect(coverage?.asked).toBe(1)
  })

  it('shows the adviser all of it, an observer no words, and an owner the pairs of the own kindergartens', async () => {
    const adviser = await seenBy(fjordvik.as('adviser'), FJORDVIK_SCHOOL)
    expect(adviser.units).toContainEqual([SUNBEAM, 'not for us', null, 'Vi gjør det på en annen måte'])
    const observer = await seenBy(fjordvik.as('observer'), FJORDVIK_SCHOOL)
    expect(observer.units?.map(([, , how, reason]) => [how, reason])).toEqual(
      Array.from({ length: 3 }, () => [null, null]),
    )
    const owner = await seenBy(fjordvik.as('owner'), SUNBEAM)
    expect(owner.units?.[0]).toEqual([FJORDVIK_SCHOOL, 'planned', 'Vi har satt av tre uker', null])
  })

  it('leaves out a group that has ended', async () => {
    const { db, now } = fjordvik
    const by = { at: now, personId: PEOPLE.adviser.id, forUnit: true }
    await insertNumber(db, {
      ...{ ...by, pairId: PAIRS.lingonberryFjordvik, side: 'kindergarten', children: 0 },
      ...{ reason: 'Flyttet', movedTo: null },
    })
    const { units } = await seenBy(fjordvik.as('principal', FJORDVIK_SCHOOL), FJORDVIK_SCHOOL)
    expect(units?.map(([id]) => id)).toEqual([BLUEBELL, SUNBEAM])
  })
})
