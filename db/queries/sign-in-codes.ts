import type { Instant } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'

/** A code that was asked for. `personId` is null where nobody has the address: from outside it looks the same. */
export interface SignInCode {
  id: string
  personId: string | null
  codeHash: string
  browserHash: string
  createdAt: Instant
  expiresAt: Instant
}

export async function insertCode(db: Db, code: SignInCode): Promise<void> {
  await db
    .insertInto('sign_in_code')
    .values({
      id: code.id,
      person_id: code.personId,
      code_hash: code.codeHash,
      browser_hash: code.browserHash,
      created_at: code.createdAt,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute()
}

/** A code that has not been used, with how often it was tried, or null. */
export async function findUnusedCode(db: Db, id: string): Promise<(SignInCode & { tries: number }) | null> {
  const row = await db
    .selectFrom('sign_in_code')
    .select(['id', 'person_id', 'code_hash', 'browser_hash', 'created_at', 'expires_at', 'tries'])
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    personId: row.person_id,
    codeHash: row.code_hash,
    browserHash: row.browser_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    tries: row.tries,
  }
}

export async function updateTries(db: Db, id: string, tries: number): Promise<void> {
  await db.updateTable('sign_in_code').set({ tries }).where('id', '=', id).execute()
}

export async function updateUsed(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable('sign_in_code').set({ used_at: at }).where('id', '=', id).execute()
}

/** Forgets codes that nobody can use any more. */
export async function deleteCodesExpiredBefore(db: Db, moment: Instant): Promise<void> {
  await db.deleteFrom('sign_in_code').where('expires_at', '<', moment).execute()
}
