import { describe, expect, it } from 'vitest'
import type { Person, Role } from '#app/domain/permissions.ts'
import { readAccount } from '#app/services/account.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { readHandover } from '#app/services/handover.server.ts'
import { vacanciesAmong } from '#app/services/leadership.server.ts'
import { limitLeader, readLeaving, readNotes, writeNote } from '#app/services/leaving.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { listSeatsEverAt } from '#db/queries/seats.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { answerNow } from './saying.ts'

const forms = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }

/** Somebody new, offered a seat at a unit: as they are before they have answered. */
async function offered({ db, now, asPerson }: World, role: Role, unitId: string): Promise<SignedIn> {
  const person = { id: newId(), name: 'Styrer, ny' }
  const seat = { id: newId(), role, unitIds: [unitId] }
  await db
    .insertInto('person')
    .values({ ...person, email: 'ny@fjordvik.example', created_at: now, deactivated_at: null })
    .execute()
  await db
    .insertInto('seat')
    .values({
      id: seat.id,
      person_id: person.id,
      role,
      unit_id: unitId,
      owner_id: null,
      started_at: now,
      ended_at: null,
      accepted_at: null,
    })
    .execute()
  return asPerson({ ...person, seats: [], offers: [seat] })
}

const accepted = ({ actor, ...context }: SignedIn): SignedIn => {
  const person: Person = { ...actor, seats: actor.offers ?? [], offers: [] }
  return { ...context, actor: person }
}

async function stepsOf(context: SignedIn, unitId: string) {
  const { cycles } = await readHandover(context, unitId)
  return cycles.flatMap(({ agenda }) =>
    [...agenda.now, ...agenda.later].map(({ step, place }) => `${step.id} ${place.id}`),
  )
}

describe('the handover of a unit', () => {
  it('is made from the record: the successor reads what the leader would, before saying yes', async () => {
    const fjordvik = await world('2027-04-10')
    const director = fjordvik.as('director', BLUEBELL)
    const successor = await offered(fjordvik, 'director', BLUEBELL)
    const before = await stepsOf(director, BLUEBELL)
    expect(before).toContain(`${STEPS.sendForms} ${PAIRS.bluebellFjordvik}`)
    expect(await stepsOf(successor, BLUEBELL)).toEqual(before)
    await answerNow(director, forms, 'kindergarten', 'done')
    expect(await stepsOf(successor, BLUEBELL)).toEqual(
      before.filter((line) => line !== `${STEPS.sendForms} ${PAIRS.bluebellFjordvik}`),
    )
    expect(await stepsOf(accepted(successor), BLUEBELL)).toEqual(await stepsOf(director, BLUEBELL))
  })

  it('shows a successor nothing else before the yes, and everything of the unit after it', async () => {
    const fjordvik = await world()
    const successor = await offered(fjordvik, 'director', BLUEBELL)
    await expect(readChecklist(successor, 2027, BLUEBELL)).rejects.toThrow('not found')
    await expect(readHandover(successor, LINGONBERRY)).rejects.toThrow('not found')
    await expect(readLeaving(successor, BLUEBELL)).rejects.toThrow('not found')
    await expect(readNotes(successor, BLUEBELL)).rejects.toThrow('not found')
    const { cycles } = await readHandover(successor, BLUEBELL)
    expect(cycles.flatMap(({ places }) => places.filter(({ opens }) => opens))).toEqual([])
    expect((await readChecklist(accepted(successor), 2027, BLUEBELL)).rows).not.toEqual([])
    const after = await readHandover(accepted(successor), BLUEBELL)
    expect(after.cycles.flatMap(({ places }) => places.filter(({ opens }) => !opens))).toEqual([])
  })

  it.each([
    ['an owner', PEOPLE.kindergartenOwner, LINGONBERRY],
    ['an observer', PEOPLE.observer, BLUEBELL],
    ['the director of another kindergarten', PEOPLE.lingonberryDirector, BLUEBELL],
    [
      'a deputy who is offered the seat of a deputy',
      { ...PEOPLE.lingonberryDirector, offers: [{ id: 'x', role: 'deputy', unitIds: [BLUEBELL] }] },
      BLUEBELL,
    ],
  ] as const)('is not there for %s', async (_, person, unitId) => {
    const fjordvik = await world()
    await expect(readHandover(fjordvik.asPerson(person), unitId)).rejects.toThrow('not found')
  })

  it('is there for an adviser where nobody leads', async () => {
    const fjordvik = await world()
    await fjordvik.db.updateTable('seat').set({ ended_at: fjordvik.now }).where('unit_id', '=', BLUEBELL).execute()
    const { leadership, contacts } = await readHandover(fjordvik.as('adviser'), BLUEBELL)
    expect(leadership).toMatchObject({ now: null, vacantFrom: fjordvik.today, offered: [] })
    expect(leadership.history.map(({ name, to }) => [name, to])).toEqual([
      [PEOPLE.bluebellDirector.name, fjordvik.today],
    ])
    expect(contacts.own).toEqual([])
  })

  it('never tells an adviser what a sensitive step came to', async () => {
    const where = { year: 2026, placeId: BLUEBELL, stepId: STEPS.clarifyNeeds }
    const read = async (answer: 'done' | 'not relevant', who: (there: World) => SignedIn) => {
      const fjordvik = await world('2026-03-10')
      await answerNow(fjordvik.as('director', BLUEBELL), where, 'kindergarten', answer)
      const { cycles } = await readHandover(who(fjordvik), BLUEBELL)
      return cycles.flatMap(({ agenda, places }) => [agenda, places.map(({ progress }) => progress)])
    }
    const adviser = (there: World) => there.as('adviser')
    expect(await read('done', adviser)).toEqual(await read('not relevant', adviser))
  })

  it('has the children of the unit’s pairs from both sides, and where they differ', async () => {
    const fjordvik = await world()
    await fjordvik.db
      .insertInto('group_number')
      .values({
        pair_id: PAIRS.bluebellFjordvik,
        side: 'school',
        children: 7,
        reason: null,
        moved_to: null,
        at: fjordvik.now,
        person_id: null,
        for_unit: 0,
      })
      .execute()
    const { cycles } = await readHandover(fjordvik.as('deputy', BLUEBELL), BLUEBELL)
    const places = cycles[0]?.places.filter(({ children }) => children !== null)
    expect(places?.map(({ place, children }) => [place.id, children])).toEqual([
      [PAIRS.bluebellFjordvik, { kindergarten: 8, school: 7, differ: true }],
      [PAIRS.bluebellNes, { kindergarten: 2, school: 'not reported', differ: false }],
    ])
  })

  it('has the answer about taking part, and the other units’ people by seat', async () => {
    const fjordvik = await world()
    const { cycles, contacts } = await readHandover(fjordvik.as('director', LINGONBERRY), LINGONBERRY)
    expect(cycles[0]?.participation).toMatchObject({ answer: 'takes part', by: PEOPLE.adviser.name })
    expect(
      contacts.others.map(({ unit, people }) => [unit.name, people.map(({ role, email }) => [role, email])]),
    ).toEqual([
      ['Fjordvik skole', [['principal', 'fjordvik@fjordvik.example']]],
      ['Vikabygd skole', [['principal', 'vikabygd@fjordvik.example']]],
    ])
    expect(contacts.advisers).toHaveLength(2)
  })

  it('has what the unit’s own side wrote in the cycle before, the newest first', async () => {
    const before = await world('2026-04-10')
    const at = (step: string, placeId: string) => ({ year: 2026, placeId, stepId: step })
    const bluebell = before.as('director', BLUEBELL)
    await answerNow(bluebell, at(STEPS.formGroup, BLUEBELL), 'kindergarten', 'done', { note: 'Vi begynte tidlig.' })
    const later = before.at('2026-04-12')
    await answerNow(
      later.as('director', BLUEBELL),
      at(STEPS.sendForms, PAIRS.bluebellFjordvik2026),
      'kindergarten',
      'done',
      {
        note: 'Skjemaene var klare i mars.',
      },
    )
    await answerNow(
      later.as('principal', FJORDVIK_SCHOOL),
      at(STEPS.sendForms, PAIRS.bluebellFjordvik2026),
      'school',
      'disputed',
      {
        reason: 'Ett skjema mangler.',
      },
    )
    const { before: last } = await readHandover(later.at('2027-03-10').as('director', BLUEBELL), BLUEBELL)
    expect(last?.year).toBe(2026)
    expect(last?.helped.map(({ step, notes }) => [step.id, notes.map(({ tick }) => tick.note)])).toEqual([
      [STEPS.sendForms, ['Skjemaene var klare i mars.']],
      [STEPS.formGroup, ['Vi begynte tidlig.']],
    ])
    expect(last?.reasons).toEqual([])
    const school = await readHandover(later.at('2027-03-10').as('principal', FJORDVIK_SCHOOL), FJORDVIK_SCHOOL)
    expect(school.before?.reasons.map(({ notes }) => notes.map(({ tick }) => tick.reason))).toEqual([
      ['Ett skjema mangler.'],
    ])
  })
})

describe('a leader who leaves', () => {
  it('says a last day and a word to the next, and the unit is vacant from the day after', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    const note = 'Nøkkelen henger bak døra.'
    const saved = await limitLeader(director, BLUEBELL, { lastDay: '2027-03-31' as never, note }, 'form')
    expect(saved).toMatchObject({ saved: true, first: true })
    const [seat] = (await listSeatsEverAt(fjordvik.db, BLUEBELL)).filter(({ role }) => role === 'director')
    expect(seat).toMatchObject({ to: '2027-03-31', endedAt: null })
    const { leadership, notes } = await readHandover(fjordvik.as('adviser'), BLUEBELL)
    expect(leadership).toMatchObject({ vacantFrom: '2027-04-01', now: { personId: director.actor.id } })
    expect(notes.map(({ words }) => words)).toEqual([note])
    const units = [
      { id: BLUEBELL, externalMunicipality: null, closedOn: null },
      { id: LINGONBERRY, externalMunicipality: null, closedOn: null },
    ]
    expect(await vacanciesAmong(director, units)).toEqual([{ unitId: BLUEBELL, from: '2027-04-01', offered: false }])
    await offered(fjordvik, 'director', BLUEBELL)
    expect(await vacanciesAmong(fjordvik.at('2027-04-05').as('adviser'), units)).toEqual([
      { unitId: BLUEBELL, from: '2027-04-05', offered: true },
    ])
    const events = await fjordvik.db
      .selectFrom('event')
      .select(['kind', 'content'])
      .where('person_id', '=', director.actor.id)
      .execute()
    expect(events.map(({ kind }) => kind)).toEqual(['seat limited', 'handover note written'])
    expect(JSON.stringify(events)).not.toContain('Nøkkelen')
  })

  it.each([
    ['2027-03-09', 'lastDayOver'],
    ['2028-03-11', 'lastDayTooFar'],
  ])('cannot have left on %s: %s', async (lastDay, message) => {
    const fjordvik = await world()
    const outcome = await limitLeader(
      fjordvik.as('adviser'),
      BLUEBELL,
      { lastDay: lastDay as never, note: null },
      'form',
    )
    expect(outcome).toEqual({ saved: false, problems: [{ field: 'lastDay', message }] })
  })

  it.each(['2027-03-10', '2028-03-10'])('can have %s as the last day', async (lastDay) => {
    const fjordvik = await world()
    const outcome = await limitLeader(
      fjordvik.as('adviser'),
      BLUEBELL,
      { lastDay: lastDay as never, note: null },
      'form',
    )
    expect(outcome.saved).toBe(true)
  })

  it('takes the day back until it has passed; then nobody leads', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    expect(await limitLeader(director, BLUEBELL, { lastDay: null, note: null }, 'a')).toMatchObject({ saved: false })
    await limitLeader(director, BLUEBELL, { lastDay: '2027-03-12' as never, note: null }, 'b')
    await limitLeader(director, BLUEBELL, { lastDay: null, note: null }, 'c')
    expect((await readHandover(director, BLUEBELL)).leadership.vacantFrom).toBe(null)
    await limitLeader(director, BLUEBELL, { lastDay: '2027-03-12' as never, note: null }, 'd')
    const after = fjordvik.at('2027-03-13').as('adviser')
    expect((await readLeaving(after, BLUEBELL)).seat).toBe(null)
    expect(await limitLeader(after, BLUEBELL, { lastDay: null, note: null }, 'e')).toEqual({
      saved: false,
      problems: [{ field: 'lastDay', message: 'nobodyLeads' }],
    })
  })

  it('is refused where somebody else leads', async () => {
    const fjordvik = await world()
    const lastDay = '2027-03-31' as never
    const limit = (context: SignedIn) => limitLeader(context, BLUEBELL, { lastDay, note: null }, 'form')
    await expect(limit(fjordvik.as('deputy', BLUEBELL))).rejects.toThrow('not allowed')
    await expect(limit(fjordvik.as('director', LINGONBERRY))).rejects.toThrow('not found')
    await expect(limit(fjordvik.as('observer'))).rejects.toThrow('not found')
  })

  it('keeps an adviser from writing in the leader’s name', async () => {
    const fjordvik = await world()
    await limitLeader(
      fjordvik.as('adviser'),
      BLUEBELL,
      { lastDay: '2027-03-31' as never, note: 'Fra en annen' },
      'form',
    )
    expect((await readHandover(fjordvik.as('adviser'), BLUEBELL)).notes).toEqual([])
  })
})

describe('a note to the next', () => {
  it('can be rewritten, and the earlier one is kept', async () => {
    const fjordvik = await world()
    const director = fjordvik.as('director', BLUEBELL)
    await writeNote(director, BLUEBELL, 'Først', 'a')
    await writeNote(director, BLUEBELL, 'Så', 'b')
    await writeNote(director, BLUEBELL, 'Så', 'b')
    const { own, notes } = await readNotes(director, BLUEBELL)
    expect(own?.words).toBe('Så')
    expect(notes.map(({ words }) => words)).toEqual(['Så', 'Først'])
  })

  it.each([
    ['noteMissing', ''],
    ['textTooLong', 'x'.repeat(2001)],
    ['birthDate', 'Gutten født 12.03.2021 trenger støtte'],
    ['elevenDigits', 'Nummeret er 12032112345'],
  ])('is not saved: %s', async (message, words) => {
    const director = (await world()).as('director', BLUEBELL)
    const outcome = await writeNote(director, BLUEBELL, words, 'form')
    expect(outcome).toMatchObject({ saved: false, problems: [{ field: 'note', message }] })
    expect((await readNotes(director, BLUEBELL)).notes).toEqual([])
  })

  it('is for leaders: a deputy reads it and writes none', async () => {
    const fjordvik = await world()
    await expect(writeNote(fjordvik.as('deputy', BLUEBELL), BLUEBELL, 'Hei', 'f')).rejects.toThrow('not allowed')
    await expect(writeNote(fjordvik.as('adviser'), BLUEBELL, 'Hei', 'f')).rejects.toThrow('not allowed')
  })
})

describe('what was done', () => {
  it('stays on the account of whoever did it', async () => {
    const fjordvik = await world('2027-04-10')
    const director = fjordvik.as('director', BLUEBELL)
    await answerNow(director, forms, 'kindergarten', 'done')
    const { events } = await readAccount(director, null, null)
    expect(events[0]).toMatchObject({
      kind: 'step ticked',
      place: { id: PAIRS.bluebellFjordvik },
      step: { id: STEPS.sendForms },
    })
    const moved: SignedIn = { ...director, actor: { ...director.actor, seats: [] } }
    expect((await readAccount(moved, null, null)).events[0]).toMatchObject({ kind: 'step ticked', place: null })
  })
})
