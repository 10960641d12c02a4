import { beforeEach, describe, expect, it, vi } from 'vitest'
import { coverageOf } from '#app/domain/coverage.ts'
import { elementLinesOf, type FrameworkMark } from '#app/domain/framework-mark.ts'
import { readCoverage } from '#app/services/coverage.server.ts'
import { acknowledgeFramework } from '#app/services/framework-assignment.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { perform } from '#db/seed/acts.ts'
import { ELEMENTS, VERSION } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { listMarks } from '#db/queries/framework-marks.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

/** Marks an element as people do: the rows and the event in one. */
async function mark(unitId: string, elementId: string, mark: FrameworkMark['mark'], year = 2027): Promise<void> {
  const marks = [
    {
      ...{ id: newId(), elementId, additionId: null, mark, months: null, how: null, meaning: 1, version: 1 },
      reason: mark === 'not for us' ? 'Vi er ute hele dagen' : null,
    },
  ]
  const personId = PEOPLE.bluebellDirector.id
  await perform(fjordvik.db, [{ at: fjordvik.now, personId, kind: 'framework marked', said: { year, unitId, marks } }])
}

async function unitIn(unitId: string, year = 2027) {
  const { units } = await readCoverage(fjordvik.as('adviser'), year)
  return units.find(({ unit }) => unit.id === unitId)
}

describe('the coverage of the framework', () => {
  it('has every kindergarten and every school that receives children, with what binds it', async () => {
    const { units } = await readCoverage(fjordvik.as('observer'), 2027)
    const ties = new Map(units.map(({ unit, obligation }) => [unit.id, obligation]))
    expect(ties.get(BLUEBELL)).toBe('plan')
    expect(ties.get(LINGONBERRY)).toBe('agreement')
    expect(ties.get(SUNBEAM)).toBe('invitation')
    expect(ties.get(FJORDVIK_SCHOOL)).toBe('plan')
    const before = await readCoverage(fjordvik.as('observer'), 2026)
    expect(before.units.map(({ unit }) => unit.id)).not.toContain(NES_SCHOOL)
  })

  it('is for those who follow the whole municipality', async () => {
    for (const context of [
      fjordvik.as('director', BLUEBELL),
      fjordvik.as('principal', FJORDVIK_SCHOOL),
      fjordvik.as('owner'),
    ])
      await expect(readCoverage(context, 2027)).rejects.toMatchObject({ code: 'not found' })
    await expect(readCoverage(fjordvik.as('adviser'), 2031)).rejects.toMatchObject({ code: 'not found' })
  })

  it('shows what was marked a moment ago, and folds only that unit again', async () => {
    const before = await unitIn(LINGONBERRY)
    await mark(BLUEBELL, ELEMENTS.friend, 'worked with')
    expect((await unitIn(BLUEBELL))?.coverage).toMatchObject({ workedWith: 1, asked: 3 })
    expect(await unitIn(LINGONBERRY)).toBe(before)
    await mark(BLUEBELL, ELEMENTS.friend, 'working with it')
    expect((await unitIn(BLUEBELL))?.coverage).toMatchObject({ workedWith: 0, workingWith: 1 })
  })

  it('shows who read it a moment ago', async () => {
    expect((await unitIn(BLUEBELL))?.acknowledged.state).toBe('not yet')
    const read = { year: 2027, placeId: BLUEBELL, versionId: VERSION }
    await acknowledgeFramework(fjordvik.as('director', BLUEBELL), read, newId())
    expect((await unitIn(BLUEBELL))?.acknowledged.state).toBe('acknowledged')
  })

  it('keeps the cycles apart', async () => {
    expect((await unitIn(BLUEBELL, 2026))?.coverage.workedWith).toBe(0)
    await mark(BLUEBELL, ELEMENTS.friend, 'worked with', 2026)
    expect((await unitIn(BLUEBELL, 2026))?.coverage.workedWith).toBe(1)
    expect((await unitIn(BLUEBELL, 2027))?.coverage.workedWith).toBe(0)
  })

  it('is the same whether it was kept through many marks or is worked out anew', async () => {
    await unitIn(BLUEBELL)
    const said = ['planned', 'working with it', 'worked with', 'not for us'] as const
    for (const [at, each] of said.entries()) {
      await mark(at % 2 === 0 ? BLUEBELL : SUNBEAM, ELEMENTS.ownPlace, each)
      await unitIn(SUNBEAM)
    }
    const kept = (await readCoverage(fjordvik.as('adviser'), 2027)).units
    await perform(fjordvik.db, [
      {
        ...{ at: fjordvik.now, personId: null, kind: 'person invited', seats: [] },
        person: { id: newId(), name: 'Styrer, ny barnehage', email: null },
      },
    ])
    const anew = (await readCoverage(fjordvik.at('2027-03-11').as('adviser'), 2027)).units
    expect(anew).not.toBe(kept)
    expect(anew).toEqual(kept)
  })

  it('has the numbers of each unit’s own lines', async () => {
    await mark(SUNBEAM, ELEMENTS.freePlay, 'not for us')
    await mark(BLUEBELL, ELEMENTS.friend, 'planned')
    const { cycle, units } = await readCoverage(fjordvik.as('adviser'), 2027)
    const marks = await listMarks(fjordvik.db, 2027, 'everywhere')
    for (const { unit, coverage } of units)
      expect(coverage).toEqual(coverageOf(elementLinesOf(cycle.version, marks.get(unit.id) ?? [])))
  })

  it('takes six queries at most, and two while nothing changes', async () => {
    const prepare = vi.spyOn(fjordvik.sqlite, 'prepare')
    const adviser = fjordvik.as('adviser')
    await readCoverage(adviser, 2027)
    prepare.mockClear()
    await readCoverage(adviser, 2027)
    expect(prepare.mock.calls.length).toBeLessThanOrEqual(2)
    prepare.mockClear()
    await readCoverage(fjordvik.at('2027-03-11').as('adviser'), 2027)
    expect(prepare.mock.calls.length).toBeLessThanOrEqual(6)
    prepare.mockRestore()
  })
})
