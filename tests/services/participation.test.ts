import { beforeEach, describe, expect, it } from 'vitest'
import type { SignedIn } from '#app/services/context.server.ts'
import { day } from '#app/domain/calendar.ts'
import { readHome } from '#app/services/home.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { readOverview } from '#app/services/overview.server.ts'
import { answerParticipation, readParticipation, readUnitParticipation } from '#app/services/participation.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { changeOwner } from '#app/services/unit-changes.server.ts'
import { openDatabase } from '#db/connection.ts'
import { listEvents } from '#db/queries/events.ts'
import { listParticipationOf } from '#db/queries/handover.ts'
import { ROUTINES, STEPS } from '#db/seed/fjordvik-plan.ts'
import { BEACH_SCHOOL, BLUEBELL, LINGONBERRY, PAIRS, PEOPLE, SUNBEAM, VIKABYGD_SCHOOL } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world('2027-06-20')
})

const adviser = () => fjordvik.as('adviser')
const owner = () => fjordvik.as('owner', SUNBEAM)
const director = () => fjordvik.as('director', SUNBEAM)

type Given = Parameters<typeof answerParticipation>[1]

function answer(context: SignedIn, changes: Partial<Given> = {}, form = newId()) {
  const yes: Given = { year: 2027, unitId: SUNBEAM, answer: 'takes part', routineIds: [], reason: null }
  return answerParticipation(context, { ...yes, ...changes }, form)
}
const no = { answer: 'does not take part', reason: 'Eierstyret vil vente' } as const

const answered = async () => (await listEvents(fjordvik.db)).filter(({ kind }) => kind === 'participation answered')
const rowsOf = (unitId = SUNBEAM) =>
  fjordvik.db
    .selectFrom('participation')
    .select(['answer', 'answered_as', 'answered_by', 'reason'])
    .where('unit_id', '=', unitId)
    .where('cycle_year', '=', 2027)
    .orderBy('sequence')
    .execute()

describe('an answer', () => {
  it.each([
    ['the owner', owner, 'owner'],
    ['the director, on the owner’s behalf', director, 'leader'],
    ['the adviser, by telephone', adviser, 'adviser'],
  ])('of %s is kept with who and as what', async (_, who, as) => {
    const events = await answered()
    expect(await answer(who(), no)).toEqual({ saved: true, first: true })
    expect(await rowsOf()).toEqual([
      { answer: no.answer, reason: no.reason, answered_as: as, answered_by: who().actor.id },
    ])
    const [event, ...more] = (await answered()).slice(events.length)
    const content = { cycle: 2027, unit: SUNBEAM, answer: 'does not take part' }
    expect(event).toMatchObject({ personId: who().actor.id, content })
    expect(more).toEqual([])
  })

  it('for a neighbour’s unit can be the adviser’s, or the principal’s there', async () => {
    const principal = fjordvik.asPerson(PEOPLE.vikabygdPrincipal)
    expect(await answer(adviser(), { unitId: VIKABYGD_SCHOOL })).toMatchObject({ saved: true })
    expect(await answer(principal, { unitId: VIKABYGD_SCHOOL, ...no })).toMatchObject({ saved: true })
    expect((await rowsOf(VIKABYGD_SCHOOL)).map(({ answered_as }) => answered_as)).toEqual(['adviser', 'leader'])
  })

  it('given twice is kept twice, and the last counts', async () => {
    await answer(owner(), no)
    await answer(director())
    const { unit, answers } = await readUnitParticipation(owner(), 2027, SUNBEAM)
    expect(unit.participation).toEqual({ answer: 'takes part' })
    expect(answers.map(({ participation, by, as }) => [participation.answer, by, as])).toEqual([
      ['does not take part', PEOPLE.kindergartenOwner.name, 'owner'],
      ['takes part', PEOPLE.sunbeamDirector.name, 'leader'],
    ])
  })

  it('given by two at once is both kept', async () => {
    const outcomes = await Promise.all([answer(owner(), no), answer(director())])
    expect(outcomes).toEqual([
      { saved: true, first: true },
      { saved: true, first: true },
    ])
    const rows = await rowsOf()
    expect(rows).toHaveLength(2)
    const { unit } = await readUnitParticipation(owner(), 2027, SUNBEAM)
    expect(unit.participation?.answer).toBe(rows.at(-1)?.answer)
  })

  it('acts once when the form is sent twice', async () => {
    const form = newId()
    await answer(owner(), {}, form)
    expect(await answer(owner(), {}, form)).toEqual({ saved: true, first: false })
    expect(await rowsOf()).toHaveLength(1)
  })

  it('is of its own cycle only', async () => {
    await answer(owner())
    const earlier = await readUnitParticipation(owner(), 2026, SUNBEAM)
    expect(earlier.unit.participation).toBeNull()
  })

  it.each([
    ['none chosen', { answer: 'partly', routineIds: [], reason: 'Grunn' }, 'routines', 'routinesMissing'],
    ['of another version', { answer: 'partly', routineIds: ['old'], reason: 'Grunn' }, 'routines', 'routineNotOffered'],
    ['no reason', { answer: 'does not take part', reason: null }, 'reason', 'reasonMissing'],
    ['a municipal unit', { unitId: BLUEBELL }, 'answer', 'planBindsUnit'],
  ] as const)('with a problem, %s, saves nothing', async (_, changes, field, message) => {
    const before = await listEvents(fjordvik.db)
    expect(await answer(adviser(), changes)).toMatchObject({ saved: false, problems: [{ field, message }] })
    expect(await listEvents(fjordvik.db)).toEqual(before)
    expect(await rowsOf()).toEqual([])
  })

  it('is over with the cycle: then it is read only', async () => {
    const later = fjordvik.at('2027-12-01')
    const outcome = await answer(later.as('owner', SUNBEAM))
    expect(outcome).toMatchObject({ saved: false, problems: [{ message: 'cycleOver', values: { year: 2027 } }] })
    const { closed } = await readUnitParticipation(later.as('owner', SUNBEAM), 2027, SUNBEAM)
    expect(closed?.message).toBe('cycleOver')
  })

  it.each([
    ['an owner of others', () => fjordvik.as('owner'), BEACH_SCHOOL, 'not found'],
    ['a director elsewhere', director, LINGONBERRY, 'not found'],
    ['an observer', () => fjordvik.as('observer'), SUNBEAM, 'not allowed'],
    ['a deputy of the unit', () => fjordvik.asPerson(PEOPLE.bluebellDeputy), BLUEBELL, 'not allowed'],
    ['an adviser for a unit that is not there', adviser, 'nowhere', 'not found'],
    ['an adviser for a pair', adviser, PAIRS.sunbeamBeach, 'not found'],
  ] as const)('is not for %s', async (_, who, unitId, code) => {
    await expect(answer(who(), { unitId })).rejects.toMatchObject({ code })
    await expect(answer(who(), { unitId, year: 2031 })).rejects.toBeDefined()
    expect(await rowsOf(unitId)).toHaveLength(unitId === LINGONBERRY || unitId === BEACH_SCHOOL ? 1 : 0)
  })
})

describe('an answer is its owner’s', () => {
  const FORMER = 'Fjordvik Barnehager AS'
  const NEW = 'Solstrålen SA'

  /** Gives the kindergarten another owner; `seen` is how many times that has happened before. */
  async function sell(name: string, on: string, seen = 0): Promise<World> {
    const then = fjordvik.at(on)
    const said = { owner: { name, ownership: 'private' as const }, from: day(on), reason: 'Solgt', seen }
    expect(await changeOwner(then.as('adviser'), SUNBEAM, said, newId())).toMatchObject({ saved: true })
    return then
  }

  const obligations = async (then: World) => {
    const { rows } = await readChecklist(then.as('adviser'), 2027, SUNBEAM)
    return new Set(rows.filter(({ step }) => step.binding === 'plan').map(({ obligation }) => obligation))
  }

  it('a new owner is bound by nothing that the former one agreed to, and is asked', async () => {
    await answer(owner())
    expect(await obligations(fjordvik)).toEqual(new Set(['agreement']))
    const after = await sell(NEW, '2027-06-22')
    expect(await obligations(after)).toEqual(new Set(['invitation']))
    const read = await readUnitParticipation(after.as('adviser'), 2027, SUNBEAM)
    expect(read).toMatchObject({ owner: NEW, closed: null, unit: { participation: null } })
    expect(read.answers.map(({ owner, participation }) => [owner, participation.answer])).toEqual([
      [FORMER, 'takes part'],
    ])
    const { lacking, answers } = await readParticipation(after.as('adviser'), 2027)
    expect(lacking.map(({ unit }) => unit.id)).toContain(SUNBEAM)
    expect(answers.has(SUNBEAM)).toBe(false)
    expect(await listParticipationOf(after.db, SUNBEAM, [2027])).toEqual([])
  })

  it('binds from then on when the new owner has answered', async () => {
    await answer(owner(), no)
    const after = await sell(NEW, '2027-06-22')
    await answer(fjordvik.at('2027-06-23').as('director', SUNBEAM))
    expect(await obligations(after)).toEqual(new Set(['agreement']))
    const { answers } = await readUnitParticipation(after.as('adviser'), 2027, SUNBEAM)
    expect(answers.map(({ owner }) => owner)).toEqual([FORMER, NEW])
    expect(await listParticipationOf(after.db, SUNBEAM, [2027])).toMatchObject([{ answer: 'takes part' }])
  })

  it('binds again when the change was a mistake and the owner is who it was', async () => {
    await answer(owner())
    await sell(NEW, '2027-06-22')
    await answer(fjordvik.at('2027-06-23').as('director', SUNBEAM), no)
    const { sequence } = await fjordvik.db
      .selectFrom('unit_change')
      .select(({ fn }) => fn.max('sequence').as('sequence'))
      .where('unit_id', '=', SUNBEAM)
      .executeTakeFirstOrThrow()
    const back = await sell(FORMER, '2027-06-24', sequence)
    expect(await obligations(back)).toEqual(new Set(['agreement']))
    expect((await readParticipation(back.as('adviser'), 2027)).answers.get(SUNBEAM)).toMatchObject({ owner: FORMER })
  })

  it('stands in a cycle that was over before the unit was sold', async () => {
    await answer(owner())
    const after = await sell(NEW, '2027-12-05')
    const read = await readUnitParticipation(after.as('adviser'), 2027, SUNBEAM)
    expect(read).toMatchObject({ owner: FORMER, unit: { participation: { answer: 'takes part' } } })
  })
})

describe('obligation follows at once', () => {
  const kindergartenAt = async (context: SignedIn) => {
    const { rows, progress } = await readChecklist(context, 2027, SUNBEAM)
    return { rows: rows.map(({ step, obligation, timing }) => [step.id, obligation, timing]), progress }
  }

  it('on the checklist: what was invited is agreed, and its due day counts', async () => {
    const before = await kindergartenAt(director())
    expect(before.rows).toContainEqual([STEPS.formGroup, 'invitation', 'upcoming'])
    expect(before.progress).toMatchObject({ obliged: { asked: 0 }, invited: { asked: 2 }, overdue: 0 })
    await answer(owner())
    const after = await kindergartenAt(director())
    expect(after.rows).toContainEqual([STEPS.formGroup, 'agreement', 'overdue'])
    expect(after.progress).toMatchObject({ obliged: { asked: 2 }, invited: { asked: 0 }, overdue: 2 })
    await answer(owner(), no)
    expect(await kindergartenAt(director())).toEqual(before)
  })

  it('of some routines: only their steps', async () => {
    await answer(owner(), { answer: 'partly', routineIds: [ROUTINES.frame], reason: 'Vi begynner smått' })
    const { rows, progress } = await kindergartenAt(director())
    expect(rows).toContainEqual([STEPS.formGroup, 'agreement', 'overdue'])
    expect(rows).toContainEqual([STEPS.clarifyNeeds, 'invitation', 'upcoming'])
    expect(progress).toMatchObject({ obliged: { asked: 1 }, invited: { asked: 1 }, overdue: 1 })
  })

  it('on home: an invitation waits for nobody, an agreement does', async () => {
    const late = async () => {
      const [home] = await readHome(director())
      return home?.agenda.now.filter(({ timing }) => timing === 'overdue').map(({ step }) => step.id) ?? []
    }
    const before = await late()
    expect(before).not.toContain(STEPS.formGroup)
    await answer(owner())
    const after = await late()
    expect(after).toContain(STEPS.formGroup)
    expect(after).toContain(STEPS.sendForms)
    expect(after.length).toBeGreaterThan(before.length)
  })

  it('in the overview, kept or worked out anew: each count with its denominator, and none lost', async () => {
    const standing = async (context: SignedIn) => {
      const { standings } = await readOverview(context, 2027)
      return standings.filter(({ place }) => place.id === SUNBEAM || place.id === PAIRS.sunbeamFjordvik)
    }
    const counts = async (context: SignedIn) =>
      (await standing(context)).map(({ progress: { obliged, invited, overdue } }) => ({ obliged, invited, overdue }))
    const before = await counts(adviser())
    await answer(owner())
    const after = await counts(adviser())
    expect(after).not.toEqual(before)
    for (const [at, { obliged, invited, overdue }] of before.entries()) {
      const now = after[at]
      expect((now?.obliged.asked ?? 0) + (now?.invited.asked ?? 0)).toBe(obliged.asked + invited.asked)
      expect(now?.invited.asked).toBe(0)
      expect(now?.overdue).toBeGreaterThan(overdue)
    }
    const { db, close } = openDatabase(fjordvik.sqlite.serialize())
    expect(await counts({ ...adviser(), db })).toEqual(after)
    await close()
    const lines = (await standing(adviser())).flatMap((each) => each.lines)
    expect(lines.filter(({ obligation }) => obligation === 'invitation')).toEqual([])
  })
})

describe('who takes part in a cycle', () => {
  it('has the private units and the neighbours that have a pair, beside the cycles before', async () => {
    const { cycles, owners, answers } = await readParticipation(adviser(), 2027)
    expect(cycles.map(({ year }) => year)).toEqual([2027, 2026])
    const asked = (year: number) => cycles.find((each) => each.year === year)?.asked.map(({ id }) => id)
    expect(new Set(asked(2027))).toEqual(new Set([LINGONBERRY, SUNBEAM, BEACH_SCHOOL, VIKABYGD_SCHOOL]))
    expect(new Set(asked(2026))).toEqual(new Set([LINGONBERRY, SUNBEAM, BEACH_SCHOOL]))
    expect(owners.get(LINGONBERRY)).toBe('Fjordvik Barnehager AS')
    expect(answers.get(LINGONBERRY)).toMatchObject({ participation: { answer: 'takes part' } })
    expect((await readParticipation(adviser(), 2026)).cycles.map(({ year }) => year)).toEqual([2026])
  })

  it('shows who can answer for those who have not, by seat; an observer sees no address and no reason', async () => {
    await answer(owner(), { unitId: LINGONBERRY, ...no })
    const seen = async (context: SignedIn) => {
      const { lacking, answers } = await readParticipation(context, 2027)
      return {
        lacking: lacking.map(({ unit, answerers }) => [unit.id, answerers]),
        reason: answers.get(LINGONBERRY)?.reason,
      }
    }
    const byAdviser = await seen(adviser())
    expect(byAdviser.lacking).toContainEqual([
      SUNBEAM,
      [
        { role: 'owner', email: 'owner@fjordvik.example' },
        { role: 'director', email: 'sunbeam@fjordvik.example' },
      ],
    ])
    expect(byAdviser.lacking).toContainEqual([
      VIKABYGD_SCHOOL,
      [{ role: 'principal', email: 'vikabygd@fjordvik.example' }],
    ])
    expect(byAdviser.lacking).toHaveLength(2)
    expect(byAdviser.reason).toBe(no.reason)
    const byObserver = await seen(fjordvik.as('observer'))
    expect(JSON.stringify(byObserver)).not.toContain('@')
    expect(byObserver.reason).toBeNull()
    const { answers } = await readUnitParticipation(fjordvik.as('observer'), 2027, LINGONBERRY)
    expect(answers.map(({ reason }) => reason)).toEqual([null, null])
  })

  it.each([
    ['an owner', owner],
    ['a director', director],
    ['a principal', () => fjordvik.as('principal')],
    ['a deputy', () => fjordvik.as('deputy')],
  ])('is not there for %s', async (_, who) => {
    await expect(readParticipation(who(), 2027)).rejects.toMatchObject({ code: 'not found' })
  })

  it('is not there for a cycle that is not', async () => {
    await expect(readParticipation(adviser(), 2031)).rejects.toMatchObject({ code: 'not found' })
  })
})
