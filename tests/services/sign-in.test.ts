import { describe, expect, it } from 'vitest'
import { firstBreak } from '#app/domain/event.ts'
import type { Instant } from '#app/domain/calendar.ts'
import { sha256 } from '#app/services/history.server.ts'
import { invite, type Invitation } from '#app/services/invitation.server.ts'
import type { WriteOffer } from '#app/services/offering.server.ts'
import { findSignedIn, noteSeen, signOut } from '#app/services/sessions.server.ts'
import { askForCode, listDemoPeople, signInAs, signInWithCode } from '#app/services/sign-in.server.ts'
import { openDatabase } from '#db/connection.ts'
import { listEvents } from '#db/queries/events.ts'
import { EMAILS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

const letter = (code: string) => ({ subject: 'Kode', body: code })
const EMAIL = EMAILS.adviser

function later(now: Instant, minutes: number): Instant {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString() as Instant
}

async function ask({ db, now }: World, email: string = EMAIL) {
  const kept = await askForCode(db, email, now, letter)
  const mail = await db
    .selectFrom('outbox')
    .select(['recipient', 'body'])
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return { kept, code: mail?.body ?? '', recipient: mail?.recipient }
}

const given = (code: string, kept: string, ownDevice = false) => ({ code, kept, ownDevice })

describe('signing in with a code', () => {
  it('opens a session with the code that was sent', async () => {
    const fjordvik = await world()
    const { db, now } = fjordvik
    const { kept, code, recipient } = await ask(fjordvik)
    expect(recipient).toBe(EMAIL)
    expect(code).toMatch(/^\d{8}$/)
    const token = await signInWithCode(db, given(code, kept), later(now, 9))
    const session = await findSignedIn(db, token ?? '', later(now, 9))
    expect(session?.person.name).toBe(PEOPLE.adviser.name)
    const events = await listEvents(db)
    expect(events.at(-1)).toMatchObject({ kind: 'signed in', personId: PEOPLE.adviser.id, content: { way: 'code' } })
    expect(firstBreak(events, sha256)).toBeNull()
  })

  it('keeps neither code nor token as they are', async () => {
    const fjordvik = await world()
    const { db, now } = fjordvik
    const { kept, code } = await ask(fjordvik)
    const token = await signInWithCode(db, given(code, kept), now)
    const kept2 = JSON.stringify([
      await db.selectFrom('sign_in_code').selectAll().execute(),
      await db.selectFrom('session').selectAll().execute(),
      await db.selectFrom('event').selectAll().execute(),
    ])
    for (const secret of [code, kept.split('.')[1] ?? '?', token ?? '?']) expect(kept2).not.toContain(secret)
  })

  it('works once', async () => {
    const fjordvik = await world()
    const { kept, code } = await ask(fjordvik)
    await signInWithCode(fjordvik.db, given(code, kept), fjordvik.now)
    await expect(signInWithCode(fjordvik.db, given(code, kept), fjordvik.now)).rejects.toThrow('code expired')
  })

  it('works for ten minutes', async () => {
    const fjordvik = await world()
    const { kept, code } = await ask(fjordvik)
    await expect(signInWithCode(fjordvik.db, given(code, kept), later(fjordvik.now, 10))).rejects.toThrow(
      'code expired',
    )
  })

  it('works in no other browser', async () => {
    const fjordvik = await world()
    const { kept, code } = await ask(fjordvik)
    const other = await ask(fjordvik)
    const [id = ''] = kept.split('.')
    for (const stolen of ['', id, `${id}.`, `${id}.${other.kept.split('.')[1]}`]) {
      await expect(signInWithCode(fjordvik.db, given(code, stolen), fjordvik.now)).rejects.toThrow('code expired')
    }
    if (other.code !== code) expect(await signInWithCode(fjordvik.db, given(code, other.kept), fjordvik.now)).toBeNull()
  })

  it('gives five tries, and the right code comes too late after them', async () => {
    const fjordvik = await world()
    const { kept, code } = await ask(fjordvik)
    const wrong = code === '00000000' ? '00000001' : '00000000'
    for (const _ of [1, 2, 3, 4, 5])
      expect(await signInWithCode(fjordvik.db, given(wrong, kept), fjordvik.now)).toBeNull()
    await expect(signInWithCode(fjordvik.db, given(code, kept), fjordvik.now)).rejects.toThrow('code expired')
  })

  it('treats an unknown address alike, and sends nothing', async () => {
    const fjordvik = await world()
    const { kept } = await ask(fjordvik, 'nobody@fjordvik.example')
    expect(await fjordvik.db.selectFrom('outbox').selectAll().execute()).toEqual([])
    for (const _ of [1, 2, 3, 4, 5])
      expect(await signInWithCode(fjordvik.db, given('12345678', kept), fjordvik.now)).toBeNull()
    await expect(signInWithCode(fjordvik.db, given('12345678', kept), fjordvik.now)).rejects.toThrow('code expired')
  })

  it('sends nothing to somebody without a seat, or deactivated', async () => {
    const fjordvik = await world()
    const { db, now } = fjordvik
    await db.updateTable('seat').set({ ended_at: now }).where('person_id', '=', PEOPLE.adviser.id).execute()
    await db.updateTable('person').set({ deactivated_at: now }).where('id', '=', PEOPLE.observer.id).execute()
    await ask(fjordvik)
    await ask(fjordvik, EMAILS.observer)
    expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([])
  })
})

describe('a session', () => {
  async function begun(ownDevice: boolean) {
    const fjordvik = await world()
    const { kept, code } = await ask(fjordvik)
    const token = (await signInWithCode(fjordvik.db, given(code, kept, ownDevice), fjordvik.now)) ?? ''
    const lives = async (minutes: number) =>
      (await findSignedIn(fjordvik.db, token, later(fjordvik.now, minutes))) !== null
    return { ...fjordvik, token, lives }
  }
  const DAY = 24 * 60

  it('ends after an hour without use, or thirty days on one’s own device', async () => {
    const shared = await begun(false)
    expect([await shared.lives(60), await shared.lives(61)]).toEqual([true, false])
    const own = await begun(true)
    expect([await own.lives(30 * DAY), await own.lives(30 * DAY + 1)]).toEqual([true, false])
  })

  it('goes on while it is used, and is noted at most every five minutes', async () => {
    const { db, now, token, lives } = await begun(false)
    const seenLongAgo = async (minutes: number) => (await findSignedIn(db, token, later(now, minutes)))?.seenLongAgo
    expect([await seenLongAgo(5), await seenLongAgo(6)]).toEqual([false, true])
    await noteSeen(db, token, later(now, 50))
    expect([await seenLongAgo(54), await lives(110), await lives(111)]).toEqual([false, true, false])
  })

  it('ends on the server at sign-out, once', async () => {
    const { db, now, token, lives } = await begun(true)
    await signOut(db, token, now)
    await signOut(db, token, now)
    expect(await lives(0)).toBe(false)
    expect((await listEvents(db)).filter(({ kind }) => kind === 'signed out')).toHaveLength(1)
  })

  it('ends with the last seat, and with the person', async () => {
    const first = await begun(true)
    await first.db.updateTable('seat').set({ ended_at: first.now }).where('person_id', '=', PEOPLE.adviser.id).execute()
    expect(await first.lives(0)).toBe(false)
    const second = await begun(true)
    await second.db
      .updateTable('person')
      .set({ deactivated_at: second.now })
      .where('id', '=', PEOPLE.adviser.id)
      .execute()
    expect(await second.lives(0)).toBe(false)
  })
})

describe('the demo', () => {
  it('shows everybody once, those with several seats apart', async () => {
    const { db, today } = await world()
    const people = await listDemoPeople(db, today)
    expect(people.map(({ id }) => id).sort()).toEqual(Object.values(PEOPLE).map(({ id }) => id).sort()) // prettier-ignore
    const groupOf = (id: string) => people.find((person) => person.id === id)?.group
    expect(groupOf(PEOPLE.bothSides.id)).toBe('several')
    expect(groupOf(PEOPLE.adviser.id)).toBe('municipality')
    expect(groupOf(PEOPLE.kindergartenOwner.id)).toBe('owners')
  })

  it('signs in as one of them, and as nobody else', async () => {
    const { db, now } = await world()
    const token = await signInAs(db, PEOPLE.nesPrincipal.id, now)
    expect((await findSignedIn(db, token, now))?.person.id).toBe(PEOPLE.nesPrincipal.id)
    await expect(signInAs(db, 'nobody', now)).rejects.toThrow('not found')
  })
})

describe('an invitation', () => {
  const NEW: Invitation = { role: 'adviser', email: 'new@fjordvik.example', where: null, municipality: null }
  const welcome: WriteOffer = ({ seat, municipality }) => ({ subject: municipality, body: seat })

  it('lets a new adviser sign in, named by role', async () => {
    const { db, now } = await world()
    expect(await invite(db, NEW, now, welcome)).toEqual({ invited: true, name: 'Rådgiver, Fjordvik kommune' })
    const mail = await db.selectFrom('outbox').select(['recipient', 'subject', 'body']).executeTakeFirst()
    expect(mail).toEqual({ recipient: NEW.email, subject: 'Fjordvik', body: 'Rådgiver, Fjordvik kommune' })
    expect((await listEvents(db)).at(-1)).toMatchObject({ kind: 'person invited', content: { role: 'adviser' } })
  })

  it('gives somebody known another seat, but no seat twice', async () => {
    const { db, now } = await world()
    const known = { ...NEW, email: EMAILS.nesPrincipal }
    expect(await invite(db, known, now, welcome)).toEqual({ invited: true, name: 'Rådgiver, Fjordvik kommune' })
    expect(await invite(db, known, now, welcome)).toEqual({ invited: false, because: 'already invited' })
  })

  it('finds the unit by its name, of the kind that the role is at', async () => {
    const { db, now } = await world()
    const at = (role: Invitation['role'], where: string) => invite(db, { ...NEW, role, where }, now, welcome)
    expect(await at('director', 'Nes skole')).toEqual({ invited: false, because: 'no such place' })
    expect(await at('principal', 'Nes skole')).toEqual({ invited: true, name: 'Rektor, Nes skole' })
    expect(await at('owner', 'Ingen')).toEqual({ invited: false, because: 'no such place' })
  })

  it('names the municipality once, with the very first one', async () => {
    const { db, close } = openDatabase(':memory:')
    const { now } = await world()
    expect(await invite(db, NEW, now, welcome)).toEqual({ invited: false, because: 'no municipality' })
    const first = { ...NEW, municipality: { number: '3405', name: 'Lillehammer' } }
    expect(await invite(db, first, now, welcome)).toEqual({ invited: true, name: 'Rådgiver, Lillehammer kommune' })
    await close()
  })
})
