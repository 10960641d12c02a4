import type { Instant } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'
import { listWaitingMail, updateFailed, updateSent, type Mail, type WaitingMail } from '#db/queries/outbox.ts'

const MOST_TRIES = 11
const MINUTE = 60_000
const LONGEST_ERROR = 200

/**
 * Sends what waits in the outbox and is due, one after the other; answers how many were sent. What fails is tried again
 * later, and after most of a day no more. A stop between sending and noting it sends a mail twice, never not at all.
 */
export async function sendWaiting(db: Db, clock: () => Instant, send: (mail: Mail) => Promise<void>): Promise<number> {
  const waiting = await listWaitingMail(db, MOST_TRIES)
  const now = clock()
  let sent = 0
  for (const mail of waiting.filter((mail) => isDue(mail, now))) {
    const error = await send(mail).then(
      () => null,
      (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
    )
    if (error === null) await updateSent(db, mail.sequence, clock())
    else await updateFailed(db, mail.sequence, mail.tries + 1, error.slice(0, LONGEST_ERROR))
    if (error === null) sent += 1
  }
  return sent
}

/** At once, then 1, 3, 7, 15 … minutes after it was written. */
function isDue({ createdAt, tries }: WaitingMail, now: Instant): boolean {
  return Date.parse(now) - Date.parse(createdAt) >= (2 ** tries - 1) * MINUTE
}
