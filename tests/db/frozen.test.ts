import type { Database } from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { VERSION } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'
import { tablesOf } from './dump.ts'

/** A draft with one row in each content table, beside the published version. */
const DRAFT = `
  insert into plan_version (id, title, created_at) values ('draft', '{"nb":"Utkast"}', '2027-01-01T08:00:00.000Z');
  insert into routine (id) values ('r'); insert into step (id) values ('s');
  insert into area (id) values ('a'); insert into element (id) values ('e');
  insert into purpose values ('draft', 9, '{"nb":"x"}');
  insert into legal_basis values ('draft', 'X1', 9, '{"nb":"x"}', null);
  insert into routine_edition values ('draft', 'r', 9, '{"nb":"x"}', null);
  insert into step_edition values ('draft', 's', 'r', 9, '{"nb":"x"}', null, 'principal', 'school', 'school', null,
    'school start year', 5, 1, null, 'plan', 0, 0, 1, 0);
  insert into step_legal_basis values ('draft', 's', 9, 'X1');
  insert into area_edition values ('draft', 'a', 9, '{"nb":"x"}');
  insert into element_edition values ('draft', 'e', 'a', 9, '{"nb":"x"}', '{"nb":"x"}', 1);
`

/** Parents before children. */
const CONTENT = [
  'purpose',
  'legal_basis',
  'routine_edition',
  'step_edition',
  'step_legal_basis',
  'area_edition',
  'element_edition',
] as const

let sqlite: Database

beforeEach(async () => {
  ;({ sqlite } = await world())
  sqlite.exec(DRAFT)
})

/** Runs raw SQL that must be refused with these words, and leaves everything as it was. */
function refused(sql: string, words: string): void {
  const before = tablesOf(sqlite)
  expect(() => sqlite.exec(sql)).toThrow(words)
  expect(tablesOf(sqlite)).toEqual(before)
}

const FROZEN = 'a published version is never changed'

describe.each(CONTENT)('%s', (table) => {
  const columns = () => sqlite.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]
  const copied = (to: string) => columns().map((name) => (name === 'version_id' ? `'${to}'` : name))

  test('is frozen in a published version', () => {
    expect(sqlite.prepare(`select count(*) from ${table} where version_id = ?`).pluck().get(VERSION)).not.toBe(0)
    refused(`insert into ${table} select ${copied(VERSION).join()} from ${table} where version_id = 'draft'`, FROZEN)
    for (const column of columns().filter((name) => name !== 'version_id')) {
      refused(`update ${table} set ${column} = ${column} where version_id = '${VERSION}'`, FROZEN)
    }
    refused(`delete from ${table} where version_id = '${VERSION}'`, FROZEN)
    refused(`replace into ${table} select * from ${table} where version_id = '${VERSION}'`, FROZEN)
  })

  test('stays in its version', () => {
    const words = 'content stays in its version'
    refused(`update ${table} set version_id = '${VERSION}' where version_id = 'draft'`, words)
    refused(`update ${table} set version_id = 'draft' where version_id = '${VERSION}'`, words)
  })

  test('changes in a draft until that is published', () => {
    sqlite.exec(`update ${table} set position = 10 where version_id = 'draft'`)
    publishDraft()
    refused(`update ${table} set position = 11 where version_id = 'draft'`, FROZEN)
    refused(`delete from ${table} where version_id = 'draft'`, FROZEN)
  })
})

function publishDraft(): void {
  sqlite.exec(`update plan_version set number = 2, published_at = '2027-02-01T08:00:00.000Z', valid_from_cycle = 2028,
    adopted_by = 'Kommunestyret', adopted_day = '2027-01-20', change_note = 'Ny' where id = 'draft'`)
}

test('a draft and its content can be deleted', () => {
  for (const table of CONTENT.toReversed()) sqlite.exec(`delete from ${table} where version_id = 'draft'`)
  sqlite.exec("delete from plan_version where id = 'draft'")
  expect(sqlite.prepare('select count(*) from plan_version').pluck().get()).toBe(1)
})

describe('plan_version', () => {
  test('is frozen once published', () => {
    refused(`update plan_version set change_note = 'Annet' where id = '${VERSION}'`, FROZEN)
    refused(`update plan_version set number = null, published_at = null where id = '${VERSION}'`, FROZEN)
    refused(`delete from plan_version where id = '${VERSION}'`, FROZEN)
    publishDraft()
    refused("update plan_version set title = title where id = 'draft'", FROZEN)
  })

  test('cannot be replaced, which would delete it without a word', () => {
    const row = `'${VERSION}', 1, '{"nb":"Annet"}', '2027', '2027', 2027, 'Noen', '2027-01-01', 'Annet'`
    const columns =
      'id, number, title, created_at, published_at, valid_from_cycle, adopted_by, adopted_day, change_note'
    refused(`insert or replace into plan_version (${columns}) values (${row})`, FROZEN)
    refused(`update or replace plan_version set id = '${VERSION}' where id = 'draft'`, FROZEN)
  })
})

test.each([
  [
    'framework_acknowledgement',
    'acknowledgements are only ever added',
    `(cycle_year, unit_id, version_id, at, person_id, for_unit) values (2027, '${BLUEBELL}', '${VERSION}', 'now',
      '${PEOPLE.bluebellDirector.id}', 0)`,
  ],
  [
    'local_addition',
    'additions are only ever added',
    `(id, unit_id, area_id, words, at, person_id, for_unit) values ('a', '${BLUEBELL}', 'a', 'Skogturer', 'now',
      '${PEOPLE.bluebellDirector.id}', 0)`,
  ],
  [
    'framework_mark',
    'marks are only ever added',
    `(id, cycle_year, unit_id, element_id, mark, meaning, version_number, at, person_id, for_unit) values ('m', 2027,
      '${BLUEBELL}', 'e', 'planned', 1, 1, 'now', '${PEOPLE.bluebellDirector.id}', 0)`,
  ],
])('%s: %s', (table, words, row) => {
  sqlite.exec(`insert into ${table} ${row}`)
  const columns = sqlite.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]
  for (const column of columns) refused(`update ${table} set ${column} = ${column}`, words)
  refused(`delete from ${table}`, words)
})

const TICK = `insert into tick (id, cycle_year, pair_id, unit_id, step_id, side, answer, meaning, version_number, person_id,
  for_unit, at) select 'tick', year, pair, unit, (select step_id from step_edition where scope = 'pair' limit 1), 'school',
  'done', 1, 1, '${PEOPLE.fjordvikPrincipal.id}', 0, '2027-03-10T11:00:00.000Z' from (select `

const tickOn = (year: number, pair: string | null, unit: string | null) =>
  `${TICK} ${year} as year, ${text(pair)} as pair, ${text(unit)} as unit)`

const text = (value: string | null) => (value === null ? 'null' : `'${value}'`)

describe('only ever added', () => {
  beforeEach(() => {
    sqlite.exec(tickOn(2027, PAIRS.bluebellFjordvik, null))
  })

  test.each([
    ['tick', 'ticks are only ever added'],
    ['event', 'events are only ever added'],
    ['participation', 'answers are only ever added'],
  ])('%s', (table, words) => {
    const columns = sqlite.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]
    for (const column of columns) refused(`update ${table} set ${column} = ${column}`, words)
    refused(`delete from ${table}`, words)
    refused(`insert or replace into ${table} select * from ${table}`, words)
    refused(`delete from ${table} where sequence = (select max(sequence) from ${table})`, words)
  })
})

describe('cycle', () => {
  const columns = 'cycle (year, version_id, first_school_day, opened_at)'
  test('opens from a published version only', () => {
    refused(`insert into ${columns} values (2028, 'draft', '2028-08-17', '2027-08-10')`, 'follows a published version')
    sqlite.exec(`insert into ${columns} values (2028, '${VERSION}', '2028-08-17', '2027-08-10')`)
  })

  test('moves to a published version only', () => {
    refused("update cycle set version_id = 'draft' where year = 2027", 'a cycle follows a published version')
    publishDraft()
    refused("update cycle set version_id = 'draft' where year = 2027", 'a cycle moves with an adoption')
    sqlite.exec(adoptionOf(2026))
    refused("update cycle set version_id = 'draft' where year = 2027", 'a cycle moves with an adoption')
    sqlite.exec(adoptionOf(2027))
    sqlite.exec("update cycle set version_id = 'draft' where year = 2027")
  })

  const adoptionOf = (year: number) =>
    `insert into adoption (cycle_year, from_version_id, to_version_id, reason, at, person_id)
      values (${year}, '${VERSION}', 'draft', 'Vedtatt', '2027-03-10T11:00:00.000Z', '${PEOPLE.adviser.id}')`
})

describe('what renews the plan', () => {
  const adviser = PEOPLE.adviser.id
  const at = '2027-03-10T11:00:00.000Z'
  const ROWS: Readonly<Record<string, string>> = {
    comment: `insert into comment (id, hearing_id, words, person_id, at) values ('c', 'h', 'Bra', '${adviser}', '${at}')`,
    comment_answer: `insert into comment_answer (comment_id, words, closes, person_id, at) values ('c', 'Takk', 1, '${adviser}', '${at}')`,
    adoption: `insert into adoption (cycle_year, from_version_id, to_version_id, reason, at, person_id)
      values (2027, '${VERSION}', 'draft', 'Vedtatt', '${at}', '${adviser}')`,
    news_read: `insert into news_read values ('${BLUEBELL}', 1, '${adviser}', '${at}')`,
    due_day_move: `insert into due_day_move (cycle_year, step_id, to_day, reason, at, person_id)
      values (2027, 's', '2027-05-03', 'Helg', '${at}', '${adviser}')`,
  }
  beforeEach(() => {
    sqlite.exec(`insert into hearing values ('h', 'draft', '2027-03-01', '2027-03-31', '${at}', '${adviser}', null)`)
    for (const row of Object.values(ROWS)) sqlite.exec(row)
  })

  test.each(Object.keys(ROWS))('%s is never written over', (table) => {
    const [column] = sqlite.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[]
    expect(() => sqlite.exec(`update ${table} set ${column} = ${column}`)).toThrow(/only ever added|stays read/)
  })

  test.each(['adoption', 'news_read', 'due_day_move'])('%s is never deleted', (table) => {
    expect(() => sqlite.exec(`delete from ${table}`)).toThrow(/only ever added|stays read/)
  })

  test('comments go with a draft, and stay with a version', () => {
    publishDraft()
    for (const table of ['comment_answer', 'comment']) {
      refused(`delete from ${table}`, 'comments are kept with their version')
    }
  })

  test('a draft has one text, and a version none', () => {
    const text = (id: string) => `insert into draft (version_id, content, changed_at) values ('${id}', '{}', '${at}')`
    refused(text(VERSION), FROZEN)
    sqlite.exec(text('draft'))
    refused(text('draft'), 'UNIQUE')
  })

  test('a version has one hearing at a time', () => {
    const hearing = `insert into hearing values ('h2', 'draft', '2027-04-01', '2027-04-30', '${at}', '${adviser}', null)`
    refused(hearing, 'UNIQUE')
    sqlite.exec(`update hearing set closed_at = '${at}'; ${hearing}`)
  })
})

describe('pair', () => {
  const pair = (kindergarten: string, school: string) =>
    `insert into pair values ('p', 2026, '${kindergarten}', '${school}')`

  test('is a kindergarten and a school', () => {
    const words = 'a pair is a kindergarten and a school'
    refused(pair(FJORDVIK_SCHOOL, BLUEBELL), words)
    refused(pair(BLUEBELL, BLUEBELL), words)
    refused(pair(FJORDVIK_SCHOOL, FJORDVIK_SCHOOL), words)
  })

  test('never changes', () => {
    const words = 'a pair stays the same two units in the same cycle'
    for (const set of [`kindergarten_id = '${FJORDVIK_SCHOOL}'`, `school_id = '${BLUEBELL}'`, 'cycle_year = 2026']) {
      refused(`update pair set ${set} where id = '${PAIRS.bluebellNes}'`, words)
    }
  })

  test('keeps two kinds, because units keep theirs', () => {
    refused(`update unit set kind = 'school' where id = '${BLUEBELL}'`, 'a kindergarten never becomes a school')
  })
})

test('a pair is ticked in its own cycle', () => {
  refused(tickOn(2026, PAIRS.bluebellFjordvik, null), 'a pair is ticked in its own cycle')
  refused(tickOn(2027, PAIRS.bluebellFjordvik2026, null), 'a pair is ticked in its own cycle')
  sqlite.exec(tickOn(2026, null, BLUEBELL))
})
