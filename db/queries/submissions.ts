import type { Instant } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'

/** What a form that was sent before came to, or null when it is sent for the first time. */
export async function findSubmission(db: Db, key: string): Promise<string | null> {
  const row = await db.selectFrom('submission').select('result').where('key', '=', key).executeTakeFirst()
  return row?.result ?? null
}

/** Remembers what a form came to. */
export async function insertSubmission(
  db: Db,
  submission: { key: string; personId: string; at: Instant; result: string },
): Promise<void> {
  const { key, personId, at, result } = submission
  await db.insertInto('submission').values({ key, person_id: personId, at, result }).execute()
}
