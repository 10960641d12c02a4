import type { SignedIn } from './context.server.ts'
import type { Db } from '#db/connection.ts'
import { findSubmission, insertSubmission } from '#db/queries/submissions.ts'
import { sha256 } from './history.server.ts'

/**
 * Does `act` once per form, in one transaction: the same form sent again gets the first result and changes nothing.
 * `form` names the form (its path), `key` the copy of it that was sent out.
 */
export async function once(
  context: SignedIn,
  form: string,
  key: string,
  act: (db: Db) => Promise<string>,
): Promise<{ result: string; first: boolean }> {
  return context.db.transaction().execute(async (db) => {
    const submission = submissionOf(context, form, key)
    const before = await findSubmission(db, submission)
    if (before !== null) return { result: before, first: false }
    const result = await act(db)
    await insertSubmission(db, { key: submission, personId: context.actor.id, at: context.now, result })
    return { result, first: true }
  })
}

/** What a copy of a form is known by once it was sent by somebody. */
export function submissionOf({ actor }: SignedIn, form: string, key: string): string {
  return sha256(JSON.stringify([actor.id, form, key]))
}
