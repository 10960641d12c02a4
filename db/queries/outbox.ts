import type { Instant } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'

export interface Mail {
  recipient: string
  subject: string
  body: string
}

/** A mail that waits, with how often sending it has failed. */
export interface WaitingMail extends Mail {
  sequence: number
  createdAt: Instant
  tries: number
}

/** Puts a mail in the outbox, in the transaction that caused it. */
export async function insertMail(db: Db, mail: Mail, at: Instant): Promise<void> {
  const { recipient, subject, body } = mail
  await db
    .insertInto('outbox')
    .values({ recipient, subject, body, created_at: at, sent_at: null, last_error: null })
    .execute()
}

/** Mail that waits and has failed fewer than `tries` times, the oldest first. */
export async function listWaitingMail(db: Db, tries: number): Promise<WaitingMail[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['sequence', 'recipient', 'subject', 'body', 'created_at', 'tries'])
    .where('sent_at', 'is', null)
    .where('tries', '<', tries)
    .orderBy('sequence')
    .limit(50)
    .execute()
  return rows.map(({ created_at, ...mail }) => ({ ...mail, createdAt: created_at }))
}

/** Notes that a mail was sent, and forgets what it said: it may have held a code. */
export async function updateSent(db: Db, sequence: number, at: Instant): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ sent_at: at, body: '', last_error: null })
    .where('sequence', '=', sequence)
    .execute()
}

export async function updateFailed(db: Db, sequence: number, tries: number, error: string): Promise<void> {
  await db.updateTable('outbox').set({ tries, last_error: error }).where('sequence', '=', sequence).execute()
}

/** Forgets every mail to an address, sent or not. */
export async function deleteMailTo(db: Db, recipient: string): Promise<void> {
  await db.deleteFrom('outbox').where('recipient', '=', recipient).execute()
}
