import type { Database } from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { AREAS, ELEMENTS, VERSION } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'

let sqlite: Database

beforeEach(async () => {
  ;({ sqlite } = await world())
})

type Row = Record<string, string | number | null>

function insert(table: string, row: Row): void {
  const names = Object.keys(row)
  sqlite.prepare(`insert into ${table} (${names.join()}) values (${names.map((name) => `@${name}`).join()})`).run(row)
}

/** A row that is right, and what makes it wrong: each alone must be refused. */
function refuses(table: string, right: Row, wrong: readonly [what: string, change: Row][]): void {
  test.each(wrong)(`${table}: %s`, (_, change) => {
    expect(() => insert(table, { ...right, ...change })).toThrow(/constraint failed|cannot store/)
  })
  test(`${table}: the same row without it`, () => insert(table, right))
}

const at = '2027-03-10T11:00:00.000Z'
const owner = () => sqlite.prepare("select id from owner where ownership = 'private'").pluck().get() as string

describe('the municipality', () => {
  test('there is one', () => {
    expect(() => insert('municipality', { number: '9902', name: 'Vikabygd' })).toThrow('UNIQUE')
    expect(() => insert('municipality', { number: '9902', name: 'Vikabygd', only_one: 2 })).toThrow('CHECK')
  })
})

describe('people and units', () => {
  refuses('person', { id: 'p', name: 'Styrer', email: 'p@fjordvik.example', created_at: at }, [
    ['without a name', { name: '' }],
    ['address in capitals', { email: 'P@fjordvik.example' }],
    ['not an address', { email: 'fjordvik' }],
    ['address taken', { email: 'adviser@fjordvik.example' }],
  ])
  refuses('owner', { id: 'o', name: 'Ny eier', ownership: 'private' }, [
    ['neither municipal nor private', { ownership: 'county' }],
    ['a name that is taken', { name: 'Fjordvik kommune' }],
  ])

  describe('unit', () => {
    const right = { id: 'u', kind: 'school', name: 'Ny skole', org_number: '999888777' }
    test.each([
      ['a kind that is neither', { kind: 'nursery' }],
      ['eight digits', { org_number: '99988877' }],
      ['ten digits', { org_number: '9998887770' }],
      ['a first digit other than 8 and 9', { org_number: '123456789' }],
      ['letters', { org_number: '99988877x' }],
      ['a number that is taken', { org_number: '999000010' }],
      ['an owner nobody knows', { owner_id: 'nobody' }],
      ['a neighbour without a name', { external_municipality: '' }],
    ])('%s', (_, change) => {
      expect(() => insert('unit', { ...right, owner_id: owner(), ...change })).toThrow('constraint failed')
    })
    test('without a number at all', () => insert('unit', { ...right, owner_id: owner(), org_number: null }))
  })
})

describe('a seat', () => {
  const seat = { id: 's', person_id: PEOPLE.observer.id, started_at: at }
  test.each([
    ['director without a unit', { role: 'director' }],
    ['principal without a unit', { role: 'principal' }],
    ['deputy without a unit', { role: 'deputy' }],
    ['adviser at a unit', { role: 'adviser', unit_id: BLUEBELL }],
    ['observer at a unit', { role: 'observer', unit_id: BLUEBELL }],
    ['owner without an owner', { role: 'owner' }],
    ['owner at a unit', { role: 'owner', unit_id: BLUEBELL }],
    ['a role nobody has', { role: 'parent' }],
  ])('%s', (_, shape) => {
    expect(() => insert('seat', { ...seat, ...shape })).toThrow('CHECK')
  })
  test('director of an owner', () => {
    expect(() => insert('seat', { ...seat, role: 'director', unit_id: BLUEBELL, owner_id: owner() })).toThrow('CHECK')
  })
  test('adviser of an owner', () => {
    expect(() => insert('seat', { ...seat, role: 'adviser', owner_id: owner() })).toThrow('CHECK')
  })
  test('is taken once by the same person, and again when it has ended', () => {
    insert('seat', { ...seat, role: 'deputy', unit_id: SUNBEAM })
    expect(() => insert('seat', { ...seat, id: 'again', role: 'deputy', unit_id: SUNBEAM })).toThrow('UNIQUE')
    sqlite.exec(`update seat set ended_at = '${at}' where id = 's'`)
    insert('seat', { ...seat, id: 'again', role: 'deputy', unit_id: SUNBEAM })
  })
  test('of the municipality is taken once, too', () => {
    expect(() => insert('seat', { ...seat, role: 'observer' })).toThrow('UNIQUE')
  })
})

describe('the plan', () => {
  const draft = { id: 'draft', title: '{"nb":"Utkast"}', created_at: at }
  refuses('plan_version', draft, [
    ['a title that is not JSON', { title: 'Utkast' }],
    ['a title without bokmål', { title: '{"en":"Draft"}' }],
    ['a title with empty bokmål', { title: '{"nb":""}' }],
    ['a number without publication', { number: 2 }],
    ['publication without a number', { published_at: at }],
    ['a number that is taken', { number: 1, published_at: at }],
  ])

  test('one draft at a time', () => {
    insert('plan_version', draft)
    expect(() => insert('plan_version', { ...draft, id: 'second' })).toThrow('UNIQUE')
  })

  test.each([['valid_from_cycle'], ['adopted_by'], ['adopted_day'], ['change_note']])(
    'is not published without %s',
    (fact) => {
      insert('plan_version', draft)
      const facts: Row = {
        ...{ number: 2, published_at: at, valid_from_cycle: 2028 },
        ...{ adopted_by: 'Kommunestyret', adopted_day: '2027-02-02', change_note: 'Ny' },
      }
      const publish = sqlite.prepare(`update plan_version set ${Object.keys(facts)
        .map((name) => `${name} = @${name}`)
        .join()}
      where id = 'draft'`)
      expect(() => publish.run({ ...facts, [fact]: null })).toThrow('CHECK')
      if (fact === 'adopted_by' || fact === 'change_note') {
        expect(() => publish.run({ ...facts, [fact]: '' })).toThrow('CHECK')
      }
      if (fact === 'adopted_day') expect(() => publish.run({ ...facts, [fact]: '2027-02-30' })).toThrow('CHECK')
      publish.run(facts)
    },
  )

  describe('a step', () => {
    beforeEach(() => {
      insert('plan_version', draft)
      insert('routine', { id: 'r' })
      insert('step', { id: 's' })
      insert('routine_edition', { version_id: 'draft', routine_id: 'r', position: 0, title: '{"nb":"Rutine"}' })
    })
    const due = { due_kind: 'school start year', due_month: 5, due_day: 1, due_days: null }
    refuses(
      'step_edition',
      {
        ...{ version_id: 'draft', step_id: 's', routine_id: 'r', position: 0, title: '{"nb":"Steg"}', guidance: null },
        ...{ carried_out_by: 'principal', scope: 'pair', responsible: 'school', confirmed_by: 'kindergarten' },
        ...due,
        ...{ binding: 'plan', sensitive: 0, about_single_children: 0, meaning: 1 },
      },
      [
        ['sensitive and asked per pair: a group can be one child', { sensitive: 1 }],
        ['confirmed by the side that did it', { confirmed_by: 'school' }],
        ['asked nowhere', { scope: 'street' }],
        ['carried out by nobody known', { carried_out_by: 'headmaster' }],
        ['a title without bokmål', { title: '{"nn":"Steg"}' }],
        ['due in month 13', { due_month: 13 }],
        ['due on day 0', { due_day: 0 }],
        ['a month without a day', { due_day: null }],
        ['a day and a number of days', { due_days: 3 }],
        ['days without their number', { due_kind: 'days from first school day', due_month: null, due_day: null }],
        ['days with a month', { due_kind: 'days from first school day', due_days: 3 }],
        ['a binding that is neither', { binding: 'habit' }],
        ['a meaning of zero', { meaning: 0 }],
        ['text for a flag', { sensitive: 'no' }],
        ['a routine of another version', { routine_id: 'elsewhere' }],
      ],
    )
  })
})

describe("the year's work", () => {
  refuses('cycle', { year: 2028, version_id: VERSION, first_school_day: '2028-08-17', opened_at: at }, [
    ['a year that is taken', { year: 2027 }],
    ['a year out of reach', { year: 27 }],
    ['a first day that is none', { first_school_day: '2028-02-30' }],
    ['a first day in words', { first_school_day: 'i august' }],
  ])
  refuses(
    'participation',
    { cycle_year: 2027, unit_id: SUNBEAM, answer: 'partly', routine_ids: '[]', answered_at: at },
    [
      ['partly without routines', { routine_ids: null }],
      ['routines without partly', { answer: 'takes part' }],
      ['an answer that is none', { answer: 'maybe', routine_ids: null }],
      ['routines that are not JSON', { routine_ids: 'alle' }],
    ],
  )

  describe('a pair', () => {
    test('is formed once a cycle', () => {
      const copy = `insert into pair select 'again', cycle_year, kindergarten_id, school_id from pair where id = ?`
      expect(() => sqlite.prepare(copy).run(PAIRS.bluebellNes)).toThrow('UNIQUE')
    })
    test.each([-1, 1000, 'tre', 2.5])('does not have %j children', (children) => {
      const say = sqlite.prepare(
        "insert into group_number (pair_id, side, children, at, for_unit) values (?, 'school', ?, '2027-01-01', 0)",
      )
      expect(() => say.run(PAIRS.bluebellNes, children)).toThrow(/constraint failed|cannot store/)
      say.run(PAIRS.bluebellNes, 2)
    })
  })

  const tick = {
    ...{ id: 't', cycle_year: 2027, pair_id: PAIRS.bluebellNes, unit_id: null, side: 'school', answer: 'done' },
    ...{ done_day: '2027-03-09', reason: null, note: null, meaning: 1, version_number: 1, withdraws: null },
    ...{ person_id: PEOPLE.nesPrincipal.id, for_unit: 0, at },
  }
  describe('a tick', () => {
    const step = () => sqlite.prepare('select id from step limit 1').pluck().get() as string
    test.each([
      ['at a pair and a unit at once', { unit_id: BLUEBELL }],
      ['an answer that is none', { answer: 'almost' }],
      ['a day that is none', { done_day: '2027-02-29' }],
      ['a reason that says nothing', { reason: '' }],
      ['a note of 501 letters', { note: 'x'.repeat(501) }],
      ['withdrawn without saying what', { answer: 'withdrawn' }],
      ['withdrawing what is not there', { answer: 'withdrawn', withdraws: 'nothing' }],
      ['of a version that was never published', { version_number: 2 }],
      ['by nobody', { person_id: 'nobody' }],
      ['on no step', { step_id: 'none' }],
      ['in no cycle', { cycle_year: 2030, pair_id: null }],
    ])('%s', (_, change) => {
      expect(() => insert('tick', { ...tick, step_id: step(), ...change })).toThrow('constraint failed')
    })
    test('is withdrawn once', () => {
      insert('tick', { ...tick, step_id: step() })
      const withdrawal = { ...tick, step_id: step(), answer: 'withdrawn', withdraws: 't', done_day: null }
      insert('tick', { ...withdrawal, id: 'w1' })
      expect(() => insert('tick', { ...withdrawal, id: 'w2' })).toThrow('UNIQUE')
    })
  })
})

describe('the framework at a unit', () => {
  const by = { person_id: PEOPLE.bluebellDirector.id, for_unit: 0, at }
  const said = { cycle_year: 2027, unit_id: BLUEBELL, version_id: VERSION, ...by }
  refuses('framework_acknowledgement', said, [
    ['in no cycle', { cycle_year: 2030 }],
    ['of no unit', { unit_id: 'none' }],
    ['of a version that is none', { version_id: 'none' }],
    ['neither for the unit nor by it', { for_unit: 2 }],
  ])
  test('is acknowledged once per version', () => {
    insert('framework_acknowledgement', said)
    expect(() => insert('framework_acknowledgement', said)).toThrow('UNIQUE')
  })

  const addition = { id: 'a', unit_id: BLUEBELL, area_id: AREAS.play, words: 'Skogturer', ...by }
  refuses('local_addition', addition, [
    ['words that say nothing', { words: '' }],
    ['more than 200 letters', { words: 'x'.repeat(201) }],
    ['in no area', { area_id: 'none' }],
    ['of no unit', { unit_id: 'none' }],
    ['by nobody', { person_id: 'nobody' }],
  ])

  const mark = {
    ...{ id: 'm', cycle_year: 2027, unit_id: BLUEBELL, element_id: ELEMENTS.friend, addition_id: null },
    ...{ mark: 'planned', from_month: '2027-03', to_month: '2027-04', how: 'I samling', reason: null },
    ...{ meaning: 1, version_number: 1, ...by },
  }
  refuses('framework_mark', mark, [
    ['of an element and an addition at once', { addition_id: 'a' }],
    ['of neither', { element_id: null }],
    ['of an element that is none', { element_id: 'none' }],
    ['a mark that is none', { mark: 'almost' }],
    ['a month that is none', { from_month: '2027' }],
    ['only from', { to_month: null }],
    ['backwards', { to_month: '2027-02' }],
    ['a reason for what is planned', { reason: 'Fordi' }],
    ['not for us without a reason', { mark: 'not for us', from_month: null, to_month: null, how: null }],
    ['taken back with months', { mark: 'withdrawn', how: null }],
    ['how in 301 letters', { how: 'x'.repeat(301) }],
    ['of a version that was never published', { version_number: 2 }],
    ['by nobody', { person_id: 'nobody' }],
  ])
})

test('every table is strict', () => {
  const loose = sqlite
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0")
    .pluck()
    .all() as string[]
  expect(loose.filter((name) => !name.startsWith('sqlite_'))).toEqual([])
})

test('every foreign key points somewhere', () => {
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
  expect(() => sqlite.exec(`delete from person where id = '${PEOPLE.adviser.id}'`)).toThrow('FOREIGN KEY')
  expect(() => sqlite.exec(`delete from unit where id = '${BLUEBELL}'`)).toThrow('FOREIGN KEY')
  expect(() => sqlite.exec('delete from step')).toThrow('FOREIGN KEY')
})
