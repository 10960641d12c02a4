import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { momentInOslo, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import { sendWaiting } from '#app/services/outbox.server.ts'
import { startPostman } from '#app/services/postman.server.ts'
import { insertMail, type Mail } from '#db/queries/outbox.ts'
import { world } from '#tests/world.ts'

const MAIL: Mail = { recipient: 'adviser@fjordvik.example', subject: 'Kode', body: 'Koden er 12345678.' }
const at = (time: string): Instant => momentInOslo('2027-03-10' as LocalDate, time)
const rows = (db: Awaited<ReturnType<typeof world>>['db']) => db.selectFrom('outbox').selectAll().execute()

describe('the outbox', () => {
  it('sends what waits once, and forgets what it said', async () => {
    const { db } = await world()
    await insertMail(db, MAIL, at('12:00'))
    const sent: Mail[] = []
    const send = async (mail: Mail) => void sent.push(mail)
    expect(await sendWaiting(db, () => at('12:00'), send)).toBe(1)
    expect(await sendWaiting(db, () => at('12:01'), send)).toBe(0)
    expect(sent).toMatchObject([MAIL])
    expect(await rows(db)).toMatchObject([{ sent_at: at('12:00'), body: '', tries: 0 }])
  })

  it('tries again later and later, and says why it failed', async () => {
    const { db } = await world()
    await insertMail(db, MAIL, at('12:00'))
    const tried: string[] = []
    const minutes = Array.from({ length: 20 }, (_, minute) => `12:${String(minute).padStart(2, '0')}`)
    for (const minute of minutes) {
      const fail = async () => {
        tried.push(minute)
        throw new Error('mailbox full')
      }
      expect(await sendWaiting(db, () => at(minute), fail)).toBe(0)
    }
    expect(tried).toEqual(['12:00', '12:01', '12:03', '12:07', '12:15'])
    expect(await rows(db)).toMatchObject([{ sent_at: null, tries: 5, last_error: 'mailbox full', body: MAIL.body }])
  })

  it('does not let one bad address stop the others', async () => {
    const { db } = await world()
    await insertMail(db, { ...MAIL, recipient: 'nobody@fjordvik.example' }, at('12:00'))
    await insertMail(db, MAIL, at('12:00'))
    const send = async ({ recipient }: Mail) => {
      if (recipient.startsWith('nobody')) throw new Error('no such mailbox')
    }
    expect(await sendWaiting(db, () => at('12:00'), send)).toBe(1)
  })

  it('gives up after most of a day', async () => {
    const { db } = await world()
    await insertMail(db, MAIL, at('12:00'))
    await db.updateTable('outbox').set({ tries: 11 }).execute()
    const late = () => momentInOslo('2027-04-10' as LocalDate, '12:00')
    expect(await sendWaiting(db, late, () => Promise.reject(new Error('asked')))).toBe(0)
    expect(await rows(db)).toMatchObject([{ tries: 11 }])
  })
})

describe('the postman', () => {
  let server: SMTPServer | null = null
  afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())))

  it('delivers over SMTP, from the municipality’s address', async () => {
    const { db, now } = await world()
    await insertMail(db, { ...MAIL, subject: 'Blåbær og ørret' }, now)
    const arrived = Promise.withResolvers<{ from: string; to: string[]; text: string }>()
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, { envelope }, done) {
        const pieces: Buffer[] = []
        stream.on('data', (piece: Buffer) => pieces.push(piece))
        stream.on('end', () => {
          const from = envelope.mailFrom ? envelope.mailFrom.address : ''
          arrived.resolve({
            from,
            to: envelope.rcptTo.map(({ address }) => address),
            text: Buffer.concat(pieces).toString(),
          })
          done()
        })
      },
    })
    const { port } = await new Promise<AddressInfo>((resolve) => {
      const listening = server?.listen(0, '127.0.0.1', () => resolve(listening?.address() as AddressInfo))
    })
    const log = { warn: (fields: object) => arrived.reject(new Error(JSON.stringify(fields))) }
    const postman = startPostman(
      { db, clock: () => now, log },
      { server: `smtp://127.0.0.1:${port}`, from: 'overgang@fjordvik.example' },
    )
    const { from, to, text } = await arrived.promise
    await postman.stop()
    expect([from, to]).toEqual(['overgang@fjordvik.example', ['adviser@fjordvik.example']])
    expect(text).toContain('Koden er 12345678.')
    expect(await rows(db)).toMatchObject([{ body: '', sent_at: now }])
  })
})
