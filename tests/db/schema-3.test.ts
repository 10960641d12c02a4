import { fileURLToPath } from 'node:url'
import SQLite, { type Database } from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { openDatabase, type Connection } from '#db/connection.ts'
import { migrate, readMigrations } from '#db/migrate.ts'
import { listGroups } from '#db/queries/child-groups.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listSeatsEverAt } from '#db/queries/seats.ts'
import { findSession } from '#db/queries/sessions.ts'

const migrations = readMigrations(fileURLToPath(new URL('../../db/migrations', import.meta.url)))
const OPENED = '2026-08-17T08:00:00.000Z'
const SAT_FROM = '2026-01-05T08:00:00.000Z'

/** A municipality as the program before this one left it: a cycle at work, with seats that nobody had to accept. */
const AT_WORK = `
  insert into municipality (number, name) values ('9999', 'Fjordvik');
  insert into person (id, name, email, created_at, deactivated_at) values
    ('adviser', 'Rådgiver', 'adviser@fjordvik.example', '${SAT_FROM}', null),
    ('director', 'Styrer', 'director@fjordvik.example', '${SAT_FROM}', null),
    ('left', 'Tidligere styrer', 'left@fjordvik.example', '${SAT_FROM}', '${OPENED}');
  insert into owner values ('own', 'Fjordvik kommune', 'municipal');
  insert into unit (id, kind, name, org_number, owner_id) values
    ('kindergarten', 'kindergarten', 'Blåklokka barnehage', null, 'own'),
    ('school', 'school', 'Fjordvik skole', '974582465', 'own'),
    ('other school', 'school', 'Nes skole', null, 'own');
  insert into seat (id, person_id, role, unit_id, started_at, ended_at) values
    ('adviser', 'adviser', 'adviser', null, '${SAT_FROM}', null),
    ('director', 'director', 'director', 'kindergarten', '${SAT_FROM}', null),
    ('left', 'left', 'director', 'kindergarten', '${SAT_FROM}', '${OPENED}');
  insert into session (token_hash, person_id, own_device, created_at, last_seen_at, ended_at)
    values ('token', 'director', 0, '${OPENED}', '${OPENED}', null);
  insert into plan_version (id, number, title, created_at, published_at, valid_from_cycle, adopted_by, adopted_day, change_note)
    values ('plan', 1, '{"nb": "Plan"}', '${SAT_FROM}', '${SAT_FROM}', 2027, 'Kommunestyret', '2026-06-01', 'Ny plan');
  insert into cycle (year, version_id, first_school_day, opened_at, opened_by)
    values (2027, 'plan', '2027-08-18', '${OPENED}', 'adviser');
  insert into participation (cycle_year, unit_id, answer, answered_at) values (2027, 'kindergarten', 'takes part', '${OPENED}');
  insert into pair (id, cycle_year, kindergarten_id, school_id, children) values
    ('numbered', 2027, 'kindergarten', 'school', 8),
    ('not reported', 2027, 'kindergarten', 'other school', null);
`

let open: Connection | null = null
afterEach(async () => open?.close())

function atWork(): Database {
  const sqlite = new SQLite(':memory:')
  migrate(sqlite, migrations.slice(0, 3))
  sqlite.exec(AT_WORK)
  return sqlite
}

/** The same database, opened by this program. */
function migrated(): Connection {
  open = openDatabase(atWork().serialize())
  return open
}

test('numbers of children are kept, as the kindergarten said them through whoever opened the cycle', async () => {
  const { db, sqlite } = migrated()
  const groups = await listGroups(db, 2027, 'all')
  expect(groups.find(({ pairId }) => pairId === 'numbered')).toMatchObject({
    reported: { children: 8, at: OPENED, by: 'Rådgiver', forUnit: true, reason: null },
    received: null,
  })
  expect(groups.find(({ pairId }) => pairId === 'not reported')).toMatchObject({ reported: null, received: null })
  const places = (await listPlaces(db, [2027], 'everywhere')).get(2027) ?? []
  const pairs = places.flatMap((place) => (place.kind === 'pair' ? [[place.id, place.children]] : []))
  expect(pairs.toSorted()).toEqual([
    ['not reported', null],
    ['numbered', 8],
  ])
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('seats are taken, since the day they began; whoever had signed in stays so', async () => {
  const { db } = migrated()
  expect(await listSeatsEverAt(db, 'kindergarten')).toMatchObject([
    { id: 'director', acceptedAt: SAT_FROM, endedAt: null, from: null, to: null, may: null },
    { id: 'left', acceptedAt: SAT_FROM, endedAt: OPENED },
  ])
  const session = await findSession(db, 'token', day('2026-11-01'))
  expect(session?.person).toMatchObject({ id: 'director', seats: [{ role: 'director' }], offers: [] })
})

test('everything else stands as it did', () => {
  const before = atWork()
  const { sqlite } = migrated()
  const rows = (of: Database, what: string) => of.prepare(what).all()
  for (const what of [
    'select id, name, email, created_at, deactivated_at from person',
    'select id, kind, name, org_number, owner_id, external_municipality from unit',
    'select id, person_id, role, unit_id, owner_id, started_at, ended_at from seat',
    'select id, cycle_year, kindergarten_id, school_id from pair',
    'select cycle_year, unit_id, answer, routine_ids, reason, answered_at, answered_by from participation',
    'select * from cycle',
    'select * from session',
    'select * from event',
  ]) {
    expect(rows(sqlite, what)).toEqual(rows(before, what))
  }
  before.close()
})
