import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/**
 * A text that differs whenever the data does: SQLite's counter of what other connections wrote, and our own last event,
 * which every change leaves behind.
 */
export async function dataVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select data_version || ' ' || coalesce((select max(sequence) from event), 0) as version from pragma_data_version()
  `.execute(db)
  return rows[0]?.version ?? ''
}
