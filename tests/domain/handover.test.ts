import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '#app/domain/calendar.ts'
import { leadershipOffered, readerOf } from '#app/domain/handover.ts'
import { furthestLastDay, problemsInLastDay, problemsInNote } from '#app/domain/leaving.ts'
import { can, type Person } from '#app/domain/permissions.ts'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'

const somebody = (more: Partial<Person>): Person => ({ id: 'somebody', name: 'Styrer', seats: [], ...more })
const offer = { id: 'offer', role: 'director', unitIds: ['bluebell'] } as const

describe('who reads a handover', () => {
  it('reads it as the unit, where the leader’s seat is offered', () => {
    const reader = readerOf(somebody({ offers: [offer] }), 'bluebell')
    expect(reader?.seats).toEqual([{ id: 'offer', role: 'director', unitIds: ['bluebell'] }])
    expect(reader && can(reader, 'read a checklist', THE_MUNICIPALITY)).toBe(false)
  })

  it('leaves the other seats of whoever is offered one outside', () => {
    const owner = { id: 'owner', role: 'owner', unitIds: ['sunbeam'] } as const
    const reader = readerOf(somebody({ seats: [owner], offers: [offer] }), 'bluebell')
    expect(reader?.seats.map(({ id }) => id)).toEqual(['offer'])
  })

  it('reads it also between the yes and the first day', () => {
    expect(readerOf(somebody({}), 'bluebell', [{ id: 'coming', role: 'principal' }])?.seats[0]?.unitIds).toEqual([
      'bluebell',
    ])
    expect(readerOf(somebody({}), 'bluebell', [{ id: 'coming', role: 'deputy' }])).toBe(null)
  })

  it.each([
    ['another unit', offer, 'sunbeam'],
    ['a deputy’s seat', { ...offer, role: 'deputy' }, 'bluebell'],
    ['an owner’s seat', { ...offer, role: 'owner' }, 'bluebell'],
  ] as const)('is nobody who is offered %s', (_, offered, unitId) => {
    const person = somebody({ offers: [offered] })
    expect(leadershipOffered(person, unitId)).toBe(null)
    expect(readerOf(person, unitId)).toBe(null)
  })
})

describe('a last day', () => {
  it('is today or at most a year ahead', () => {
    const days = fc.integer({ min: -800, max: 800 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), days, (start, ahead) => {
        const today = plusDays(day('2026-01-01'), start)
        const lastDay = plusDays(today, ahead)
        const fits = ahead >= 0 && lastDay <= furthestLastDay(today)
        expect(problemsInLastDay(lastDay, today).length === 0).toBe(fits)
      }),
    )
  })

  it.each([
    ['2027-03-10', '2028-03-10'],
    ['2028-02-29', '2029-02-28'],
    ['2026-12-31', '2027-12-31'],
  ])('said on %s reaches to %s', (today, furthest) => {
    expect(furthestLastDay(day(today))).toBe(furthest)
  })
})

describe('a note to the next', () => {
  it.each([
    ['x'.repeat(2000), []],
    ['x'.repeat(2001), ['textTooLong']],
    ['Ring Nes skole i god tid, helst før 15.01.2027.', []],
    ['Hun er født 3. mai 2021.', ['birthDate']],
    ['12032112345', ['elevenDigits']],
  ])('%# is weighed', (words, messages) => {
    expect(problemsInNote(words, day('2027-03-10')).map(({ message }) => message)).toEqual(messages)
  })
})
