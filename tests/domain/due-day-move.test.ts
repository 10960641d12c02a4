import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, instant } from '#app/domain/calendar.ts'
import { linesOf, stepsAskedAt, type Cycle } from '#app/domain/checklist.ts'
import { lastMove, movedDay, schoolMovedBy, type DueDayMove } from '#app/domain/due-day-move.ts'
import { problemsInMoving, type Moving } from '#app/domain/due-day-moving.ts'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'
import { anyDay, anyPlace, SCHOOLS } from './anything.ts'
import {
  atSchool,
  BLUEBELL,
  CLOUDBERRY,
  cycleOf,
  FJORDVIK_SCHOOL,
  HILL_SCHOOL,
  pairOf,
  routineOf,
  seated,
  stepAs,
} from './field.ts'

const RULE = day('2027-03-15')
const AT = instant('2027-02-01T08:00:00.000Z')
const TODAY = day('2027-02-10')

function moveTo(to: string | null, school: string | null = null, stepId = 'meeting'): DueDayMove {
  const reason = school ? 'Skolens planleggingsdag' : 'Helligdag'
  return { stepId, schoolId: school, to: to === null ? null : day(to), reason, at: AT, by: 'Rådgiver' }
}

const FJORDVIK = FJORDVIK_SCHOOL.id

describe('the due day of a step', () => {
  it.each([
    ['nobody moved it', [], '2027-03-15', null],
    ['moved for all', [moveTo('2027-03-17')], '2027-03-17', { from: '2027-03-15', by: 'municipality' }],
    ['the last one counts', [moveTo('2027-03-17'), moveTo('2027-03-01')], '2027-03-01', { from: '2027-03-15' }],
    ['taken back', [moveTo('2027-03-17'), moveTo(null)], '2027-03-15', null],
    ['by the school', [moveTo('2027-03-18', FJORDVIK)], '2027-03-18', { from: '2027-03-15', by: 'school' }],
    [
      'for all after the school’s own',
      [moveTo('2027-03-18', FJORDVIK), moveTo('2027-03-10')],
      '2027-03-18',
      { from: '2027-03-10', by: 'school', reason: 'Skolens planleggingsdag' },
    ],
    [
      'the school’s own taken back',
      [moveTo('2027-03-10'), moveTo('2027-03-18', FJORDVIK), moveTo(null, FJORDVIK)],
      '2027-03-10',
      { from: '2027-03-15', by: 'municipality', reason: 'Helligdag' },
    ],
    [
      'for all to the day the school had chosen',
      [moveTo('2027-03-18', FJORDVIK), moveTo('2027-03-18')],
      '2027-03-18',
      { by: 'municipality' },
    ],
    ['another step', [moveTo('2027-03-18', null, 'another')], '2027-03-15', null],
    ['another school', [moveTo('2027-03-18', HILL_SCHOOL.id)], '2027-03-15', null],
  ] as const)('%s', (_, moves, due, moved) => {
    const found = movedDay(RULE, 'meeting', moves, FJORDVIK)
    expect(found.due).toBe(due)
    if (moved === null) expect(found.moved).toBeNull()
    else expect(found.moved).toMatchObject(moved)
  })

  it('is the common one where no school is asked for, whatever schools have moved', () => {
    const moves = [moveTo('2027-03-18', FJORDVIK)]
    expect(movedDay(RULE, 'meeting', moves, null)).toEqual({ due: RULE, moved: null })
    expect(lastMove('meeting', moves, null)).toBeUndefined()
    expect(lastMove('meeting', moves, FJORDVIK)).toBe(moves[0])
  })
})

describe('a line', () => {
  const early = stepAs({ id: 'early', due: { kind: 'school start year', month: 2, day: 1 } })
  const ofSchool = stepAs({ id: 'of school', scope: 'school', responsible: 'school' })
  const cycle = cycleOf(routineOf('cooperation', early, stepAs(), ofSchool))
  const withMoves = (...moves: DueDayMove[]): Cycle => ({ ...cycle, moves })
  const asked = (all: Cycle, school = FJORDVIK_SCHOOL) =>
    linesOf(all, pairOf(BLUEBELL, school), [], TODAY).map(({ step, due, season, timing }) => {
      return [step.id, due, season, timing]
    })

  it('has the moved day with its place in the order, its season and its timing', () => {
    expect(asked(cycle)).toEqual([
      ['early', '2027-02-01', 'spring', 'overdue'],
      ['meeting', '2027-03-15', 'spring', 'upcoming'],
    ])
    expect(asked(withMoves(moveTo('2026-12-20'), moveTo('2027-02-20', null, 'early')))).toEqual([
      ['meeting', '2026-12-20', 'autumn', 'overdue'],
      ['early', '2027-02-20', 'spring', 'due soon'],
    ])
  })

  it('at a pair has what its school moved; at the school itself only what was moved for all', () => {
    const all = withMoves(moveTo('2027-09-01', FJORDVIK), moveTo('2027-04-01', FJORDVIK, 'of school'))
    expect(asked(all)[1]).toEqual(['meeting', '2027-09-01', 'school start', 'upcoming'])
    expect(asked(all, HILL_SCHOOL)).toEqual(asked(cycle, HILL_SCHOOL))
    const [line] = linesOf(all, atSchool(FJORDVIK_SCHOOL, BLUEBELL), [], TODAY)
    expect(line).toMatchObject({ due: '2027-03-15', moved: null })
  })

  it('shares its list of steps with every school that moved nothing itself', () => {
    const all = withMoves(moveTo('2027-09-01', FJORDVIK))
    expect(stepsAskedAt(all, 'pair', HILL_SCHOOL.id)).toBe(stepsAskedAt(all, 'pair'))
    expect(stepsAskedAt(all, 'pair', FJORDVIK)).not.toBe(stepsAskedAt(all, 'pair'))
    expect(stepsAskedAt(all, 'pair', FJORDVIK)).toBe(stepsAskedAt(all, 'pair', FJORDVIK))
  })
})

const schoolIds = SCHOOLS.map(({ id }) => id)
const anyMove: fc.Arbitrary<DueDayMove> = fc.record({
  stepId: fc.constantFrom('meeting', 'another'),
  schoolId: fc.constantFrom(null, ...schoolIds),
  to: fc.option(anyDay),
  reason: fc.constant('Flyttet'),
  at: fc.constant(AT),
  by: fc.constant('Rådgiver'),
})
const anyMoves = fc.array(anyMove, { maxLength: 8 })

describe('laws of moves', () => {
  const steps = (['municipality', 'kindergarten', 'school', 'pair'] as const).flatMap((scope) =>
    ['meeting', 'another'].map((id) => stepAs({ id, scope, responsible: scope === 'pair' ? 'school' : scope })),
  )
  const cycleWith = (moves: readonly DueDayMove[]) => ({ ...cycleOf(routineOf('cooperation', ...steps)), moves })

  it('without moves every due day is the rule’s', () => {
    fc.assert(
      fc.property(anyPlace, anyDay, (place, today) => {
        for (const line of linesOf(cycleWith([]), place, [], today)) {
          expect(line).toMatchObject({ due: RULE, moved: null })
        }
      }),
    )
  })

  it('a first move that is taken back leaves everything as it was', () => {
    fc.assert(
      fc.property(anyMoves, anyMove, anyPlace, anyDay, (others, move, place, today) => {
        const before = others.filter(({ stepId, schoolId }) => stepId !== move.stepId || schoolId !== move.schoolId)
        const after = [...before, move, { ...move, to: null }]
        expect(linesOf(cycleWith(after), place, [], today)).toEqual(linesOf(cycleWith(before), place, [], today))
      }),
    )
  })

  it('a school’s move touches the pairs of that school and nothing else', () => {
    fc.assert(
      fc.property(anyMoves, anyMove, fc.constantFrom(...schoolIds), anyPlace, (before, move, schoolId, place) => {
        fc.pre(place.kind !== 'pair' || place.school.id !== schoolId)
        const after = [...before, { ...move, schoolId }]
        expect(linesOf(cycleWith(after), place, [], TODAY)).toEqual(linesOf(cycleWith(before), place, [], TODAY))
      }),
    )
  })

  it('a move for all never changes the day of a school that has its own', () => {
    fc.assert(
      fc.property(anyMoves, anyDay, anyMove, fc.constantFrom(...schoolIds), (before, to, move, schoolId) => {
        const own = [...before, { ...moveTo(null, schoolId), to }]
        const then = [...own, { ...move, stepId: 'meeting', schoolId: null }]
        expect(movedDay(RULE, 'meeting', then, schoolId).due).toBe(to)
      }),
    )
  })

  it('moved says truly from which day, and is there exactly where the day differs from that', () => {
    fc.assert(
      fc.property(anyMoves, fc.constantFrom(null, ...schoolIds), (moves, schoolId) => {
        const { due, moved } = movedDay(RULE, 'meeting', moves, schoolId)
        if (moved === null) expect(due).toBe(RULE)
        else expect(moved.from).not.toBe(due)
      }),
    )
  })
})

describe('who moves the days of a school’s pairs', () => {
  const place = atSchool(FJORDVIK_SCHOOL, BLUEBELL)
  it.each([
    ['the principal', seated(['principal', FJORDVIK_SCHOOL]), true],
    ['the deputy', seated(['deputy', FJORDVIK_SCHOOL]), true],
    ['a principal of another school', seated(['principal', HILL_SCHOOL]), false],
    ['a deputy of a kindergarten that sends children', seated(['deputy', BLUEBELL]), false],
    ['its director', seated(['director', BLUEBELL]), false],
    ['a deputy there who is a principal elsewhere', seated(['deputy', CLOUDBERRY], ['principal', HILL_SCHOOL]), false],
    ['an adviser', seated(['adviser']), false],
    ['an observer', seated(['observer']), false],
    ['a visitor', 'visitor' as const, false],
  ])('%s', (_, actor, may) => {
    expect(schoolMovedBy(actor, place)).toBe(may ? FJORDVIK_SCHOOL : null)
  })

  it('has to be at a school', () => {
    const principal = seated(['principal', FJORDVIK_SCHOOL])
    expect(schoolMovedBy(principal, pairOf(BLUEBELL, FJORDVIK_SCHOOL))).toBeNull()
    expect(schoolMovedBy(principal, THE_MUNICIPALITY)).toBeNull()
  })
})

describe('what keeps a day from being moved', () => {
  const cycle = cycleOf(routineOf('cooperation', stepAs()))
  const moving: Moving = {
    ...{ step: stepAs(), schoolId: null, to: day('2027-03-17'), seen: RULE },
    reason: 'Planleggingsdag',
  }
  const fields = (changes: Partial<Moving>, moves: DueDayMove[] = []) =>
    problemsInMoving({ ...cycle, moves }, { ...moving, ...changes }, TODAY).map(({ field, message }) => [
      field,
      message,
    ])

  it.each([
    ['nothing', {}, []],
    ['the first day of the cycle', { to: day('2026-08-01') }, []],
    ['the last day of the cycle', { to: day('2027-11-30') }, []],
    ['the day before it', { to: day('2026-07-31') }, [['to', 'dueDayOutsideCycle']]],
    ['the day after it', { to: day('2027-12-01') }, [['to', 'dueDayOutsideCycle']]],
    ['the same day', { to: RULE }, [['to', 'dueDayTheSame']]],
    ['a day moved meanwhile', { seen: day('2027-03-14') }, [['to', 'dueDayMovedMeanwhile']]],
    ['nothing to take back', { to: null }, [['to', 'nothingToTakeBack']]],
    ['no reason', { reason: '' }, [['reason', 'moveReasonMissing']]],
    ['a long reason', { reason: 'a'.repeat(301) }, [['reason', 'textTooLong']]],
    ['the longest reason', { reason: 'a'.repeat(300) }, []],
    ['a reason about a child', { reason: 'For barnet født 3.4.2021' }, [['reason', 'birthDate']]],
  ] as const)('%s', (_, changes, problems) => {
    expect(fields(changes)).toEqual(problems)
  })

  it.each([
    ['2027-11-30', []],
    ['2027-12-01', [['to', 'cycleOver']]],
  ] as const)('on %s is that the cycle is over', (today, problems) => {
    const moved = { ...cycle, moves: [moveTo('2027-03-20')] }
    const back = { ...moving, to: null, seen: day('2027-03-20') }
    for (const [at, said] of [
      [cycle, moving],
      [moved, back],
    ] as const) {
      const found = problemsInMoving(at, said, day(today)).map(({ field, message }) => [field, message])
      expect(found).toEqual(problems)
    }
  })

  it('is weighed against the day of the same scope', () => {
    const own = [moveTo('2027-03-20', FJORDVIK)]
    expect(fields({}, own)).toEqual([])
    expect(fields({ schoolId: FJORDVIK }, own)).toEqual([['to', 'dueDayMovedMeanwhile']])
    expect(fields({ schoolId: FJORDVIK, to: null, seen: day('2027-03-20') }, own)).toEqual([])
    expect(fields({ to: null }, own)).toEqual([['to', 'nothingToTakeBack']])
    const back = [...own, moveTo(null, FJORDVIK)]
    expect(fields({ schoolId: FJORDVIK, to: null }, back)).toEqual([['to', 'nothingToTakeBack']])
  })
})
