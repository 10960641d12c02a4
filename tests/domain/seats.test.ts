import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { anonymousFrom, problemsInMonths } from '#app/domain/anonymity.ts'
import { day, momentInOslo, plusDays, type LocalDate } from '#app/domain/calendar.ts'
import { ROLES, type Person, type Role } from '#app/domain/permissions.ts'
import {
  fitsUnit,
  leavesAnAdviser,
  mayEnd,
  mayOffer,
  problemsInPeriod,
  seatState,
  sitsAt,
  staffingOf,
  stands,
  type SeatRecord,
  type SeatState,
} from '#app/domain/seats.ts'

const TODAY = day('2027-03-10')
const YESTERDAY = plusDays(TODAY, -1)
const TOMORROW = plusDays(TODAY, 1)
const NOON = momentInOslo(TODAY, '12:00')

function seat(given: Partial<SeatRecord> = {}): SeatRecord {
  return {
    id: 'a seat',
    personId: 'a person',
    role: 'director',
    unitId: 'bluebell',
    ownerId: null,
    acceptedAt: NOON,
    endedAt: null,
    endedBy: null,
    from: null,
    to: null,
    may: null,
    ...given,
  }
}

describe('how a seat stands', () => {
  const cases: [SeatState, Partial<SeatRecord>][] = [
    ['offered', { acceptedAt: null }],
    ['offered', { acceptedAt: null, from: TOMORROW }],
    ['offered', { acceptedAt: null, to: TODAY }],
    ['over', { acceptedAt: null, to: YESTERDAY }],
    ['holds', {}],
    ['holds', { from: TODAY, to: TODAY }],
    ['will hold', { from: TOMORROW }],
    ['over', { to: YESTERDAY }],
    ['ended', { endedAt: NOON, endedBy: 'a person' }],
    ['ended', { endedAt: NOON, to: YESTERDAY }],
    ['declined', { acceptedAt: null, endedAt: NOON, endedBy: 'a person' }],
    ['withdrawn', { acceptedAt: null, endedAt: NOON, endedBy: 'an adviser' }],
    ['withdrawn', { acceptedAt: null, endedAt: NOON }],
  ]
  test.each(cases)('%s: %o', (state, given) => {
    expect(seatState(seat(given), TODAY)).toBe(state)
  })
})

const anySeatDay = fc.option(
  fc.integer({ min: -20, max: 20 }).map((days) => plusDays(TODAY, days)),
  { nil: null },
)
const anySeat: fc.Arbitrary<SeatRecord> = fc
  .record({
    id: fc.uuid(),
    personId: fc.constantFrom('a', 'b', 'c'),
    role: fc.constantFrom<Role>('director', 'deputy'),
    acceptedAt: fc.option(fc.constant(NOON), { nil: null }),
    endedAt: fc.option(fc.constant(NOON), { nil: null, freq: 4 }),
    from: anySeatDay,
    to: anySeatDay,
  })
  .map((given) => seat(given))

test('a seat that was over or has ended never comes back by waiting', () => {
  fc.assert(
    fc.property(anySeat, fc.integer({ min: 0, max: 40 }), (one, days) => {
      if (stands(one, TODAY)) return
      expect(stands(one, plusDays(TODAY, days))).toBe(false)
    }),
  )
})

describe('who may offer and end', () => {
  const holding = (role: Role, ...unitIds: string[]): Person => ({
    id: role,
    name: role,
    seats: [{ id: `seat of ${role}`, role, unitIds }],
  })

  it('an adviser offers any role; a leader that of a deputy at the own unit; nobody else anything', () => {
    for (const role of ROLES) {
      expect(mayOffer(holding('adviser'), role, 'bluebell')).toBe(true)
      for (const leader of ['director', 'principal'] as const) {
        expect(mayOffer(holding(leader, 'bluebell'), role, 'bluebell')).toBe(role === 'deputy')
        expect(mayOffer(holding(leader, 'bluebell'), role, 'nes')).toBe(false)
        expect(mayOffer(holding(leader, 'bluebell'), role, null)).toBe(false)
      }
      for (const other of ['observer', 'deputy', 'owner'] as const) {
        expect(mayOffer(holding(other, 'bluebell'), role, 'bluebell')).toBe(false)
      }
      expect(mayOffer('visitor', role, 'bluebell')).toBe(false)
    }
  })

  it('everybody ends an own seat, and one they could offer', () => {
    const director = holding('director', 'bluebell')
    expect(mayEnd(director, seat({ personId: 'director' }))).toBe(true)
    expect(mayEnd(director, seat({ role: 'deputy' }))).toBe(true)
    expect(mayEnd(director, seat({ role: 'deputy', unitId: 'nes' }))).toBe(false)
    expect(mayEnd(director, seat())).toBe(false)
    expect(mayEnd(holding('adviser'), seat())).toBe(true)
    expect(mayEnd(holding('owner', 'bluebell'), seat())).toBe(false)
  })

  it('a role sits where it belongs', () => {
    expect(ROLES.filter((role) => sitsAt(role) === 'unit')).toEqual(['director', 'principal', 'deputy'])
    expect(ROLES.filter((role) => fitsUnit(role, 'kindergarten'))).toEqual(['director', 'deputy'])
    expect(ROLES.filter((role) => fitsUnit(role, 'school'))).toEqual(['principal', 'deputy'])
  })
})

describe('how a unit is staffed', () => {
  const deputy = { role: 'deputy', personId: 'another' } as const
  const cases: [string, Partial<SeatRecord>[], { people: number; vacantFrom: LocalDate | null }][] = [
    ['nobody', [], { people: 0, vacantFrom: TODAY }],
    ['a leader', [{}], { people: 1, vacantFrom: null }],
    ['a leader and a deputy', [{}, deputy], { people: 2, vacantFrom: null }],
    ['one person twice', [{}, { role: 'deputy' }], { people: 1, vacantFrom: null }],
    ['a deputy alone', [deputy], { people: 1, vacantFrom: TODAY }],
    ['only an offer', [{ acceptedAt: null }], { people: 0, vacantFrom: TODAY }],
    ['a leader who leaves', [{ to: TODAY }], { people: 1, vacantFrom: TOMORROW }],
    ['a leader who left', [{ to: YESTERDAY }], { people: 0, vacantFrom: TODAY }],
    ['a leader whose seat was ended', [{ endedAt: NOON }], { people: 0, vacantFrom: TODAY }],
    ['one after the other', [{ to: TODAY }, { id: 'next', from: TOMORROW }], { people: 1, vacantFrom: null }],
    ['a deputy who begins tomorrow', [{}, { ...deputy, from: TOMORROW }], { people: 1, vacantFrom: null }],
  ]
  test.each(cases)('%s', (_, seats, expected) => {
    expect(staffingOf(seats.map(seat), TODAY)).toMatchObject(expected)
  })

  it('knows that somebody is offered to lead', () => {
    expect(staffingOf([seat({ acceptedAt: null })], TODAY).leaderOffered).toBe(true)
    expect(staffingOf([seat({ acceptedAt: null, role: 'deputy' })], TODAY).leaderOffered).toBe(false)
  })

  it('is vacant on the day it says, and led on every day before', () => {
    const isLed = (seats: readonly SeatRecord[], on: LocalDate) =>
      seats.some((one) => one.role === 'director' && seatState(one, on) === 'holds')
    fc.assert(
      fc.property(fc.array(anySeat, { maxLength: 5 }), (seats) => {
        const { vacantFrom } = staffingOf(seats, TODAY)
        for (let days = 0; days < 60; days += 1) {
          const on = plusDays(TODAY, days)
          if (vacantFrom === null || on < vacantFrom) expect(isLed(seats, on)).toBe(true)
          if (on === vacantFrom) expect(isLed(seats, on)).toBe(false)
        }
      }),
    )
  })
})

test('the last adviser stays: an offer, or one who begins later, is no adviser yet', () => {
  const adviser = (id: string, given: Partial<SeatRecord> = {}) => seat({ id, role: 'adviser', unitId: null, ...given })
  const first = adviser('first')
  expect(leavesAnAdviser([first], [first], TODAY)).toBe(false)
  expect(leavesAnAdviser([first, adviser('second', { acceptedAt: null })], [first], TODAY)).toBe(false)
  expect(leavesAnAdviser([first, adviser('second', { from: TOMORROW })], [first], TODAY)).toBe(false)
  expect(leavesAnAdviser([first, adviser('second', { endedAt: NOON })], [first], TODAY)).toBe(false)
  expect(leavesAnAdviser([first, adviser('second', { to: TOMORROW })], [first], TODAY)).toBe(false)
  expect(leavesAnAdviser([first, adviser('second')], [first], TODAY)).toBe(true)
  expect(leavesAnAdviser([first, seat({ id: 'a director' })], [first], TODAY)).toBe(false)
})

describe('the days of a deputy', () => {
  const cases: [string, LocalDate, LocalDate, string | null][] = [
    ['one day', TODAY, TODAY, null],
    ['two years', TODAY, day('2029-03-09'), null],
    ['a day too long', TODAY, day('2029-03-11'), 'seat.periodTooLong'],
    ['reversed', TOMORROW, TODAY, 'seat.periodReversed'],
    ['begun before', YESTERDAY, TODAY, null],
    ['over', plusDays(TODAY, -9), YESTERDAY, 'seat.periodOver'],
    ['two years ahead', day('2029-03-10'), day('2029-06-10'), 'seat.periodTooFarAhead'],
  ]
  test.each(cases)('%s', (_, from, to, message) => {
    expect(problemsInPeriod({ from, to }, TODAY).map((problem) => problem.message)).toEqual(message ? [message] : [])
  })
})

describe('taking a name out of the history', () => {
  it('is possible so many months after the day in Norway', () => {
    expect(anonymousFrom(momentInOslo(day('2027-03-10'), '00:30'), 24)).toBe('2029-03-10')
    expect(anonymousFrom(momentInOslo(day('2027-08-31'), '12:00'), 6)).toBe('2028-02-29')
  })

  it('waits two months at least, and ten years at most', () => {
    for (const months of [2, 24, 120]) expect(problemsInMonths(months)).toEqual([])
    for (const months of [1, 0, -3, 121, 2.5, Number.NaN]) expect(problemsInMonths(months)).toHaveLength(1)
  })
})
