import type { Database } from 'better-sqlite3'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { day, instant } from '#app/domain/calendar.ts'
import { datesIn, insertAgreedDate, listAgreedDates, listEarlierPairs } from '#db/queries/agreed-dates.ts'
import { findCalendarPerson, listPairEndings } from '#db/queries/calendar-links.ts'
import { findPlaceWithDates } from '#db/queries/places.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
let sqlite: Database
beforeEach(async () => {
  fjordvik = await world()
  sqlite = fjordvik.sqlite
})

type Row = Record<string, string | number | null>

function insert(table: string, row: Row): void {
  const names = Object.keys(row)
  sqlite.prepare(`insert into ${table} (${names.join()}) values (${names.map((name) => `@${name}`).join()})`).run(row)
}

const at = '2027-01-11T11:00:00.000Z'
const DATE: Row = {
  ...{ id: 'd', cycle_year: 2027, school_id: FJORDVIK_SCHOOL, kind: 'visit', title: null, step_id: null },
  ...{ on_day: '2027-05-12', from_time: '10:00', to_time: '12:00', venue: 'her', who_comes: null, reason: null },
  ...{ cancelled: 0, at, person_id: PEOPLE.fjordvikPrincipal.id, for_unit: 0 },
}
const LINK: Row = { token_hash: 'h', person_id: PEOPLE.fjordvikPrincipal.id, made_at: at, ended_at: null }

describe('what the database refuses', () => {
  test.each<[string, Row]>([
    ['a kind that there is not', { kind: 'party' }],
    ['something else without a name', { kind: 'other' }],
    ['a day that is none', { on_day: '2027-02-30' }],
    ['a time that is none', { from_time: '1000' }],
    ['an end without a start', { from_time: null }],
    ['an end before the start', { to_time: '09:00' }],
    ['an empty place', { venue: '' }],
    ['a long place', { venue: 'x'.repeat(121) }],
    ['many who come', { who_comes: 'x'.repeat(201) }],
    ['a long reason', { reason: 'x'.repeat(301) }],
    ['one cancelled without a reason', { cancelled: 1 }],
    ['a school there is not', { school_id: 'none' }],
    ['a step there is not', { step_id: 'none' }],
    ['a cycle there is not', { cycle_year: 1999 }],
  ])('a date with %s', (_, change) => {
    expect(() => insert('agreed_date', { ...DATE, ...change })).toThrow(/constraint failed/)
    insert('agreed_date', DATE)
  })

  test('a date for a pair there is not, or twice for one', () => {
    insert('agreed_date', DATE)
    const date_sequence = Number(sqlite.prepare('select max(sequence) from agreed_date').pluck().get())
    insert('agreed_date_pair', { date_sequence, pair_id: PAIRS.bluebellFjordvik })
    for (const pair_id of ['none', PAIRS.bluebellFjordvik]) {
      expect(() => insert('agreed_date_pair', { date_sequence, pair_id })).toThrow(/constraint failed/)
    }
  })

  test('a second link that holds; an ended one makes room', () => {
    insert('calendar_link', LINK)
    expect(() => insert('calendar_link', { ...LINK, token_hash: 'other' })).toThrow(/constraint failed/)
    sqlite.prepare('update calendar_link set ended_at = ?').run(at)
    insert('calendar_link', { ...LINK, token_hash: 'other' })
  })

  test.each([
    ['agreed_date', "update agreed_date set venue = 'there'"],
    ['agreed_date', 'delete from agreed_date'],
    ['agreed_date_pair', "update agreed_date_pair set pair_id = 'x'"],
    ['agreed_date_pair', 'delete from agreed_date_pair'],
  ])('to change %s: dates are only ever added', (_, sql) => {
    insert('agreed_date', DATE)
    const date_sequence = Number(sqlite.prepare('select max(sequence) from agreed_date').pluck().get())
    insert('agreed_date_pair', { date_sequence, pair_id: PAIRS.bluebellFjordvik })
    expect(() => sqlite.exec(sql)).toThrow('dates are only ever added')
  })
})

describe('the dates of a school', () => {
  const date = {
    ...{ id: 'd', year: 2027, schoolId: FJORDVIK_SCHOOL, kind: 'visit' as const, title: null, stepId: null },
    ...{ on: day('2027-05-12'), from: '10:00', to: null, venue: null, whoComes: null, cancelled: false },
    ...{ at: instant(at), personId: PEOPLE.fjordvikPrincipal.id, forUnit: false },
  }

  test('are the same alone and with the place, as last said', async () => {
    const { db } = fjordvik
    await insertAgreedDate(db, { ...date, pairIds: [PAIRS.bluebellFjordvik], reason: null })
    await insertAgreedDate(db, { ...date, pairIds: [], on: day('2027-05-19'), reason: 'Tur' })
    const alone = await listAgreedDates(db, [2027], [FJORDVIK_SCHOOL])
    expect(alone).toMatchObject([{ on: '2027-05-19', pairIds: [], changes: 1, movedFrom: '2027-05-12' }])
    for (const id of [FJORDVIK_SCHOOL, PAIRS.bluebellFjordvik]) {
      expect((await findPlaceWithDates(db, 2027, id))?.dates).toEqual(alone)
    }
    for (const id of [PAIRS.bluebellNes, BLUEBELL]) expect((await findPlaceWithDates(db, 2027, id))?.dates).toEqual([])
    expect(await findPlaceWithDates(db, 2027, 'none')).toBeNull()
    expect(datesIn('[]')).toEqual([])
    const earlier = await listEarlierPairs(db, [2027], [FJORDVIK_SCHOOL])
    expect([...(earlier.get('d') ?? [])].toSorted()).toEqual([PAIRS.bluebellFjordvik, 'all'].toSorted())
  })

  test('and whose calendar a link is are found without reading everybody’s', async () => {
    const { db } = fjordvik
    const prepare = vi.spyOn(sqlite, 'prepare')
    await listAgreedDates(db, [2027], [FJORDVIK_SCHOOL])
    await listEarlierPairs(db, [2027], [FJORDVIK_SCHOOL])
    await findPlaceWithDates(db, 2027, PAIRS.bluebellFjordvik)
    await findCalendarPerson(db, 'h', fjordvik.today)
    await listPairEndings(db, [2027], [FJORDVIK_SCHOOL])
    const statements = prepare.mock.calls.map(([sql]) => sql)
    prepare.mockRestore()
    const plans = statements.flatMap((sql) => {
      const values = Array.from(sql.matchAll(/\?/g), () => null)
      const rows = sqlite.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
      return rows.map(({ detail }) => detail)
    })
    expect(
      plans.filter((detail) =>
        /^SCAN (agreed_date|agreed_date_pair|calendar_link|pair|earlier|later|said)\b/.test(detail),
      ),
    ).toEqual([])
    expect(plans.filter((detail) => detail.includes('agreed_date_school'))).not.toEqual([])
  })
})
