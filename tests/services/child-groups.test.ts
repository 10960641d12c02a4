import { beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '#app/domain/permissions.ts'
import { readUnitGroups } from '#app/services/child-groups.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { receiveGroups, type Received } from '#app/services/group-receipt.server.ts'
import { reportGroups, type Report } from '#app/services/group-report.server.ts'
import { readHome } from '#app/services/home.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { formPair } from '#app/services/pairs.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BEACH_SCHOOL, BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { answerNow } from './saying.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

const director = () => fjordvik.as('director', BLUEBELL)
const deputy = () => fjordvik.asPerson(PEOPLE.bluebellDeputy)
const principal = () => fjordvik.as('principal', FJORDVIK_SCHOOL)
const adviser = () => fjordvik.as('adviser')

function report(context: SignedIn, changes: Partial<Report>, form = newId()) {
  const nothing = { groups: [], elsewhere: [], added: [], reason: null }
  return reportGroups(context, { year: 2027, kindergartenId: BLUEBELL }, { ...nothing, ...changes }, form)
}

/** A number in the field of a pair, where another stood when the form was made. */
function written(pairId: string, children: number | null, seen: number | null) {
  return { field: `children.${pairId}`, pairId, children, seen }
}

function receive(context: SignedIn, said: Partial<Received>[], form = newId()) {
  const all = said.map((each): Received => {
    const pairId = each.pairId ?? PAIRS.bluebellFjordvik
    const field = `agreed.${pairId}`
    return { pairId, field, children: null, seen: null, reason: null, reasonField: 'reason', ...each }
  })
  return receiveGroups(context, { year: 2027, schoolId: FJORDVIK_SCHOOL }, all, form)
}

const groupOf = async (pairId: string, context = director(), unitId = BLUEBELL) =>
  (await readUnitGroups(context, 2027, unitId)).groups.find(({ group }) => group.pairId === pairId)?.group

const events = async (kind: string) => (await listEvents(fjordvik.db)).filter((event) => event.kind === kind)

describe('a kindergarten', () => {
  it('says several numbers in one go, and only what changed is remembered', async () => {
    const outcome = await report(director(), {
      groups: [written(PAIRS.bluebellFjordvik, 9, 8), written(PAIRS.bluebellNes, 2, 2)],
      elsewhere: [{ field: 'elsewhere.1', destination: 'not decided', children: 3, seen: null }],
      reason: 'En familie har flyttet hit',
    })
    expect(outcome).toEqual({ saved: true, first: true })
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({
      reported: { children: 9, reason: 'En familie har flyttet hit', by: PEOPLE.bluebellDirector.name, forUnit: false },
    })
    const { elsewhere } = await readUnitGroups(director(), 2027, BLUEBELL)
    expect(elsewhere).toMatchObject({ 'not decided': { children: 3, by: PEOPLE.bluebellDirector.name } })
    expect((await events('number said')).map(({ content }) => content)).toEqual([
      { cycle: 2027, pair: PAIRS.bluebellFjordvik, side: 'kindergarten', children: 9 },
    ])
    expect((await events('children elsewhere said')).map(({ content }) => content)).toEqual([
      { cycle: 2027, kindergarten: BLUEBELL, destination: 'not decided', children: 3 },
    ])
  })

  it('sends a group to a school that is new to it', async () => {
    const added = [{ field: 'school.0', numberField: 'added.0', schoolId: BEACH_SCHOOL, children: 4 }]
    expect(await report(director(), { added })).toMatchObject({ saved: true })
    const { groups, otherSchools } = await readUnitGroups(director(), 2027, BLUEBELL)
    expect(groups.find(({ other }) => other.id === BEACH_SCHOOL)?.group.reported).toMatchObject({ children: 4 })
    expect(otherSchools.map(({ id }) => id)).not.toContain(BEACH_SCHOOL)
    expect(await events('pair formed')).toContainEqual(
      expect.objectContaining({ personId: PEOPLE.bluebellDirector.id }),
    )
  })

  it('says 0, and the pair is in no list; says 5 again, and it is back with its ticks', async () => {
    const at = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }
    await answerNow(director(), at, 'kindergarten', 'done')
    const lines = async () => {
      const { rows } = await readChecklist(adviser(), 2027, PAIRS.bluebellFjordvik)
      return rows.map(({ step, status, due, history }) => [step.id, status, due, history])
    }
    const before = await lines()
    expect(before.some(([, status]) => status === 'done')).toBe(true)
    const places = async () =>
      (await readHome(director())).flatMap(({ checklists }) => checklists.map(({ place }) => place.id))
    await report(director(), { groups: [written(PAIRS.bluebellFjordvik, 0, 8)] })
    expect(await places()).not.toContain(PAIRS.bluebellFjordvik)
    expect((await lines()).map(([id, status]) => [id, status])).toEqual(before.map(([id, status]) => [id, status]))
    const added = [{ field: 'school.0', numberField: 'added.0', schoolId: FJORDVIK_SCHOOL, children: 5 }]
    expect(await report(director(), { added })).toMatchObject({ saved: true })
    expect(await places()).toContain(PAIRS.bluebellFjordvik)
    expect(await lines()).toEqual(before)
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({ reported: { children: 5 } })
  })

  it('is told who said another number meanwhile; different rows do not disturb each other', async () => {
    await report(deputy(), { groups: [written(PAIRS.bluebellFjordvik, 9, 8)] })
    expect(await report(director(), { groups: [written(PAIRS.bluebellNes, 3, 2)] })).toMatchObject({ saved: true })
    const late = await report(director(), { groups: [written(PAIRS.bluebellFjordvik, 7, 8)] })
    const values = { children: 9, name: PEOPLE.bluebellDeputy.name }
    expect(late).toMatchObject({ saved: false, problems: [{ message: 'childrenSaidMeanwhile', values }] })
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({ reported: { children: 9 } })
    expect(await groupOf(PAIRS.bluebellNes)).toMatchObject({ reported: { children: 3 } })
  })

  it('of which two people say different numbers in the same moment, has the one that came first', async () => {
    const outcomes = await Promise.all([
      report(director(), { groups: [written(PAIRS.bluebellFjordvik, 9, 8)] }),
      report(deputy(), { groups: [written(PAIRS.bluebellFjordvik, 7, 8)] }),
    ])
    expect(outcomes.map(({ saved }) => saved).toSorted()).toEqual([false, true])
    expect(await events('number said')).toHaveLength(1)
  })

  it('says nothing twice: the same number by two people, or the same form again', async () => {
    const form = newId()
    const nine = { groups: [written(PAIRS.bluebellFjordvik, 9, 8)] }
    expect(await report(director(), nine, form)).toEqual({ saved: true, first: true })
    expect(await report(director(), nine, form)).toEqual({ saved: true, first: false })
    expect(await report(deputy(), nine)).toMatchObject({ saved: true })
    expect(await events('number said')).toHaveLength(1)
  })

  it('forms a pair once, however many save it', async () => {
    const added = [{ field: 'school.0', numberField: 'added.0', schoolId: BEACH_SCHOOL, children: 4 }]
    await report(director(), { added })
    expect(await report(deputy(), { added })).toMatchObject({ saved: true })
    const other = await report(deputy(), { added: added.map((each) => ({ ...each, children: 6 })) })
    expect(other).toMatchObject({ saved: false, problems: [{ field: 'school.0', message: 'schoolHasNumber' }] })
    const { groups } = await readUnitGroups(director(), 2027, BLUEBELL)
    expect(groups.filter(({ other }) => other.id === BEACH_SCHOOL)).toHaveLength(1)
  })

  it.each([
    ['a number that is emptied', { groups: [written(PAIRS.bluebellNes, null, 2)] }, 'childrenEmptied'],
    ['a reason about a child', { reason: 'Født 3.4.2021' }, 'birthDate'],
    [
      'a school twice',
      {
        added: [0, 1].map((at) => {
          return { field: `school.${at}`, numberField: `added.${at}`, schoolId: BEACH_SCHOOL, children: 4 }
        }),
      },
      'schoolTwice',
    ],
    [
      'a new group of none',
      { added: [{ field: 'school.0', numberField: 'added.0', schoolId: BEACH_SCHOOL, children: 0 }] },
      'childrenNone',
    ],
  ])('with %s: nothing is saved', async (_, changes, message) => {
    const groups = [written(PAIRS.bluebellFjordvik, 9, 8), ...('groups' in changes ? changes.groups : [])]
    const before = await listEvents(fjordvik.db)
    const outcome = await report(director(), { ...changes, groups })
    expect(outcome).toMatchObject({ saved: false, problems: [{ message }] })
    expect(await listEvents(fjordvik.db)).toEqual(before)
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({ reported: { children: 8 } })
  })

  it('sends nobody to a school that has closed', async () => {
    await fjordvik.db.updateTable('unit').set({ closed_day: fjordvik.today }).where('id', '=', BEACH_SCHOOL).execute()
    const { otherSchools } = await readUnitGroups(director(), 2027, BLUEBELL)
    expect(otherSchools.map(({ id }) => id)).not.toContain(BEACH_SCHOOL)
    const added = [{ field: 'school.0', numberField: 'added.0', schoolId: BEACH_SCHOOL, children: 4 }]
    expect(await report(director(), { added })).toMatchObject({ saved: false, problems: [{ message: 'unitClosed' }] })
  })

  it.each([
    ['school', NES_SCHOOL],
    ['kindergarten', BLUEBELL],
  ])('brings no group back where the %s has closed, and ends one there', async (_, closed) => {
    await fjordvik.db.updateTable('unit').set({ closed_day: fjordvik.today }).where('id', '=', closed).execute()
    const adviserSays = (changes: Partial<Report>) => report(adviser(), changes)
    expect(await adviserSays({ groups: [written(PAIRS.bluebellNes, 0, 2)] })).toMatchObject({ saved: true })
    const again = [
      { groups: [written(PAIRS.bluebellNes, 3, 0)] },
      { added: [{ field: 'school.0', numberField: 'added.0', schoolId: NES_SCHOOL, children: 3 }] },
    ]
    for (const changes of again) {
      expect(await adviserSays(changes)).toMatchObject({ saved: false, problems: [{ message: 'unitClosed' }] })
    }
  })

  it('says no more once the cycle is over', async () => {
    const later = fjordvik.at('2027-12-01')
    const outcome = await report(later.as('director', BLUEBELL), { groups: [written(PAIRS.bluebellNes, 3, 2)] })
    expect(outcome).toMatchObject({ saved: false, problems: [{ message: 'cycleOver', values: { year: 2027 } }] })
    expect((await readUnitGroups(later.as('director', BLUEBELL), 2027, BLUEBELL)).over).toBe(true)
  })
})

describe('a school', () => {
  it('says that a number is right, and both sides say the same', async () => {
    expect(await receive(principal(), [{ children: 8, confirmed: 8 }])).toEqual({ saved: true, first: true })
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({
      reported: { children: 8 },
      received: { children: 8, by: PEOPLE.fjordvikPrincipal.name, forUnit: false },
    })
    expect((await events('number said')).at(-1)?.content).toMatchObject({ side: 'school', children: 8 })
  })

  it('says another number, with why, and the kindergarten sees it', async () => {
    await receive(principal(), [{ children: 7, reason: 'Vi har sju påmeldt' }])
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({
      received: { children: 7, reason: 'Vi har sju påmeldt' },
    })
  })

  it('confirms no number that the kindergarten has changed meanwhile; all or nothing', async () => {
    await report(director(), { groups: [written(PAIRS.bluebellFjordvik, 9, 8)] })
    const both = [
      { pairId: PAIRS.lingonberryFjordvik, children: 5, confirmed: 5 },
      { children: 8, confirmed: 8 },
    ]
    const outcome = await receive(principal(), both)
    expect(outcome).toMatchObject({ problems: [{ message: 'reportedMeanwhile', values: { children: 9 } }] })
    expect((await groupOf(PAIRS.lingonberryFjordvik, principal(), FJORDVIK_SCHOOL))?.received).toBeNull()
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({ received: null })
  })

  it('does not say over what a colleague said meanwhile', async () => {
    await receive(principal(), [{ children: 7 }])
    const late = await receive(adviser(), [{ children: 8, confirmed: 8 }])
    expect(late).toMatchObject({ saved: false, problems: [{ message: 'childrenSaidMeanwhile' }] })
    expect(await receive(adviser(), [{ children: 8, confirmed: 8, seen: 7 }])).toMatchObject({ saved: true })
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({ received: { children: 8, forUnit: true } })
  })

  it('says no number of one group twice in one go', async () => {
    const twice = await receive(principal(), [{ children: 8, confirmed: 8 }, { children: 7 }])
    expect(twice).toMatchObject({ saved: false, problems: [{ message: 'formIncomplete' }] })
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({ received: null })
  })

  it('keeps no reason about a child', async () => {
    const outcome = await receive(principal(), [{ children: 7, reason: '12032112345' }])
    expect(outcome).toMatchObject({ saved: false, problems: [{ field: 'reason', message: 'elevenDigits' }] })
    expect(await groupOf(PAIRS.bluebellFjordvik)).toMatchObject({ received: null })
  })
})

describe('who may', () => {
  it.each<[string, () => SignedIn, string, string | null]>([
    ['the director', director, BLUEBELL, null],
    ['a deputy who may all', deputy, BLUEBELL, null],
    ['the principal', principal, FJORDVIK_SCHOOL, null],
    ['the adviser', adviser, NES_SCHOOL, null],
    ['a director at the school', director, FJORDVIK_SCHOOL, 'not found'],
    ['a principal at the kindergarten', principal, BLUEBELL, 'not found'],
    ['an observer', () => fjordvik.as('observer'), BLUEBELL, 'not found'],
    ['an owner', () => fjordvik.as('owner'), BLUEBELL, 'not found'],
    ['the adviser at a pair', adviser, PAIRS.bluebellNes, 'not found'],
    ['a deputy who is not let say numbers', () => limited(['answer steps']), BLUEBELL, 'not allowed'],
    ['a deputy who is', () => limited(['number child groups']), BLUEBELL, null],
  ])('%s', async (_, context, unitId, code) => {
    const reading = readUnitGroups(context(), 2027, unitId)
    if (code) await expect(reading).rejects.toMatchObject({ code })
    else expect((await reading).unit.id).toBe(unitId)
    if (unitId !== BLUEBELL) return
    const saying = report(context(), { groups: [written(PAIRS.bluebellNes, 3, 2)] })
    if (code) await expect(saying).rejects.toMatchObject({ code })
    else expect(await saying).toMatchObject({ saved: true })
  })

  function limited(may: NonNullable<Person['seats'][number]['may']>): SignedIn {
    const { seats, ...person } = PEOPLE.bluebellDeputy
    return fjordvik.asPerson({ ...person, seats: seats.map((seat) => ({ ...seat, may })) })
  }

  it('the adviser says it for the unit, and it is kept so', async () => {
    expect((await readUnitGroups(adviser(), 2027, BLUEBELL)).forUnit).toBe(true)
    await report(adviser(), { groups: [written(PAIRS.bluebellNes, 3, 2)] })
    expect(await groupOf(PAIRS.bluebellNes)).toMatchObject({ reported: { forUnit: true, by: PEOPLE.adviser.name } })
  })

  it('nobody says a number of another unit’s pair', async () => {
    const saying = report(director(), { groups: [written(PAIRS.lingonberryFjordvik, 6, 5)] })
    await expect(saying).rejects.toMatchObject({ code: 'not found' })
  })

  it('a director forms no pairs of others', async () => {
    const wanted = { kindergartenId: BLUEBELL, schoolId: BEACH_SCHOOL, children: null }
    await expect(formPair(director(), 2027, wanted, newId())).rejects.toMatchObject({ code: 'not found' })
  })
})
