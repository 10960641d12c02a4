import type { Database } from 'better-sqlite3'

/** Every row of every table, in the order they were written. */
export function tablesOf(sqlite: Database): Record<string, unknown[]> {
  const names = sqlite
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[]
  return Object.fromEntries(names.map((name) => [name, sqlite.prepare(`select * from "${name}"`).all()]))
}

/** The schema as SQL has it, with how many migrations it has been through. */
export function schemaOf(sqlite: Database): unknown[] {
  const rows = sqlite.prepare('select type, name, tbl_name, sql from sqlite_schema order by type, name').all()
  return [sqlite.pragma('user_version', { simple: true }), ...rows]
}
