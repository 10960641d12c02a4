import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  concernTheSame,
  datesOfStep,
  isForPair,
  mayChange,
  suggestedDay,
  type AgreedDate,
} from '#app/domain/agreed-date.ts'
import {
  isMoved,
  problemsInAgreeing,
  problemsInCancelling,
  problemsInChanging,
  type Agreeing,
} from '#app/domain/agreeing.ts'
import { day, instant, plusDays } from '#app/domain/calendar.ts'
import { dayOff } from '#app/domain/days-off.ts'
import { spanOf } from '#app/domain/due-date.ts'
import type { PairPlace } from '#app/domain/place.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PEOPLE } from '#db/seed/fjordvik.ts'

const TODAY = day('2027-01-11')

const MEETING: Agreeing = {
  kind: 'meeting',
  title: null,
  stepId: null,
  on: day('2027-05-12'),
  from: '10:00',
  to: '12:00',
  venue: null,
  whoComes: null,
  sure: false,
}

const AGREED: AgreedDate = {
  ...{ kind: 'meeting', title: null, stepId: null, on: day('2027-05-12'), from: '10:00', to: '12:00' },
  ...{ venue: null, whoComes: null, id: 'a date', year: 2027, schoolId: FJORDVIK_SCHOOL, pairIds: ['a pair'] },
  ...{ reason: null, cancelled: false, changes: 0, movedFrom: null, at: instant('2027-01-04T08:00:00Z') },
  by: { personId: 'p', name: 'Rektor', forUnit: false },
}

const among = { year: 2027, steps: [], others: [] }

function problemsOf(changes: Partial<Agreeing>, others: AgreedDate[] = []) {
  return problemsInAgreeing({ ...MEETING, ...changes }, { ...among, others }, TODAY).map(
    ({ field, message }) => `${field}: ${message}`,
  )
}

describe('what keeps a date from being agreed', () => {
  it.each<[string, Partial<Agreeing>, string[]]>([
    ['nothing', {}, []],
    ['the last day of the cycle', { on: day('2027-11-30') }, []],
    ['a day after it', { on: day('2027-12-01') }, ['on: dateOutsideCycle']],
    ['a day before it', { on: day('2026-07-31') }, ['on: dateOutsideCycle']],
    ['a Saturday', { on: day('2027-05-15') }, ['on: dateOnWeekend']],
    ['Constitution Day', { on: day('2027-05-17') }, ['on: dateOnHoliday']],
    ['a Saturday that is meant', { on: day('2027-05-15'), sure: true }, []],
    ['an end without a start', { from: null }, ['from: dateStartMissing']],
    ['an end before the start', { from: '12:00', to: '10:00' }, ['to: dateEndsBeforeStart']],
    ['no time at all', { from: null, to: null }, ['on: ok']],
    ['something else without a name', { kind: 'other' }, ['title: dateTitleMissing']],
    ['a name that is too long', { title: 'x'.repeat(121) }, ['title: textTooLong']],
    ['a birth date among those who come', { whoComes: 'Født 3.5.2021' }, ['whoComes: birthDate']],
    ['an identity number as a place', { venue: '03052112345' }, ['venue: elevenDigits']],
    ['a step that is not asked there', { stepId: 'elsewhere' }, ['stepId: dateStepNotAsked']],
  ])('%s', (_, changes, expected) => {
    expect(problemsOf(changes)).toEqual(expected.filter((each) => each !== 'on: ok'))
  })

  it('the same once more, but not another thing, another time or one that was cancelled', () => {
    expect(problemsOf({}, [AGREED])).toEqual(['on: dateAgreedAlready'])
    expect(problemsOf({ kind: 'visit' }, [AGREED])).toEqual([])
    expect(problemsOf({ from: '09:00' }, [AGREED])).toEqual([])
    expect(problemsOf({}, [{ ...AGREED, cancelled: true }])).toEqual([])
  })

  it('that the cycle is over', () => {
    expect(problemsInAgreeing(MEETING, among, day('2027-12-01'))).toMatchObject([{ message: 'cycleOver' }])
    expect(problemsInCancelling(AGREED, { reason: 'x', seen: 0 }, day('2027-12-01'))).toMatchObject([
      { message: 'cycleOver' },
    ])
  })

  it('law: every working day of the cycle can be agreed on, and no day outside it', () => {
    const { from } = spanOf(2027)
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 900 }), (days) => {
        const on = plusDays(from, days)
        const inside = on >= from && on <= spanOf(2027).to
        expect(problemsOf({ on }).length === 0).toBe(inside && dayOff(on) === null)
      }),
    )
  })
})

describe('what keeps a date from being changed', () => {
  const changing = (changes: Partial<Agreeing>, said = {}) =>
    problemsInChanging(
      AGREED,
      { agreeing: { ...MEETING, ...changes }, pairIds: AGREED.pairIds, reason: null, seen: 0, ...said },
      { ...among, others: [AGREED] },
      TODAY,
    ).map(({ message }) => message)

  it.each<[string, Partial<Agreeing>, object, string[]]>([
    ['nothing', { venue: 'i gymsalen' }, {}, []],
    ['that nothing is another', {}, {}, ['dateUnchanged']],
    ['only whom it is for', {}, { pairIds: [] }, []],
    ['a move without a reason', { on: day('2027-05-13') }, {}, ['reasonMissing']],
    ['another time without a reason', { from: '09:00' }, {}, ['reasonMissing']],
    ['a reason about a child', { from: '09:00' }, { reason: 'Født 3.5.2021' }, ['birthDate']],
    ['a move with a reason', { on: day('2027-05-13') }, { reason: 'Tur' }, []],
    ['that it was changed meanwhile', { on: day('2027-05-13') }, { reason: 'Tur', seen: 1 }, ['changedMeanwhile']],
  ])('%s', (_, changes, said, expected) => {
    expect(changing(changes, said)).toEqual(expected)
  })

  it('a day off that it was on before is not doubted anew', () => {
    const saturday = { ...AGREED, on: day('2027-05-15') }
    const agreeing = { ...MEETING, on: saturday.on, venue: 'i gymsalen' }
    expect(
      problemsInChanging(saturday, { agreeing, pairIds: ['a pair'], reason: null, seen: 0 }, among, TODAY),
    ).toEqual([])
  })

  it('law: it is moved exactly where day or time is another', () => {
    expect(isMoved(AGREED, MEETING)).toBe(false)
    expect(isMoved(AGREED, { ...MEETING, to: null })).toBe(true)
    expect(isMoved(AGREED, { ...MEETING, venue: 'x', title: 'y' })).toBe(false)
  })
})

describe('whom a date is for', () => {
  const unit = { ownership: 'municipal', externalMunicipality: null, closedOn: null, participation: null } as const
  const pair = (id: string, kindergartenId: string, schoolId: string): PairPlace => ({
    kind: 'pair',
    id,
    kindergarten: { ...unit, id: kindergartenId, kind: 'kindergarten', name: 'B' },
    school: { ...unit, id: schoolId, kind: 'school', name: 'S' },
    children: 8,
  })
  const own = pair('a pair', BLUEBELL, FJORDVIK_SCHOOL)

  it('the pairs it names, or all of its school', () => {
    const all = { schoolId: FJORDVIK_SCHOOL, pairIds: [] }
    expect(isForPair(AGREED, own)).toBe(true)
    expect(isForPair(all, own)).toBe(true)
    expect(isForPair(all, pair('another', BLUEBELL, NES_SCHOOL))).toBe(false)
    expect(isForPair({ ...AGREED, pairIds: ['another'] }, own)).toBe(false)
  })

  it('law: two dates concern the same exactly where some pair has both', () => {
    const ids = fc.subarray(['a', 'b', 'c'])
    const schools = fc.constantFrom(FJORDVIK_SCHOOL, NES_SCHOOL)
    fc.assert(
      fc.property(ids, schools, ids, schools, (one, oneSchool, other, otherSchool) => {
        const dates = [
          { schoolId: oneSchool, pairIds: one },
          { schoolId: otherSchool, pairIds: other },
        ] as const
        const pairs = [FJORDVIK_SCHOOL, NES_SCHOOL].flatMap((school) =>
          ['a', 'b', 'c'].map((id) => pair(id, BLUEBELL, school)),
        )
        const both = pairs.some((each) => dates.every((date) => isForPair(date, each)))
        expect(concernTheSame(...dates)).toBe(both)
      }),
    )
  })

  it('is changed by both sides of a pair, for several by the school alone', () => {
    const several = { ...AGREED, pairIds: ['a pair', 'another'] }
    const { adviser, observer, bluebellDirector, fjordvikPrincipal, nesPrincipal, kindergartenOwner } = PEOPLE
    expect([adviser, bluebellDirector, fjordvikPrincipal].map((who) => mayChange(who, AGREED, [own]))).toEqual([
      true,
      true,
      true,
    ])
    expect([adviser, bluebellDirector, fjordvikPrincipal].map((who) => mayChange(who, several, [own]))).toEqual([
      true,
      false,
      true,
    ])
    expect(mayChange(bluebellDirector, { ...AGREED, pairIds: [] }, [own])).toBe(false)
    for (const who of [observer, nesPrincipal, kindergartenOwner]) expect(mayChange(who, AGREED, [own])).toBe(false)
    expect(mayChange('visitor', AGREED, [own])).toBe(false)
  })
})

describe('the dates of a step', () => {
  const first = { ...AGREED, id: 'first', stepId: 'step', on: day('2027-02-02') }
  const last = { ...AGREED, id: 'last', stepId: 'step', on: day('2027-03-02') }
  const cancelled = (date: AgreedDate) => ({ ...date, cancelled: true })

  it('are those that stand; a cancelled one where none does', () => {
    expect(datesOfStep([first, last, AGREED], 'step')).toEqual([first, last])
    expect(datesOfStep([cancelled(first), last], 'step')).toEqual([last])
    expect(datesOfStep([cancelled(first), cancelled(last)], 'step')).toEqual([cancelled(last)])
    expect(datesOfStep([AGREED], 'step')).toEqual([])
  })

  it.each([
    ['before the first', '2027-02-01', null],
    ['on the day itself', '2027-03-02', null],
    ['between the two', '2027-02-10', null],
    ['when all are over', '2027-03-03', '2027-03-02'],
  ])('suggest the day to tick: %s', (_, today, suggested) => {
    expect(suggestedDay([first, last], 'step', day(today))).toBe(suggested)
  })

  it('suggest nothing where they were cancelled, or for another step', () => {
    expect(suggestedDay([cancelled(first)], 'step', day('2027-05-01'))).toBeNull()
    expect(suggestedDay([first, cancelled(last)], 'step', day('2027-05-01'))).toBe('2027-02-02')
    expect(suggestedDay([first], 'another', day('2027-05-01'))).toBeNull()
  })
})
