import { createTransport } from 'nodemailer'
import { sendWaiting } from '#app/services/outbox.server.ts'
import type { House } from './edge.server.ts'
import { isStorageTrouble } from './storage-trouble.server.ts'

const LOOK_EVERY = 2000

/** Sends what is put in the outbox, for as long as the process lives. `stop` waits for the mail that is on its way. */
export function startSending(
  { db, clock, log }: House,
  mail: { server: string; from: string },
): { stop: () => Promise<void> } {
  const transport = createTransport(mail.server, { from: mail.from })
  let stopped = false
  let sending: Promise<void> = Promise.resolve()
  const look = async () => {
    try {
      const sent = await sendWaiting(db, clock, async ({ recipient, subject, body }) => {
        await transport.sendMail({ to: recipient, subject, text: body })
      })
      if (sent > 0) log.info({ sent }, 'mail')
    } catch (thrown) {
      if (isStorageTrouble(thrown)) log.warn({ err: thrown }, 'the outbox cannot be read now')
      else log.error({ err: thrown }, 'the outbox failed')
    }
    if (!stopped) timer = setTimeout(begin, LOOK_EVERY)
  }
  const begin = () => void (sending = look())
  let timer = setTimeout(begin, 0)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await sending
      transport.close()
    },
  }
}
