import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#app/domain/calendar.ts'
import { linesOf } from '#app/domain/checklist.ts'
import { sumOfAdoption } from '#app/domain/adoption-sum.ts'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'
import type { Step } from '#app/domain/plan.ts'
import { adoptVersion, readAdoption, undoAdoption } from '#app/services/adoption.server.ts'
import { cycleOf } from '#app/services/cycles.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readOverview } from '#app/services/overview.server.ts'
import { readStep } from '#app/services/steps.server.ts'
import { listPlaces } from '#db/queries/places.ts'
import { insertTick, listTicks } from '#db/queries/ticks.ts'
import { FJORDVIK_PLAN, STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { adoptingNow, adoptNow, publishNext } from './renewing.ts'
import { answerNow, lineNow } from './saying.ts'

const forms = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }
const numbers = { ...forms, stepId: STEPS.reportNumbers }
const ADDED: Step = {
  ...FJORDVIK_PLAN.routines[0]!.steps[1]!,
  id: 'a new step',
  title: { nb: 'Melde gruppeleder' },
  scope: 'pair',
  due: { kind: 'school start year', month: 2, day: 1 },
}

/** Version 2: the forms mean something else, the visit falls away, the spring meeting is earlier, and a step is new. */
async function withNext(fjordvik: World): Promise<World> {
  const spring = { due: { kind: 'year before school start', month: 11, day: 15 } } as const
  await publishNext(
    fjordvik,
    2,
    { [STEPS.sendForms]: { meaning: 2 }, [STEPS.visit]: null, [STEPS.springMeeting]: spring },
    [ADDED],
  )
  return fjordvik
}

async function allTicks({ db }: World) {
  return db.selectFrom('tick').selectAll().orderBy('sequence').execute()
}

async function allLines({ db }: World, today: LocalDate) {
  const cycle = await cycleOf(db, 2027)
  const places = (await listPlaces(db, [2027], 'everywhere')).get(2027) ?? []
  const ticks = (await listTicks(db, [2027], 'everywhere')).get(2027)
  return [THE_MUNICIPALITY, ...places].flatMap((place) => linesOf(cycle, place, ticks?.get(place.id) ?? [], today))
}

/** So many answers all over cycle 2027, some of them taken back, as months of work leave them. */
async function tickMuch(fjordvik: World, count: number): Promise<void> {
  const lines = (await allLines(fjordvik, fjordvik.today)).filter(({ step }) => !step.sensitive)
  const last = new Map<object, string>()
  for (let number = 0; number < count; number += 1) {
    const line = lines[number % lines.length]!
    const withdraws = last.get(line) ?? null
    const id = newId()
    if (withdraws) last.delete(line)
    else last.set(line, id)
    await insertTick(fjordvik.db, {
      ...{ id, year: 2027, place: line.place, stepId: line.step.id, side: line.step.responsible },
      ...{ answer: withdraws ? 'withdrawn' : number % 7 === 0 ? 'not done' : 'done', withdraws },
      ...{ doneOn: null, reason: number % 7 === 0 && !withdraws ? 'Møtet ble flyttet' : null, note: null },
      ...{ meaning: 1, version: 1, personId: PEOPLE.adviser.id, forUnit: true, at: fjordvik.now },
    })
  }
}

describe('moving a cycle to a newer version', () => {
  it('is looked at place by place before it is done', async () => {
    const fjordvik = await withNext(await world())
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
    const { newer, preview, last, readers } = await readAdoption(fjordvik.as('adviser'), 2027)
    expect([newer.map(({ number }) => number), preview?.version.number, last, readers]).toEqual([[2], 2, null, []])
    const { places, lines } = sumOfAdoption(preview?.places ?? [])
    expect(places).toBe(1 + 3 + 4 + 6)
    expect(lines).toMatchObject({
      new: { obliged: 4, invited: 2 },
      'falls away': { obliged: 4, invited: 2 },
      'opens again': { obliged: 1, invited: 0 },
      'into the past': { obliged: 4, invited: 2 },
    })
    const pair = preview?.places.find(({ place }) => place.id === PAIRS.bluebellFjordvik)
    expect(pair?.steps.map(({ fate, line }) => [fate, line.step.id])).toEqual([
      ['stays', STEPS.springMeeting],
      ['new', 'a new step'],
      ['opens again', STEPS.sendForms],
      ['falls away', STEPS.visit],
    ])
  })

  it('keeps each of 500 ticks byte for byte, there and back', async () => {
    const fjordvik = await withNext(await world())
    await tickMuch(fjordvik, 500)
    const [ticks, lines] = [await allTicks(fjordvik), await allLines(fjordvik, fjordvik.today)]
    expect(ticks).toHaveLength(500)
    const { preview } = await readAdoption(fjordvik.as('adviser'), 2027)
    expect(await adoptNow(fjordvik, 2)).toEqual({ saved: true, first: true })

    expect(await allTicks(fjordvik)).toEqual(ticks)
    const after = await allLines(fjordvik, fjordvik.today)
    const away = preview!.places.flatMap(({ steps }) => steps.filter(({ fate }) => fate === 'falls away'))
    const kept = [...after, ...away.map(({ line }) => line)].flatMap(({ history }) => history.map(({ id }) => id))
    expect(new Set(kept)).toEqual(new Set(ticks.map(({ id }) => id)))
    const again = after.filter(({ earlier }) => earlier.length > 0)
    expect(again.length).toBeGreaterThan(0)
    expect(sumOfAdoption(preview!.places).lines['opens again']).toEqual({
      obliged: again.filter(({ obligation }) => obligation !== 'invitation').length,
      invited: again.filter(({ obligation }) => obligation === 'invitation').length,
    })

    const { last } = await readAdoption(fjordvik.as('adviser'), 2027)
    const back = { sequence: last?.sequence ?? 0, reason: 'Vi tar det til høsten' }
    expect(await undoAdoption(fjordvik.as('adviser'), 2027, back, newId())).toEqual({ saved: true, first: true })
    expect(await allTicks(fjordvik)).toEqual(ticks)
    expect(await allLines(fjordvik, fjordvik.today)).toEqual(lines)
  })

  it('is remembered with who, when and why, and sent twice happens once', async () => {
    const fjordvik = await withNext(await world())
    const adopting = await adoptingNow(fjordvik, 2)
    expect(await adoptVersion(fjordvik.as('adviser'), 2027, adopting, 'a form')).toMatchObject({ first: true })
    expect(await adoptVersion(fjordvik.as('adviser'), 2027, adopting, 'a form')).toMatchObject({ first: false })
    expect(await fjordvik.db.selectFrom('adoption').selectAll().execute()).toMatchObject([
      { cycle_year: 2027, to_version_id: 'version 2', undoes: null, reason: adopting.reason, at: fjordvik.now },
    ])
    const events = await fjordvik.db
      .selectFrom('event')
      .select('content')
      .where('kind', '=', 'version adopted')
      .execute()
    expect(events.map(({ content }) => JSON.parse(content) as unknown)).toEqual([{ cycle: 2027, from: 1, to: 2 }])
    expect((await cycleOf(fjordvik.db, 2026)).version.number).toBe(1)
  })

  it('shows in the overview at once', async () => {
    const fjordvik = await withNext(await world())
    const steps = async () => {
      const { standings } = await readOverview(fjordvik.as('adviser'), 2027)
      return new Set(standings.flatMap(({ lines }) => lines.map(({ step }) => step.id)))
    }
    expect((await steps()).has(STEPS.visit)).toBe(true)
    await adoptNow(fjordvik, 2)
    expect([(await steps()).has(STEPS.visit), (await steps()).has('a new step')]).toEqual([false, true])
  })

  it('goes to any newer version, the newest where nothing else is chosen', async () => {
    const fjordvik = await withNext(await world())
    await publishNext(fjordvik, 3, {})
    expect((await readAdoption(fjordvik.as('adviser'), 2027)).preview?.version.number).toBe(3)
    expect((await readAdoption(fjordvik.as('adviser'), 2027, 2)).preview?.version.number).toBe(2)
    await adoptNow(fjordvik, 2)
    expect((await readAdoption(fjordvik.as('adviser'), 2027)).newer.map(({ number }) => number)).toEqual([3])
    for (const number of [1, 2, 4]) {
      expect((await readAdoption(fjordvik.as('adviser'), 2027, number)).preview?.version.number).toBe(3)
    }
  })

  it('lets answers of an earlier time count again where a step comes back', async () => {
    const fjordvik = await withNext(await world())
    const visit = { ...forms, stepId: STEPS.visit }
    await answerNow(fjordvik.as('principal', FJORDVIK_SCHOOL), visit, 'school', 'done')
    await adoptNow(fjordvik, 2)
    await publishNext(fjordvik, 3, {})
    const { preview } = await readAdoption(fjordvik.as('adviser'), 2027)
    expect(sumOfAdoption(preview?.places ?? []).lines['counts again']).toEqual({ obliged: 1, invited: 0 })
    await adoptNow(fjordvik, 3)
    expect(await lineNow(fjordvik.as('adviser'), visit)).toMatchObject({ status: 'done', own: { version: 1 } })
  })

  it.each([
    ['the cycle has moved meanwhile', { from: 3 }, 'to', 'cycleMovedMeanwhile', { number: 1 }],
    ['a version was published meanwhile', { newest: 1 }, 'to', 'versionRetired', { number: 2 }],
    ['the version is the one it follows', { to: 1 }, 'to', 'versionNotNewer', { number: 1 }],
    ['there is no such version', { to: 9 }, 'to', 'versionNotNewer', { number: 9 }],
    ['no reason is given', { reason: null }, 'reason', 'reasonMissing', undefined],
    ['the reason is long', { reason: 'x'.repeat(301) }, 'reason', 'textTooLong', { longest: 300 }],
    ['the reason may be about a child', { reason: 'gjelder 12032112345' }, 'reason', 'elevenDigits', undefined],
  ])('is not done where %s', async (_, more, field, message, values) => {
    const fjordvik = await withNext(await world())
    const outcome = await adoptNow(fjordvik, 2, more)
    expect(outcome).toEqual({ saved: false, problems: [{ field, message, ...(values && { values }) }] })
    expect(await fjordvik.db.selectFrom('adoption').select('sequence').execute()).toEqual([])
    expect((await cycleOf(fjordvik.db, 2027)).version.number).toBe(1)
  })

  it('is not done once the time of the cycle is over', async () => {
    const fjordvik = await withNext(await world())
    const later = fjordvik.at('2027-12-01')
    expect(await adoptNow(later, 2)).toMatchObject({ saved: false, problems: [{ message: 'cycleOver' }] })
    expect(await readAdoption(later.as('adviser'), 2027)).toMatchObject({ newer: [], preview: null })
    expect((await readAdoption(fjordvik.at('2027-11-30').as('adviser'), 2027)).newer).toHaveLength(1)
  })

  it('is the adviser’s alone', async () => {
    const fjordvik = await withNext(await world())
    const adopting = await adoptingNow(fjordvik, 2)
    const others = [fjordvik.as('observer'), fjordvik.as('director', BLUEBELL), fjordvik.as('owner', SUNBEAM)]
    for (const other of others) {
      await expect(readAdoption(other, 2027)).rejects.toThrow('not found')
      await expect(adoptVersion(other, 2027, adopting, newId())).rejects.toThrow('not found')
      await expect(undoAdoption(other, 2027, { sequence: 1, reason: 'x' }, newId())).rejects.toThrow('not found')
    }
    await expect(readAdoption(fjordvik.as('adviser'), 2031)).rejects.toThrow('not found')
  })
})

describe('going back', () => {
  async function adopted(): Promise<World> {
    const fjordvik = await withNext(await world())
    await adoptNow(fjordvik, 2)
    return fjordvik
  }
  const goBack = (fjordvik: World, sequence: number, reason: string | null = 'For tidlig') =>
    undoAdoption(fjordvik.as('adviser'), 2027, { sequence, reason }, newId())

  it('leaves both moves to be seen', async () => {
    const fjordvik = await adopted()
    await goBack(fjordvik, 1)
    expect(await fjordvik.db.selectFrom('adoption').selectAll().execute()).toMatchObject([
      { sequence: 1, undoes: null },
      { sequence: 2, undoes: 1, to_version_id: FJORDVIK_PLAN.id, reason: 'For tidlig' },
    ])
    const events = await fjordvik.db
      .selectFrom('event')
      .select('content')
      .where('kind', '=', 'adoption undone')
      .execute()
    expect(events.map(({ content }) => JSON.parse(content) as unknown)).toEqual([{ cycle: 2027, from: 2, to: 1 }])
    expect(await readAdoption(fjordvik.as('adviser'), 2027)).toMatchObject({
      last: null,
      preview: { version: { number: 2 } },
    })
  })

  it('is possible once for each adoption, the last one first', async () => {
    const fjordvik = await adopted()
    await publishNext(fjordvik, 3, {})
    await adoptNow(fjordvik, 3)
    const moved = (number: number) => ({
      saved: false,
      problems: [{ message: 'cycleMovedMeanwhile', values: { number } }],
    })
    expect(await goBack(fjordvik, 1)).toMatchObject(moved(3))
    expect(await goBack(fjordvik, 2)).toMatchObject({ saved: true })
    expect(await goBack(fjordvik, 2)).toMatchObject(moved(2))
    expect(await goBack(fjordvik, 1)).toMatchObject({ saved: true })
    expect((await cycleOf(fjordvik.db, 2027)).version.number).toBe(1)
    expect(await adoptNow(fjordvik, 3)).toMatchObject({ saved: true })
  })

  it('is not possible once somebody has answered under the newer version, however it was taken back', async () => {
    const fjordvik = await adopted()
    await answerNow(fjordvik.as('director', BLUEBELL), numbers, 'kindergarten', 'done')
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
    expect((await readAdoption(fjordvik.as('adviser'), 2027)).last).toMatchObject({ ticksSince: 2 })
    expect(await goBack(fjordvik, 1)).toEqual({
      saved: false,
      problems: [{ field: 'to', message: 'ticksSince', values: { count: 2, number: 2 } }],
    })
  })

  it.each([
    ['no reason', null, 'reasonMissing'],
    ['a birth date in it', 'barnet født 12.03.2021', 'birthDate'],
  ])('is not done with %s', async (_, reason, message) => {
    expect(await goBack(await adopted(), 1, reason)).toMatchObject({
      saved: false,
      problems: [{ field: 'reason', message }],
    })
  })

  it('is not done once the cycle is over, and not found where nothing was adopted', async () => {
    const fjordvik = await adopted()
    expect(await goBack(fjordvik.at('2027-12-01'), 1)).toMatchObject({ problems: [{ message: 'cycleOver' }] })
    await expect(goBack(await world(), 1)).rejects.toThrow('not found')
  })
})

describe('a step that was asked elsewhere for a while', () => {
  it('is previewed with the answers it had where it comes back', async () => {
    const fjordvik = await world()
    const visit = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.visit }
    await answerNow(fjordvik.as('principal', FJORDVIK_SCHOOL), visit, 'school', 'done')
    const elsewhere = { scope: 'kindergarten', responsible: 'kindergarten', confirmedBy: null, meaning: 2 } as const
    await publishNext(fjordvik, 2, { [STEPS.visit]: elsewhere })
    await adoptNow(fjordvik, 2)
    await publishNext(fjordvik, 3, {})
    const { preview } = await readAdoption(fjordvik.as('adviser'), 2027, 3)
    const at = preview?.places.find(({ place }) => place.id === PAIRS.bluebellFjordvik)
    expect(at?.steps).toMatchObject([{ fate: 'counts again', line: { step: { id: STEPS.visit } } }])
  })
})

describe('ticks from before', () => {
  it('stay on the line they were given on, with their version', async () => {
    const fjordvik = await withNext(await world())
    const director = fjordvik.as('director', BLUEBELL)
    await answerNow(director, forms, 'kindergarten', 'done')
    await answerNow(director, numbers, 'kindergarten', 'done')
    await adoptNow(fjordvik, 2)
    expect(await lineNow(director, forms)).toMatchObject({ status: 'open', earlier: [{ version: 1 }] })
    expect(await lineNow(director, numbers)).toMatchObject({ status: 'done', own: { version: 1 }, earlier: [] })
  })

  it('to a step that was sensitive stay with whoever gave them', async () => {
    const fjordvik = await world()
    const steps = FJORDVIK_PLAN.routines.flatMap(({ steps }) => steps)
    const step = steps.find(({ sensitive, scope }) => sensitive && scope === 'kindergarten')!
    const where = { year: 2027, placeId: BLUEBELL, stepId: step.id }
    const director = fjordvik.as('director', BLUEBELL)
    await answerNow(director, where, 'kindergarten', 'not relevant')
    await publishNext(fjordvik, 2, { [step.id]: { sensitive: false, meaning: 2 } })
    await adoptNow(fjordvik, 2)
    expect((await readStep(director, where)).row).toMatchObject({ history: [{ answer: 'not relevant' }] })
    expect((await readStep(fjordvik.as('adviser'), where)).row).toMatchObject({ earlier: [], history: [] })
    await answerNow(fjordvik.as('adviser'), where, 'kindergarten', 'done')
    expect((await readStep(fjordvik.as('observer'), where)).row).toMatchObject({ history: [{ answer: 'done' }] })
  })
})
