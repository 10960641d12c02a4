import SQLite from 'better-sqlite3'

/** The municipality's file is served by another process. */
export class AlreadyServed extends Error {}

/**
 * Holds a municipality's file for one serving process. The lock is the operating system's, on an empty file beside it, and
 * goes with the process however it ends. Throws AlreadyServed.
 */
export function lockDatabase(file: string): { release: () => void } {
  const lock = new SQLite(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (thrown) {
    lock.close()
    if (thrown instanceof SQLite.SqliteError && thrown.code.startsWith('SQLITE_BUSY')) throw new AlreadyServed(file)
    throw thrown
  }
  return { release: () => void lock.close() }
}
