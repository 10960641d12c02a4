import { readdirSync, readFileSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

/** One numbered .sql file: its number, its name, and what it says. */
export interface Migration {
  number: number
  name: string
  sql: string
}

/** The program's migrations in order, from a folder of `0001-name.sql` files. Throws when a number is missing. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
  return names.map((name, index) => {
    const number = Number(name.slice(0, 4))
    if (number !== index + 1) throw new Error(`Migration ${name} should have number ${index + 1}`)
    return { number, name, sql: readFileSync(`${folder}/${name}`, 'utf8') }
  })
}

/**
 * Brings the database up to the newest migration. Each runs whole or not at all; `user_version` counts them.
 * Throws, and changes nothing, when the database is newer than the program.
 */
export function migrate(sqlite: Database, migrations: readonly Migration[]): void {
  if (versionOf(sqlite) > migrations.length) {
    throw new Error(
      `The database is at version ${versionOf(sqlite)}, but this program only knows ${migrations.length}: start a newer program`,
    )
  }
  for (const migration of migrations) {
    sqlite
      .transaction(() => {
        // Asked inside the transaction: another process may have come first.
        if (versionOf(sqlite) >= migration.number) return
        sqlite.exec(migration.sql)
        sqlite.pragma(`user_version = ${migration.number}`)
      })
      .immediate()
  }
}

function versionOf(sqlite: Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }))
}
