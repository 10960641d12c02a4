import { describe, expect, it } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { whatToKnow } from '#app/services/notices.server.ts'
import { offerSeat } from '#app/services/offers.server.ts'
import { readOverview } from '#app/services/overview.server.ts'
import {
  deactivate,
  makeAnonymous,
  readMonthsToAnonymity,
  readPeople,
  readPerson,
  setMonthsToAnonymity,
} from '#app/services/people.server.ts'
import type { Outcome } from '#app/services/saving.server.ts'
import { endSeat } from '#app/services/seats.server.ts'
import { findSignedIn } from '#app/services/sessions.server.ts'
import { signInAs } from '#app/services/sign-in.server.ts'
import { readThinUnits } from '#app/services/staffing.server.ts'
import { tickStep } from '#app/services/steps.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { insertMail } from '#db/queries/outbox.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, EMAILS, LINGONBERRY, PAIRS, PEOPLE, SUNBEAM, VIKABYGD_SCHOOL } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let forms = 0
const form = () => `form ${(forms += 1)}`
const said = (outcome: Outcome): string[] => (outcome.saved ? [] : outcome.problems.map(({ message }) => message))
const letter = () => ({ subject: 'Rolle', body: 'Rolle' })
const seatOf = (person: { seats: readonly { id: string }[] }) => person.seats[0]?.id ?? 'none'
const ALL = { words: '', role: null }

describe('everybody', () => {
  it('is found by words in name, address and unit, and by role', async () => {
    const fjordvik = await world()
    const ids = async (words: string, role: Parameters<typeof readPeople>[1]['role'] = null) =>
      (await readPeople(fjordvik.as('adviser'), { words, role })).people.map(({ id }) => id)
    expect(await ids('')).toHaveLength(Object.keys(PEOPLE).length)
    expect(await ids('NES@fjordvik')).toEqual([PEOPLE.nesPrincipal.id])
    expect((await ids('blåklokka', 'deputy')).sort()).toEqual([PEOPLE.bluebellDeputy.id, PEOPLE.bothSides.id].sort())
    expect(await ids('skole blåklokka', 'deputy')).toEqual([PEOPLE.bothSides.id])
    expect(await ids('', 'none')).toEqual([])
    await endSeat(fjordvik.as('adviser'), seatOf(PEOPLE.nesPrincipal), form())
    expect(await ids('', 'none')).toEqual([PEOPLE.nesPrincipal.id])
    expect(await ids('', 'principal')).not.toContain(PEOPLE.nesPrincipal.id)
  })

  it('shows offers that wait, the oldest first', async () => {
    const fjordvik = await world()
    const given = { role: 'observer', unitId: null, ownerId: null } as const
    const [one, two] = ['one@fjordvik.example', 'two@fjordvik.example']
    await offerSeat(fjordvik.as('adviser'), { ...given, email: one }, letter, form())
    await offerSeat(fjordvik.at('2027-03-11').as('adviser'), { ...given, email: two }, letter, form())
    const { offers } = await readPeople(fjordvik.as('adviser'), ALL)
    expect(offers.map(({ person }) => person.email)).toEqual([one, two])
  })

  it('is read by advisers only', async () => {
    const fjordvik = await world()
    for (const who of [fjordvik.as('observer'), fjordvik.as('director', BLUEBELL), fjordvik.as('owner')]) {
      await expect(readPeople(who, ALL)).rejects.toThrow('not found')
      await expect(readThinUnits(who)).rejects.toThrow('not found')
      await expect(readPerson(who, who.actor.id)).rejects.toThrow('not found')
      await expect(deactivate(who, PEOPLE.nesPrincipal.id, form())).rejects.toThrow('not found')
      await expect(makeAnonymous(who, PEOPLE.nesPrincipal.id, form())).rejects.toThrow('not found')
      await expect(setMonthsToAnonymity(who, 12, form())).rejects.toThrow('not found')
    }
    await expect(readPerson(fjordvik.as('adviser'), 'nobody')).rejects.toThrow('not found')
  })
})

describe('the units that need people', () => {
  const lacks = async (fjordvik: World) =>
    (await readThinUnits(fjordvik.as('adviser'))).map(({ unit, people, vacantFrom }) => [unit.id, people, vacantFrom])

  it('are those with one person or none, the ones without a leader first', async () => {
    const fjordvik = await world()
    const thin = await lacks(fjordvik)
    expect(thin.map(([id]) => id)).not.toContain(BLUEBELL)
    expect(thin.map(([id]) => id)).not.toContain(VIKABYGD_SCHOOL)
    expect(thin.find(([id]) => id === LINGONBERRY)).toEqual([LINGONBERRY, 1, null])
    await endSeat(fjordvik.as('adviser'), seatOf(PEOPLE.bluebellDirector), form())
    expect((await lacks(fjordvik))[0]).toEqual([BLUEBELL, 2, fjordvik.today])
  })

  it('are seen before the leader has left, and not when they have closed', async () => {
    const fjordvik = await world()
    const { db } = fjordvik
    await db
      .updateTable('seat')
      .set({ to_day: day('2027-05-31') })
      .where('unit_id', '=', LINGONBERRY)
      .execute()
    await db.updateTable('unit').set({ closed_day: fjordvik.today }).where('id', '=', SUNBEAM).execute()
    const thin = await lacks(fjordvik)
    expect(thin.filter(([, , vacantFrom]) => vacantFrom !== null).at(-1)).toEqual([LINGONBERRY, 1, '2027-06-01'])
    expect(thin.at(-1)?.[2]).toBeNull()
    expect(thin.map(([id]) => id)).not.toContain(SUNBEAM)
  })

  it('come with the next day that something which binds them is due', async () => {
    const fjordvik = await world()
    const dueAt = async (on: string) => {
      const units = await readThinUnits(fjordvik.at(on).as('adviser'))
      return units.find(({ unit }) => unit.id === LINGONBERRY)?.nextDue
    }
    expect(await dueAt('2027-03-10')).toBe('2027-04-30')
    expect(await dueAt('2027-04-30')).toBe('2027-04-30')
    expect((await dueAt('2027-05-01')) ?? '').toMatch(/^2027-(05|06|08)/)
    expect(await dueAt('2028-06-01')).toBeNull()
  })

  it('are counted on the adviser’s first page, and on nobody else’s', async () => {
    const fjordvik = await world()
    const count = async (who: ReturnType<World['as']>) => (await whatToKnow(who, [])).vacant
    const before = await count(fjordvik.as('adviser'))
    const vacant = (await readThinUnits(fjordvik.as('adviser'))).filter(
      ({ vacantFrom }) => vacantFrom === fjordvik.today,
    )
    expect(before).toBe(vacant.length)
    await endSeat(fjordvik.as('adviser'), seatOf(PEOPLE.bluebellDirector), form())
    expect(await count(fjordvik.as('adviser'))).toBe(before + 1)
    for (const who of [fjordvik.as('observer'), fjordvik.as('deputy', BLUEBELL), fjordvik.as('owner')]) {
      expect(await count(who)).toBe(0)
    }
  })
})

describe('deactivating', () => {
  it('ends all seats, offers and sessions, and deletes nothing', async () => {
    const fjordvik = await world()
    const { db, now } = fjordvik
    const adviser = fjordvik.as('adviser')
    const { id } = PEOPLE.bothSides
    await offerSeat(
      adviser,
      { role: 'observer', email: EMAILS.bothSides ?? '', unitId: null, ownerId: null },
      letter,
      form(),
    )
    const token = await signInAs(db, id, now)
    for (const _ of [1, 2]) expect((await deactivate(adviser, id, 'once')).saved).toBe(true)
    expect(await findSignedIn(db, token, now)).toBeNull()
    const { person, seats } = await readPerson(adviser, id)
    expect(person).toMatchObject({ name: PEOPLE.bothSides.name, email: EMAILS.bothSides, deactivatedAt: now })
    expect(seats.map(({ state }) => state).sort()).toEqual(['ended', 'ended', 'withdrawn'])
    const kinds = (await listEvents(db)).map(({ kind }) => kind)
    expect(kinds.slice(-4)).toEqual(['seat ended', 'seat ended', 'seat ended', 'person deactivated'])
    await expect(signInAs(db, id, now)).rejects.toThrow('not found')
    expect(said(await deactivate(adviser, id, form()))).toEqual(['seat.deactivatedBefore'])
  })

  it('keeps the last adviser', async () => {
    const fjordvik = await world()
    const adviser = fjordvik.asPerson(PEOPLE.adviser)
    expect((await deactivate(adviser, PEOPLE.secondAdviser.id, form())).saved).toBe(true)
    expect(said(await deactivate(adviser, PEOPLE.adviser.id, form()))).toEqual(['seat.lastAdviser'])
    expect((await readPerson(adviser, PEOPLE.adviser.id)).person.deactivatedAt).toBeNull()
  })
})

describe('making anonymous', () => {
  it('waits for the time that the municipality set', async () => {
    const fjordvik = await world()
    const adviser = fjordvik.as('adviser')
    const { id } = PEOPLE.nesPrincipal
    expect(said(await makeAnonymous(adviser, id, form()))).toEqual(['seat.deactivateFirst'])
    await deactivate(adviser, id, form())
    expect(await makeAnonymous(adviser, id, form())).toEqual({
      saved: false,
      problems: [{ field: 'person', message: 'seat.anonymousLater', values: { day: '2029-03-10' } }],
    })
    expect(said(await makeAnonymous(fjordvik.at('2029-03-09').as('adviser'), id, form()))).toEqual([
      'seat.anonymousLater',
    ])
    expect((await makeAnonymous(fjordvik.at('2029-03-10').as('adviser'), id, form())).saved).toBe(true)
    expect(said(await makeAnonymous(fjordvik.at('2029-03-10').as('adviser'), id, form()))).toEqual([
      'seat.anonymousBefore',
    ])
  })

  it('takes the name out of the history at once, and the address out of everything', async () => {
    const fjordvik = await world()
    const { db, now } = fjordvik
    const { id, name } = PEOPLE.bluebellDirector
    const email = EMAILS.bluebellDirector ?? ''
    const where = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }
    const saying = { side: 'kindergarten', answer: 'done', doneOn: null, reason: null, note: null, seen: null } as const
    expect((await tickStep(fjordvik.as('director', BLUEBELL), where, { ...saying, meaning: 1 }, form())).saved).toBe(
      true,
    )
    await insertMail(db, { recipient: email, subject: 'Kode', body: 'Kode' }, now)
    const names = async ({ as }: World) =>
      (await readOverview(as('adviser'), 2027)).standings.flatMap(({ lines }) =>
        lines.flatMap(({ history }) => history.map(({ by }) => by.name)),
      )
    expect(await names(fjordvik)).toEqual([name])
    await setMonthsToAnonymity(fjordvik.as('adviser'), 2, form())
    await deactivate(fjordvik.as('adviser'), id, form())
    const may = fjordvik.at('2027-05-10')
    expect((await makeAnonymous(may.as('adviser'), id, form())).saved).toBe(true)
    expect(await names(may)).toEqual(['Tidligere bruker'])
    const tables = await Promise.all([
      db.selectFrom('person').selectAll().execute(),
      db.selectFrom('outbox').selectAll().execute(),
      db.selectFrom('event').selectAll().execute(),
    ])
    expect(JSON.stringify(tables)).not.toContain(email)
    expect((await readPerson(may.as('adviser'), id)).person).toMatchObject({ name: 'Tidligere bruker', email: null })
  })

  it('follows the months there are now', async () => {
    const fjordvik = await world()
    const adviser = fjordvik.as('adviser')
    expect(await readMonthsToAnonymity(adviser)).toBe(24)
    for (const months of [1, 121, 3.5, Number.NaN]) {
      expect(said(await setMonthsToAnonymity(adviser, months, form()))).toEqual(['seat.monthsOutside'])
    }
    await setMonthsToAnonymity(adviser, 6, form())
    await deactivate(adviser, PEOPLE.nesPrincipal.id, form())
    expect((await readPerson(adviser, PEOPLE.nesPrincipal.id)).anonymousFrom).toBe('2027-09-10')
    const set = (await listEvents(fjordvik.db)).filter(({ kind }) => kind === 'time to anonymity set')
    expect(set).toMatchObject([{ content: { months: 6 } }])
  })
})
