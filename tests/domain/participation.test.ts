import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import { linesOf } from '#app/domain/checklist.ts'
import { FRAMEWORK } from '#app/domain/obligation.ts'
import {
  ANSWERED_AS,
  ANSWERS,
  answersAs,
  choosableRoutines,
  countParticipation,
  OWNER_TYPES,
  ownerTypeOf,
  participationByOwnerType,
  participationOf,
  problemsInAnswering,
  routinesAskedOf,
  unitsAmong,
  unitsAsked,
  whyNobodyAnswers,
  whyNotReminded,
  type Answering,
} from '#app/domain/participation.ts'
import { canAtUnit } from '#app/domain/permissions.ts'
import type { Participation, Unit } from '#app/domain/place.ts'
import { progressOf } from '#app/domain/progress.ts'
import { anyActor, anyDay, KINDERGARTENS, SCHOOLS } from './anything.ts'
import * as field from './field.ts'

const TODAY = day('2027-03-10')
const { BLUEBELL, TWINFLOWER, ACROSS_THE_FJORD, FREE_SCHOOL, FJORDVIK_SCHOOL } = field

const ownSteps = field.stepAs({ id: 'group', scope: 'kindergarten' })
const forms = field.stepAs({ id: 'forms', confirmedBy: 'school' })
const schoolsOnly = field.stepAs({ id: 'first day', scope: 'school', responsible: 'school' })
const meetingByLaw = field.stepAs({ id: 'meeting', binding: 'law', responsible: 'school', confirmedBy: 'kindergarten' })
const cycle = field.cycleOf(
  field.routineOf('frame', ownSteps),
  field.routineOf('cooperation', forms, meetingByLaw),
  field.routineOf('start', schoolsOnly),
  field.routineOf('law', field.stepAs({ id: 'law', binding: 'law', scope: 'kindergarten' })),
)

const answer = (answer: Answering['answer'], routineIds: string[] = [], reason: string | null = 'Vi venter') => {
  return { answer, routineIds, reason }
}

describe('who has to answer', () => {
  it.each([
    ['a private kindergarten', TWINFLOWER, 'private kindergartens'],
    ['a private school', FREE_SCHOOL, 'private schools'],
    ['a neighbour’s unit', ACROSS_THE_FJORD, 'units of neighbours'],
    ['a neighbour’s private unit', { ...ACROSS_THE_FJORD, ownership: 'private' as const }, 'units of neighbours'],
    ['a kindergarten of the municipality, which the plan binds', BLUEBELL, null],
    ['a school of the municipality', FJORDVIK_SCHOOL, null],
  ])('%s', (_, unit, type) => {
    expect(ownerTypeOf(unit)).toBe(type)
  })

  it('is each unit with a place, once', () => {
    const places = [
      field.atKindergarten(TWINFLOWER),
      field.pairOf(TWINFLOWER, FREE_SCHOOL),
      field.atSchool(FREE_SCHOOL, TWINFLOWER),
      field.pairOf(ACROSS_THE_FJORD, FREE_SCHOOL),
    ]
    expect(unitsAmong(places)).toEqual([TWINFLOWER, FREE_SCHOOL])
  })

  it.each([
    ['tomorrow', '2027-03-11', 'asked'],
    ['today', '2027-03-10', 'gone'],
    ['last autumn', '2026-10-01', 'gone'],
    ['after the cycle', '2028-02-01', 'asked'],
  ])('is a unit that closes %s without an answer: %s is %s', (_, closedOn, is) => {
    const unit = { ...TWINFLOWER, closedOn: day(closedOn) }
    expect(unitsAsked([unit], 2027, TODAY)).toEqual(is === 'asked' ? [unit] : [])
    const answered = field.answering(unit, { answer: 'takes part' })
    expect(unitsAsked([answered], 2027, TODAY)).toEqual([answered])
    expect(whyNobodyAnswers(answered, 2027, TODAY)).toEqual(
      is === 'asked' ? null : expect.objectContaining({ message: 'closedUnitAnswers' }),
    )
  })

  it('stays in the denominator of a past cycle when it closes later', () => {
    const unit = { ...TWINFLOWER, closedOn: day('2028-02-01') }
    expect(unitsAsked([unit], 2027, day('2029-01-01'))).toEqual([unit])
  })
})

describe('how many take part', () => {
  it('is counted by owner type, each with its own denominator', () => {
    const units = [
      field.answering(TWINFLOWER, { answer: 'takes part' }),
      field.answering({ ...TWINFLOWER, id: 'another' }, { answer: 'partly', routineIds: ['frame'] }),
      field.answering({ ...TWINFLOWER, id: 'third' }, null),
      field.answering(FREE_SCHOOL, { answer: 'does not take part' }),
    ]
    expect(participationByOwnerType(units)).toEqual({
      'private kindergartens': { takesPart: 1, partly: 1, doesNotTakePart: 0, notAnswered: 1, asked: 3 },
      'private schools': { takesPart: 0, partly: 0, doesNotTakePart: 1, notAnswered: 0, asked: 1 },
      'units of neighbours': { takesPart: 0, partly: 0, doesNotTakePart: 0, notAnswered: 0, asked: 0 },
    })
  })

  const anyAnswer = fc.constantFrom<(Participation | null)[]>(
    null,
    ...ANSWERS.map((given) => participationOf(answer(given, ['frame']))),
  )
  const anyUnit = fc
    .tuple(
      fc.constantFrom<Unit[]>(...KINDERGARTENS, ...SCHOOLS),
      anyAnswer,
      fc.option(anyDay, { nil: null }),
      fc.boolean(),
    )
    .map(([unit, given, closedOn, own]) => ({
      ...field.answering(unit, given),
      closedOn,
      externalMunicipality: own ? unit.externalMunicipality : 'Sundvik',
    }))

  it('law: the answers add up to the denominator, and the types to all that are asked', () => {
    fc.assert(
      fc.property(fc.array(anyUnit, { maxLength: 12 }), anyDay, (units, today) => {
        const asked = unitsAsked(units, 2027, today)
        const byType = participationByOwnerType(asked)
        for (const { asked, takesPart, partly, doesNotTakePart, notAnswered } of Object.values(byType)) {
          expect(takesPart + partly + doesNotTakePart + notAnswered).toBe(asked)
        }
        const sum = OWNER_TYPES.reduce((all, type) => all + byType[type].asked, 0)
        expect(sum).toBe(asked.length)
        expect(countParticipation(asked).asked).toBe(sum)
        expect(asked.filter((unit) => ownerTypeOf(unit) === null)).toEqual([])
      }),
    )
  })

  it('law: whoever can still answer is asked', () => {
    fc.assert(
      fc.property(anyUnit, anyDay, (unit, today) => {
        if (whyNobodyAnswers(unit, 2027, today) === null) expect(unitsAsked([unit], 2027, today)).toEqual([unit])
      }),
    )
  })
})

describe('the routines a unit can take part in', () => {
  const ids = (kind: Unit['kind']) => choosableRoutines(cycle.version, kind).map(({ routine }) => routine.id)

  it('are those with a step that only the plan asks of it, to answer or to confirm', () => {
    expect(ids('kindergarten')).toEqual(['frame', 'cooperation'])
    expect(ids('school')).toEqual(['cooperation', 'start'])
  })

  it('name the steps of the plan, and those of the law apart', () => {
    const asked = routinesAskedOf(cycle.version, 'kindergarten')
    expect(asked.map(({ plan, law }) => [plan.map(({ id }) => id), law.map(({ id }) => id)])).toEqual([
      [['group'], []],
      [['forms'], ['meeting']],
      [[], ['law']],
    ])
  })
})

describe('an answer', () => {
  it.each([
    ['takes part without a reason', answer('takes part', [], null), []],
    ['takes part with boxes left ticked', answer('takes part', ['nowhere'], null), []],
    ['partly', answer('partly', ['frame']), []],
    ['partly with all routines', answer('partly', ['frame', 'cooperation']), []],
    ['partly with none', answer('partly', []), ['routines routinesMissing']],
    ['partly without a reason', answer('partly', ['frame'], null), ['reason reasonMissing']],
    ['partly with neither', answer('partly', [], null), ['routines routinesMissing', 'reason reasonMissing']],
    ['a routine of another version', answer('partly', ['frame', 'old']), ['routines routineNotOffered']],
    ['a routine that asks the other side', answer('partly', ['start']), ['routines routineNotOffered']],
    ['a routine that is all law', answer('partly', ['law']), ['routines routineNotOffered']],
    ['no without a reason', answer('does not take part', [], null), ['reason reasonMissing']],
    ['no', answer('does not take part'), []],
    ['a reason about a child', answer('does not take part', [], 'Født 3.4.2021'), ['reason birthDate']],
    ['the same where no reason is needed', answer('takes part', [], '01020312345'), ['reason elevenDigits']],
    ['a reason too long', answer('does not take part', [], 'x'.repeat(301)), ['reason textTooLong']],
  ])('%s', (_, given, expected) => {
    const problems = problemsInAnswering(given, TWINFLOWER, cycle, TODAY)
    expect(problems.map(({ field, message }) => `${field} ${message}`)).toEqual(expected)
  })

  it('can choose the framework beside routines, where the plan has one', () => {
    const chosen = answer('partly', ['frame', FRAMEWORK])
    const element = { id: 'friend', kindergarten: { nb: 'En venn' }, school: { nb: 'Læreren vet' }, meaning: 1 }
    const framework = [{ id: 'belonging', title: { nb: 'Tilhørighet' }, elements: [element] }]
    const version = { ...cycle.version, framework }
    expect(problemsInAnswering(chosen, TWINFLOWER, { ...cycle, version }, TODAY)).toEqual([])
    expect(problemsInAnswering(chosen, TWINFLOWER, cycle, TODAY)).toMatchObject([{ message: 'routineNotOffered' }])
  })

  it.each([
    ['the last day of the cycle', TWINFLOWER, '2027-11-30', null],
    ['a cycle that is over', TWINFLOWER, '2027-12-01', 'cycleOver'],
    ['a cycle that was opened early', TWINFLOWER, '2026-06-01', null],
    ['a unit of the municipality', BLUEBELL, '2027-03-10', 'planBindsUnit'],
  ])('on or for %s', (_, unit, today, message) => {
    const problems = problemsInAnswering(answer('does not take part', [], null), unit, cycle, day(today))
    expect(problems[0]?.message).toBe(message ?? 'reasonMissing')
    if (message) expect(problems).toHaveLength(1)
  })

  it('keeps routines only where it is partly, each once', () => {
    expect(participationOf(answer('partly', ['frame', 'frame']))).toEqual({ answer: 'partly', routineIds: ['frame'] })
    expect(participationOf(answer('takes part', ['frame']))).toEqual({ answer: 'takes part' })
  })
})

describe('what an answer does to the lines', () => {
  const LATE = day('2027-11-30')
  const linesFor = (participation: Participation | null) => {
    const unit = field.answering(TWINFLOWER, participation)
    return [field.atKindergarten(unit), field.pairOf(unit, FJORDVIK_SCHOOL)].flatMap((place) =>
      linesOf(cycle, place, [], LATE),
    )
  }
  const obligations = (participation: Participation | null) =>
    Object.fromEntries(linesFor(participation).map(({ step, obligation }) => [step.id, obligation]))

  it('is agreement where it takes part, and invitation where it does not; the law binds all', () => {
    const law = { meeting: 'law', law: 'law' }
    const invited = { group: 'invitation', forms: 'invitation', ...law }
    expect(obligations(null)).toEqual(invited)
    expect(obligations({ answer: 'does not take part' })).toEqual(invited)
    expect(obligations({ answer: 'takes part' })).toEqual({ group: 'agreement', forms: 'agreement', ...law })
    const partly = { answer: 'partly', routineIds: ['frame'] } as const
    expect(obligations(partly)).toEqual({ group: 'agreement', forms: 'invitation', ...law })
  })

  it('moves steps between two denominators: none is lost, and an invitation is never overdue', () => {
    const before = progressOf(linesFor(null))
    const after = progressOf(linesFor({ answer: 'takes part' }))
    expect(before).toMatchObject({ obliged: { asked: 2 }, invited: { asked: 2 }, overdue: 2 })
    expect(after).toMatchObject({ obliged: { asked: 4 }, invited: { asked: 0 }, overdue: 4 })
  })
})

describe('as whom somebody answers', () => {
  it.each([
    ['its owner', field.seated(['owner', TWINFLOWER]), 'owner'],
    ['its director', field.seated(['director', TWINFLOWER]), 'leader'],
    ['a director who is an owner, too', field.seated(['director', TWINFLOWER], ['owner', TWINFLOWER]), 'owner'],
    ['an adviser', field.seated(['adviser']), 'adviser'],
    ['an adviser who is its director', field.seated(['adviser'], ['director', TWINFLOWER]), 'leader'],
    ['the owner of another', field.seated(['owner', ACROSS_THE_FJORD]), null],
    ['the director of another', field.seated(['director', BLUEBELL]), null],
    ['its deputy', field.seated(['deputy', TWINFLOWER]), null],
    ['an observer', field.seated(['observer']), null],
    ['a visitor', 'visitor' as const, null],
  ])('%s', (_, actor, as) => {
    expect(answersAs(actor, TWINFLOWER.id)).toBe(as)
  })

  it('law: it agrees with the table of rights', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...KINDERGARTENS, ...SCHOOLS), (actor, { id }) => {
        const as = answersAs(actor, id)
        expect(as !== null).toBe(canAtUnit(actor, 'answer about taking part', id))
        if (as !== null) expect(ANSWERED_AS).toContain(as)
      }),
    )
  })
})

describe('a reminder', () => {
  const at = (moment: string) => moment as Instant
  const why = (unit: Unit, last: Instant | null, today: LocalDate = TODAY) =>
    whyNotReminded(unit, 2027, last, today)?.message ?? null

  it.each([
    ['who never was', TWINFLOWER, null, null],
    ['who was yesterday', TWINFLOWER, at('2027-03-09T20:00:00.000Z'), null],
    ['who was earlier today', TWINFLOWER, at('2027-03-10T06:00:00.000Z'), 'remindedToday'],
    ['who was just after midnight in Norway', TWINFLOWER, at('2027-03-09T23:30:00.000Z'), 'remindedToday'],
    ['who has answered', field.answering(TWINFLOWER, { answer: 'does not take part' }), null, 'answeredAlready'],
    ['whom the plan binds', BLUEBELL, null, 'planBindsUnit'],
  ])('for one %s', (_, unit, last, expected) => {
    expect(why(unit, last)).toBe(expected)
  })

  it('law: at most once a day, and never when the cycle is over', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 5 }), (today, later) => {
        const noon = at(`${today}T11:00:00.000Z`)
        const on = plusDays(today, later)
        const over = on > '2027-11-30'
        expect(why(TWINFLOWER, noon, on)).toBe(over ? 'cycleOver' : later === 0 ? 'remindedToday' : null)
      }),
    )
  })
})
