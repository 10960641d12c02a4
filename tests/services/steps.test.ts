import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { firstBreak } from '#app/domain/event.ts'
import { Refusal, type RefusalCode } from '#app/domain/refusal.ts'
import { sha256 } from '#app/services/history.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readStep, tickStep, withdrawTick } from '#app/services/steps.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { answerNow, lineNow, sayingNow } from './saying.ts'

const forms = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }

async function ticksIn({ db }: World): Promise<number> {
  return (await db.selectFrom('tick').select('id').execute()).length
}

async function refusal(act: Promise<unknown>): Promise<RefusalCode | null> {
  return act.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error.code
      throw error
    },
  )
}

describe('ticking a step', () => {
  it('is seen by both sides, waits for the other, and is remembered', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    expect(await answerNow(director, forms, 'kindergarten', 'done', { note: 'Levert i møtet' })).toEqual({
      saved: true,
      first: true,
    })
    const line = await lineNow(fjordvik.as('principal', FJORDVIK_SCHOOL), forms)
    expect(line).toMatchObject({ status: 'done', complete: false, waitsFor: { side: 'school', since: fjordvik.now } })
    expect(line.own).toMatchObject({
      note: 'Levert i møtet',
      by: { name: 'Styrer, Blåklokka barnehage', forUnit: false },
      version: 1,
    })
    const events = await listEvents(fjordvik.db)
    expect(events.at(-1)).toMatchObject({
      kind: 'step ticked',
      personId: director.actor.id,
      content: { tick: line.own?.id, place: PAIRS.bluebellFjordvik, answer: 'done', side: 'kindergarten' },
    })
    expect(firstBreak(events, sha256)).toBeNull()
  })

  it('is complete once the other side confirms, and open to disagreement', async () => {
    const fjordvik = await world()
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
    const principal = fjordvik.as('principal', FJORDVIK_SCHOOL)
    await answerNow(principal, forms, 'school', 'confirmed')
    expect(await lineNow(principal, forms)).toMatchObject({ status: 'confirmed', complete: true, waitsFor: null })
    await answerNow(principal, forms, 'school', 'disputed', { reason: 'Ett skjema mangler' })
    expect(await lineNow(principal, forms)).toMatchObject({ status: 'disputed', waitsFor: { side: 'kindergarten' } })
  })

  it('by the adviser is shown as on behalf of the unit', async () => {
    const fjordvik = await world()
    await answerNow(fjordvik.as('adviser'), forms, 'kindergarten', 'done')
    const line = await lineNow(fjordvik.as('director', BLUEBELL), forms)
    expect(line.own?.by).toMatchObject({ name: 'Rådgiver, oppvekst, Fjordvik kommune', forUnit: true })
  })

  it('by somebody with a seat on both sides says which side', async () => {
    const fjordvik = await world()
    const both = fjordvik.asPerson(PEOPLE.bothSides)
    const where = { ...forms, placeId: PAIRS.bluebellNes }
    await answerNow(both, where, 'kindergarten', 'done')
    expect(await lineNow(both, where)).toMatchObject({ status: 'done' })
    await answerNow(both, where, 'school', 'confirmed')
    expect(await lineNow(both, where)).toMatchObject({ status: 'confirmed', own: { side: 'kindergarten' } })
  })

  it('at a school by one of its kindergartens', async () => {
    const fjordvik = await world()
    const where = { year: 2027, placeId: FJORDVIK_SCHOOL, stepId: STEPS.gathering }
    await answerNow(fjordvik.as('director', SUNBEAM), where, 'kindergarten', 'done')
    expect(await lineNow(fjordvik.as('principal', FJORDVIK_SCHOOL), where)).toMatchObject({ complete: true })
  })

  it('keeps the day it was done apart from the day it was ticked', async () => {
    const fjordvik = await world()
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done', { doneOn: day('2027-03-01') })
    const line = await lineNow(fjordvik.as('adviser'), forms)
    expect(line.own).toMatchObject({ doneOn: '2027-03-01', at: fjordvik.now })
  })
})

describe('what keeps an answer from being saved, with nothing saved', () => {
  it.each([
    ['a day in the future', 'done', { doneOn: day('2027-03-11') }, 'doneOn', 'dayInFuture'],
    ['a day long before the cycle', 'done', { doneOn: day('2025-12-31') }, 'doneOn', 'dayBeforeCycle'],
    ['not relevant without a reason', 'not relevant', {}, 'reason', 'reasonMissing'],
    ['not done without a reason', 'not done', {}, 'reason', 'reasonMissing'],
    ['eleven digits in the note', 'done', { note: 'Gjelder 120321 12345' }, 'note', 'elevenDigits'],
    ['a birth date in the reason', 'not done', { reason: 'Født 12.03.2021' }, 'reason', 'birthDate'],
    ['a note of a novel', 'done', { note: 'a'.repeat(301) }, 'note', 'textTooLong'],
    ['a step of another meaning', 'done', { meaning: 2 }, 'answer', 'planHasChanged'],
    ['the other side’s answer', 'confirmed', {}, 'answer', 'answerNotOpen'],
    ['an answer to something else than now', 'done', { seen: 'another' }, 'answer', 'answeredMeanwhile'],
  ] as const)('%s', async (_, answer, more, field, message) => {
    const fjordvik = await world()
    const outcome = await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', answer, more)
    expect(outcome).toMatchObject({ saved: false, problems: [{ field, message }] })
    expect(await ticksIn(fjordvik)).toBe(0)
    expect(await fjordvik.db.selectFrom('submission').selectAll().execute()).toEqual([])
  })

  it('words on a sensitive step', async () => {
    const fjordvik = await world()
    const where = { year: 2027, placeId: BLUEBELL, stepId: STEPS.clarifyNeeds }
    const director = fjordvik.as('director', BLUEBELL)
    const outcome = await answerNow(director, where, 'kindergarten', 'done', { note: 'To barn' })
    expect(outcome).toMatchObject({ saved: false, problems: [{ field: 'note', message: 'noWordsOnSensitive' }] })
    expect(await answerNow(director, where, 'kindergarten', 'not relevant')).toMatchObject({ saved: true })
  })
})

describe('who may not', () => {
  it.each([
    ['a director of another kindergarten', 'director', LINGONBERRY, 'not found'],
    ['a principal of another school', 'principal', NES_SCHOOL, 'not found'],
    ['an observer', 'observer', undefined, 'not allowed'],
    ['an owner of other kindergartens', 'owner', LINGONBERRY, 'not found'],
    ['a principal for the kindergarten', 'principal', FJORDVIK_SCHOOL, 'not allowed'],
  ] as const)('%s', async (_, role, unit, code) => {
    const fjordvik = await world()
    const saying = await sayingNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
    expect(await refusal(tickStep(fjordvik.as(role, unit), forms, saying, newId()))).toBe(code)
    expect(await ticksIn(fjordvik)).toBe(0)
  })

  it('an owner at its own pair may look and not tick', async () => {
    const fjordvik = await world()
    const where = { ...forms, placeId: PAIRS.lingonberryFjordvik }
    const owner = fjordvik.as('owner', LINGONBERRY)
    expect((await readStep(owner, where)).row.choices).toEqual([])
    expect(await refusal(answerNow(owner, where, 'kindergarten', 'done'))).toBe('not allowed')
  })

  it('an adviser on a unit’s sensitive step, which is the unit’s own', async () => {
    const fjordvik = await world()
    const where = { year: 2027, placeId: BLUEBELL, stepId: STEPS.clarifyNeeds }
    expect(await refusal(answerNow(fjordvik.as('adviser'), where, 'kindergarten', 'done'))).toBe('not allowed')
  })

  it.each([
    ['an unknown place', { placeId: 'nowhere' }, 'not found'],
    ['an unknown cycle', { year: 2031 }, 'not found'],
    ['an unknown step', { stepId: 'nothing' }, 'step not asked here'],
    ['a step that is asked elsewhere', { stepId: STEPS.formGroup }, 'step not asked here'],
    ['a pair of another cycle', { placeId: PAIRS.bluebellFjordvik2026 }, 'not found'],
  ] as const)('%s', async (_, other, code) => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    const saying = await sayingNow(director, forms, 'kindergarten', 'done')
    expect(await refusal(tickStep(director, { ...forms, ...other }, saying, newId()))).toBe(code)
  })

  it('a kindergarten on the school’s own steps at the school', async () => {
    const fjordvik = await world()
    const where = { year: 2027, placeId: FJORDVIK_SCHOOL, stepId: STEPS.firstDay }
    expect(await refusal(readStep(fjordvik.as('director', BLUEBELL), where))).toBe('step not asked here')
    expect(await refusal(answerNow(fjordvik.as('director', BLUEBELL), where, 'school', 'done'))).toBe(
      'step not asked here',
    )
  })
})

describe('twice, and at once', () => {
  it('the same form sent five times in parallel ticks once', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    const saying = await sayingNow(director, forms, 'kindergarten', 'done')
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => tickStep(director, forms, saying, 'one form')))
    expect(outcomes.map((outcome) => outcome.saved && outcome.first)).toEqual([true, false, false, false, false])
    expect(await ticksIn(fjordvik)).toBe(1)
  })

  it('two people on the same row: the first counts, the second is told by whom', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    const deputy = fjordvik.as('deputy', BLUEBELL)
    const saying = await sayingNow(director, forms, 'kindergarten', 'done')
    const outcomes = await Promise.all([
      tickStep(director, forms, saying, newId()),
      tickStep(deputy, forms, saying, newId()),
    ])
    expect(outcomes).toMatchObject([
      { saved: true },
      { saved: false, problems: [{ message: 'answeredMeanwhile', values: { name: director.actor.name } }] },
    ])
    expect(await ticksIn(fjordvik)).toBe(1)
  })
})

describe('taking back', () => {
  async function ticked(): Promise<{ fjordvik: World; tickId: string }> {
    const fjordvik = await world()
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'started')
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
    const { own } = await lineNow(fjordvik.as('adviser'), forms)
    return { fjordvik, tickId: own?.id ?? '' }
  }

  it('restores what was said before, and both ticks stay', async () => {
    const { fjordvik, tickId } = await ticked()
    const deputy = fjordvik.as('deputy', BLUEBELL)
    await withdrawTick(deputy, forms, { side: 'kindergarten', tickId }, newId())
    expect(await lineNow(deputy, forms)).toMatchObject({ status: 'started', waitsFor: { side: 'kindergarten' } })
    expect(await ticksIn(fjordvik)).toBe(3)
    expect((await listEvents(fjordvik.db)).at(-1)).toMatchObject({ kind: 'tick withdrawn', personId: deputy.actor.id })
  })

  it('a second time says that it is done already', async () => {
    const { fjordvik, tickId } = await ticked()
    const director = fjordvik.as('director', BLUEBELL)
    const withdrawal = { side: 'kindergarten', tickId } as const
    await withdrawTick(director, forms, withdrawal, newId())
    expect(await withdrawTick(director, forms, withdrawal, newId())).toMatchObject({
      saved: false,
      problems: [{ message: 'nothingToWithdraw' }],
    })
  })

  it('is not for the other side', async () => {
    const { fjordvik, tickId } = await ticked()
    const principal = fjordvik.as('principal', FJORDVIK_SCHOOL)
    expect(await withdrawTick(principal, forms, { side: 'school', tickId }, newId())).toMatchObject({ saved: false })
    expect(await refusal(withdrawTick(principal, forms, { side: 'kindergarten', tickId }, newId()))).toBe('not allowed')
  })
})
