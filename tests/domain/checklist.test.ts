import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '#app/domain/calendar.ts'
import {
  answersOpenTo,
  linesOf,
  needsReason,
  SOON_DAYS,
  stepsAskedAt,
  withdrawable,
  type Timing,
} from '#app/domain/checklist.ts'
import { SIDES, THE_MUNICIPALITY, type Place, type Side } from '#app/domain/place.ts'
import type { Step } from '#app/domain/plan.ts'
import { ANSWERS, type Answer, type Status } from '#app/domain/tick.ts'
import { anyDay, anyLine } from './anything.ts'
import {
  answering,
  atKindergarten,
  atSchool,
  BLUEBELL,
  CLOUDBERRY,
  cycleOf,
  FJORDVIK_SCHOOL,
  FREE_SCHOOL,
  lineOf,
  pairOf,
  routineOf,
  saidAt,
  stepAs,
  told,
  TWINFLOWER,
} from './field.ts'

const MUNICIPAL_PAIR = pairOf(BLUEBELL, FJORDVIK_SCHOOL)
const CONFIRMED_BY_SCHOOL = stepAs({ confirmedBy: 'school' })
const SENSITIVE = stepAs({ scope: 'kindergarten', sensitive: true })

describe('a checklist', () => {
  const autumn = stepAs({ id: 'autumn', due: { kind: 'year before school start', month: 10, day: 1 } })
  const march = stepAs({ id: 'march' })
  const alsoMarch = stepAs({ id: 'also march' })
  const afterStart = stepAs({ id: 'after start', due: { kind: 'school start year', month: 10, day: 1 } })
  const ofSchool = stepAs({ id: 'of school', scope: 'school', responsible: 'school' })
  const cycle = cycleOf(routineOf('late', afterStart, alsoMarch), routineOf('early', march, ofSchool, autumn))

  it('holds the steps asked at that kind of place in order of due day, else in the order of the plan', () => {
    const lines = linesOf(cycle, MUNICIPAL_PAIR, [], day('2027-01-01'))
    expect(lines.map(({ step, routine, due, season }) => [step.id, routine.id, due, season])).toEqual([
      ['autumn', 'early', '2026-10-01', 'autumn'],
      ['also march', 'late', '2027-03-15', 'spring'],
      ['march', 'early', '2027-03-15', 'spring'],
      ['after start', 'late', '2027-10-01', 'school start'],
    ])
    expect(stepsAskedAt(cycle, 'school').map(({ step }) => step.id)).toEqual(['of school'])
    expect(linesOf(cycle, THE_MUNICIPALITY, [], day('2027-01-01'))).toEqual([])
  })

  it('gives each step its own ticks, withdrawn ones too', () => {
    const ticks = [
      ...told('kindergarten done; kindergarten withdraws 1', 'march'),
      ...told('kindergarten started', 'autumn'),
    ]
    const lines = linesOf(cycle, MUNICIPAL_PAIR, ticks, day('2027-01-01'))
    expect(lines.map(({ step, status, history }) => [step.id, status, history.length])).toEqual([
      ['autumn', 'started', 1],
      ['also march', 'open', 0],
      ['march', 'open', 2],
      ['after start', 'open', 0],
    ])
  })

  it('does not mix two cycles, though they ask the same steps', () => {
    const next = { ...cycle, year: 2028, firstSchoolDay: day('2028-08-21') }
    expect(stepsAskedAt(cycle, 'pair')[0]?.due).toBe('2026-10-01')
    expect(stepsAskedAt(next, 'pair')[0]?.due).toBe('2027-10-01')
    expect(stepsAskedAt(cycle, 'pair')[0]?.due).toBe('2026-10-01')
  })
})

describe('timing of a step due 15 March', () => {
  it.each<[string, string, Timing]>([
    ['the day after', '2027-03-16', 'overdue'],
    ['the day itself', '2027-03-15', 'due soon'],
    ['the day before', '2027-03-14', 'due soon'],
    ['30 days before', '2027-02-13', 'due soon'],
    ['31 days before', '2027-02-12', 'upcoming'],
  ])('%s', (_, today, timing) => {
    expect(lineOf(stepAs(), MUNICIPAL_PAIR, [], day(today)).timing).toBe(timing)
  })

  it.each<[string, Place, Partial<Step>, Timing]>([
    ['an invitation is never overdue', pairOf(TWINFLOWER, FJORDVIK_SCHOOL), {}, 'upcoming'],
    ['an agreement is', pairOf(answering(TWINFLOWER, { answer: 'takes part' }), FJORDVIK_SCHOOL), {}, 'overdue'],
    ['what follows from law is, for all', pairOf(TWINFLOWER, FJORDVIK_SCHOOL), { binding: 'law' }, 'overdue'],
    [
      'the school’s half counts by the school',
      pairOf(TWINFLOWER, FJORDVIK_SCHOOL),
      { responsible: 'school' },
      'overdue',
    ],
    ['and a private school is invited', pairOf(BLUEBELL, FREE_SCHOOL), { responsible: 'school' }, 'upcoming'],
  ])('a year later: %s', (_, place, changes, timing) => {
    expect(lineOf(stepAs(changes), place, [], day('2028-03-15')).timing).toBe(timing)
  })

  it('an invitation can be due soon', () => {
    const line = lineOf(stepAs(), pairOf(TWINFLOWER, FJORDVIK_SCHOOL), [], day('2027-03-01'))
    expect([line.obligation, line.timing]).toEqual(['invitation', 'due soon'])
  })

  it.each<[string, Timing | null]>([
    ['kindergarten started', 'overdue'],
    ['kindergarten done', 'overdue'],
    ['kindergarten done; school disputed', 'overdue'],
    ['kindergarten not done', 'overdue'],
    ['kindergarten not relevant', null],
    ['kindergarten done; school confirmed', null],
  ])('after its day, with "%s"', (story, timing) => {
    expect(lineOf(CONFIRMED_BY_SCHOOL, MUNICIPAL_PAIR, told(story), day('2027-03-16')).timing).toBe(timing)
  })

  it('law: overdue is what binds, is not complete, and was due before today', () => {
    fc.assert(
      fc.property(anyLine, anyDay, ({ step, place, history }, today) => {
        const line = lineOf(step, place, history, today)
        const settled = line.complete || line.status === 'not relevant'
        expect(line.timing === null).toBe(settled)
        expect(line.timing === 'overdue').toBe(!settled && line.due < today && line.obligation !== 'invitation')
        const isSoon = today <= line.due && line.due <= plusDays(today, SOON_DAYS)
        expect(line.timing === 'due soon').toBe(!settled && isSoon)
      }),
    )
  })
})

describe('complete', () => {
  const takesPart = { answer: 'takes part' } as const
  it.each<[string, Step, Place, string, boolean]>([
    ['done, and nobody confirms', stepAs(), MUNICIPAL_PAIR, 'kindergarten done', true],
    ['begun', stepAs(), MUNICIPAL_PAIR, 'kindergarten started', false],
    ['not done', stepAs(), MUNICIPAL_PAIR, 'kindergarten not done', false],
    ['not relevant', stepAs(), MUNICIPAL_PAIR, 'kindergarten not relevant', false],
    ['done, and the school has to confirm', CONFIRMED_BY_SCHOOL, MUNICIPAL_PAIR, 'kindergarten done', false],
    ['confirmed', CONFIRMED_BY_SCHOOL, MUNICIPAL_PAIR, 'kindergarten done; school confirmed', true],
    ['disputed', CONFIRMED_BY_SCHOOL, MUNICIPAL_PAIR, 'kindergarten done; school disputed', false],
    [
      'done, the private school only invited',
      CONFIRMED_BY_SCHOOL,
      pairOf(BLUEBELL, FREE_SCHOOL),
      'kindergarten done',
      true,
    ],
    [
      'disputed by a private school only invited',
      CONFIRMED_BY_SCHOOL,
      pairOf(BLUEBELL, FREE_SCHOOL),
      'kindergarten done; school disputed',
      false,
    ],
    [
      'done, the private school taking part',
      CONFIRMED_BY_SCHOOL,
      pairOf(BLUEBELL, answering(FREE_SCHOOL, takesPart)),
      'kindergarten done',
      false,
    ],
    [
      'done, what the law says the private school confirms',
      stepAs({ confirmedBy: 'school', binding: 'law' }),
      pairOf(BLUEBELL, FREE_SCHOOL),
      'kindergarten done',
      false,
    ],
    [
      'done by an invited kindergarten, the school bound',
      CONFIRMED_BY_SCHOOL,
      pairOf(TWINFLOWER, FJORDVIK_SCHOOL),
      'kindergarten done',
      false,
    ],
    ['sensitive and done', SENSITIVE, atKindergarten(BLUEBELL), 'kindergarten done', true],
    ['sensitive and concerned nobody', SENSITIVE, atKindergarten(BLUEBELL), 'kindergarten not relevant', true],
    ['sensitive and only begun', SENSITIVE, atKindergarten(BLUEBELL), 'kindergarten started', false],
  ])('%s', (_, step, place, story, complete) => {
    expect(lineOf(step, place, told(story)).complete).toBe(complete)
  })
})

describe('waits for', () => {
  it.each<[string, Side | null, number | null]>([
    ['', 'kindergarten', null],
    ['kindergarten started', 'kindergarten', null],
    ['kindergarten started; kindergarten done', 'school', 2],
    ['kindergarten done; school disputed', 'kindergarten', 2],
    ['kindergarten done; school disputed; kindergarten done', 'school', 3],
    ['kindergarten done; school confirmed', null, null],
    ['kindergarten not relevant', null, null],
    ['kindergarten not done', null, null],
  ])('after "%s": %s, since tick %s', (story, side, since) => {
    const expected = side && { side, since: since && saidAt(since) }
    expect(lineOf(CONFIRMED_BY_SCHOOL, MUNICIPAL_PAIR, told(story)).waitsFor).toEqual(expected)
  })

  it('nobody, where the side that may confirm is only invited', () => {
    expect(lineOf(CONFIRMED_BY_SCHOOL, pairOf(BLUEBELL, FREE_SCHOOL), told('kindergarten done')).waitsFor).toBeNull()
  })

  it('the kindergartens together, at a school', () => {
    const step = stepAs({ scope: 'school', responsible: 'kindergarten' })
    expect(lineOf(step, atSchool(FJORDVIK_SCHOOL, BLUEBELL, CLOUDBERRY)).waitsFor).toEqual({
      side: 'kindergarten',
      since: null,
    })
  })
})

describe('the answers open to a side', () => {
  it.each<[Status, Answer[], Answer[]]>([
    ['open', ['started', 'done', 'not relevant', 'not done'], []],
    ['started', ['done', 'not relevant', 'not done'], []],
    ['done', [], ['confirmed', 'disputed']],
    ['confirmed', [], ['disputed']],
    ['disputed', ['done', 'not relevant', 'not done'], ['confirmed']],
    ['not relevant', ['done', 'not done'], []],
    ['not done', ['done', 'not relevant'], []],
  ])('%s', (status, own, other) => {
    expect(answersOpenTo({ step: CONFIRMED_BY_SCHOOL, status }, 'kindergarten')).toEqual(own)
    expect(answersOpenTo({ step: CONFIRMED_BY_SCHOOL, status }, 'school')).toEqual(other)
    expect(answersOpenTo({ step: CONFIRMED_BY_SCHOOL, status }, 'municipality')).toEqual([])
    expect(answersOpenTo({ step: stepAs(), status }, 'school')).toEqual([])
    expect(answersOpenTo({ step: SENSITIVE, status }, 'kindergarten')).toEqual(
      own.filter((answer) => answer !== 'not done'),
    )
  })

  it('law: every open answer changes what the line says', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        for (const side of SIDES) expect(answersOpenTo(line, side)).not.toContain(line.status)
      }),
    )
  })
})

describe('what a side can take back', () => {
  it.each<[string, string | null, string | null]>([
    ['', null, null],
    ['kindergarten started; kindergarten done', 'tick 2', null],
    ['kindergarten done; school confirmed', 'tick 1', 'tick 2'],
    ['kindergarten done; school disputed; kindergarten done', 'tick 3', null],
    ['kindergarten done; school confirmed; school withdraws 2', 'tick 1', null],
    ['kindergarten not relevant', 'tick 1', null],
  ])('after "%s": the kindergarten %s, the school %s', (story, kindergarten, school) => {
    const line = lineOf(CONFIRMED_BY_SCHOOL, MUNICIPAL_PAIR, told(story))
    expect(withdrawable(line, 'kindergarten')?.id ?? null).toBe(kindergarten)
    expect(withdrawable(line, 'school')?.id ?? null).toBe(school)
    expect(withdrawable(line, 'municipality')).toBeNull()
  })
})

describe('a reason', () => {
  it.each<[Answer, boolean]>([
    ['started', false],
    ['done', false],
    ['confirmed', false],
    ['not relevant', true],
    ['not done', true],
    ['disputed', true],
  ])('with "%s": %s', (answer, needed) => {
    expect(needsReason({ step: stepAs(), place: MUNICIPAL_PAIR }, answer)).toBe(needed)
  })

  it('is never asked for on a sensitive step', () => {
    expect(
      ANSWERS.filter((answer) => needsReason({ step: stepAs({ sensitive: true }), place: MUNICIPAL_PAIR }, answer)),
    ).toEqual([])
  })
})
