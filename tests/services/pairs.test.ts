import { beforeEach, describe, expect, it } from 'vitest'
import type { GroupMove } from '#app/domain/child-group.ts'
import { groupHasEnded } from '#app/domain/child-group.ts'
import { readGroupsAt, readUnitGroups } from '#app/services/child-groups.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { receiveGroups } from '#app/services/group-receipt.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { formPair, moveGroup, readGroupMove, readPairChoices, readPairs } from '#app/services/pairs.server.ts'
import { findOpenPlace, readChecklist } from '#app/services/places.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import {
  BEACH_SCHOOL,
  BLUEBELL,
  FJORDVIK_SCHOOL,
  LINGONBERRY,
  NES_SCHOOL,
  PAIRS,
  PEOPLE,
  SUNBEAM,
} from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { answerNow } from './saying.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

const adviser = () => fjordvik.as('adviser')

/** Blåklokka–Fjordvik, eight children, to Strandskolen. */
function move(
  context: SignedIn,
  changes: Partial<GroupMove> = {},
  { form = newId(), pairId = PAIRS.bluebellFjordvik } = {},
) {
  const toBeach = { kindergartenId: BLUEBELL, schoolId: BEACH_SCHOOL, seen: 8, reason: 'Ny skolekrets' }
  return moveGroup(context, { year: 2027, pairId }, { ...toBeach, ...changes }, form)
}

const pairs = async () => (await readPairs(adviser(), 2027)).pairs
const groupOf = async (kindergartenId: string, schoolId: string) =>
  (await pairs()).find(({ group }) => group.kindergartenId === kindergartenId && group.schoolId === schoolId)?.group
const happenings = async () => (await listEvents(fjordvik.db)).slice(-2).map(({ kind, content }) => [kind, content])

describe('a group that moves', () => {
  it('to another school ends one pair and forms the next, with its number, and both say so', async () => {
    expect(await move(adviser())).toEqual({ saved: true, first: true })
    const next = await groupOf(BLUEBELL, BEACH_SCHOOL)
    expect(next).toMatchObject({ reported: { children: 8, reason: 'Ny skolekrets', forUnit: true }, movedTo: null })
    const old = await groupOf(BLUEBELL, FJORDVIK_SCHOOL)
    expect(old).toMatchObject({ reported: { children: 0, reason: 'Ny skolekrets' }, movedTo: next?.pairId })
    expect(await happenings()).toEqual([
      ['pair formed', { pair: next?.pairId, cycle: 2027, children: 8 }],
      ['group moved', { cycle: 2027, pair: PAIRS.bluebellFjordvik, to: next?.pairId, children: 8 }],
    ])
    const at = async (pairId: string, reader = adviser()) => {
      const { place } = await findOpenPlace(reader, 2027, pairId, fjordvik.db)
      return readGroupsAt(reader, 2027, place)
    }
    const to = { pairId: next?.pairId, school: 'Strandskolen' }
    expect(await at(PAIRS.bluebellFjordvik)).toMatchObject({ movedTo: { ...to, opens: true } })
    const [director, principal] = [fjordvik.as('director', BLUEBELL), fjordvik.as('principal', FJORDVIK_SCHOOL)]
    expect(await at(PAIRS.bluebellFjordvik, director)).toMatchObject({ movedTo: { ...to, opens: true } })
    // The old school has no part in where the group went: it is told, and given no way there.
    expect(await at(PAIRS.bluebellFjordvik, principal)).toMatchObject({ movedTo: { ...to, opens: false } })
    await expect(at(next?.pairId ?? '', principal)).rejects.toThrow('not found')
    expect(await at(next?.pairId ?? '')).toMatchObject({
      movedTo: null,
      movedFrom: [{ pairId: PAIRS.bluebellFjordvik, school: 'Fjordvik skole' }],
    })
  })

  it('from another kindergarten from now on joins the group that is there', async () => {
    const toBluebell = { kindergartenId: BLUEBELL, schoolId: FJORDVIK_SCHOOL, seen: 5, reason: 'Slått sammen' }
    expect(await move(adviser(), toBluebell, { pairId: PAIRS.lingonberryFjordvik })).toMatchObject({ saved: true })
    expect(await groupOf(BLUEBELL, FJORDVIK_SCHOOL)).toMatchObject({ reported: { children: 13 } })
    expect(await groupOf(LINGONBERRY, FJORDVIK_SCHOOL)).toMatchObject({
      reported: { children: 0 },
      movedTo: PAIRS.bluebellFjordvik,
    })
  })

  it('there and back keeps the ticks of both pairs', async () => {
    const at = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }
    await answerNow(fjordvik.as('director', BLUEBELL), at, 'kindergarten', 'done')
    const before = (await readChecklist(adviser(), 2027, PAIRS.bluebellFjordvik)).rows
    await move(adviser())
    const next = await groupOf(BLUEBELL, BEACH_SCHOOL)
    const back = { kindergartenId: BLUEBELL, schoolId: FJORDVIK_SCHOOL, reason: 'Det var feil' }
    expect(await move(adviser(), back, { pairId: next?.pairId ?? '' })).toMatchObject({ saved: true })
    expect((await readChecklist(adviser(), 2027, PAIRS.bluebellFjordvik)).rows).toEqual(before)
    expect(await groupOf(BLUEBELL, FJORDVIK_SCHOOL)).toMatchObject({ reported: { children: 8 }, movedTo: null })
    const { place } = await findOpenPlace(adviser(), 2027, next?.pairId ?? '', fjordvik.db)
    expect(await readGroupsAt(adviser(), 2027, place)).toMatchObject({ movedTo: { pairId: PAIRS.bluebellFjordvik } })
  })

  it('without a number has none where it goes either, and stays a group that is not reported', async () => {
    const wanted = { kindergartenId: SUNBEAM, schoolId: NES_SCHOOL, children: null }
    await formPair(adviser(), 2027, wanted, newId())
    const pairId = (await groupOf(SUNBEAM, NES_SCHOOL))?.pairId ?? ''
    const unknown = { kindergartenId: BLUEBELL, schoolId: NES_SCHOOL, seen: null }
    expect(await move(adviser(), unknown, { pairId })).toMatchObject({ saved: true })
    expect(await groupOf(BLUEBELL, NES_SCHOOL)).toMatchObject({ reported: { children: 2 } })
    expect(await groupOf(SUNBEAM, NES_SCHOOL)).toMatchObject({ reported: { children: 0 } })
  })

  it('leaves a difference where the school still counts children, until it says none', async () => {
    const principal = fjordvik.as('principal', FJORDVIK_SCHOOL)
    const said = { pairId: PAIRS.bluebellFjordvik, field: 'f', seen: null, children: 8, reason: null, reasonField: 'r' }
    await receiveGroups(principal, { year: 2027, schoolId: FJORDVIK_SCHOOL }, [said], newId())
    await move(adviser())
    const { groups } = await readUnitGroups(principal, 2027, FJORDVIK_SCHOOL)
    const old = groups.find(({ group }) => group.pairId === PAIRS.bluebellFjordvik)?.group
    expect(old).toMatchObject({ reported: { children: 0 }, received: { children: 8 } })
    const none = { ...said, seen: 8, children: 0, confirmed: 0 }
    expect(await receiveGroups(principal, { year: 2027, schoolId: FJORDVIK_SCHOOL }, [none], newId())).toMatchObject({
      saved: true,
    })
  })

  it('acts once when the form is sent twice', async () => {
    const form = newId()
    await move(adviser(), {}, { form })
    expect(await move(adviser(), {}, { form })).toEqual({ saved: true, first: false })
    expect(await groupOf(BLUEBELL, BEACH_SCHOOL)).toMatchObject({ reported: { children: 8 } })
  })

  it.each<[string, Partial<GroupMove>, string]>([
    ['nowhere', { schoolId: FJORDVIK_SCHOOL }, 'groupMovesNowhere'],
    ['to another school and from another kindergarten', { kindergartenId: LINGONBERRY }, 'groupMovesOneSide'],
    ['without a reason', { reason: null }, 'reasonMissing'],
    ['with a reason about a child', { reason: 'født 3. april 2021' }, 'birthDate'],
    ['with a number that is another by now', { seen: 7 }, 'groupSaidMeanwhile'],
  ])('%s: nothing is saved', async (_, changes, message) => {
    const before = await listEvents(fjordvik.db)
    expect(await move(adviser(), changes)).toMatchObject({ saved: false, problems: [{ message }] })
    expect(await listEvents(fjordvik.db)).toEqual(before)
    expect(await groupOf(BLUEBELL, FJORDVIK_SCHOOL)).toMatchObject({ reported: { children: 8 } })
  })

  it('does not move twice, to a unit that has closed, or in a cycle that is over', async () => {
    await move(adviser())
    expect(await move(adviser(), { seen: 0, schoolId: NES_SCHOOL })).toMatchObject({
      problems: [{ message: 'groupHasEnded' }],
    })
    await fjordvik.db.updateTable('unit').set({ closed_day: fjordvik.today }).where('id', '=', BEACH_SCHOOL).execute()
    const toClosed = { schoolId: BEACH_SCHOOL, seen: 2 }
    expect(await move(adviser(), toClosed, { pairId: PAIRS.bluebellNes })).toMatchObject({
      problems: [{ field: 'school', message: 'unitClosed' }],
    })
    const later = fjordvik.at('2027-12-01').as('adviser')
    expect(await move(later, { schoolId: FJORDVIK_SCHOOL, seen: 2 }, { pairId: PAIRS.bluebellNes })).toMatchObject({
      problems: [{ message: 'cycleOver' }],
    })
  })

  it('leaves a unit that has closed behind', async () => {
    await fjordvik.db
      .updateTable('unit')
      .set({ closed_day: fjordvik.today })
      .where('id', '=', FJORDVIK_SCHOOL)
      .execute()
    const { schools } = await readGroupMove(adviser(), 2027, PAIRS.bluebellFjordvik)
    expect(schools.map(({ id }) => id)).not.toContain(FJORDVIK_SCHOOL)
    expect(await move(adviser())).toMatchObject({ saved: true })
  })
})

describe('a pair', () => {
  it('is formed, with or without a number', async () => {
    const wanted = { kindergartenId: SUNBEAM, schoolId: NES_SCHOOL, children: null }
    expect(await formPair(adviser(), 2027, wanted, newId())).toEqual({ saved: true, first: true })
    expect(await groupOf(SUNBEAM, NES_SCHOOL)).toMatchObject({ reported: null, received: null })
    expect((await happenings()).at(-1)).toMatchObject(['pair formed', { children: null }])
    await formPair(adviser(), 2027, { ...wanted, kindergartenId: LINGONBERRY, children: 3 }, newId())
    expect(await groupOf(LINGONBERRY, NES_SCHOOL)).toMatchObject({ reported: { children: 3, forUnit: true } })
  })

  it('is there once: formed again it is said to be there; one that has ended comes back with a number', async () => {
    const wanted = { kindergartenId: BLUEBELL, schoolId: FJORDVIK_SCHOOL, children: 4 }
    expect(await formPair(adviser(), 2027, wanted, newId())).toMatchObject({ problems: [{ message: 'pairExists' }] })
    await move(adviser())
    const without = await formPair(adviser(), 2027, { ...wanted, children: null }, newId())
    expect(without).toMatchObject({ problems: [{ field: 'children', message: 'pairNeedsNumber' }] })
    expect(await formPair(adviser(), 2027, wanted, newId())).toMatchObject({ saved: true })
    const group = await groupOf(BLUEBELL, FJORDVIK_SCHOOL)
    expect(group).toMatchObject({ pairId: PAIRS.bluebellFjordvik, reported: { children: 4 }, movedTo: null })
  })

  it('is of a kindergarten and a school that are open', async () => {
    const turned = { kindergartenId: NES_SCHOOL, schoolId: BLUEBELL, children: 4 }
    await expect(formPair(adviser(), 2027, turned, newId())).rejects.toMatchObject({ code: 'not found' })
    await fjordvik.db.updateTable('unit').set({ closed_day: fjordvik.today }).where('id', '=', SUNBEAM).execute()
    const closed = { kindergartenId: SUNBEAM, schoolId: NES_SCHOOL, children: 4 }
    expect(await formPair(adviser(), 2027, closed, newId())).toMatchObject({
      problems: [{ field: 'kindergarten', message: 'unitClosed' }],
    })
    expect((await readPairChoices(adviser(), 2027)).kindergartens.map(({ id }) => id)).not.toContain(SUNBEAM)
  })
})

describe('the pairs of a cycle', () => {
  it('are all of them, also those that have ended', async () => {
    await move(adviser())
    const all = await pairs()
    expect(all).toHaveLength(7)
    expect(all.filter(({ group }) => groupHasEnded(group)).map(({ group }) => group.pairId)).toEqual([
      PAIRS.bluebellFjordvik,
    ])
  })

  it('can be read by an observer, who changes nothing and sees no small numbers', async () => {
    expect(await readPairs(fjordvik.as('observer'), 2027)).toMatchObject({ seesSmall: false, changes: false })
    const seats = [...PEOPLE.observer.seats, ...PEOPLE.bluebellDirector.seats]
    const both = fjordvik.asPerson({ ...PEOPLE.observer, seats })
    expect(await readPairs(both, 2027)).toMatchObject({ seesSmall: false })
    expect(await readPairs(adviser(), 2027)).toMatchObject({ seesSmall: true, changes: true })
    expect(await readPairs(fjordvik.at('2027-12-01').as('adviser'), 2027)).toMatchObject({ changes: false, over: true })
  })

  it.each(['bluebellDirector', 'fjordvikPrincipal', 'kindergartenOwner', 'observer'] as const)(
    '%s neither forms nor moves any',
    async (key) => {
      const context = fjordvik.asPerson(PEOPLE[key])
      const refused = { code: 'not found' }
      if (key !== 'observer') await expect(readPairs(context, 2027)).rejects.toMatchObject(refused)
      await expect(readPairChoices(context, 2027)).rejects.toMatchObject(refused)
      await expect(readGroupMove(context, 2027, PAIRS.bluebellNes)).rejects.toMatchObject(refused)
      await expect(move(context)).rejects.toMatchObject(refused)
    },
  )
})
