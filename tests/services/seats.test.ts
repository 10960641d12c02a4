import { describe, expect, it } from 'vitest'
import { day, plusDays } from '#app/domain/calendar.ts'
import { firstBreak } from '#app/domain/event.ts'
import type { Person, Role } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { sha256 } from '#app/services/history.server.ts'
import type { Offered } from '#app/services/offering.server.ts'
import { nameDeputy, offerSeat, readDeputies, readSeatPlaces, sendAgain } from '#app/services/offers.server.ts'
import { deactivate, readPerson } from '#app/services/people.server.ts'
import type { Outcome } from '#app/services/saving.server.ts'
import { answerOffer, endSeat, listOwnWaiting, readOwnSeat, readSeatToEnd } from '#app/services/seats.server.ts'
import { findSignedIn } from '#app/services/sessions.server.ts'
import { listDemoPeople, signInAs } from '#app/services/sign-in.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { findPersonByEmail } from '#db/queries/people.ts'
import { findSession } from '#db/queries/sessions.ts'
import { BLUEBELL, EMAILS, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

const NEW = 'new@fjordvik.example'
const letters: Offered[] = []
const letter = (offered: Offered) => {
  letters.push(offered)
  return { subject: 'Rolle', body: offered.seat }
}

let forms = 0
const form = () => `form ${(forms += 1)}`

const said = (outcome: Outcome): string[] => (outcome.saved ? [] : outcome.problems.map(({ message }) => message))
const firstOf = (outcome: Outcome): Problem | undefined => (outcome.saved ? undefined : outcome.problems[0])

function offer(fjordvik: World, given: { role: Role; email?: string; unitId?: string; ownerId?: string }) {
  const { role, email = NEW, unitId = null, ownerId = null } = given
  return offerSeat(fjordvik.as('adviser'), { role, email, unitId, ownerId }, letter, form())
}

/** Whoever has the address, as they would come in: by a session of their own. */
async function signedIn(fjordvik: World, email = NEW) {
  const { db, now, today } = fjordvik
  const { id } = (await findPersonByEmail(db, email)) ?? { id: 'nobody' }
  const token = await signInAs(db, id, now)
  const session = await findSession(db, sha256(token), today)
  if (!session) throw new Error('No session')
  return { token, actor: session.person, context: fjordvik.asPerson(session.person) }
}

function offeredSeat({ offers = [] }: Person): string {
  return offers[0]?.id ?? 'none'
}

const mails = ({ db }: World) => db.selectFrom('outbox').select(['recipient', 'body']).execute()
const kinds = async ({ db }: World) => (await listEvents(db)).map(({ kind }) => kind)
const seatOf = (person: Person) => person.seats[0]?.id ?? 'none'

describe('offering a seat', () => {
  it('lets somebody new in, who has nothing until the yes', async () => {
    const fjordvik = await world()
    expect(said(await offer(fjordvik, { role: 'director', unitId: SUNBEAM }))).toEqual([])
    expect(await mails(fjordvik)).toEqual([{ recipient: NEW, body: 'Styrer, Solstrålen barnehage' }])
    const { actor, context } = await signedIn(fjordvik)
    expect(actor).toMatchObject({ name: 'Styrer, Solstrålen barnehage', seats: [] })
    expect(await listOwnWaiting(context)).toMatchObject([{ role: 'director', state: 'offered' }])
    const demo = await listDemoPeople(fjordvik.db, fjordvik.today)
    expect(demo.find(({ id }) => id === actor.id)?.group).toBe('directors')
    const events = await listEvents(fjordvik.db)
    expect(
      events.find(({ kind, personId }) => kind === 'person invited' && personId === PEOPLE.adviser.id),
    ).toBeTruthy()
    expect(firstBreak(events, sha256)).toBeNull()
  })

  it('keeps one row per person, however many seats', async () => {
    const fjordvik = await world()
    await offer(fjordvik, { role: 'deputy', unitId: BLUEBELL })
    await offer(fjordvik, { role: 'deputy', unitId: NES_SCHOOL })
    expect(await fjordvik.db.selectFrom('person').select('id').where('email', '=', NEW).execute()).toHaveLength(1)
    expect((await signedIn(fjordvik)).actor.offers).toHaveLength(2)
  })

  it('tells somebody who has been here before from somebody new', async () => {
    const fjordvik = await world()
    letters.splice(0)
    await offer(fjordvik, { role: 'observer' })
    await signedIn(fjordvik, EMAILS.nesPrincipal)
    await offer(fjordvik, { role: 'observer', email: EMAILS.nesPrincipal })
    expect(letters.map(({ known }) => known)).toEqual([false, true])
  })

  it('does it once for one form, and says so for a seat that is offered or held', async () => {
    const fjordvik = await world()
    const adviser = fjordvik.as('adviser')
    const given = { role: 'observer', email: NEW, unitId: null, ownerId: null } as const
    for (const _ of [1, 2]) expect((await offerSeat(adviser, given, letter, 'same')).saved).toBe(true)
    expect(await mails(fjordvik)).toHaveLength(1)
    expect(said(await offer(fjordvik, { role: 'observer' }))).toEqual(['seat.offeredBefore'])
    expect(said(await offer(fjordvik, { role: 'director', unitId: BLUEBELL, email: EMAILS.bluebellDirector }))).toEqual(
      ['seat.heldBefore'],
    )
    expect(await mails(fjordvik)).toHaveLength(1)
  })

  it('offers anew what ran out, was declined or ended', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    const days = { from: fjordvik.today, to: fjordvik.today, may: [] }
    await nameDeputy(director, BLUEBELL, { email: NEW, ...days }, letter, form())
    const tomorrow = fjordvik.at('2027-03-11')
    const again = { email: NEW, from: tomorrow.today, to: tomorrow.today, may: [] }
    expect((await nameDeputy(tomorrow.as('director', BLUEBELL), BLUEBELL, again, letter, form())).saved).toBe(true)
    const { actor, context } = await signedIn(tomorrow)
    expect(actor.offers).toHaveLength(1)
    await answerOffer(context, offeredSeat(actor), 'no', form())
    expect((await nameDeputy(tomorrow.as('director', BLUEBELL), BLUEBELL, again, letter, form())).saved).toBe(true)
  })

  it('needs a unit that fits and is open, or an owner', async () => {
    const fjordvik = await world()
    const closed = { closed_day: day('2027-01-01') }
    await fjordvik.db.updateTable('unit').set(closed).where('id', '=', SUNBEAM).execute()
    for (const unitId of [undefined, 'nowhere', NES_SCHOOL, SUNBEAM]) {
      expect(said(await offer(fjordvik, { role: 'director', unitId }))).toEqual(['seat.unitMissing'])
    }
    for (const ownerId of [undefined, 'nobody']) {
      expect(said(await offer(fjordvik, { role: 'owner', ownerId }))).toEqual(['seat.ownerMissing'])
    }
    const { owners, units } = await readSeatPlaces(fjordvik.as('adviser'))
    expect(units.map(({ id }) => id)).not.toContain(SUNBEAM)
    expect(said(await offer(fjordvik, { role: 'owner', ownerId: owners[0]?.id }))).toEqual([])
  })

  it('of an adviser lets somebody in again who was deactivated, with nothing of what there was', async () => {
    const fjordvik = await world()
    await deactivate(fjordvik.as('adviser'), PEOPLE.nesPrincipal.id, form())
    expect(said(await offer(fjordvik, { role: 'observer', email: EMAILS.nesPrincipal }))).toEqual([])
    const { person, seats } = await readPerson(fjordvik.as('adviser'), PEOPLE.nesPrincipal.id)
    expect(person.deactivatedAt).toBeNull()
    expect(seats.filter(({ endedAt }) => endedAt === null).map(({ role, state }) => [role, state])).toEqual([
      ['observer', 'offered'],
    ])
    expect((await listEvents(fjordvik.db)).slice(-2).map(({ kind }) => kind)).toEqual([
      'person let in again',
      'person invited',
    ])
    expect(await mails(fjordvik)).toHaveLength(1)
  })

  it('of a director says no to the address of somebody deactivated', async () => {
    const fjordvik = await world()
    await deactivate(fjordvik.as('adviser'), PEOPLE.nesPrincipal.id, form())
    const days = { from: fjordvik.today, to: fjordvik.today, may: [] }
    const deputy = { email: EMAILS.nesPrincipal, ...days }
    expect(firstOf(await nameDeputy(fjordvik.as('director', BLUEBELL), BLUEBELL, deputy, letter, form()))).toEqual({
      field: 'email',
      message: 'seat.personDeactivated',
      values: { email: EMAILS.nesPrincipal },
    })
    expect((await readPerson(fjordvik.as('adviser'), PEOPLE.nesPrincipal.id)).person.deactivatedAt).not.toBeNull()
    expect(await mails(fjordvik)).toEqual([])
  })

  it('is for advisers only', async () => {
    const fjordvik = await world()
    const given = { role: 'observer', email: NEW, unitId: null, ownerId: null } as const
    for (const who of [fjordvik.as('director', BLUEBELL), fjordvik.as('observer'), fjordvik.as('owner')]) {
      await expect(offerSeat(who, given, letter, form())).rejects.toThrow('not found')
    }
  })

  it('sends the letter again while nobody has answered', async () => {
    const fjordvik = await world()
    await offer(fjordvik, { role: 'observer' })
    const { actor, context } = await signedIn(fjordvik)
    const id = offeredSeat(actor)
    expect((await sendAgain(fjordvik.as('adviser'), id, letter, 'again')).saved).toBe(true)
    expect((await sendAgain(fjordvik.as('adviser'), id, letter, 'again')).saved).toBe(true)
    expect(await mails(fjordvik)).toHaveLength(2)
    const sentAgain = (await listEvents(fjordvik.db)).filter(({ kind }) => kind === 'offer sent again')
    expect(sentAgain.map(({ personId, content }) => [personId, content])).toEqual([
      [PEOPLE.adviser.id, { person: actor.id, role: 'observer', seat: id }],
    ])
    await expect(sendAgain(context, id, letter, form())).rejects.toThrow('not found')
    await answerOffer(context, id, 'yes', form())
    expect(said(await sendAgain(fjordvik.as('adviser'), id, letter, form()))).toEqual(['seat.offerGone'])
  })
})

describe('naming a deputy', () => {
  const deputy = { email: NEW, from: day('2027-04-01'), to: day('2027-06-30'), may: ['answer steps'] } as const

  it('gives what the leader lets, for the days between', async () => {
    const fjordvik = await world()
    await nameDeputy(fjordvik.as('director', BLUEBELL), BLUEBELL, deputy, letter, form())
    const early = await signedIn(fjordvik)
    expect((await answerOffer(early.context, offeredSeat(early.actor), 'yes', form())).saved).toBe(true)
    expect((await signedIn(fjordvik)).actor).toMatchObject({ seats: [], offers: [] })
    expect(await listOwnWaiting((await signedIn(fjordvik)).context)).toMatchObject([{ state: 'will hold' }])
    const april = await signedIn(fjordvik.at('2027-04-01'))
    expect(april.actor.seats).toMatchObject([{ role: 'deputy', unitIds: [BLUEBELL], may: ['answer steps'] }])
    await signedIn(fjordvik.at('2027-06-30'))
    await expect(signedIn(fjordvik.at('2027-07-01'))).rejects.toThrow('not found')
  })

  it('is for the unit’s leader and advisers; for others as for anything else there', async () => {
    const fjordvik = await world()
    expect((await nameDeputy(fjordvik.as('adviser'), BLUEBELL, deputy, letter, form())).saved).toBe(true)
    const refusals = [
      [fjordvik.as('deputy', BLUEBELL), 'not allowed'],
      [fjordvik.as('observer'), 'not allowed'],
      [fjordvik.as('director', LINGONBERRY), 'not found'],
      [fjordvik.as('principal', FJORDVIK_SCHOOL), 'not found'],
    ] as const
    for (const [who, why] of refusals) {
      await expect(nameDeputy(who, BLUEBELL, deputy, letter, form())).rejects.toThrow(why)
      await expect(readDeputies(who, BLUEBELL)).rejects.toThrow(why)
    }
    await expect(nameDeputy(fjordvik.as('adviser'), 'nowhere', deputy, letter, form())).rejects.toThrow('not found')
  })

  it('refuses a period that cannot be', async () => {
    const fjordvik = await world()
    const reversed = { ...deputy, from: deputy.to, to: deputy.from }
    const outcome = await nameDeputy(fjordvik.as('director', BLUEBELL), BLUEBELL, reversed, letter, form())
    expect(said(outcome)).toEqual(['seat.periodReversed'])
    expect(await mails(fjordvik)).toEqual([])
  })
})

describe('answering an offer', () => {
  async function offered(on?: string) {
    const fjordvik = await world(on)
    await offer(fjordvik, { role: 'director', unitId: BLUEBELL })
    const { actor, context } = await signedIn(fjordvik)
    return { fjordvik, id: offeredSeat(actor), actor, context }
  }

  it('is for whom it was offered to', async () => {
    const { fjordvik, id } = await offered()
    for (const who of [fjordvik.as('adviser'), fjordvik.as('director', BLUEBELL)]) {
      await expect(readOwnSeat(who, id)).rejects.toThrow('not found')
      await expect(answerOffer(who, id, 'yes', form())).rejects.toThrow('not found')
    }
    await expect(readOwnSeat(fjordvik.as('adviser'), 'no seat')).rejects.toThrow('not found')
  })

  it('waits for the leader who is there, and names the role', async () => {
    const { fjordvik, id, context } = await offered()
    const values = { name: PEOPLE.bluebellDirector.name, unit: 'Blåklokka barnehage' }
    expect(firstOf(await answerOffer(context, id, 'yes', form()))).toEqual({
      field: 'answer',
      message: 'seat.ledBySomebody',
      values,
    })
    const seat = fjordvik.db.updateTable('seat').where('id', '=', seatOf(PEOPLE.bluebellDirector))
    await seat.set({ to_day: day('2027-03-31') }).execute()
    expect(firstOf(await answerOffer(context, id, 'yes', form()))).toEqual({
      field: 'answer',
      message: 'seat.ledUntil',
      values: { ...values, day: '2027-04-01' },
    })
    expect((await readOwnSeat(context, id)).leader?.personId).toBe(PEOPLE.bluebellDirector.id)
  })

  it('ends the seat of a leader whose last day has passed', async () => {
    const { fjordvik, id } = await offered()
    const before = seatOf(PEOPLE.bluebellDirector)
    await fjordvik.db
      .updateTable('seat')
      .where('id', '=', before)
      .set({ to_day: day('2027-03-31') })
      .execute()
    const april = fjordvik.at('2027-04-01')
    const { context } = await signedIn(april)
    expect((await answerOffer(context, id, 'yes', form())).saved).toBe(true)
    const rows = await april.db
      .selectFrom('seat')
      .select(['id', 'ended_at'])
      .where('ended_at', 'is not', null)
      .execute()
    expect(rows).toEqual([{ id: before, ended_at: april.now }])
    expect((await kinds(april)).slice(-2)).toEqual(['seat ended', 'seat accepted'])
    expect((await signedIn(april)).actor.seats).toMatchObject([{ role: 'director', unitIds: [BLUEBELL] }])
  })

  it('of two who are offered the same seat the second is told who has it', async () => {
    const fjordvik = await world()
    const emails = [NEW, 'newer@fjordvik.example']
    for (const email of emails) await offer(fjordvik, { role: 'director', unitId: SUNBEAM, email })
    await endSeat(fjordvik.as('adviser'), seatOf(PEOPLE.sunbeamDirector), form())
    const both = await Promise.all(emails.map((email) => signedIn(fjordvik, email)))
    const outcomes = await Promise.all(
      both.map(({ actor, context }) => answerOffer(context, offeredSeat(actor), 'yes', form())),
    )
    expect(outcomes.map(said).sort()).toEqual([[], ['seat.ledBySomebody']])
  })

  it('is given once: no stays no, and yes yes', async () => {
    const fjordvik = await world()
    await offer(fjordvik, { role: 'observer' })
    const { actor, context } = await signedIn(fjordvik)
    for (const _ of [1, 2]) {
      expect((await answerOffer(context, offeredSeat(actor), 'no', 'the same')).saved).toBe(true)
    }
    expect(said(await answerOffer(context, offeredSeat(actor), 'yes', form()))).toEqual(['seat.declinedBefore'])
    expect((await kinds(fjordvik)).filter((kind) => kind === 'seat declined')).toHaveLength(1)
    await offer(fjordvik, { role: 'observer' })
    const later = await signedIn(fjordvik)
    await answerOffer(later.context, offeredSeat(later.actor), 'yes', form())
    expect(said(await answerOffer(later.context, offeredSeat(later.actor), 'no', form()))).toEqual([
      'seat.acceptedBefore',
    ])
  })

  it('comes too late when the offer was taken back, ran out, or the unit closed', async () => {
    const { fjordvik, id, context } = await offered()
    const closed = { closed_day: fjordvik.today }
    await fjordvik.db.updateTable('unit').set(closed).where('id', '=', BLUEBELL).execute()
    expect(said(await answerOffer(context, id, 'yes', form()))).toEqual(['seat.unitHasClosed'])
    await endSeat(fjordvik.as('adviser'), id, form())
    expect(said(await answerOffer(context, id, 'yes', form()))).toEqual(['seat.offerGone'])
    expect((await readOwnSeat(context, id)).seat.state).toBe('withdrawn')
  })
})

describe('ending a seat', () => {
  it('ends the sessions of its person at once, and says who did it', async () => {
    const fjordvik = await world()
    const { db, now } = fjordvik
    const token = await signInAs(db, PEOPLE.bluebellDeputy.id, now)
    const other = await signInAs(db, PEOPLE.nesPrincipal.id, now)
    const id = seatOf(PEOPLE.bluebellDeputy)
    for (const _ of [1, 2]) expect((await endSeat(fjordvik.as('director', BLUEBELL), id, 'once')).saved).toBe(true)
    expect(await findSignedIn(db, token, now)).toBeNull()
    expect(await findSignedIn(db, other, now)).not.toBeNull()
    const row = await db.selectFrom('seat').select('ended_by').where('id', '=', id).executeTakeFirst()
    expect(row?.ended_by).toBe(PEOPLE.bluebellDirector.id)
    const ended = (await listEvents(db)).filter(({ kind }) => kind === 'seat ended')
    expect(ended).toMatchObject([{ content: { seat: id, person: PEOPLE.bluebellDeputy.id } }])
    expect(said(await endSeat(fjordvik.as('adviser'), id, form()))).toEqual(['seat.endedBefore'])
  })

  it('is for advisers, the leader of a deputy, and oneself', async () => {
    const fjordvik = await world()
    const id = seatOf(PEOPLE.bluebellDeputy)
    const strangers = [
      fjordvik.as('director', LINGONBERRY),
      fjordvik.as('principal', FJORDVIK_SCHOOL),
      fjordvik.as('observer'),
      fjordvik.as('owner'),
    ]
    for (const who of strangers) {
      await expect(readSeatToEnd(who, id)).rejects.toThrow('not found')
      await expect(endSeat(who, id, form())).rejects.toThrow('not found')
    }
    await expect(endSeat(fjordvik.as('deputy', BLUEBELL), seatOf(PEOPLE.bluebellDirector), form())).rejects.toThrow(
      'not found',
    )
    expect(
      (await endSeat(fjordvik.as('director', LINGONBERRY), seatOf(PEOPLE.lingonberryDirector), form())).saved,
    ).toBe(true)
  })

  it('keeps the last adviser, until another has said yes', async () => {
    const fjordvik = await world()
    const [first, second] = [fjordvik.asPerson(PEOPLE.adviser), fjordvik.asPerson(PEOPLE.secondAdviser)]
    expect((await endSeat(second, seatOf(PEOPLE.secondAdviser), form())).saved).toBe(true)
    expect(said(await endSeat(first, seatOf(PEOPLE.adviser), form()))).toEqual(['seat.lastAdviser'])
    await offer(fjordvik, { role: 'adviser' })
    expect(said(await endSeat(first, seatOf(PEOPLE.adviser), form()))).toEqual(['seat.lastAdviser'])
    const { actor, context } = await signedIn(fjordvik)
    await answerOffer(context, offeredSeat(actor), 'yes', form())
    expect((await endSeat(first, seatOf(PEOPLE.adviser), form())).saved).toBe(true)
  })

  it('of two advisers who end each other’s at once, one stays', async () => {
    const fjordvik = await world()
    const [first, second] = [fjordvik.asPerson(PEOPLE.adviser), fjordvik.asPerson(PEOPLE.secondAdviser)]
    const outcomes = await Promise.all([
      endSeat(first, seatOf(PEOPLE.secondAdviser), form()),
      endSeat(second, seatOf(PEOPLE.adviser), form()),
    ])
    expect(outcomes.map(({ saved }) => saved).sort()).toEqual([false, true])
  })

  it('leaves an offer that was only taken back without ending other sessions', async () => {
    const fjordvik = await world()
    const { db, now } = fjordvik
    await offer(fjordvik, { role: 'observer', email: EMAILS.nesPrincipal })
    const { actor, token } = await signedIn(fjordvik, EMAILS.nesPrincipal)
    await endSeat(fjordvik.as('adviser'), offeredSeat(actor), form())
    expect((await findSignedIn(db, token, now))?.person.offers).toEqual([])
  })

  it('comes by itself on the day after the last', async () => {
    const fjordvik = await world()
    const { db, now, today } = fjordvik
    const token = await signInAs(db, PEOPLE.bluebellDeputy.id, now)
    await db.updateTable('seat').set({ to_day: today }).where('person_id', '=', PEOPLE.bluebellDeputy.id).execute()
    expect(await findSession(db, sha256(token), today)).not.toBeNull()
    expect(await findSession(db, sha256(token), plusDays(today, 1))).toBeNull()
  })
})
