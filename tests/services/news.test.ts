import { describe, expect, it } from 'vitest'
import { adoptVersion, readAdoption, undoAdoption } from '#app/services/adoption.server.ts'
import { cycleOf } from '#app/services/cycles.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { newsFor, sayNewsRead } from '#app/services/news.server.ts'
import { whatToKnow } from '#app/services/notices.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { Outcome } from '#app/services/saving.server.ts'
import { listPlaces } from '#db/queries/places.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { adoptNow, publishNext } from './renewing.ts'
import { answerNow } from './saying.ts'

const forms = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }
const LATER = { due: { kind: 'school start year', month: 5, day: 20 } } as const

/** Cycle 2027 moved to a version in which the forms mean something else, and are due later. */
async function moved(): Promise<World> {
  const fjordvik = await world()
  await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
  await publishNext(fjordvik, 2, { [STEPS.sendForms]: { meaning: 2, ...LATER } })
  await adoptNow(fjordvik, 2)
  return fjordvik
}

/** What somebody is told, per unit: each step with what becomes of it at how many places, and who read it. */
async function told(context: SignedIn) {
  const { units } = await newsFor(context, 2027)
  return units.map(({ unit, places, stretch, read }) => ({
    unit: unit.id,
    from: stretch?.from,
    to: stretch?.to,
    steps: places.flatMap(({ steps }) => steps.map(({ fate, line }) => `${fate} ${line.step.id}`)).sort(),
    read: read?.by ?? null,
  }))
}

async function unread(context: SignedIn): Promise<string[]> {
  const cycle = await cycleOf(context.db, 2027)
  const unitIds = context.actor.seats.flatMap((seat) => seat.unitIds)
  const places = (await listPlaces(context.db, [2027], { unitIds })).get(2027) ?? []
  const { news } = await whatToKnow(context, [{ cycle, places }])
  return news.map(({ unit }) => unit.id)
}

async function read(context: SignedIn, unitId: string, upTo = 99): Promise<Outcome> {
  return sayNewsRead(context, 2027, { unitId, upTo }, newId())
}

async function readers(fjordvik: World) {
  const { readers } = await readAdoption(fjordvik.as('adviser'), 2027)
  const named = (wanted: string) => readers.filter(({ state }) => state === wanted).map(({ unit }) => unit.id)
  return { read: named('read'), unread: named('unread'), nothing: named('nothing new') }
}

describe('what is new for a unit', () => {
  it('is told at its own places, in its own terms', async () => {
    const fjordvik = await moved()
    const news = { from: 1, to: 2, read: null }
    expect(await told(fjordvik.as('director', BLUEBELL))).toEqual([
      { ...news, unit: BLUEBELL, steps: [`opens again ${STEPS.sendForms}`, `stays ${STEPS.sendForms}`] },
    ])
    expect(await told(fjordvik.as('principal', NES_SCHOOL))).toEqual([
      { ...news, unit: NES_SCHOOL, steps: [`stays ${STEPS.sendForms}`] },
    ])
    expect(await unread(fjordvik.as('director', BLUEBELL))).toEqual([BLUEBELL])
  })

  it('is told for each seat of somebody with two', async () => {
    const fjordvik = await moved()
    const both = fjordvik.asPerson(PEOPLE.bothSides)
    expect((await told(both)).map(({ unit }) => unit).sort()).toEqual([BLUEBELL, NES_SCHOOL].sort())
    await read(both, NES_SCHOOL)
    expect(await unread(both)).toEqual([BLUEBELL])
  })

  it('is nothing for units that nothing changed for, or before anything was adopted', async () => {
    const fjordvik = await world()
    const nothing = { unit: BLUEBELL, from: undefined, to: undefined, steps: [], read: null }
    expect(await told(fjordvik.as('director', BLUEBELL))).toEqual([nothing])
    await publishNext(fjordvik, 2, { [STEPS.firstDay]: { title: { nb: 'Første dag' } } })
    await adoptNow(fjordvik, 2)
    expect(await told(fjordvik.as('director', BLUEBELL))).toEqual([nothing])
    expect(await unread(fjordvik.as('director', BLUEBELL))).toEqual([])
    expect(await unread(fjordvik.as('principal', FJORDVIK_SCHOOL))).toEqual([FJORDVIK_SCHOOL])
    expect(await readers(fjordvik)).toMatchObject({
      nothing: expect.arrayContaining([BLUEBELL, LINGONBERRY]) as unknown,
    })
  })

  it('is one comparison however often the cycle moved, and nothing once it went back', async () => {
    const fjordvik = await moved()
    await publishNext(fjordvik, 3, { [STEPS.sendForms]: { meaning: 2, ...LATER }, [STEPS.visit]: null })
    await adoptNow(fjordvik, 3)
    expect(await told(fjordvik.as('principal', NES_SCHOOL))).toMatchObject([
      { from: 1, to: 3, steps: [`falls away ${STEPS.visit}`, `stays ${STEPS.sendForms}`] },
    ])
    for (const sequence of [2, 1]) {
      await undoAdoption(fjordvik.as('adviser'), 2027, { sequence, reason: 'For tidlig' }, newId())
    }
    expect(await told(fjordvik.as('principal', NES_SCHOOL))).toMatchObject([{ steps: [], read: null }])
    expect(await unread(fjordvik.as('director', BLUEBELL))).toEqual([])
    expect((await readers(fjordvik)).unread).toEqual([])
  })

  it('is told again, the other way, where the cycle went back after it was read', async () => {
    const fjordvik = await moved()
    const director = fjordvik.as('director', BLUEBELL)
    await read(director, BLUEBELL)
    await undoAdoption(fjordvik.as('adviser'), 2027, { sequence: 1, reason: 'For tidlig' }, newId())
    expect(await told(director)).toMatchObject([
      { from: 2, to: 1, steps: [`counts again ${STEPS.sendForms}`, `stays ${STEPS.sendForms}`], read: null },
    ])
  })

  it('is of units only: not found for others', async () => {
    const fjordvik = await moved()
    for (const other of [fjordvik.as('adviser'), fjordvik.as('observer'), fjordvik.as('owner', SUNBEAM)]) {
      await expect(newsFor(other, 2027)).rejects.toThrow('not found')
      await expect(read(other, SUNBEAM)).rejects.toThrow('not found')
      expect(await unread(other)).toEqual([])
    }
    await expect(newsFor(fjordvik.as('director', BLUEBELL), 2031)).rejects.toThrow('not found')
  })
})

describe('saying that news is read', () => {
  it('counts for the whole unit, and stays to be looked at', async () => {
    const fjordvik = await moved()
    const before = await readers(fjordvik)
    expect(before.unread).toContain(BLUEBELL)
    expect(await read(fjordvik.as('director', BLUEBELL), BLUEBELL)).toEqual({ saved: true, first: true })
    expect(await told(fjordvik.as('deputy', BLUEBELL))).toMatchObject([
      { from: 1, to: 2, steps: [{}, {}].map(() => expect.any(String) as unknown), read: PEOPLE.bluebellDirector.name },
    ])
    expect(await unread(fjordvik.as('deputy', BLUEBELL))).toEqual([])
    expect(await readers(fjordvik)).toEqual({
      read: [BLUEBELL],
      unread: before.unread.filter((id) => id !== BLUEBELL),
      nothing: before.nothing,
    })
    const events = await fjordvik.db.selectFrom('event').select('content').where('kind', '=', 'news read').execute()
    expect(events.map(({ content }) => JSON.parse(content) as unknown)).toEqual([{ cycle: 2027, unit: BLUEBELL }])
  })

  it('changes nothing where somebody there has said so already', async () => {
    const fjordvik = await moved()
    await read(fjordvik.as('director', BLUEBELL), BLUEBELL)
    await read(fjordvik.as('deputy', BLUEBELL), BLUEBELL)
    expect(await fjordvik.db.selectFrom('news_read').selectAll().execute()).toMatchObject([
      { unit_id: BLUEBELL, adoption_sequence: 1, person_id: PEOPLE.bluebellDirector.id },
    ])
    expect(await fjordvik.db.selectFrom('event').select('kind').where('kind', '=', 'news read').execute()).toHaveLength(
      1,
    )
  })

  it('goes no further than what the reader had seen', async () => {
    const fjordvik = await moved()
    await publishNext(fjordvik, 3, { [STEPS.sendForms]: { meaning: 2, ...LATER }, [STEPS.visit]: null })
    await adoptNow(fjordvik, 3)
    const principal = fjordvik.as('principal', NES_SCHOOL)
    await read(principal, NES_SCHOOL, 1)
    expect(await told(principal)).toMatchObject([{ from: 2, to: 3, steps: [`falls away ${STEPS.visit}`], read: null }])
  })

  it('is not found for a unit that is not one’s own, nor for its schools', async () => {
    const fjordvik = await moved()
    for (const unitId of [LINGONBERRY, FJORDVIK_SCHOOL, PAIRS.bluebellFjordvik, 'nowhere']) {
      await expect(read(fjordvik.as('director', BLUEBELL), unitId)).rejects.toThrow('not found')
    }
    expect(await fjordvik.db.selectFrom('news_read').selectAll().execute()).toEqual([])
  })
})

it('nothing but the cycle moves when a version is published: nobody is told before it is adopted', async () => {
  const fjordvik = await world()
  await publishNext(fjordvik, 2, { [STEPS.sendForms]: LATER })
  expect(await unread(fjordvik.as('director', BLUEBELL))).toEqual([])
  const adopting = { from: 1, to: 2, newest: 2, reason: 'Vedtatt' }
  await adoptVersion(fjordvik.as('adviser'), 2026, adopting, newId())
  expect(await unread(fjordvik.as('director', BLUEBELL))).toEqual([])
})
