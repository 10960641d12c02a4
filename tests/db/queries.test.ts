import { describe, expect, test } from 'vitest'
import { instant } from '#app/domain/calendar.ts'
import { MUNICIPALITY, THE_MUNICIPALITY, type Place } from '#app/domain/place.ts'
import { remember, sha256 } from '#app/services/history.server.ts'
import { firstBreak } from '#app/domain/event.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { findLastEventAt, findLastHash, listEvents } from '#db/queries/events.ts'
import { findPlace, listPlaces } from '#db/queries/places.ts'
import { findVersion, findVersionInForce } from '#db/queries/plan-versions.ts'
import { findSubmission, insertSubmission } from '#db/queries/submissions.ts'
import { insertTick, listTicks, listTicksOf, type NewTick } from '#db/queries/ticks.ts'
import { FJORDVIK_PLAN, STEPS, VERSION } from '#db/seed/fjordvik-plan.ts'
import {
  BEACH_SCHOOL,
  BLUEBELL,
  FJORDVIK_SCHOOL,
  LINGONBERRY,
  NES_SCHOOL,
  PAIRS,
  PEOPLE,
  SUNBEAM,
  VIKABYGD_SCHOOL,
} from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'

const ids = (places: readonly Place[] | undefined) => new Set((places ?? []).map(({ id }) => id))

describe('places', () => {
  test('all of a cycle: its pairs, its own units, and the neighbour where it has a pair', async () => {
    const { db } = await world()
    const places = await listPlaces(db, [2026, 2027], 'everywhere')
    const { bluebellFjordvik2026, lingonberryFjordvik2026, ...in2027 } = PAIRS
    const own = [BLUEBELL, LINGONBERRY, SUNBEAM, FJORDVIK_SCHOOL, NES_SCHOOL, BEACH_SCHOOL]
    expect(ids(places.get(2027))).toEqual(new Set([...Object.values(in2027), ...own, VIKABYGD_SCHOOL]))
    expect(ids(places.get(2026))).toEqual(new Set([bluebellFjordvik2026, lingonberryFjordvik2026, ...own]))
  })

  test('those within reach of a kindergarten: itself, its pairs, and its schools with all their kindergartens', async () => {
    const { db } = await world()
    const places = (await listPlaces(db, [2027], { unitIds: [BLUEBELL] })).get(2027)
    expect(ids(places)).toEqual(
      new Set([BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PAIRS.bluebellFjordvik, PAIRS.bluebellNes]),
    )
    const school = places?.find(({ id }) => id === FJORDVIK_SCHOOL)
    const around = school?.kind === 'school' ? school.kindergartens : []
    expect(new Set(around.map(({ id }) => id))).toEqual(new Set([BLUEBELL, LINGONBERRY, SUNBEAM]))
  })

  test('those within reach of a school: itself and its pairs', async () => {
    const { db } = await world()
    const places = (await listPlaces(db, [2027], { unitIds: [NES_SCHOOL] })).get(2027)
    expect(ids(places)).toEqual(new Set([NES_SCHOOL, PAIRS.bluebellNes]))
  })

  test('those within reach of nobody: none', async () => {
    const { db } = await world()
    expect((await listPlaces(db, [2027], { unitIds: [] })).get(2027)).toEqual([])
  })

  test('one of them is the same as in the list', async () => {
    const { db } = await world()
    for (const year of [2026, 2027]) {
      const places = (await listPlaces(db, [year], 'everywhere')).get(year) ?? []
      for (const place of places) expect(inOrder(await findPlace(db, year, place.id))).toEqual(inOrder(place))
    }
  })

  test('an unknown one, one of another year, and a neighbour without a pair are not there', async () => {
    const { db } = await world()
    expect(await findPlace(db, 2027, 'unknown')).toBeNull()
    expect(await findPlace(db, 2027, PAIRS.bluebellFjordvik2026)).toBeNull()
    expect(await findPlace(db, 2026, PAIRS.bluebellNes)).toBeNull()
    expect(await findPlace(db, 2026, VIKABYGD_SCHOOL)).toBeNull()
    expect(await findPlace(db, 2030, BLUEBELL)).toBeNull()
  })

  test('units carry their owner, their municipality and their last answer', async () => {
    const { db } = await world()
    expect(await findPlace(db, 2027, LINGONBERRY)).toMatchObject({
      kindergarten: { ownership: 'private', externalMunicipality: null, participation: { answer: 'takes part' } },
    })
    expect(await findPlace(db, 2027, SUNBEAM)).toMatchObject({ kindergarten: { participation: null } })
    expect(await findPlace(db, 2027, VIKABYGD_SCHOOL)).toMatchObject({
      school: { ownership: 'municipal', externalMunicipality: 'Vikabygd' },
    })
    await db
      .insertInto('participation')
      .values({
        ...{ cycle_year: 2027, unit_id: LINGONBERRY, answer: 'partly', routine_ids: '["r1","r2"]', reason: null },
        ...{ answered_at: instant('2027-03-10T11:00:00Z'), answered_by: PEOPLE.kindergartenOwner.id },
      })
      .execute()
    expect(await findPlace(db, 2027, LINGONBERRY)).toMatchObject({
      kindergarten: { participation: { answer: 'partly', routineIds: ['r1', 'r2'] } },
    })
    expect(await findPlace(db, 2026, LINGONBERRY)).toMatchObject({
      kindergarten: { participation: { answer: 'takes part' } },
    })
  })
})

function inOrder(place: Place | null): Place | null {
  if (place?.kind !== 'school') return place
  return { ...place, kindergartens: place.kindergartens.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

describe('ticks', () => {
  const at = instant('2027-03-10T11:00:00Z')
  const tick = (id: string, place: Place, change: Partial<NewTick> = {}): NewTick => ({
    ...{ id, place, year: 2027, stepId: STEPS.sendForms, side: 'kindergarten', answer: 'done', doneOn: null },
    ...{ reason: null, note: 'Sendt', meaning: 1, version: 1, withdraws: null, forUnit: false, at },
    ...{ personId: PEOPLE.bluebellDirector.id },
    ...change,
  })

  test('are read where they were made, oldest first, with the name of who made them', async () => {
    const { db } = await world()
    const pair = await findPlace(db, 2027, PAIRS.bluebellFjordvik)
    const school = await findPlace(db, 2027, FJORDVIK_SCHOOL)
    if (!pair || !school) throw new Error('The world has lost a place')
    await insertTick(db, tick('z', pair))
    await insertTick(
      db,
      tick('a', pair, { side: 'school', answer: 'confirmed', personId: PEOPLE.adviser.id, forUnit: true }),
    )
    await insertTick(db, tick('w', pair, { answer: 'withdrawn', withdraws: 'z', note: null }))
    await insertTick(db, tick('s', school, { stepId: STEPS.gathering }))
    await insertTick(db, tick('m', THE_MUNICIPALITY, { stepId: STEPS.agreeDates, side: 'municipality' }))
    await insertTick(db, tick('before', school, { year: 2026, stepId: STEPS.gathering }))

    const onPair = await listTicksOf(db, 2027, pair)
    expect(onPair.map(({ id }) => id)).toEqual(['z', 'a', 'w'])
    expect(onPair[0]).toEqual({
      ...{ id: 'z', stepId: STEPS.sendForms, side: 'kindergarten', answer: 'done', doneOn: null, reason: null },
      ...{ note: 'Sendt', meaning: 1, version: 1, withdraws: null, at },
      by: { personId: PEOPLE.bluebellDirector.id, name: 'Styrer, Blåklokka barnehage', forUnit: false },
    })
    expect(onPair[1]?.by).toEqual({ personId: PEOPLE.adviser.id, name: PEOPLE.adviser.name, forUnit: true })
    expect(onPair[2]?.withdraws).toBe('z')
    expect((await listTicksOf(db, 2027, school)).map(({ id }) => id)).toEqual(['s'])
    expect((await listTicksOf(db, 2026, school)).map(({ id }) => id)).toEqual(['before'])
    expect((await listTicksOf(db, 2027, THE_MUNICIPALITY)).map(({ id }) => id)).toEqual(['m'])

    const everywhere = await listTicks(db, [2026, 2027], 'everywhere')
    expect(everywhere.get(2027)?.get(pair.id)).toEqual(onPair)
    expect(
      everywhere
        .get(2027)
        ?.get(MUNICIPALITY)
        ?.map(({ id }) => id),
    ).toEqual(['m'])
    expect(
      everywhere
        .get(2026)
        ?.get(FJORDVIK_SCHOOL)
        ?.map(({ id }) => id),
    ).toEqual(['before'])
    expect([...((await listTicks(db, [2027], [pair])).get(2027)?.keys() ?? [])]).toEqual([pair.id])
    expect([...((await listTicks(db, [2027], [school])).get(2027)?.keys() ?? [])]).toEqual([school.id])
    expect([...((await listTicks(db, [2027], [THE_MUNICIPALITY])).get(2027)?.keys() ?? [])]).toEqual([MUNICIPALITY])
    expect((await listTicks(db, [2027], [])).get(2027)?.size).toBe(0)
  })
})

describe('plan versions', () => {
  test('come back as they were written', async () => {
    const { db } = await world()
    expect(await findVersion(db, VERSION)).toEqual(FJORDVIK_PLAN)
    expect(await findVersion(db, 'unknown')).toBeNull()
  })

  test('the one in force has the highest number; a draft is not in force', async () => {
    const { db, sqlite } = await world()
    sqlite.exec(`insert into plan_version (id, title, created_at) values ('draft', '{"nb":"Utkast"}', '2027')`)
    expect(await findVersionInForce(db)).toBe(VERSION)
    expect(await findVersion(db, 'draft')).toEqual({
      ...{ id: 'draft', number: null, title: { nb: 'Utkast' }, purposes: [], routines: [], framework: [] },
      ...{ legalBasis: [], publication: null },
    })
    sqlite.exec(`update plan_version set number = 2, published_at = '2027-02-01T08:00:00.000Z', valid_from_cycle = 2028,
      adopted_by = 'Kommunestyret', adopted_day = '2027-01-20', change_note = 'Ny' where id = 'draft'`)
    expect(await findVersionInForce(db)).toBe('draft')
  })
})

test('cycles are listed newest first, with every meaning that was ever sensitive', async () => {
  const steps = FJORDVIK_PLAN.routines.flatMap((routine) => routine.steps.filter(({ sensitive }) => sensitive))
  const sensitiveMeanings = steps.map(({ id, meaning }) => ({ stepId: id, meaning }))
  expect(sensitiveMeanings).toHaveLength(2)
  const { db } = await world()
  expect(await listCycles(db)).toEqual([
    { year: 2027, firstSchoolDay: '2027-08-19', versionId: VERSION, moves: [], sensitiveMeanings },
    { year: 2026, firstSchoolDay: '2026-08-20', versionId: VERSION, moves: [], sensitiveMeanings },
  ])
})

test('a form that was sent is remembered with what it came to', async () => {
  const { db, now } = await world()
  expect(await findSubmission(db, 'key')).toBeNull()
  const submission = { key: 'key', personId: PEOPLE.adviser.id, at: now, result: 'saved' }
  await insertSubmission(db, submission)
  expect(await findSubmission(db, 'key')).toBe('saved')
  await expect(insertSubmission(db, submission)).rejects.toThrow('UNIQUE')
})

describe('the chain of events', () => {
  test('grows by what is remembered, and stays whole', async () => {
    const { db, now } = await world()
    const before = await listEvents(db)
    await remember(db, { kind: 'signed in', at: now, personId: PEOPLE.adviser.id, content: {} })
    const after = await listEvents(db)
    expect(after.slice(0, -1)).toEqual(before)
    expect(after.at(-1)).toMatchObject({ kind: 'signed in', previousHash: before.at(-1)?.hash })
    expect(await findLastHash(db)).toBe(after.at(-1)?.hash)
    expect(await findLastEventAt(db)).toBe(now)
    expect(firstBreak(after, sha256)).toBeNull()
  })
})
