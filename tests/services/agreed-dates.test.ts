import { beforeEach, describe, expect, it } from 'vitest'
import type { Agreeing } from '#app/domain/agreeing.ts'
import { day } from '#app/domain/calendar.ts'
import { readDate, readDatesAt, readNewDate } from '#app/services/agreed-dates.server.ts'
import { agreeOnDate, cancelDate, changeDate, type NewDate } from '#app/services/agreeing.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world('2027-01-11')
})

const principal = () => fjordvik.as('principal', FJORDVIK_SCHOOL)
const bluebell = () => fjordvik.as('director', BLUEBELL)
const lingonberry = () => fjordvik.as('director', LINGONBERRY)
const adviser = () => fjordvik.as('adviser')

const VISIT: Agreeing = {
  kind: 'visit',
  title: null,
  stepId: STEPS.sendForms,
  on: day('2027-05-12'),
  from: '10:00',
  to: '12:00',
  venue: 'på skolen',
  whoComes: 'kontaktlærer og fadderne',
  sure: false,
}

function agree(
  context: SignedIn,
  placeId: string,
  chosen: NewDate['chosen'] = [],
  changes: Partial<Agreeing> = {},
  form = newId(),
) {
  return agreeOnDate(context, { year: 2027, placeId }, { agreeing: { ...VISIT, ...changes }, chosen }, form)
}

/** The one date that was agreed on at the pair of Blåklokka and Fjordvik skole. */
async function agreed() {
  await agree(principal(), PAIRS.bluebellFjordvik)
  return only(PAIRS.bluebellFjordvik)
}

async function only(placeId: string, context = adviser()) {
  const { dates } = await readDatesAt(context, 2027, placeId)
  expect(dates).toHaveLength(1)
  const [date] = dates
  if (!date) throw new Error('No date')
  return date
}

const at = (dateId: string, placeId: string = PAIRS.bluebellFjordvik) => ({ year: 2027, placeId, dateId })

function change(context: SignedIn, dateId: string, changes: Partial<Agreeing>, said = {}, placeId?: string) {
  const agreeing = { ...VISIT, ...changes }
  return changeDate(context, at(dateId, placeId), { agreeing, chosen: [], seen: 0, reason: null, ...said }, newId())
}

const events = async () =>
  (await listEvents(fjordvik.db))
    .filter(({ kind }) => kind.startsWith('date '))
    .map(({ kind, content }) => ({ kind, content }))

const OUT_OF = { saved: true, first: true }

describe('a date agreed on', () => {
  it('at a pair is seen by both sides, with who entered it', async () => {
    expect(await agree(principal(), PAIRS.bluebellFjordvik)).toEqual(OUT_OF)
    for (const context of [principal(), bluebell(), adviser(), fjordvik.as('observer')]) {
      const date = await only(PAIRS.bluebellFjordvik, context)
      expect(date).toMatchObject({
        ...{ on: '2027-05-12', from: '10:00', to: '12:00', venue: 'på skolen', cancelled: false, changes: 0 },
        ...{ pairIds: [PAIRS.bluebellFjordvik], schoolId: FJORDVIK_SCHOOL, movedFrom: null },
        by: { personId: PEOPLE.fjordvikPrincipal.id, forUnit: false },
      })
    }
    expect(await events()).toEqual([
      {
        kind: 'date agreed',
        content: {
          ...{ cycle: 2027, date: expect.any(String) as string, place: PAIRS.bluebellFjordvik },
          ...{ step: STEPS.sendForms, on: '2027-05-12' },
        },
      },
    ])
  })

  it('by the other side, or by the adviser for the unit, which is shown', async () => {
    await agree(bluebell(), PAIRS.bluebellFjordvik)
    expect((await only(PAIRS.bluebellFjordvik)).by).toMatchObject({ forUnit: false })
    await agree(adviser(), PAIRS.bluebellNes)
    expect((await only(PAIRS.bluebellNes)).by).toMatchObject({ personId: PEOPLE.adviser.id, forUnit: true })
  })

  it('at a school is one date for the pairs chosen, in one form', async () => {
    const chosen = [PAIRS.bluebellFjordvik, PAIRS.lingonberryFjordvik]
    expect(await agree(principal(), FJORDVIK_SCHOOL, chosen)).toEqual(OUT_OF)
    const date = await only(FJORDVIK_SCHOOL)
    expect(date.pairIds.toSorted()).toEqual(chosen.toSorted())
    expect((await only(BLUEBELL, bluebell())).id).toBe(date.id)
    expect((await only(LINGONBERRY, lingonberry())).id).toBe(date.id)
    expect((await readDatesAt(fjordvik.as('director', SUNBEAM), 2027, SUNBEAM)).dates).toEqual([])
  })

  it('for all of a school is also for pairs that come later', async () => {
    await agree(principal(), FJORDVIK_SCHOOL, 'all')
    for (const placeId of [PAIRS.bluebellFjordvik, PAIRS.sunbeamFjordvik, LINGONBERRY]) await only(placeId)
    expect((await readDatesAt(adviser(), 2027, PAIRS.bluebellNes)).dates).toEqual([])
  })

  it('at a kindergarten is one date with each school', async () => {
    await agree(bluebell(), BLUEBELL, [PAIRS.bluebellFjordvik, PAIRS.bluebellNes])
    const { dates } = await readDatesAt(bluebell(), 2027, BLUEBELL)
    expect(dates.map(({ schoolId }) => schoolId).toSorted()).toEqual([FJORDVIK_SCHOOL, NES_SCHOOL].toSorted())
    expect(new Set(dates.map(({ id }) => id)).size).toBe(2)
    expect(await events()).toHaveLength(2)
  })

  it('sent twice is there once', async () => {
    await agree(principal(), PAIRS.bluebellFjordvik, [], {}, 'a form')
    expect(await agree(principal(), PAIRS.bluebellFjordvik, [], {}, 'a form')).toEqual({ saved: true, first: false })
    await only(PAIRS.bluebellFjordvik)
  })

  it('is not there in part where one of several has a problem', async () => {
    await agree(principal(), PAIRS.bluebellFjordvik)
    const outcome = await agree(bluebell(), BLUEBELL, [PAIRS.bluebellNes, PAIRS.bluebellFjordvik])
    expect(outcome).toEqual({
      saved: false,
      problems: [{ field: 'on', message: 'dateAgreedAlready', values: { name: PEOPLE.fjordvikPrincipal.name } }],
    })
    expect((await readDatesAt(adviser(), 2027, PAIRS.bluebellNes)).dates).toEqual([])
  })

  it('belongs to a step that is asked there, and never to a sensitive one', async () => {
    const problem = { saved: false, problems: [{ field: 'stepId', message: 'dateStepNotAsked' }] }
    expect(await agree(principal(), PAIRS.bluebellFjordvik, [], { stepId: STEPS.firstDay })).toEqual(problem)
    expect(await agree(principal(), FJORDVIK_SCHOOL, 'all', { stepId: STEPS.firstDay })).toEqual(OUT_OF)
    expect(await agree(bluebell(), BLUEBELL, [PAIRS.bluebellNes], { stepId: STEPS.clarifyNeeds })).toEqual(problem)
    const { steps } = await readNewDate(adviser(), 2027, FJORDVIK_SCHOOL)
    expect(steps.every(({ step }) => !step.sensitive && !step.aboutSingleChildren)).toBe(true)
  })

  it('needs a pair', async () => {
    for (const [context, placeId] of [
      [principal(), FJORDVIK_SCHOOL],
      [bluebell(), BLUEBELL],
    ] as const) {
      expect(await agree(context, placeId)).toMatchObject({ problems: [{ field: 'pairs', message: 'noPairChosen' }] })
    }
  })
})

describe('a date refused', () => {
  it.each([
    ['a principal elsewhere', () => fjordvik.as('principal', NES_SCHOOL), 'not found'],
    ['a director elsewhere', lingonberry, 'not found'],
    ['an observer', () => fjordvik.as('observer'), 'not allowed'],
  ] as const)('to %s', async (_, who, code) => {
    await expect(agree(who(), PAIRS.bluebellFjordvik)).rejects.toMatchObject({ code })
  })

  it('to an owner, who reads it', async () => {
    await agree(principal(), PAIRS.lingonberryFjordvik)
    await only(PAIRS.lingonberryFjordvik, fjordvik.as('owner'))
    await expect(agree(fjordvik.as('owner'), PAIRS.lingonberryFjordvik)).rejects.toMatchObject({ code: 'not allowed' })
  })

  it('to a deputy who is not let', async () => {
    const { actor, ...context } = fjordvik.as('deputy', BLUEBELL)
    const seats = actor.seats.map((seat) => ({ ...seat, may: ['answer steps'] as const }))
    const deputy = { ...context, actor: { ...actor, seats } }
    await expect(agree(deputy, PAIRS.bluebellNes)).rejects.toMatchObject({ code: 'not allowed' })
    expect(await agree(fjordvik.as('deputy', BLUEBELL), PAIRS.bluebellNes)).toEqual(OUT_OF)
  })

  it('at a pair of somebody else, and for all of a school by a kindergarten', async () => {
    await expect(agree(bluebell(), BLUEBELL, [PAIRS.lingonberryFjordvik])).rejects.toMatchObject({ code: 'not found' })
    await expect(agree(bluebell(), FJORDVIK_SCHOOL, 'all')).rejects.toMatchObject({ code: 'not allowed' })
  })

  it('at the municipality, which agrees on none', async () => {
    await expect(readDatesAt(adviser(), 2027, 'municipality')).rejects.toMatchObject({ code: 'not found' })
  })
})

describe('a date changed', () => {
  it('by the other side, with a reason: both see the day before', async () => {
    const { id } = await agreed()
    const saved = await change(bluebell(), id, { on: day('2027-05-19') }, { reason: 'Vi er på tur den 12.' })
    expect(saved).toEqual(OUT_OF)
    expect(await only(PAIRS.bluebellFjordvik, principal())).toMatchObject({
      ...{ id, on: '2027-05-19', movedFrom: '2027-05-12', reason: 'Vi er på tur den 12.', changes: 1 },
      by: { personId: PEOPLE.bluebellDirector.id },
    })
    expect((await events()).map(({ kind }) => kind)).toEqual(['date agreed', 'date moved'])
  })

  it('needs no reason where only the place is another, and keeps the last one', async () => {
    const { id } = await agreed()
    expect(await change(bluebell(), id, { on: day('2027-05-19') })).toMatchObject({
      problems: [{ field: 'reason', message: 'reasonMissing' }],
    })
    await change(bluebell(), id, { on: day('2027-05-19') }, { reason: 'Tur' })
    const moved = { on: day('2027-05-19'), venue: 'i barnehagen' }
    expect(await change(principal(), id, moved, { seen: 1 })).toEqual(OUT_OF)
    expect(await only(PAIRS.bluebellFjordvik)).toMatchObject({
      ...{ venue: 'i barnehagen', reason: 'Tur', movedFrom: '2027-05-12', changes: 2 },
    })
  })

  it('by two at once: the second is told who was first, and nothing is lost', async () => {
    const { id } = await agreed()
    await change(bluebell(), id, { on: day('2027-05-19') }, { reason: 'Tur' })
    expect(await change(principal(), id, { venue: 'i gymsalen' })).toEqual({
      saved: false,
      problems: [{ field: 'seen', message: 'changedMeanwhile', values: { name: PEOPLE.bluebellDirector.name } }],
    })
    expect(await only(PAIRS.bluebellFjordvik)).toMatchObject({ on: '2027-05-19', venue: 'på skolen' })
  })

  it('where nothing is another says so', async () => {
    const { id } = await agreed()
    expect(await change(principal(), id, {})).toMatchObject({ problems: [{ message: 'dateUnchanged' }] })
  })

  it('for several kindergartens is the school’s to change, also whom it is for', async () => {
    const chosen = [PAIRS.bluebellFjordvik, PAIRS.lingonberryFjordvik]
    await agree(principal(), FJORDVIK_SCHOOL, chosen)
    const { id } = await only(FJORDVIK_SCHOOL)
    await expect(readDate(bluebell(), at(id))).rejects.toMatchObject({ code: 'not allowed' })
    await expect(change(bluebell(), id, { venue: 'x' })).rejects.toMatchObject({ code: 'not allowed' })
    const without = { chosen: [PAIRS.bluebellFjordvik] }
    expect(await change(principal(), id, {}, without, FJORDVIK_SCHOOL)).toEqual(OUT_OF)
    expect((await readDatesAt(lingonberry(), 2027, LINGONBERRY)).dates).toEqual([])
    await readDate(bluebell(), at(id))
    expect(await change(principal(), id, {}, { chosen: [], seen: 1 }, FJORDVIK_SCHOOL)).toMatchObject({
      problems: [{ field: 'pairs', message: 'noPairChosen' }],
    })
  })

  it('is not found from a place that it is not for', async () => {
    const { id } = await agreed()
    await expect(readDate(adviser(), at(id, PAIRS.bluebellNes))).rejects.toMatchObject({ code: 'not found' })
    await expect(readDate(lingonberry(), at(id, PAIRS.lingonberryFjordvik))).rejects.toMatchObject({
      code: 'not found',
    })
  })
})

describe('a date cancelled', () => {
  const cancel = (context: SignedIn, dateId: string, reason: string | null, seen = 0) =>
    cancelDate(context, at(dateId), { reason, seen }, newId())

  it('stays visible with the reason, and can be neither changed nor cancelled again', async () => {
    const { id } = await agreed()
    expect(await cancel(bluebell(), id, null)).toMatchObject({ problems: [{ field: 'reason' }] })
    expect(await cancel(bluebell(), id, 'Sykdom i personalet')).toEqual(OUT_OF)
    expect(await only(PAIRS.bluebellFjordvik)).toMatchObject({
      cancelled: true,
      reason: 'Sykdom i personalet',
      changes: 1,
    })
    const message = 'dateCancelledMeanwhile'
    expect(await cancel(principal(), id, 'Igjen', 1)).toMatchObject({ problems: [{ message }] })
    expect(await change(principal(), id, { venue: 'x' }, { seen: 1 })).toMatchObject({ problems: [{ message }] })
    expect((await events()).map(({ kind }) => kind)).toEqual(['date agreed', 'date cancelled'])
  })

  it('may be agreed on anew for the same day', async () => {
    const { id } = await agreed()
    await cancel(bluebell(), id, 'Sykdom')
    expect(await agree(principal(), PAIRS.bluebellFjordvik)).toEqual(OUT_OF)
  })
})

describe('the dates on a checklist', () => {
  it('are those of the pair; at a school a kindergarten sees only what is for all', async () => {
    await agree(principal(), PAIRS.bluebellFjordvik)
    await agree(principal(), FJORDVIK_SCHOOL, 'all', { stepId: STEPS.gathering, on: day('2027-04-13') })
    const on = async (context: SignedIn, id: string) =>
      (await readChecklist(context, 2027, id)).dates.map(({ stepId }) => stepId)
    expect(await on(bluebell(), PAIRS.bluebellFjordvik)).toEqual([STEPS.gathering, STEPS.sendForms])
    expect(await on(principal(), FJORDVIK_SCHOOL)).toEqual([STEPS.gathering, STEPS.sendForms])
    expect(await on(bluebell(), FJORDVIK_SCHOOL)).toEqual([STEPS.gathering])
    expect(await on(bluebell(), BLUEBELL)).toEqual([])
  })
})
