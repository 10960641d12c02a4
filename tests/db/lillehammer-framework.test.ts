import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { problemInGroupText } from '#app/domain/about-group.ts'
import { day, dayInOslo, instant, momentInOslo } from '#app/domain/calendar.ts'
import { isRunning, spanOf } from '#app/domain/due-date.ts'
import { additionLinesOf, elementLinesOf } from '#app/domain/framework-mark.ts'
import { monthOf } from '#app/domain/month.ts'
import { isInvited, obligationToFramework } from '#app/domain/obligation.ts'
import { openDatabase, type Connection } from '#db/connection.ts'
import { insertMarks, listAdditions, listMarks, type MarksByUnit } from '#db/queries/framework-marks.ts'
import { listPlaces, type UnitOrPair } from '#db/queries/places.ts'
import { isFrameworkAct } from '#db/seed/framework-acts.ts'
import { ADVISER, PLAN, unitNamed } from '#db/seed/lillehammer-cast.ts'
import { ADDITIONS, HOW, HOW_AT_SCHOOL, NOT_FOR_US } from '#db/seed/lillehammer-framework-words.ts'
import { story } from '#db/seed/lillehammer-story.ts'
import { continueLillehammer, seedLillehammer } from '#db/seed/lillehammer.ts'
import template from '#db/data/plan-template.json' with { type: 'json' }

const SPRING = momentInOslo(day('2027-03-10'), '12:00')

const open: Connection[] = []
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close()
})

async function lillehammer(now = SPRING) {
  const connection = openDatabase(':memory:')
  open.push(connection)
  await seedLillehammer(connection.db, now)
  return connection
}

/** Elements that a unit has come to, by its mark. */
function come(marks: MarksByUnit, unitName: string): Record<string, number> {
  const lines = elementLinesOf(PLAN, marks.get(unitNamed(unitName).id) ?? [])
  const by = Map.groupBy(lines, ({ mark }) => mark?.mark ?? 'nothing')
  return Object.fromEntries([...by].map(([mark, { length }]) => [mark, length]))
}

describe('the framework on 10 March 2027', () => {
  let marks: MarksByUnit
  let before: MarksByUnit
  let places: UnitOrPair[]
  let acknowledged: Set<string>
  beforeAll(async () => {
    const { db, sqlite, close } = openDatabase(':memory:')
    await seedLillehammer(db, SPRING)
    marks = await listMarks(db, 2027, 'everywhere')
    before = await listMarks(db, 2026, 'everywhere')
    places = (await listPlaces(db, [2027], 'everywhere')).get(2027) ?? []
    const read = sqlite.prepare(
      'select name from framework_acknowledgement join unit on unit.id = unit_id where cycle_year = 2027',
    )
    acknowledged = new Set(read.pluck().all() as string[])
    await close()
  })
  const obliged = () =>
    places.flatMap((place) =>
      place.kind === 'kindergarten' && !isInvited(obligationToFramework(place.kindergarten))
        ? [place.kindergarten]
        : [],
    )

  test('most kindergartens that are bound are half way, and two have not begun', () => {
    const reached = obliged().map(({ name }) => {
      const { 'worked with': worked = 0, 'working with it': working = 0 } = come(marks, name)
      return { name, share: (worked + working) / 27 }
    })
    expect(reached.filter(({ share }) => share === 0).map(({ name }) => name)).toEqual([
      'Buvollen barnehage',
      'Saksheim naturbarnehage',
    ])
    expect(reached.filter(({ share }) => share >= 0.4 && share <= 0.75).length / reached.length).toBeGreaterThan(0.65)
    expect(reached.every(({ share }) => share <= 0.75)).toBe(true)
  })

  test('some have planned April and May, and those who are only invited come to less', () => {
    expect(come(marks, 'Vingrom barnehage').planned).toBeGreaterThan(4)
    const invited = ['Nybu barnehage', 'Ringelihorn Steinerbarnehage', 'Askeladden barnehage', 'Hestehoven barnehage']
    for (const name of invited) expect(come(marks, name)['worked with'] ?? 0).toBeLessThan(10)
  })

  test('one school is well prepared, and the others have hardly begun', () => {
    expect(come(marks, 'Nordre Ål skole')).toEqual({ 'working with it': 5, planned: 22 })
    expect(come(marks, 'Røyslimoen skole')).toEqual({ planned: 3, nothing: 24 })
    expect(come(marks, 'Søre Ål skole')).toEqual({ nothing: 27 })
  })

  test('the cycle before has a full year behind it', () => {
    expect(come(before, 'Røyslimoen barnehage')['worked with']).toBeGreaterThan(24)
    expect(come(before, 'Hammartun skole')['worked with']).toBeGreaterThan(20)
    expect(come(before, 'Buvollen barnehage')['worked with']).toBe(12)
  })

  test('no element is marked without a month, as nobody can', () => {
    const all = [...marks.values(), ...before.values()].flat()
    expect(all.filter(({ mark, months }) => (months === null) !== (mark === 'not for us'))).toEqual([])
  })

  test('most have read it, and a few have not', () => {
    expect(acknowledged.size).toBeGreaterThan(30)
    for (const name of ['Buvollen barnehage', 'Hestehoven barnehage', 'Saksheim naturbarnehage'])
      expect(acknowledged).not.toContain(name)
  })

  test('some tell how, and some say that an element is not for them', () => {
    const standing = [...marks.values()]
      .flatMap((those) => elementLinesOf(PLAN, those))
      .flatMap(({ mark }) => mark ?? [])
    expect(standing.filter(({ how }) => how !== null).length).toBeGreaterThan(40)
    expect(standing.filter(({ mark }) => mark === 'not for us').length).toBe(5)
  })

  test('two kindergartens work with something of their own', async () => {
    const { db } = await lillehammer()
    const [jorstadmoen, engesvea] = ['Jørstadmoen barnehage', 'Engesvea FUS barnehage'].map(
      (name) => unitNamed(name).id,
    )
    const additions = await listAdditions(db, [jorstadmoen ?? '', engesvea ?? ''])
    const lines = additions.flatMap((addition) => additionLinesOf([addition], marks.get(addition.unitId) ?? []))
    expect(lines.map(({ addition, mark }) => [addition.unitId, mark?.mark])).toEqual([
      [jorstadmoen, 'working with it'],
      [engesvea, 'working with it'],
    ])
  })
})

describe('the story of the framework', () => {
  const acts = story().filter(isFrameworkAct)

  test('is told while its cycle runs, with months of the cycle', () => {
    for (const act of acts) {
      if (act.kind !== 'framework marked') continue
      const { year, marks } = act.said
      const on = dayInOslo(act.at)
      expect(isRunning(year, on), `${year} ${on}`).toBe(true)
      const { from, to } = spanOf(year)
      for (const { months } of marks) {
        if (months) expect(months.from >= monthOf(from) && months.to <= monthOf(to)).toBe(true)
      }
    }
  })

  test('writes about groups, never about a child', () => {
    const texts = [
      ...[HOW, HOW_AT_SCHOOL].flatMap((texts) => Object.values(texts).flat()),
      ...Object.values(NOT_FOR_US).flatMap((reasons) => Object.values(reasons)),
      ...ADDITIONS.map(({ words }) => words),
    ]
    expect(texts.length).toBeGreaterThan(40)
    for (const text of texts) {
      expect(problemInGroupText('how', text, 300, day('2027-03-10'))).toEqual([])
      expect(text).not.toMatch(/\b(barnet|gutten|jenta|diagnose|adhd|autis)/i)
      expect(text.length).toBeLessThanOrEqual(200)
    }
  })

  test('has words for every element, and none for another', () => {
    const keys = template.framework.flatMap(({ elements }) => elements.map(({ key }) => key))
    expect(Object.keys(HOW).toSorted()).toEqual(keys.toSorted())
    const others = [HOW_AT_SCHOOL, ...Object.values(NOT_FOR_US)].flatMap((texts) => Object.keys(texts))
    expect(others.filter((key) => !keys.includes(key))).toEqual([])
  })

  test('leaves alone a unit that somebody goes on for, and continues the rest', async () => {
    const { db } = await lillehammer()
    const [mine, other] = ['Vingrom barnehage', 'Ro barnehage'].map((name) => unitNamed(name).id)
    await insertMarks(db, [
      {
        ...{ id: 'mine', unitId: mine ?? '', elementId: PLAN.framework[0]?.elements[0]?.id ?? '', additionId: null },
        ...{ mark: 'withdrawn', months: null, how: null, reason: null, meaning: 1, version: 1, at: SPRING },
        ...{ year: 2027, personId: ADVISER.id, forUnit: false },
      },
    ])
    const held = await listMarks(db, 2027, 'everywhere')
    await continueLillehammer(db, instant('2027-06-30T12:00:00Z'))
    const then = await listMarks(db, 2027, 'everywhere')
    expect(then.get(mine ?? '')).toEqual(held.get(mine ?? ''))
    expect(then.get(other ?? '')?.length).toBeGreaterThan(held.get(other ?? '')?.length ?? 0)
  })
})
