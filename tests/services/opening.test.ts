import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import type { Opening } from '#app/domain/opening.ts'
import { readHome } from '#app/services/home.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { openCycle, readOpening } from '#app/services/opening.server.ts'
import { newestOverview, readOverview } from '#app/services/overview.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { openDatabase } from '#db/connection.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { listEvents } from '#db/queries/events.ts'
import { listPairs } from '#db/queries/opening.ts'
import { perform } from '#db/seed/acts.ts'
import { FJORDVIK_PLAN, VERSION } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PEOPLE, VIKABYGD_SCHOOL } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world('2027-06-15')
})

const adviser = () => fjordvik.as('adviser')

const OPENING: Opening = {
  year: 2028,
  version: 1,
  firstSchoolDay: day('2028-08-21'),
  pairs: [
    { kindergartenId: BLUEBELL, schoolId: FJORDVIK_SCHOOL },
    { kindergartenId: LINGONBERRY, schoolId: VIKABYGD_SCHOOL },
  ],
  withoutPairs: false,
}

function open(changes: Partial<Opening> = {}, form = newId()) {
  return openCycle(adviser(), { ...OPENING, ...changes }, form)
}

const years = async () => (await listCycles(fjordvik.db)).map(({ year }) => year)
const eventsSince = async (before: number) => (await listEvents(fjordvik.db)).slice(before)

describe('a cycle', () => {
  it('is opened with its pairs, whose children nobody has reported', async () => {
    const before = (await listEvents(fjordvik.db)).length
    expect(await open()).toEqual({ saved: true, first: true })
    expect((await listCycles(fjordvik.db))[0]).toMatchObject({
      ...{ year: 2028, firstSchoolDay: '2028-08-21', versionId: VERSION, moves: [] },
    })
    expect(await listPairs(fjordvik.db, 2028)).toEqual(
      expect.arrayContaining(OPENING.pairs.map((pair) => ({ ...pair, children: null }))),
    )
    const events = await eventsSince(before)
    expect(events.map(({ kind, personId }) => [kind, personId])).toEqual([
      ['cycle opened', PEOPLE.adviser.id],
      ['pair formed', PEOPLE.adviser.id],
      ['pair formed', PEOPLE.adviser.id],
    ])
    expect(events[0]?.content).toEqual({ cycle: 2028, version: VERSION })
    const pair = String(events[1]?.content.pair)
    expect(events[1]?.content).toEqual({ pair, cycle: 2028, children: null })
    const { place, rows } = await readChecklist(adviser(), 2028, pair)
    expect(place).toMatchObject({ kind: 'pair', children: null })
    expect(rows).toHaveLength(4)
  })

  it('is in the overview at once, and leaves the cycles before it as they were', async () => {
    const before = await readOverview(adviser(), 2027)
    await open()
    expect(await newestOverview(adviser())).toBe(2028)
    const { standings } = await readOverview(adviser(), 2028)
    expect(standings.filter(({ place }) => place.kind === 'pair')).toHaveLength(2)
    expect((await readOverview(adviser(), 2027)).standings).toEqual(before.standings)
  })

  it('is worked in from its first August on', async () => {
    await open()
    const yearsAt = async (on: string) => (await readHome(fjordvik.at(on).as('adviser'))).map(({ cycle }) => cycle.year)
    expect(await yearsAt('2027-07-31')).toEqual([2027])
    expect(await yearsAt('2027-08-01')).toEqual([2027, 2028])
  })

  it('is opened once when the form is sent twice', async () => {
    const form = newId()
    await open({}, form)
    expect(await open({}, form)).toEqual({ saved: true, first: false })
    expect(await years()).toEqual([2028, 2027, 2026])
    expect(await listPairs(fjordvik.db, 2028)).toHaveLength(2)
  })

  it('has a pair once that was chosen twice', async () => {
    await open({ pairs: [...OPENING.pairs, ...OPENING.pairs] })
    expect(await listPairs(fjordvik.db, 2028)).toHaveLength(2)
  })

  it('can be opened without pairs by whoever says so', async () => {
    expect(await open({ pairs: [], withoutPairs: true })).toMatchObject({ saved: true })
    const { standings } = await readOverview(adviser(), 2028)
    expect(new Set(standings.map(({ place }) => place.kind))).toEqual(
      new Set(['municipality', 'kindergarten', 'school']),
    )
  })
})

describe('problems', () => {
  it.each([
    ['open already', { year: 2027, firstSchoolDay: day('2027-08-16') }, 'year', 'cycleIsOpen'],
    ['over', { year: 2025, firstSchoolDay: day('2025-08-18') }, 'year', 'yearOutOfReach'],
    ['too far ahead', { year: 2030, firstSchoolDay: day('2030-08-19') }, 'year', 'yearOutOfReach'],
    ['a version that is not there', { version: 7 }, 'version', 'versionUnknown'],
    ['a school day too early', { firstSchoolDay: day('2028-07-31') }, 'firstSchoolDay', 'firstSchoolDayOutside'],
    ['a school day too late', { firstSchoolDay: day('2028-09-16') }, 'firstSchoolDay', 'firstSchoolDayOutside'],
    ['one of another year', { firstSchoolDay: day('2027-08-16') }, 'firstSchoolDay', 'firstSchoolDayOutside'],
    ['no pairs', { pairs: [] }, 'withoutPairs', 'noPairs'],
  ] as const)('%s: nothing is saved', async (_, changes, field, message) => {
    const before = await listEvents(fjordvik.db)
    const outcome = await open(changes)
    expect(outcome).toMatchObject({ saved: false, problems: [{ field, message }] })
    expect(await years()).toEqual([2027, 2026])
    expect(await listEvents(fjordvik.db)).toEqual(before)
  })

  it('are said all at once', async () => {
    const outcome = await open({ version: 7, firstSchoolDay: day('2028-10-01'), pairs: [] })
    expect(outcome.saved === false && outcome.problems.map(({ field }) => field)).toEqual([
      ...['version', 'firstSchoolDay', 'withoutPairs'],
    ])
  })

  it.each([['2028-08-01'], ['2028-09-15']])('are not found in the first or last day schools begin, %s', async (on) => {
    expect(await open({ firstSchoolDay: day(on) })).toMatchObject({ saved: true })
  })

  it('are found in a version that is valid later', async () => {
    await publish(2, 2029)
    expect(await open({ version: 2 })).toMatchObject({
      saved: false,
      problems: [{ field: 'version', message: 'versionNotValidYet', values: { number: 2, year: 2029 } }],
    })
    expect(await open({ version: 2, year: 2029, firstSchoolDay: day('2029-08-20') })).toMatchObject({ saved: true })
  })
})

describe('whole or nothing', () => {
  it.each([
    ['two kindergartens', { kindergartenId: BLUEBELL, schoolId: LINGONBERRY }],
    ['the wrong way round', { kindergartenId: NES_SCHOOL, schoolId: BLUEBELL }],
    ['units that are not there', { kindergartenId: 'nowhere', schoolId: NES_SCHOOL }],
  ])('a pair of %s opens nothing', async (_, pair) => {
    const before = await listEvents(fjordvik.db)
    await expect(open({ pairs: [...OPENING.pairs, pair] })).rejects.toMatchObject({ code: 'not found' })
    expect(await years()).toEqual([2027, 2026])
    expect(await listEvents(fjordvik.db)).toEqual(before)
  })

  it.each(['observer', 'director', 'principal', 'deputy', 'owner'] as const)('a %s opens nothing', async (role) => {
    const context = fjordvik.as(role)
    await expect(openCycle(context, OPENING, newId())).rejects.toMatchObject({ code: 'not found' })
    await expect(readOpening(context)).rejects.toMatchObject({ code: 'not found' })
    expect(await years()).toEqual([2027, 2026])
  })
})

describe('what a cycle can be opened with', () => {
  it('is suggested: the year after the newest, its version, a Monday of August, the pairs of the newest', async () => {
    const opening = await readOpening(adviser())
    expect(opening).toMatchObject({
      suggested: { year: 2028, firstSchoolDay: '2028-08-21', version: { number: 1 } },
      openYears: [2027, 2026],
      before: { year: 2027 },
    })
    expect(opening.before?.pairs).toHaveLength(6)
    expect(opening.before?.pairs).toContainEqual({ kindergartenId: BLUEBELL, schoolId: NES_SCHOOL, children: 2 })
    expect(opening.units.map(({ name }) => name)).toEqual([
      ...['Blåklokka barnehage', 'Fjordvik skole', 'Nes skole', 'Solstrålen barnehage', 'Strandskolen'],
      ...['Tyttebær barnehage', 'Vikabygd skole'],
    ])
  })

  it('has all published versions, and suggests the newest that is valid by then', async () => {
    await publish(2, 2028)
    await publish(3, 2029)
    const { versions, suggested } = await readOpening(adviser())
    expect(versions.map(({ number }) => number)).toEqual([3, 2, 1])
    expect(suggested.version?.number).toBe(2)
  })

  it.each([
    ['2027-03-10', 2027],
    ['2027-07-31', 2027],
    ['2027-08-01', 2028],
    ['2027-12-31', 2028],
  ])('before the first cycle and on %s is the next August, %i', async (on, year) => {
    const { db, close } = openDatabase(':memory:')
    const opening = await readOpening({ ...fjordvik.at(on).as('adviser'), db })
    expect(opening).toMatchObject({ suggested: { year, version: null }, versions: [], before: null, units: [] })
    await close()
  })

  it('is led to by whoever asks for the overview of a cycle before there is one', async () => {
    const { db, close } = openDatabase(':memory:')
    expect(await newestOverview({ ...adviser(), db })).toBeNull()
    await expect(newestOverview({ ...fjordvik.as('observer'), db })).rejects.toMatchObject({ code: 'not found' })
    await close()
  })

  it('is never a year that is over', async () => {
    const { suggested } = await readOpening(fjordvik.at('2031-01-10').as('adviser'))
    expect(suggested.year).toBe(2031)
  })
})

async function publish(number: number, validFromCycle: number): Promise<void> {
  const { publication } = FJORDVIK_PLAN
  if (!publication) throw new TypeError('The plan of Fjordvik is published')
  const version = {
    ...FJORDVIK_PLAN,
    id: `v${number}`,
    number,
    publication: { ...publication, publishedOn: fjordvik.today, validFromCycle },
  }
  await perform(fjordvik.db, [{ kind: 'version published', at: fjordvik.now, personId: null, version }])
}
