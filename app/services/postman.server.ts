import { createTransport } from 'nodemailer'
import type { Instant } from '#app/domain/calendar.ts'
import type { Db } from '#db/connection.ts'
import { sendWaiting } from './outbox.server.ts'

const LOOK_EVERY = 2000

/** What the postman needs: the outbox, the time, and somewhere to say what went wrong. */
interface Post {
  db: Db
  clock: () => Instant
  log: { warn: (fields: object, message: string) => void }
}

/** Sends what is put in the outbox, for as long as the process lives. `stop` waits for the mail that is on its way. */
export function startPostman(
  { db, clock, log }: Post,
  mail: { server: string; from: string },
): { stop: () => Promise<void> } {
  const transport = createTransport(mail.server, { from: mail.from })
  let stopped = false
  let round = Promise.resolve()
  let timer = setTimeout(begin, 0)

  function begin(): void {
    round = sendWaiting(db, clock, async ({ recipient, subject, body }) => {
      await transport.sendMail({ to: recipient, subject, text: body })
    })
      .then(() => undefined)
      .catch((thrown: unknown) => log.warn({ err: thrown }, 'the outbox could not be emptied'))
      .finally(() => {
        if (!stopped) timer = setTimeout(begin, LOOK_EVERY)
      })
  }

  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
      transport.close()
    },
  }
}
