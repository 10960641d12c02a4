import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'

/** Whose file this is, or null before the first invitation. */
export async function findMunicipality(db: Db): Promise<{ number: string; name: string } | null> {
  const row = await db.selectFrom('municipality').select(['number', 'name']).executeTakeFirst()
  return row ?? null
}

export async function insertMunicipality(db: Db, municipality: { number: string; name: string }): Promise<void> {
  const { number, name } = municipality
  await db.insertInto('municipality').values({ number, name }).execute()
}

/** How many migrations the file has been through. */
export async function findSchemaVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db)
  return rows[0]?.user_version ?? 0
}

/** How many months after somebody was deactivated the name can be taken out of the history. */
export async function findMonthsToAnonymity(db: Db): Promise<number> {
  const row = await db.selectFrom('municipality').select('anonymous_after_months').executeTakeFirstOrThrow()
  return row.anonymous_after_months
}

export async function updateMonthsToAnonymity(db: Db, months: number): Promise<void> {
  await db.updateTable('municipality').set({ anonymous_after_months: months }).execute()
}
