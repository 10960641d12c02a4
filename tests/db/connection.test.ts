import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Connection } from '#db/connection.ts'
import { seedFjordvik } from '#db/seed/fjordvik.ts'

let folder = ''
let open: Connection[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'overgang-'))
})
afterEach(async () => {
  for (const connection of open) await connection.close()
  open = []
  rmSync(folder, { recursive: true })
})

function opened(file = join(folder, 'new', 'municipality.sqlite')): Connection {
  const connection = openDatabase(file)
  open.push(connection)
  return connection
}

test('the settings that keep what was saved read back on a real file', () => {
  const { sqlite } = opened()
  const settings = [
    'journal_mode',
    'synchronous',
    'foreign_keys',
    'busy_timeout',
    'trusted_schema',
    'recursive_triggers',
  ]
  expect(settings.map((name) => sqlite.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 5000, 0, 1])
})

test('what was written is there when the file is opened again', async () => {
  const first = opened()
  await seedFjordvik(first.db)
  const { db, sqlite } = opened()
  expect(await db.selectFrom('unit').select('name').orderBy('name').executeTakeFirst()).toEqual({
    name: 'Blåklokka barnehage',
  })
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a transaction takes the write lock at once', async () => {
  const { db } = opened()
  const { sqlite: other } = opened()
  other.pragma('busy_timeout = 0')
  await db.transaction().execute(async () => {
    expect(() => other.exec('begin immediate')).toThrow('locked')
  })
  other.exec('begin immediate; rollback')
})

test('a transaction that throws leaves nothing', async () => {
  const { db } = opened()
  const failing = db.transaction().execute(async (db) => {
    await db.insertInto('municipality').values({ number: '9901', name: 'Fjordvik' }).execute()
    throw new RangeError('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await db.selectFrom('municipality').selectAll().execute()).toEqual([])
})
