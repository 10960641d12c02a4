import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import SQLite, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { migrate, readMigrations, type Migration } from '#db/migrate.ts'
import { world } from '#tests/world.ts'
import { schemaOf, tablesOf } from './dump.ts'

const migrations = readMigrations(fileURLToPath(new URL('../../db/migrations', import.meta.url)))

/** Where each statement of a migration begins: all begin with `create` in the first column. */
function beginnings({ sql }: Migration): number[] {
  return [...sql.matchAll(/^create /gm)].map((match) => match.index)
}

function migratedTo(number: number): Database {
  const sqlite = new SQLite(':memory:')
  migrate(sqlite, migrations.slice(0, number))
  return sqlite
}

describe.each(migrations)('migration $name', (migration) => {
  test('fails at any statement without a trace', () => {
    const sqlite = migratedTo(migration.number - 1)
    const before = schemaOf(sqlite)
    const starts = beginnings(migration)
    expect(starts.length).toBeGreaterThan(1)
    for (const start of [...starts, migration.sql.length]) {
      const broken = { ...migration, sql: `${migration.sql.slice(0, start)}\nselect 1 from nowhere;` }
      const all = migrations.with(migration.number - 1, broken)
      expect(() => migrate(sqlite, all)).toThrow('nowhere')
      expect(schemaOf(sqlite)).toEqual(before)
    }
    migrate(sqlite, migrations)
    expect(schemaOf(sqlite)).toEqual(schemaOf(migratedTo(migrations.length)))
    sqlite.close()
  })
})

test('a migration that fails keeps the data, and those before it', async () => {
  const { sqlite } = await world()
  const before = tablesOf(sqlite)
  const next = migrations.length + 1
  const good = { number: next, name: 'good', sql: 'create table more (id text) strict;' }
  const bad = {
    number: next + 1,
    name: 'bad',
    sql: "alter table unit add column closed_at text; update unit set closed_at = '2027'; insert into unit (id) values (null);",
  }
  expect(() => migrate(sqlite, [...migrations, good, bad])).toThrow('NOT NULL')
  expect(tablesOf(sqlite)).toEqual({ ...before, more: [] })
  expect(sqlite.pragma('user_version', { simple: true })).toBe(next)
})

test('running them again changes nothing', () => {
  const sqlite = migratedTo(migrations.length)
  const before = schemaOf(sqlite)
  migrate(sqlite, migrations)
  expect(schemaOf(sqlite)).toEqual(before)
  sqlite.close()
})

describe('on disk', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'overgang-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('a database newer than the program is refused and left as it is', () => {
    const file = join(folder, 'newer.sqlite')
    const newer = new SQLite(file)
    newer.exec('create table tomorrow (id text) strict; pragma user_version = 99')
    const before = schemaOf(newer)
    newer.close()
    expect(() => openDatabase(file)).toThrow(/newer program/)
    const after = new SQLite(file)
    expect(schemaOf(after)).toEqual(before)
    after.close()
  })

  test('a folder with a number missing is refused', () => {
    writeFileSync(join(folder, '0001-first.sql'), '')
    writeFileSync(join(folder, '0003-third.sql'), '')
    expect(() => readMigrations(folder)).toThrow('0003-third.sql should have number 2')
  })

  test('what is not a migration is passed over', () => {
    writeFileSync(join(folder, '0001-first.sql'), 'select 1;')
    writeFileSync(join(folder, 'README.md'), '')
    expect(readMigrations(folder)).toEqual([{ number: 1, name: '0001-first.sql', sql: 'select 1;' }])
  })
})
