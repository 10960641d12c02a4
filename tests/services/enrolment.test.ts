import { beforeEach, describe, expect, it } from 'vitest'
import type { Explaining } from '#app/domain/enrolling.ts'
import { stateOf } from '#app/domain/reconciliation.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { readEnrolment, sayEnrolled } from '#app/services/enrolment.server.ts'
import {
  changeExplanation,
  explainGap,
  readExplanation,
  readGap,
  takeBackExplanation,
} from '#app/services/gap.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { insertElsewhere, insertNumber } from '#db/queries/child-groups.ts'
import { listEvents } from '#db/queries/events.ts'
import {
  BEACH_SCHOOL,
  BLUEBELL,
  FJORDVIK_SCHOOL,
  LINGONBERRY,
  NES_SCHOOL,
  PAIRS,
  PEOPLE,
  SUNBEAM,
  VIKABYGD_SCHOOL,
} from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

const adviser = () => fjordvik.as('adviser')
const principal = () => fjordvik.as('principal', FJORDVIK_SCHOOL)
const WHICH = { year: 2027, schoolId: FJORDVIK_SCHOOL }

/** Says how many are enrolled where nothing was said before. */
function enrol(numbers: Record<string, number>, form = newId(), context = adviser()) {
  const rows = Object.entries(numbers).map(([schoolId, children]) => ({
    schoolId,
    typed: String(children),
    seen: null,
  }))
  return sayEnrolled(context, 2027, rows, form)
}

const explaining: Explaining = {
  direction: 'more enrolled',
  children: '2',
  words: 'Flytter til kommunen i sommer',
  followedUpBy: FJORDVIK_SCHOOL,
}

function explain(changes: Partial<Explaining> = {}, context: SignedIn = adviser(), form = newId()) {
  return explainGap(context, WHICH, { ...explaining, ...changes }, form)
}

const eventsOf = async (kind: string) => (await listEvents(fjordvik.db)).filter((event) => event.kind === kind)
const refused = (refusal: string) => ({ code: refusal })

describe('the numbers of a cycle', () => {
  it('are those of the municipality’s own schools; a neighbour’s school is elsewhere', async () => {
    const { schools, abroad } = await readEnrolment(adviser(), 2027)
    expect(schools.map(({ schoolId, known }) => [schoolId, known])).toEqual([
      [FJORDVIK_SCHOOL, 16],
      [NES_SCHOOL, 2],
      [BEACH_SCHOOL, 1],
    ])
    expect(abroad).toMatchObject([{ kindergartenId: LINGONBERRY, schoolId: VIKABYGD_SCHOOL, reported: 1 }])
  })

  it('add up when each gap is explained and nobody is left without a school', async () => {
    await enrol({ [FJORDVIK_SCHOOL]: 18, [NES_SCHOOL]: 2, [BEACH_SCHOOL]: 1 })
    expect(await readEnrolment(adviser(), 2027)).toMatchObject({ unexplained: 2, addsUp: false })
    await explain()
    expect(await readEnrolment(adviser(), 2027)).toMatchObject({ unexplained: 0, addsUp: true })
    const going = { at: fjordvik.now, personId: PEOPLE.sunbeamDirector.id, forUnit: false, year: 2027 }
    await insertElsewhere(fjordvik.db, { ...going, kindergartenId: SUNBEAM, destination: 'not decided', children: 3 })
    expect(await readEnrolment(adviser(), 2027)).toMatchObject({ notDecided: [{ children: 3 }], addsUp: false })
    await insertElsewhere(fjordvik.db, { ...going, kindergartenId: SUNBEAM, destination: 'not decided', children: 0 })
    expect(await readEnrolment(adviser(), 2027)).toMatchObject({ notDecided: [], addsUp: true })
  })

  it('leave out what a school said of a group before that moved', async () => {
    const said = { at: fjordvik.now, personId: PEOPLE.adviser.id, forUnit: true, reason: null }
    const [pairId, movedTo] = [PAIRS.bluebellFjordvik, PAIRS.bluebellNes]
    await insertNumber(fjordvik.db, { ...said, pairId, side: 'school', children: 7, movedTo: null })
    expect((await readEnrolment(adviser(), 2027)).differing).toMatchObject([{ pairId, reported: 8, received: 7 }])
    await insertNumber(fjordvik.db, { ...said, pairId, side: 'kindergarten', children: 0, movedTo })
    expect((await readEnrolment(adviser(), 2027)).differing).toEqual([])
  })

  it.each(['observer', 'owner'] as const)('are not found by the %s', async (role) => {
    await expect(readEnrolment(fjordvik.as(role), 2027)).rejects.toMatchObject(refused('not found'))
    await expect(enrol({ [NES_SCHOOL]: 2 }, newId(), fjordvik.as(role))).rejects.toMatchObject(refused('not found'))
  })
})

describe('saying how many are enrolled', () => {
  it('leaves a row and an event for each school that changed, once per form', async () => {
    const form = newId()
    await enrol({ [FJORDVIK_SCHOOL]: 18, [NES_SCHOOL]: 2 }, form)
    await enrol({ [FJORDVIK_SCHOOL]: 18, [NES_SCHOOL]: 2 }, form)
    const rows = [
      { schoolId: FJORDVIK_SCHOOL, typed: '18', seen: 18 },
      { schoolId: NES_SCHOOL, typed: '3', seen: 2 },
    ]
    expect(await sayEnrolled(adviser(), 2027, rows, newId())).toEqual({ saved: true, first: true })
    expect((await eventsOf('enrolment said')).map(({ content }) => content)).toEqual([
      { cycle: 2027, school: FJORDVIK_SCHOOL, children: 18 },
      { cycle: 2027, school: NES_SCHOOL, children: 2 },
      { cycle: 2027, school: NES_SCHOOL, children: 3 },
    ])
    expect((await readEnrolment(adviser(), 2027)).said.get(NES_SCHOOL)).toMatchObject({
      children: 3,
      by: PEOPLE.adviser.name,
    })
  })

  it('saves nothing where one number is wrong', async () => {
    const rows = [
      { schoolId: NES_SCHOOL, typed: '3', seen: null },
      { schoolId: FJORDVIK_SCHOOL, typed: 'mange', seen: null },
    ]
    const outcome = await sayEnrolled(adviser(), 2027, rows, newId())
    expect(outcome).toMatchObject({ saved: false, problems: [{ field: `enrolled.${FJORDVIK_SCHOOL}` }] })
    expect((await readEnrolment(adviser(), 2027)).said.size).toBe(0)
  })

  it.each([VIKABYGD_SCHOOL, BLUEBELL, 'nowhere'])('takes no number of %s', async (schoolId) => {
    expect(await enrol({ [schoolId]: 3 })).toMatchObject({ saved: false, problems: [{ message: 'formIncomplete' }] })
  })

  it('ends with the cycle', async () => {
    const after = fjordvik.at('2028-01-10').as('adviser')
    expect(await enrol({ [NES_SCHOOL]: 3 }, newId(), after)).toMatchObject({ problems: [{ message: 'cycleOver' }] })
    expect((await readEnrolment(after, 2027)).open).toBe(false)
  })
})

describe('a gap', () => {
  beforeEach(async () => {
    await enrol({ [FJORDVIK_SCHOOL]: 20 })
  })
  const reckoning = async () => (await readGap(principal(), WHICH)).reckoning

  it('is explained bit by bit by the adviser and the school, each with who follows it up', async () => {
    expect(await explain()).toEqual({ saved: true, first: true })
    expect(await reckoning()).toMatchObject({ gap: 4, explained: 2, unexplained: 2 })
    await explain({ words: 'Går i barnehage i Vikabygd', followedUpBy: null }, principal())
    expect(stateOf(await reckoning())).toBe('explained')
    const { explanations, followers } = await readGap(principal(), WHICH)
    expect(explanations).toMatchObject([
      { children: 2, followedUpBy: FJORDVIK_SCHOOL, by: PEOPLE.adviser.name },
      { children: 2, followedUpBy: null, by: PEOPLE.fjordvikPrincipal.name },
    ])
    expect(followers).toEqual([FJORDVIK_SCHOOL, BLUEBELL, SUNBEAM, LINGONBERRY])
    const events = await eventsOf('gap explained')
    expect(events.map(({ content }) => content)).toMatchObject([{ children: 2 }, { children: 2, followedUpBy: null }])
    expect(JSON.stringify(events)).not.toContain('Vikabygd')
  })

  it('is explained otherwise, and the explanation taken back; what it said can be read', async () => {
    await explain()
    const [first] = (await readGap(adviser(), WHICH)).explanations
    if (!first) throw new Error('Nothing is explained')
    const which = { ...WHICH, explanationId: first.id }
    const changed = { ...explaining, children: '3' }
    await changeExplanation(principal(), { ...which, seen: first.sequence }, changed, newId())
    expect(await reckoning()).toMatchObject({ explained: 3 })
    const late = await takeBackExplanation(adviser(), { ...which, seen: first.sequence }, newId())
    const values = { name: PEOPLE.fjordvikPrincipal.name }
    expect(late).toMatchObject({ saved: false, problems: [{ message: 'explanationMeanwhile', values }] })
    const { explanation } = await readExplanation(adviser(), which)
    await takeBackExplanation(adviser(), { ...which, seen: explanation.sequence }, newId())
    await takeBackExplanation(principal(), { ...which, seen: explanation.sequence }, newId())
    const after = await readGap(adviser(), WHICH)
    expect(after.reckoning).toMatchObject({ explained: 0, unexplained: 4 })
    expect(after.said.map(({ id, children }) => [id, children])).toEqual([
      [first.id, 2],
      [first.id, 3],
      [first.id, 0],
    ])
    const again = await changeExplanation(adviser(), { ...which, seen: explanation.sequence }, changed, newId())
    expect(again).toMatchObject({ saved: false, problems: [{ message: 'explanationMeanwhile' }] })
  })

  it('said again as it was leaves no row', async () => {
    await explain()
    const [first] = (await readGap(adviser(), WHICH)).explanations
    const which = { ...WHICH, explanationId: first?.id ?? '', seen: first?.sequence ?? 0 }
    expect(await changeExplanation(adviser(), which, explaining, newId())).toMatchObject({ saved: true })
    expect((await readGap(adviser(), WHICH)).said).toHaveLength(1)
  })

  it('takes no words about a child, and nothing once the cycle is over', async () => {
    expect(await explain({ words: 'Født 3.5.2021' })).toMatchObject({ problems: [{ message: 'birthDate' }] })
    const after = fjordvik.at('2028-01-10').as('adviser')
    expect(await explain({}, after)).toMatchObject({ problems: [{ message: 'cycleOver' }] })
    expect((await readGap(adviser(), WHICH)).said).toEqual([])
  })

  it('is not found by others, at a kindergarten, or at a neighbour’s school', async () => {
    const others = [
      fjordvik.as('observer'),
      fjordvik.as('director', BLUEBELL),
      fjordvik.as('deputy', BLUEBELL),
      fjordvik.as('owner'),
      fjordvik.as('principal', NES_SCHOOL),
    ]
    for (const other of others) {
      await expect(readGap(other, WHICH)).rejects.toMatchObject(refused('not found'))
      await expect(explain({}, other)).rejects.toMatchObject(refused('not found'))
    }
    for (const schoolId of [BLUEBELL, VIKABYGD_SCHOOL, PAIRS.bluebellNes, 'nowhere'])
      await expect(readGap(adviser(), { year: 2027, schoolId })).rejects.toMatchObject(refused('not found'))
  })

  it('is of its own school and cycle: an explanation is found nowhere else', async () => {
    await explain()
    const [first] = (await readGap(adviser(), WHICH)).explanations
    const explanationId = first?.id ?? ''
    for (const where of [
      { year: 2027, schoolId: NES_SCHOOL },
      { year: 2026, schoolId: FJORDVIK_SCHOOL },
    ]) {
      await expect(readExplanation(adviser(), { ...where, explanationId })).rejects.toMatchObject(refused('not found'))
    }
  })
})
