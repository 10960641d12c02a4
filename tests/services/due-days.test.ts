import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { moveDueDay, readDueDay, readDueDays } from '#app/services/due-days.server.ts'
import { readHome } from '#app/services/home.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readOverview } from '#app/services/overview.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { openDatabase } from '#db/connection.ts'
import { listEvents } from '#db/queries/events.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world('2027-04-20')
})

const adviser = () => fjordvik.as('adviser')
const principal = () => fjordvik.as('principal', FJORDVIK_SCHOOL)

type Changes = Partial<Parameters<typeof moveDueDay>[1]>

/** Moves sending the forms, due 1 May, for all to 3 May. */
function move(context: SignedIn, changes: Changes = {}, form = newId()) {
  const forms = { year: 2027, stepId: STEPS.sendForms, schoolId: null, seen: day('2027-05-01'), to: day('2027-05-03') }
  return moveDueDay(context, { ...forms, reason: '1. mai er en lørdag', ...changes }, form)
}

const ofSchool = { schoolId: FJORDVIK_SCHOOL, to: day('2027-04-28'), reason: 'Skolen er stengt' }

async function dueAt(placeId: string, stepId: string = STEPS.sendForms) {
  const { rows } = await readChecklist(adviser(), 2027, placeId)
  return rows.find(({ step }) => step.id === stepId)
}

const moves = async () => (await listEvents(fjordvik.db)).filter(({ kind }) => kind === 'due day moved')

describe('a due day moved for all', () => {
  it('is the due day of every pair, with the old day, who and why', async () => {
    expect(await move(adviser())).toEqual({ saved: true, first: true })
    for (const pair of [PAIRS.bluebellFjordvik, PAIRS.bluebellNes, PAIRS.sunbeamBeach]) {
      expect(await dueAt(pair)).toMatchObject({
        due: '2027-05-03',
        moved: { from: '2027-05-01', by: 'municipality', reason: '1. mai er en lørdag', at: fjordvik.now },
      })
    }
    const [event, ...more] = await moves()
    expect(event).toMatchObject({
      personId: PEOPLE.adviser.id,
      content: { cycle: 2027, step: STEPS.sendForms, school: null, to: '2027-05-03' },
    })
    expect(more).toEqual([])
  })

  it('can be one of a school, a kindergarten or the municipality, and a sensitive one', async () => {
    for (const [stepId, seen, place] of [
      [STEPS.gathering, '2027-04-30', FJORDVIK_SCHOOL],
      [STEPS.clarifyNeeds, '2027-02-01', BLUEBELL],
      [STEPS.agreeDates, '2026-08-31', 'municipality'],
    ] as const) {
      expect(await move(adviser(), { stepId, seen: day(seen) })).toMatchObject({ saved: true })
      expect((await dueAt(place, stepId))?.due).toBe('2027-05-03')
    }
  })

  it('is in its own cycle only', async () => {
    await move(adviser())
    const { steps } = await readDueDays(adviser(), 2026, null)
    expect(steps.every(({ moved }) => moved === null)).toBe(true)
  })

  it('is in the overview and on home at once, kept or worked out anew', async () => {
    const overdue = async () => (await readOverview(adviser(), 2027)).standings.map(({ progress }) => progress.overdue)
    const before = await overdue()
    await move(adviser(), { to: day('2027-04-19') })
    const after = await overdue()
    expect(after).not.toEqual(before)
    const { db, close } = openDatabase(fjordvik.sqlite.serialize())
    const anew = await readOverview({ ...adviser(), db }, 2027)
    expect(anew.standings.map(({ progress }) => progress.overdue)).toEqual(after)
    await close()
    const [home] = await readHome(fjordvik.as('director', BLUEBELL))
    expect(home?.agenda.now.find(({ step }) => step.id === STEPS.sendForms)).toMatchObject({
      due: '2027-04-19',
      timing: 'overdue',
      moved: { from: '2027-05-01' },
    })
  })

  it('keeps the cycle the same object until something moves again', async () => {
    const cycle = async () => (await readDueDays(adviser(), 2027, null)).cycle
    const before = await cycle()
    expect(await cycle()).toBe(before)
    await move(adviser())
    const after = await cycle()
    expect(after).not.toBe(before)
    expect(await cycle()).toBe(after)
  })

  it('can be taken back, and that is remembered, too', async () => {
    await move(adviser())
    const taken = await move(adviser(), { to: null, seen: day('2027-05-03'), reason: 'Det var feil' })
    expect(taken).toMatchObject({ saved: true })
    expect(await dueAt(PAIRS.bluebellFjordvik)).toMatchObject({ due: '2027-05-01', moved: null })
    expect((await moves()).map(({ content }) => content.to)).toEqual(['2027-05-03', null])
    const { asked } = await readDueDay(adviser(), { year: 2027, stepId: STEPS.sendForms, schoolId: null })
    expect(asked.moves.map(({ to, reason, by }) => [to, reason, by])).toEqual([
      ['2027-05-03', '1. mai er en lørdag', PEOPLE.adviser.name],
      [null, 'Det var feil', PEOPLE.adviser.name],
    ])
  })

  it('stays as it is once the cycle is over', async () => {
    await move(adviser())
    const later = fjordvik.at('2027-12-01').as('adviser')
    const again = { seen: day('2027-05-03'), to: day('2027-05-04') }
    for (const changes of [again, { ...again, to: null }]) {
      expect(await move(later, changes)).toMatchObject({ problems: [{ field: 'to', message: 'cycleOver' }] })
    }
    const forms = { year: 2027, stepId: STEPS.sendForms, schoolId: null }
    expect([await readDueDay(adviser(), forms), await readDueDay(later, forms)]).toMatchObject([
      { over: false },
      { over: true },
    ])
    expect(await moves()).toHaveLength(1)
  })

  it('acts once when the form is sent twice', async () => {
    const form = newId()
    await move(adviser(), {}, form)
    expect(await move(adviser(), {}, form)).toEqual({ saved: true, first: false })
    expect(await moves()).toHaveLength(1)
  })
})

describe('a due day moved for a school', () => {
  it('is the due day of its pairs, and no others', async () => {
    expect(await move(principal(), ofSchool)).toEqual({ saved: true, first: true })
    const moved = { due: '2027-04-28', moved: { from: '2027-05-01', by: 'school', reason: 'Skolen er stengt' } }
    expect(await dueAt(PAIRS.bluebellFjordvik)).toMatchObject(moved)
    expect(await dueAt(PAIRS.sunbeamFjordvik)).toMatchObject(moved)
    expect(await dueAt(PAIRS.bluebellNes)).toMatchObject({ due: '2027-05-01', moved: null })
    expect((await moves()).map(({ content }) => content.school)).toEqual([FJORDVIK_SCHOOL])
  })

  it('stands when it is moved for all later', async () => {
    await move(principal(), ofSchool)
    await move(adviser())
    expect(await dueAt(PAIRS.bluebellFjordvik)).toMatchObject({ due: '2027-04-28', moved: { from: '2027-05-03' } })
    expect(await dueAt(PAIRS.bluebellNes)).toMatchObject({ due: '2027-05-03' })
    await move(principal(), { ...ofSchool, to: null, seen: day('2027-04-28') })
    expect(await dueAt(PAIRS.bluebellFjordvik)).toMatchObject({ due: '2027-05-03', moved: { by: 'municipality' } })
  })

  it('can be moved by a deputy of the school', async () => {
    const deputy = fjordvik.asPerson(PEOPLE.bothSides)
    expect(await move(deputy, { ...ofSchool, schoolId: NES_SCHOOL })).toMatchObject({ saved: true })
    expect((await dueAt(PAIRS.bluebellNes))?.due).toBe('2027-04-28')
  })
})

describe('problems', () => {
  it.each([
    ['outside the cycle', { to: day('2027-12-01') }, 'to', 'dueDayOutsideCycle'],
    ['the same day', { to: day('2027-05-01') }, 'to', 'dueDayTheSame'],
    ['nothing to take back', { to: null }, 'to', 'nothingToTakeBack'],
    ['no reason', { reason: '' }, 'reason', 'moveReasonMissing'],
    ['a reason about a child', { reason: 'Født 3.4.2021' }, 'reason', 'birthDate'],
    ['moved meanwhile', { seen: day('2027-04-30') }, 'to', 'dueDayMovedMeanwhile'],
  ] as const)('%s: nothing is saved', async (_, changes, field, message) => {
    const before = await listEvents(fjordvik.db)
    const outcome = await move(adviser(), changes)
    expect(outcome).toMatchObject({ saved: false, problems: [{ field, message }] })
    expect(await listEvents(fjordvik.db)).toEqual(before)
    expect((await dueAt(PAIRS.bluebellFjordvik))?.moved).toBeNull()
  })
})

describe('who may move', () => {
  it.each([
    ['an observer', () => fjordvik.as('observer'), null, 'not found'],
    ['a principal for all', principal, null, 'not found'],
    ['a director for all', () => fjordvik.as('director', BLUEBELL), null, 'not found'],
    ['a principal of another school', () => fjordvik.as('principal', NES_SCHOOL), FJORDVIK_SCHOOL, 'not found'],
    ['an adviser for a school', adviser, FJORDVIK_SCHOOL, 'not allowed'],
    ['an observer for a school', () => fjordvik.as('observer'), FJORDVIK_SCHOOL, 'not allowed'],
    ['a director who sends children there', () => fjordvik.as('director', BLUEBELL), FJORDVIK_SCHOOL, 'not allowed'],
    ['a deputy who does', () => fjordvik.asPerson(PEOPLE.bluebellDeputy), FJORDVIK_SCHOOL, 'not allowed'],
    ['a principal for a pair', principal, PAIRS.bluebellFjordvik, 'not allowed'],
    ['a principal for a school that is not there', principal, 'nowhere', 'not found'],
  ] as const)('not %s', async (_, who, schoolId, code) => {
    await expect(move(who(), { schoolId })).rejects.toMatchObject({ code })
    expect(await moves()).toEqual([])
  })

  it('a step that the cycle asks, and for a school one of its pairs', async () => {
    const refused = { code: 'step not asked here' }
    await expect(move(adviser(), { stepId: 'nowhere' })).rejects.toMatchObject(refused)
    await expect(move(principal(), { ...ofSchool, stepId: STEPS.firstDay })).rejects.toMatchObject(refused)
    await expect(move(principal(), { ...ofSchool, stepId: STEPS.decideSupport })).rejects.toMatchObject(refused)
    await expect(move(adviser(), { year: 2031 })).rejects.toMatchObject({ code: 'not found' })
  })
})

describe('the due days somebody may move', () => {
  it('are all for an adviser, and those of its pairs for a school', async () => {
    const all = await readDueDays(adviser(), 2027, null)
    expect(all.school).toBeNull()
    expect(all.steps).toHaveLength(10)
    const own = await readDueDays(principal(), 2027, null)
    expect(own).toMatchObject({ school: { id: FJORDVIK_SCHOOL }, scopes: [{ id: FJORDVIK_SCHOOL }] })
    expect(own.steps.map(({ step }) => step.scope)).toEqual(['pair', 'pair', 'pair', 'pair'])
    const both = await readDueDays(fjordvik.asPerson(PEOPLE.bothSides), 2027, null)
    expect(both.scopes.map((scope) => scope?.id)).toEqual([NES_SCHOOL])
  })

  it('come with the moves that concern them: a school sees no other’s', async () => {
    await move(adviser())
    await move(principal(), { ...ofSchool, seen: day('2027-05-03') })
    const movesFor = async (context: SignedIn) => {
      const { steps, schoolNames } = await readDueDays(context, 2027, null)
      const forms = steps.find(({ step }) => step.id === STEPS.sendForms)
      return forms?.moves.map(({ schoolId }) => (schoolId === null ? 'all' : schoolNames.get(schoolId)))
    }
    expect(await movesFor(adviser())).toEqual(['all', 'Fjordvik skole'])
    expect(await movesFor(principal())).toEqual(['all', 'Fjordvik skole'])
    expect(await movesFor(fjordvik.as('principal', NES_SCHOOL))).toEqual(['all'])
  })

  it.each([
    ['an observer', () => fjordvik.as('observer'), null],
    ['a director', () => fjordvik.as('director', BLUEBELL), null],
    ['a deputy of a kindergarten', () => fjordvik.asPerson(PEOPLE.bluebellDeputy), null],
    ['an owner', () => fjordvik.as('owner'), null],
    ['a principal at another school', principal, NES_SCHOOL],
    ['an adviser at a school', adviser, FJORDVIK_SCHOOL],
  ] as const)('are not there for %s', async (_, who, schoolId) => {
    await expect(readDueDays(who(), 2027, schoolId)).rejects.toMatchObject({ code: 'not found' })
  })
})
