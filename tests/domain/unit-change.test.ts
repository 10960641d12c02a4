import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, instant, plusDays } from '#app/domain/calendar.ts'
import { problemsInNewUnit, type NewUnit } from '#app/domain/new-unit.ts'
import type { Problem } from '#app/domain/problem.ts'
import {
  firstDayFor,
  problemsInChanging,
  problemsInDay,
  problemsInOwner,
  type UnitChange,
  type UnitFacts,
} from '#app/domain/unit-change.ts'
import { historyOf } from '#app/domain/unit-change-history.ts'
import {
  closingAsText,
  closingIn,
  firstClosingDay,
  firstReopeningDay,
  problemsInClosing,
  problemsInReopening,
} from '#app/domain/unit-closing.ts'

const TODAY = day('2027-03-10')
const FJORDVIK = { id: 'fjordvik', name: 'Fjordvik kommune', ownership: 'municipal' } as const
const COMPANY = { id: 'company', name: 'Fjordvik Barnehager AS', ownership: 'private' } as const

function unitAs(changes: Partial<UnitFacts> = {}): UnitFacts {
  const facts = { id: 'bluebell', kind: 'kindergarten', name: 'Blåklokka barnehage', orgNumber: '974582465' } as const
  const none = { externalMunicipality: null, openedOn: null, closedOn: null, mergedInto: null }
  return { ...facts, owner: FJORDVIK, ...none, ...changes }
}

function changeAs(sequence: number, kind: UnitChange['kind'], from: string, before: string | null): UnitChange {
  const at = instant('2027-01-01T09:00:00Z')
  return { sequence, kind, from: day(from), before, reason: 'Vedtak', at, by: 'Rådgiver' }
}

const said = (problems: readonly Problem[]) => problems.map(({ field, message }) => `${field}: ${message}`)

describe('the day of a new name', () => {
  it.each([
    ['the day after the last cycle that is over', unitAs(), [], [2026, 2027], '2026-12-01'],
    ['any day where no cycle is over', unitAs(), [], [2027], null],
    ['the day it opened', unitAs({ openedOn: day('2027-02-01') }), [], [2026], '2027-02-01'],
    ['not the day it is to open', unitAs({ openedOn: day('2027-08-01') }), [], [2026], '2026-12-01'],
    ['the last new name', unitAs(), [changeAs(1, 'renamed', '2027-03-01', 'X')], [2026], '2027-03-01'],
    ['not the last new owner', unitAs(), [changeAs(1, 'new owner', '2027-03-01', 'X')], [2026], '2026-12-01'],
  ])('is at first %s', (_, unit, changes, years, first) => {
    expect(firstDayFor('renamed', unit, changes, years, TODAY)).toBe(first)
  })

  it.each([
    ['2027-03-10', []],
    ['2026-12-01', []],
    ['2026-11-30', ['from: changeTooEarly']],
    ['2027-03-11', ['from: changeAhead']],
  ])('%s is said: %s', (from, problems) => {
    expect(said(problemsInDay(day(from), day('2026-12-01'), TODAY))).toEqual(problems)
  })
})

it('a change is refused where somebody else made one meanwhile, and without a reason', () => {
  const changes = [changeAs(4, 'renamed', '2027-01-01', 'X')]
  const changing = { from: TODAY, reason: 'Vedtak', seen: 4 }
  expect(problemsInChanging(changing, changes, TODAY)).toEqual([])
  expect(said(problemsInChanging({ ...changing, seen: 0 }, changes, TODAY))).toEqual(['from: unitChangedMeanwhile'])
  expect(said(problemsInChanging({ ...changing, reason: '' }, changes, TODAY))).toEqual(['reason: reasonMissing'])
})

it.each([
  [{ id: 'company' }, []],
  [{ id: 'nobody' }, ['owner: ownerMissing']],
  [null, ['owner: ownerMissing']],
  [{ name: 'Nytt eierskap AS', ownership: 'private' as const }, []],
  [{ name: '', ownership: 'private' as const }, ['ownerName: nameMissing']],
  [{ name: 'fjordvik  barnehager as', ownership: 'private' as const }, []],
  [{ name: 'Fjordvik Barnehager AS', ownership: 'municipal' as const }, ['ownerName: ownerIsOther']],
])('an owner chosen as %o is said: %s', (chosen, problems) => {
  expect(said(problemsInOwner(chosen, [FJORDVIK, COMPANY], TODAY))).toEqual(problems)
})

describe('a unit written in', () => {
  const NEW: NewUnit = {
    kind: 'kindergarten',
    name: 'Linnea barnehage',
    orgNumber: null,
    owner: { id: 'company' },
    externalMunicipality: null,
    openedOn: TODAY,
  }
  const closed = unitAs({ id: 'old', name: 'Linnea barnehage', closedOn: day('2026-08-01'), orgNumber: '974725320' })
  it.each<[string, Partial<NewUnit>, UnitFacts[], string[]]>([
    ['new', {}, [unitAs()], []],
    ['with a number', { orgNumber: '974725320' }, [unitAs()], []],
    ['with a wrong number', { orgNumber: '974582466' }, [unitAs()], ['orgNumber: orgNumberWrong']],
    ['with a number that is taken', { orgNumber: '974582465' }, [unitAs()], ['orgNumber: orgNumberTaken']],
    ['with a name that is taken', { name: 'blåklokka  Barnehage' }, [unitAs()], ['name: nameTaken']],
    ['as a school of that name', { name: 'Blåklokka barnehage', kind: 'school' }, [unitAs()], []],
    ['as a neighbour of that name', { name: 'Blåklokka barnehage', externalMunicipality: 'Vik' }, [unitAs()], []],
    ['with the name of a closed one', {}, [closed], ['name: nameTaken']],
    ['with that name and its own number', { orgNumber: '974582465' }, [closed], []],
    ['without a name', { name: '' }, [], ['name: nameMissing']],
    ['with a birth number for a name', { name: '01012112345' }, [], ['name: elevenDigits']],
    [
      'with itself as neighbour',
      { externalMunicipality: 'fjordvik kommune' },
      [],
      ['externalMunicipality: ownMunicipality'],
    ],
    ['in a cycle that is over', { openedOn: day('2026-11-30') }, [], ['openedOn: openedInPastCycle']],
    ['too far ahead', { openedOn: day('2029-03-11') }, [], ['openedOn: dayTooFarAhead']],
  ])('%s is said: %s', (_, changes, units, problems) => {
    const known = { units, owners: [FJORDVIK, COMPANY], years: [2026, 2027], municipality: 'Fjordvik' }
    expect(said(problemsInNewUnit({ ...NEW, ...changes }, known, TODAY))).toEqual(problems)
  })
})

describe('closing', () => {
  it.each([
    ['2027-03-10', '2026-08-01'],
    ['2027-07-31', '2026-08-01'],
    ['2027-08-01', '2026-08-01'],
    ['2027-11-30', '2026-08-01'],
    ['2027-12-01', '2027-08-01'],
  ])('on %s can be from %s', (today, first) => {
    expect(firstClosingDay(day(today))).toBe(first)
  })

  const other = unitAs({ id: 'other', name: 'Multebær barnehage' })
  it.each<[string, Partial<UnitFacts>, string, string | null, Partial<UnitFacts>, string[]]>([
    ['today', {}, '2027-03-10', null, {}, []],
    ['ahead', {}, '2029-03-10', null, {}, []],
    ['too far ahead', {}, '2029-03-11', null, {}, ['from: dayTooFarAhead']],
    ['back', {}, '2026-08-01', null, {}, []],
    ['too far back', {}, '2026-07-31', null, {}, ['from: closingTooEarly']],
    ['before it opened', { openedOn: TODAY }, '2027-03-09', null, {}, ['from: closingBeforeOpening']],
    ['as it is', { closedOn: TODAY }, '2027-03-10', null, {}, ['from: closingTheSame']],
    ['with another day', { closedOn: TODAY }, '2027-03-11', null, {}, []],
    ['again after years', { closedOn: day('2025-08-01') }, '2027-03-10', null, {}, ['from: closedLongAgo']],
    ['into another', {}, '2027-03-10', 'other', {}, []],
    ['into itself', {}, '2027-03-10', 'bluebell', {}, ['into: mergedIntoItself']],
    ['into nothing', {}, '2027-03-10', 'nowhere', {}, ['into: successorMissing']],
    ['into a school', {}, '2027-03-10', 'other', { kind: 'school' }, ['into: successorMissing']],
    ['into one closed', {}, '2027-03-10', 'other', { closedOn: TODAY }, ['into: mergedIntoClosed']],
    ['into one that closes later', {}, '2027-03-10', 'other', { closedOn: day('2027-03-11') }, []],
    ['into one not opened', {}, '2027-03-10', 'other', { openedOn: day('2027-03-11') }, ['into: mergedIntoUnopened']],
    [
      'before another joins it',
      {},
      '2027-03-10',
      null,
      { closedOn: TODAY, mergedInto: 'bluebell' },
      ['from: closingBeforeMerger'],
    ],
    ['after another joined it', {}, '2027-03-11', null, { closedOn: TODAY, mergedInto: 'bluebell' }, []],
  ])('%s is said: %s', (_, unit, from, into, successor, problems) => {
    const closing = unitAs(unit)
    const units = [closing, { ...other, ...successor }]
    expect(said(problemsInClosing(closing, { from: day(from), into }, units, TODAY))).toEqual(problems)
  })

  it('never lets a unit carry on in itself, however it is said and in whichever order', () => {
    const ids = ['a', 'b', 'c', 'd']
    const anySaying = fc.record({
      unit: fc.constantFrom(...ids),
      into: fc.option(fc.constantFrom(...ids)),
      days: fc.integer({ min: -200, max: 700 }),
    })
    fc.assert(
      fc.property(fc.array(anySaying, { maxLength: 30 }), (sayings) => {
        let units = ids.map((id) => unitAs({ id, name: id, orgNumber: null }))
        for (const { unit: id, into, days } of sayings) {
          const from = plusDays(TODAY, days)
          const unit = units.find((each) => each.id === id)!
          if (problemsInClosing(unit, { from, into }, units, TODAY).length > 0) continue
          units = units.map((each) => (each.id === id ? { ...each, closedOn: from, mergedInto: into } : each))
        }
        for (const { id } of units) {
          let next = units.find((each) => each.id === id)!.mergedInto
          for (let hops = 0; next !== null && hops < ids.length; hops += 1) {
            expect(next).not.toBe(id)
            next = units.find((each) => each.id === next)!.mergedInto
          }
        }
      }),
    )
  })
})

describe('opening again', () => {
  it.each<[string, Partial<UnitFacts>, string, string[]]>([
    ['what is open', {}, '2027-03-10', ['from: unitIsOpen']],
    ['on the day it closed', { closedOn: day('2027-02-01') }, '2027-02-01', []],
    ['before it closed', { closedOn: day('2027-02-01') }, '2027-01-31', ['from: reopeningBeforeClosing']],
    ['what was to close', { closedOn: day('2027-08-01') }, '2027-03-10', []],
    ['ahead', { closedOn: day('2027-02-01') }, '2027-03-11', ['from: changeAhead']],
    ['in a cycle that is over', { closedOn: day('2026-08-01') }, '2026-11-30', ['from: openedInPastCycle']],
  ])('%s is said: %s', (_, unit, from, problems) => {
    expect(said(problemsInReopening(unitAs(unit), day(from), [2026, 2027], TODAY))).toEqual(problems)
  })

  it('can be from the day after the last cycle that is over', () => {
    expect(firstReopeningDay(unitAs({ closedOn: day('2025-08-01') }), [2026], TODAY)).toBe('2026-12-01')
  })
})

it('a closing is kept as text and read back', () => {
  expect(closingAsText(unitAs())).toBeNull()
  const closed = { closedOn: TODAY, mergedInto: 'other' }
  expect(closingIn(closingAsText(closed))).toEqual({ from: TODAY, into: 'other' })
  expect(closingIn(null)).toBeNull()
})

describe('the history', () => {
  const became = (unit: UnitFacts, ...changes: UnitChange[]) => historyOf(unit, changes).map(({ became }) => became)

  it('says of each name what came after it, the last first', () => {
    const history = became(
      unitAs({ name: 'C' }),
      changeAs(1, 'renamed', '2026-01-01', 'A'),
      changeAs(2, 'renamed', '2027-01-01', 'B'),
    )
    expect(history).toEqual([
      { kind: 'renamed', before: 'B', after: 'C' },
      { kind: 'renamed', before: 'A', after: 'B' },
    ])
  })

  it('tells a name that was mended of the same day from a new one', () => {
    const changes = [changeAs(1, 'renamed', '2027-01-01', 'A'), changeAs(2, 'renamed', '2027-01-01', 'B')]
    expect(historyOf(unitAs({ name: 'C' }), changes).map(({ corrects }) => corrects)).toEqual([true, false])
  })

  it('remembers whom a unit was first to be merged into', () => {
    const history = became(
      unitAs({ closedOn: day('2027-08-01'), mergedInto: 'second' }),
      changeAs(1, 'merged', '2027-06-01', null),
      changeAs(2, 'merged', '2027-08-01', closingAsText({ closedOn: day('2027-06-01'), mergedInto: 'first' })),
    )
    expect(history).toEqual([
      { kind: 'closed', into: 'second', cameTrue: true },
      { kind: 'closed', into: 'first', cameTrue: false },
    ])
  })

  it('tells a unit that opened again from one that did not close after all', () => {
    const closed = closingAsText({ closedOn: day('2027-02-01'), mergedInto: null })
    const changes = (from: string) => [changeAs(1, 'closed', '2027-02-01', null), changeAs(2, 'reopened', from, closed)]
    expect(became(unitAs(), ...changes('2027-03-01'))).toEqual([
      { kind: 'reopened', hadClosed: true },
      { kind: 'closed', into: null, cameTrue: true },
    ])
    expect(became(unitAs(), ...changes('2027-01-15'))).toContainEqual({ kind: 'closed', into: null, cameTrue: false })
    expect(became(unitAs(), ...changes('2027-01-15'))).toContainEqual({ kind: 'reopened', hadClosed: false })
  })

  it('there and back is two lines, not none', () => {
    const changes = [changeAs(1, 'renamed', '2027-01-01', 'A'), changeAs(2, 'renamed', '2027-02-01', 'B')]
    expect(became(unitAs({ name: 'A' }), ...changes)).toHaveLength(2)
  })

  it('any chain of names is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), (names) => {
        const changes = names.slice(0, -1).map((name, at) => changeAs(at + 1, 'renamed', `2027-01-0${at + 1}`, name))
        const lines = became(unitAs({ name: names.at(-1)! }), ...changes).toReversed()
        const told = lines.flatMap((line) => (line.kind === 'renamed' ? [[line.before, line.after]] : []))
        expect(told).toEqual(names.slice(0, -1).map((name, at) => [name, names[at + 1]]))
      }),
    )
  })
})
