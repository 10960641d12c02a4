import type { Db } from '#db/connection.ts'

const kept = new WeakMap<object, Map<string, unknown>>()

/**
 * Something worked out for one database and kept with it, under a name. A transaction and the connection it runs on
 * are the same database, and share what is kept.
 */
export function keptFor<T>(db: Db, name: string, make: () => T): T {
  const database = db.getExecutor().adapter
  const ofDatabase = kept.get(database) ?? new Map<string, unknown>()
  kept.set(database, ofDatabase)
  if (!ofDatabase.has(name)) ofDatabase.set(name, make())
  return ofDatabase.get(name) as T
}
