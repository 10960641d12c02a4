import { beforeEach, describe, expect, it } from 'vitest'
import type { Agreeing } from '#app/domain/agreeing.ts'
import { day } from '#app/domain/calendar.ts'
import { stateOf } from '#app/domain/state.ts'
import { readDatesAt } from '#app/services/agreed-dates.server.ts'
import { agreeOnDate, cancelDate } from '#app/services/agreeing.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { moveDueDay } from '#app/services/due-days.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readPlaceYear } from '#app/services/place-wheel.server.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { answerNow } from './saying.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world('2027-01-11')
})

const bluebell = () => fjordvik.as('director', BLUEBELL)
const principal = () => fjordvik.as('principal', FJORDVIK_SCHOOL)
const owner = () => fjordvik.asPerson(PEOPLE.kindergartenOwner)

async function yearOf(context: SignedIn, placeId: string) {
  const { steps, dates } = await readPlaceYear(context, 2027, placeId)
  return {
    dates: dates.map(({ on }) => on),
    steps: steps.map(({ number, step, due, ring, lines }) => ({ number, id: step.id, due, ring, lines })),
    of: (stepId: string) => steps.find(({ step }) => step.id === stepId)?.lines ?? [],
  }
}

const VISIT: Agreeing = {
  ...{ kind: 'visit', title: null, stepId: null, on: day('2027-05-12'), from: '10:00', to: '12:00' },
  ...{ venue: 'på skolen', whoComes: null, sure: false },
}

function agree(context: SignedIn, placeId: string, on: string, chosen: string[] = []) {
  const what = { agreeing: { ...VISIT, on: day(on) }, chosen }
  return agreeOnDate(context, { year: 2027, placeId }, what, newId())
}

describe('the year of a pair', () => {
  it('has its own steps in due order, with its own states', async () => {
    const where = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.reportNumbers }
    await answerNow(bluebell(), where, 'kindergarten', 'done')
    const { steps, of } = await yearOf(bluebell(), PAIRS.bluebellFjordvik)
    expect(steps.map(({ number, id }) => [number, id])).toEqual([
      [1, STEPS.reportNumbers],
      [2, STEPS.springMeeting],
      [3, STEPS.visit],
      [4, STEPS.sendForms],
    ])
    expect(of(STEPS.reportNumbers).map(stateOf)).toMatchObject([{ kind: 'waiting', side: 'school' }])
    expect(of(STEPS.springMeeting).map(stateOf)).toMatchObject([{ kind: 'overdue' }])
  })

  it('has the dates of that pair, and none that was cancelled', async () => {
    await agree(principal(), PAIRS.bluebellFjordvik, '2027-05-12')
    await agree(principal(), PAIRS.lingonberryFjordvik, '2027-05-13')
    await agree(principal(), PAIRS.bluebellFjordvik, '2027-05-14')
    const { dates } = await readDatesAt(principal(), 2027, PAIRS.bluebellFjordvik)
    const off = dates.find(({ on }) => on === '2027-05-14')
    const which = { year: 2027, placeId: PAIRS.bluebellFjordvik, dateId: off?.id ?? '' }
    expect((await yearOf(bluebell(), PAIRS.bluebellFjordvik)).dates).toEqual(['2027-05-12', '2027-05-14'])
    await cancelDate(principal(), which, { reason: 'Snøvær', seen: off?.changes ?? 0 }, newId())
    expect((await yearOf(bluebell(), PAIRS.bluebellFjordvik)).dates).toEqual(['2027-05-12'])
    expect((await yearOf(fjordvik.as('adviser'), PAIRS.lingonberryFjordvik)).dates).toEqual(['2027-05-13'])
  })
})

describe('the year of a kindergarten', () => {
  it('has its own steps, what kindergartens do together, and each step of its pairs once', async () => {
    const { steps, of } = await yearOf(bluebell(), BLUEBELL)
    expect(steps.map(({ id }) => id)).toEqual([
      ...[STEPS.formGroup, STEPS.reportNumbers, STEPS.springMeeting, STEPS.clarifyNeeds],
      ...[STEPS.visit, STEPS.gathering, STEPS.sendForms],
    ])
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(
      of(STEPS.sendForms)
        .map(({ place }) => place.id)
        .toSorted(),
    ).toEqual([PAIRS.bluebellFjordvik, PAIRS.bluebellNes].toSorted())
    expect(
      of(STEPS.gathering)
        .map(({ place }) => place.id)
        .toSorted(),
    ).toEqual([FJORDVIK_SCHOOL, NES_SCHOOL].toSorted())
  })

  it('is the same for an adviser: of a school only what kindergartens do there', async () => {
    const { steps } = await yearOf(fjordvik.as('adviser'), BLUEBELL)
    const own = await yearOf(bluebell(), BLUEBELL)
    expect(steps.map(({ id }) => id)).toEqual(own.steps.map(({ id }) => id))
  })

  it('has a step twice where a school moved the day for its own pairs', async () => {
    const which = { year: 2027, stepId: STEPS.sendForms, schoolId: FJORDVIK_SCHOOL, seen: day('2027-05-01') }
    const moved = await moveDueDay(principal(), { ...which, to: day('2027-05-20'), reason: 'Ferie' }, 'f')
    expect(moved).toMatchObject({ saved: true })
    const { steps } = await yearOf(bluebell(), BLUEBELL)
    const sendings = steps.filter(({ id }) => id === STEPS.sendForms)
    expect(sendings.map(({ due, lines }) => [due, lines.map(({ place }) => place.id)])).toEqual([
      ['2027-05-01', [PAIRS.bluebellNes]],
      ['2027-05-20', [PAIRS.bluebellFjordvik]],
    ])
  })

  it('shows a sensitive step to others as taken care of, and never an invitation as overdue', async () => {
    const where = { year: 2027, placeId: BLUEBELL, stepId: STEPS.clarifyNeeds }
    await answerNow(bluebell(), where, 'kindergarten', 'not relevant')
    const states = async (context: SignedIn) =>
      (await yearOf(context, BLUEBELL)).of(STEPS.clarifyNeeds).map((line) => [line.status, stateOf(line).kind])
    expect(await states(bluebell())).toEqual([['not relevant', 'taken care of']])
    expect(await states(fjordvik.as('observer'))).toEqual([['taken care of', 'taken care of']])
    const invited = (await yearOf(fjordvik.at('2027-11-01').as('adviser'), SUNBEAM)).steps
    const late = invited.flatMap(({ lines }) => lines).filter(({ obligation }) => obligation === 'invitation')
    expect(late.length).toBeGreaterThan(0)
    expect(late.filter(({ timing }) => timing === 'overdue')).toEqual([])
  })

  it('has the dates at all its schools', async () => {
    await agree(principal(), PAIRS.bluebellFjordvik, '2027-05-12')
    await agree(bluebell(), PAIRS.bluebellNes, '2027-03-02')
    await agree(principal(), PAIRS.lingonberryFjordvik, '2027-05-13')
    expect((await yearOf(bluebell(), BLUEBELL)).dates).toEqual(['2027-03-02', '2027-05-12'])
    expect((await yearOf(owner(), LINGONBERRY)).dates).toEqual(['2027-05-13'])
  })
})

describe('the year of a school', () => {
  it('has all for its own principal; for a kindergarten what they do together and their own pair', async () => {
    await agree(principal(), PAIRS.bluebellFjordvik, '2027-05-12')
    await agree(principal(), PAIRS.lingonberryFjordvik, '2027-05-13')
    const own = await yearOf(principal(), FJORDVIK_SCHOOL)
    expect(own.steps.map(({ id }) => id)).toContain(STEPS.decideSupport)
    expect(own.of(STEPS.sendForms)).toHaveLength(3)
    expect(own.dates).toEqual(['2027-05-12', '2027-05-13'])
    const theirs = await yearOf(bluebell(), FJORDVIK_SCHOOL)
    expect(theirs.steps.map(({ id }) => id)).not.toContain(STEPS.decideSupport)
    expect(theirs.steps.map(({ id }) => id)).toContain(STEPS.gathering)
    expect(theirs.of(STEPS.sendForms).map(({ place }) => place.id)).toEqual([PAIRS.bluebellFjordvik])
    expect(theirs.dates).toEqual(['2027-05-12'])
  })
})

it('the municipality has its own steps, and agrees on no dates', async () => {
  const { steps, dates } = await yearOf(fjordvik.as('adviser'), 'municipality')
  expect(steps.map(({ id }) => id)).toEqual([STEPS.agreeDates])
  expect(dates).toEqual([])
})

it('is refused where somebody may not look, as what is not there', async () => {
  for (const placeId of [LINGONBERRY, PAIRS.lingonberryFjordvik, 'municipality', 'nowhere']) {
    await expect(readPlaceYear(bluebell(), 2027, placeId)).rejects.toMatchObject({ code: 'not found' })
  }
})

it('asks the database as often for a place with many pairs as for one with few', async () => {
  let asked = 0
  const db = fjordvik.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      asked += 1
      return Promise.resolve(result)
    },
  })
  const queriesOf = async (placeId: string) => {
    asked = 0
    await readPlaceYear({ ...fjordvik.as('adviser'), db }, 2027, placeId)
    return asked
  }
  await queriesOf(FJORDVIK_SCHOOL)
  const places = [FJORDVIK_SCHOOL, NES_SCHOOL, BLUEBELL, LINGONBERRY, PAIRS.bluebellNes, 'municipality']
  const queries: number[] = []
  for (const placeId of places) queries.push(await queriesOf(placeId))
  expect(queries).toEqual([5, 5, 6, 6, 3, 2])
})
