import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection, type SqliteDatabase } from 'kysely'
import { CompiledQuery } from 'kysely'
import { migrate, readMigrations } from './migrate.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

/** An open municipality: the database file, and what closes it. */
export interface Connection {
  db: Db
  sqlite: SQLite.Database
  close: () => Promise<void>
}

/** The settings that keep what was saved, and how each reads back. A connection that reads back otherwise is refused. */
const SETTINGS = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['busy_timeout', 5000],
  ['trusted_schema', 0],
  // Without it `insert or replace` deletes behind the back of the triggers that forbid deleting.
  ['recursive_triggers', 1],
] as const

/** Newer SQLite only: 3.51.3 mends a rare loss of a checkpoint in WAL mode. */
const OLDEST_SQLITE = [3, 51, 3] as const

/**
 * Opens a municipality's file, `:memory:`, or a copy in memory of the bytes of one, and brings its schema up to date.
 * Throws when a setting does not take.
 */
export function openDatabase(file: string | Buffer): Connection {
  if (typeof file === 'string' && file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const sqlite = new SQLite(file)
  checkVersion(sqlite)
  for (const [name, wanted] of SETTINGS) applySetting(sqlite, name, wanted)
  migrate(sqlite, readMigrations(fileURLToPath(new URL('./migrations', import.meta.url))))
  const db = new Kysely<Schema>({ dialect: new ImmediateDialect({ database: keepingStatements(sqlite) }) })
  return { db, sqlite, close: () => db.destroy() }
}

function checkVersion(sqlite: SQLite.Database): void {
  const text = String(sqlite.prepare('select sqlite_version()').pluck().get())
  const version = text.split('.').map(Number)
  const differing = OLDEST_SQLITE.findIndex((part, index) => version[index] !== part)
  if (differing >= 0 && (version[differing] ?? 0) < (OLDEST_SQLITE[differing] ?? 0)) {
    throw new Error(`SQLite ${text} is too old: ${OLDEST_SQLITE.join('.')} or newer is needed`)
  }
}

function applySetting(sqlite: SQLite.Database, name: string, wanted: string | number): void {
  sqlite.pragma(`${name} = ${wanted}`)
  const read = sqlite.pragma(name, { simple: true })
  const expected = name === 'journal_mode' && sqlite.memory ? 'memory' : wanted
  if (read !== expected) throw new Error(`SQLite setting ${name} is ${String(read)}, not ${String(expected)}`)
}

/** Compiling a statement costs a third of a small query: each distinct SQL text is compiled once and kept. */
function keepingStatements(sqlite: SQLite.Database): SqliteDatabase {
  const statements = new Map<string, SQLite.Statement>()
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      const statement = statements.get(sql) ?? sqlite.prepare(sql)
      if (statements.size < 500) statements.set(sql, statement)
      return statement
    },
  }
}

/** A transaction takes the write lock at once, so that what it read cannot change before it writes. */
class ImmediateDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0]
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config)
    this.#config = config
  }
  override createDriver() {
    return new ImmediateDriver(this.#config)
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
