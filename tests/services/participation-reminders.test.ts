import { beforeEach, describe, expect, it } from 'vitest'
import type { SignedIn } from '#app/services/context.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readOverview } from '#app/services/overview.server.ts'
import {
  readReminding,
  remindAll,
  remindUnit,
  type WriteReminder,
} from '#app/services/participation-reminders.server.ts'
import { readParticipation } from '#app/services/participation.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { BEACH_SCHOOL, BLUEBELL, LINGONBERRY, PEOPLE, SUNBEAM, VIKABYGD_SCHOOL } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world('2027-03-10')
})

const adviser = () => fjordvik.as('adviser')
const letter: WriteReminder = (units) => ({ subject: units.map(({ id }) => id).join(), body: 'Svar' })
const remind = (unitId: string = SUNBEAM, context: SignedIn = adviser(), form = newId()) =>
  remindUnit(context, { year: 2027, unitId }, form, letter)

const mails = async () => {
  const rows = await fjordvik.db.selectFrom('outbox').select(['recipient', 'subject']).orderBy('sequence').execute()
  return rows.map(({ recipient, subject }) => [recipient, subject])
}
const reminders = () => fjordvik.db.selectFrom('reminder').select(['unit_id', 'person_id', 'at']).execute()
const sent = async () => (await listEvents(fjordvik.db)).filter(({ kind }) => kind === 'reminder sent')

describe('a reminder about one unit', () => {
  it('goes to the owner and the leader, and is remembered', async () => {
    expect(await remind()).toEqual({ saved: true, first: true })
    expect(await mails()).toEqual([
      ['owner@fjordvik.example', SUNBEAM],
      ['sunbeam@fjordvik.example', SUNBEAM],
    ])
    expect(await reminders()).toEqual([{ unit_id: SUNBEAM, person_id: PEOPLE.adviser.id, at: fjordvik.now }])
    expect(await sent()).toMatchObject([{ personId: PEOPLE.adviser.id, content: { cycle: 2027, unit: SUNBEAM } }])
    const { lacking } = await readParticipation(adviser(), 2027)
    expect(lacking.find(({ unit }) => unit.id === SUNBEAM)).toMatchObject({ remindedAt: fjordvik.now })
  })

  it('goes out once a day at most, whoever sends it', async () => {
    await remind()
    const again = await remind(SUNBEAM, fjordvik.asPerson(PEOPLE.secondAdviser))
    expect(again).toMatchObject({ saved: false, problems: [{ message: 'remindedToday' }] })
    expect(await mails()).toHaveLength(2)
    fjordvik = fjordvik.at('2027-03-11')
    expect(await remind()).toMatchObject({ saved: true })
    expect(await mails()).toHaveLength(4)
  })

  it('by two advisers at once goes out once', async () => {
    const outcomes = await Promise.all([remind(), remind(SUNBEAM, fjordvik.asPerson(PEOPLE.secondAdviser))])
    expect(outcomes.filter(({ saved }) => saved)).toHaveLength(1)
    expect(await reminders()).toHaveLength(1)
  })

  it('acts once when the form is sent twice', async () => {
    const form = newId()
    await remind(SUNBEAM, adviser(), form)
    expect(await remind(SUNBEAM, adviser(), form)).toEqual({ saved: true, first: false })
    expect(await mails()).toHaveLength(2)
  })

  it.each([
    ['has answered', LINGONBERRY, 'answeredAlready'],
    ['has said no', BEACH_SCHOOL, 'answeredAlready'],
    ['is bound by the plan', BLUEBELL, 'planBindsUnit'],
  ])('is not sent where the unit %s', async (_, unitId, message) => {
    expect(await remind(unitId)).toMatchObject({ saved: false, problems: [{ message }] })
    expect((await readReminding(adviser(), 2027, unitId)).whyNot).toMatchObject({ message })
    expect(await mails()).toEqual([])
    expect(await reminders()).toEqual([])
  })

  it('says so where nobody can be reached: no seat that holds, or no address', async () => {
    await fjordvik.db.updateTable('person').set({ email: null }).where('id', '=', PEOPLE.sunbeamDirector.id).execute()
    expect(await remind()).toMatchObject({ saved: true })
    expect(await mails()).toEqual([['owner@fjordvik.example', SUNBEAM]])
    await fjordvik.db
      .updateTable('seat')
      .set({ ended_at: fjordvik.now })
      .where('person_id', '=', PEOPLE.vikabygdPrincipal.id)
      .execute()
    expect(await remind(VIKABYGD_SCHOOL)).toMatchObject({ saved: false, problems: [{ message: 'nobodyToRemind' }] })
    const { lacking } = await readParticipation(adviser(), 2027)
    expect(lacking.find(({ unit }) => unit.id === VIKABYGD_SCHOOL)).toMatchObject({
      answerers: [],
      whyNot: { message: 'nobodyToRemind' },
    })
  })

  it.each([
    ['only offered', { accepted_at: null }],
    ['not begun', { from_day: '2027-03-11' }],
    ['over', { to_day: '2027-03-09' }],
  ])('does not go to a seat that is %s', async (_, change) => {
    await fjordvik.db
      .updateTable('seat')
      .set(change as object)
      .where('person_id', '=', PEOPLE.sunbeamDirector.id)
      .execute()
    expect((await readReminding(adviser(), 2027, SUNBEAM)).recipients).toEqual(['owner@fjordvik.example'])
  })

  it('is not sent when the cycle is over', async () => {
    fjordvik = fjordvik.at('2027-12-01')
    expect(await remind()).toMatchObject({ saved: false, problems: [{ message: 'cycleOver' }] })
  })

  it('leaves the overview as it was', async () => {
    const { standings } = await readOverview(adviser(), 2027)
    await remind()
    expect((await readOverview(adviser(), 2027)).standings).toBe(standings)
  })

  it.each([
    ['an observer', () => fjordvik.as('observer')],
    ['the owner', () => fjordvik.as('owner')],
    ['the director', () => fjordvik.as('director', SUNBEAM)],
  ])('is not for %s to send', async (_, who) => {
    await expect(remind(SUNBEAM, who())).rejects.toMatchObject({ code: 'not found' })
    await expect(readReminding(who(), 2027, SUNBEAM)).rejects.toMatchObject({ code: 'not found' })
  })

  it('is of a unit that has a place', async () => {
    await expect(remind('nowhere')).rejects.toMatchObject({ code: 'not found' })
  })
})

describe('a reminder to all', () => {
  const all = (context: SignedIn = adviser()) => remindAll(context, 2027, newId(), letter)

  it('goes to everybody who can answer for a unit that has not', async () => {
    expect(await all()).toEqual({ saved: true, first: true })
    expect(new Set((await mails()).map(([recipient]) => recipient))).toEqual(
      new Set(['owner@fjordvik.example', 'sunbeam@fjordvik.example', 'vikabygd@fjordvik.example']),
    )
    expect((await reminders()).map(({ unit_id }) => unit_id).sort()).toEqual([SUNBEAM, VIKABYGD_SCHOOL].sort())
    expect(await sent()).toHaveLength(2)
  })

  it('is one letter to whoever answers for several', async () => {
    const sunbeam = await fjordvik.db.selectFrom('unit').selectAll().where('id', '=', SUNBEAM).executeTakeFirstOrThrow()
    const another = { ...sunbeam, id: 'another', name: 'Soldogg barnehage', org_number: null }
    await fjordvik.db.insertInto('unit').values(another).execute()
    await all()
    const toOwner = (await mails()).filter(([recipient]) => recipient === 'owner@fjordvik.example')
    expect(toOwner).toHaveLength(1)
    expect(toOwner[0]?.[1]?.split(',').sort()).toEqual(['another', SUNBEAM].sort())
  })

  it('leaves out those who were reminded today', async () => {
    await remind()
    await all()
    expect((await mails()).slice(2)).toEqual([['vikabygd@fjordvik.example', VIKABYGD_SCHOOL]])
    expect(await all()).toMatchObject({ saved: false, problems: [{ message: 'nobodyLeftToRemind' }] })
  })

  it('is for an adviser; an observer may only look', async () => {
    await expect(all(fjordvik.as('observer'))).rejects.toMatchObject({ code: 'not allowed' })
    await expect(all(fjordvik.as('owner'))).rejects.toMatchObject({ code: 'not found' })
  })
})
