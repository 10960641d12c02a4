import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openDatabase, type Db } from '#db/connection.ts'
import { lockDatabase } from '#db/lock.ts'

/** Opens a municipality's file for serving, alone; `close` gives it back. */
export function openForServing(file: string): { db: Db; close: () => Promise<void> } {
  mkdirSync(dirname(file), { recursive: true })
  const lock = lockDatabase(file)
  const { db, close } = openDatabase(file)
  return {
    db,
    close: async () => {
      await close()
      lock.release()
    },
  }
}
