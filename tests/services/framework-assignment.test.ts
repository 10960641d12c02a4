import { beforeEach, describe, expect, it } from 'vitest'
import { cycleOf } from '#app/services/cycles.server.ts'
import { acknowledgedIn, acknowledgeFramework, openFramework } from '#app/services/framework-assignment.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { listAcknowledgements } from '#db/queries/framework-acknowledgements.ts'
import { FJORDVIK_PLAN, VERSION } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, NES_SCHOOL, PAIRS, PEOPLE, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { adoptNow, publishNext } from './renewing.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

const director = () => fjordvik.as('director', BLUEBELL)
const principal = () => fjordvik.as('principal', FJORDVIK_SCHOOL)

function acknowledge(context: SignedIn, placeId = BLUEBELL, versionId: string = VERSION, form = newId()) {
  return acknowledgeFramework(context, { year: 2027, placeId, versionId }, form)
}

async function stateAt(context: SignedIn, placeId: string) {
  const { cycle, unit } = await openFramework(context, 2027, placeId, fjordvik.db)
  return (await acknowledgedIn(fjordvik.db, cycle, [unit])).get(unit.id)
}

const remembered = async () => (await listEvents(fjordvik.db)).filter(({ kind }) => kind === 'framework acknowledged')

describe('the framework of a unit', () => {
  it('can be read by the unit, by those who follow it, and by kindergartens that send children to a school', async () => {
    for (const [context, id] of [
      [director(), BLUEBELL],
      [fjordvik.as('adviser'), SUNBEAM],
      [fjordvik.as('observer'), SUNBEAM],
      [fjordvik.as('owner', SUNBEAM), SUNBEAM],
      [director(), FJORDVIK_SCHOOL],
    ] as const) {
      expect((await openFramework(context, 2027, id, fjordvik.db)).unit.id).toBe(id)
    }
  })

  it.each([
    ['another kindergarten’s director', () => fjordvik.as('director', LINGONBERRY), BLUEBELL],
    ['an owner of others', () => fjordvik.as('owner', SUNBEAM), BLUEBELL],
    ['anybody, of a pair', director, PAIRS.bluebellNes],
    ['anybody, of the municipality', () => fjordvik.as('adviser'), 'municipality'],
    ['anybody, of nothing', () => fjordvik.as('adviser'), 'nowhere'],
  ] as const)('is not found by %s', async (_, who, id) => {
    await expect(openFramework(who(), 2027, id, fjordvik.db)).rejects.toMatchObject({ code: 'not found' })
  })

  it('is there at once for a school when its first child group is formed', async () => {
    const { db } = fjordvik
    await expect(openFramework(principal(), 2026, NES_SCHOOL, db)).rejects.toMatchObject({ code: 'not found' })
    expect((await openFramework(fjordvik.as('principal', NES_SCHOOL), 2027, NES_SCHOOL, db)).unit.id).toBe(NES_SCHOOL)
  })
})

describe('an acknowledgement', () => {
  it.each([
    ['the director', director, BLUEBELL, false],
    ['the deputy', () => fjordvik.asPerson(PEOPLE.bluebellDeputy), BLUEBELL, false],
    ['the principal', principal, FJORDVIK_SCHOOL, false],
    ['the adviser, for the unit', () => fjordvik.as('adviser'), BLUEBELL, true],
  ] as const)('of %s is kept with who and when, and remembered', async (_, who, placeId, forUnit) => {
    expect(await stateAt(who(), placeId)).toEqual({ state: 'not yet' })
    expect(await acknowledge(who(), placeId)).toEqual({ saved: true, first: true })
    const { id: personId, name } = who().actor
    const last = { unitId: placeId, versionId: VERSION, at: fjordvik.now, by: { personId, name, forUnit } }
    expect(await stateAt(who(), placeId)).toEqual({ state: 'acknowledged', last })
    expect(await remembered()).toMatchObject([{ personId, content: { cycle: 2027, unit: placeId, version: VERSION } }])
  })

  it('is kept once: the same form again, another form, two at once', async () => {
    const form = newId()
    await acknowledge(director(), BLUEBELL, VERSION, form)
    expect(await acknowledge(director(), BLUEBELL, VERSION, form)).toEqual({ saved: true, first: false })
    await Promise.all([acknowledge(director()), acknowledge(fjordvik.as('adviser'))])
    expect(await listAcknowledgements(fjordvik.db, 2027, 'everywhere')).toHaveLength(1)
    expect(await remembered()).toHaveLength(1)
  })

  it('is of one unit, and of one cycle', async () => {
    await acknowledge(director())
    expect(await stateAt(fjordvik.as('adviser'), SUNBEAM)).toEqual({ state: 'not yet' })
    expect(await listAcknowledgements(fjordvik.db, 2026, [BLUEBELL])).toEqual([])
  })

  it.each([
    ['an observer', () => fjordvik.as('observer'), BLUEBELL, 'not allowed'],
    ['an owner', () => fjordvik.as('owner', SUNBEAM), SUNBEAM, 'not allowed'],
    ['a director at the school', director, FJORDVIK_SCHOOL, 'not allowed'],
    ['a director elsewhere', () => fjordvik.as('director', LINGONBERRY), BLUEBELL, 'not found'],
  ] as const)('is not for %s', async (_, who, placeId, code) => {
    await expect(acknowledge(who(), placeId)).rejects.toMatchObject({ code })
    expect(await listAcknowledgements(fjordvik.db, 2027, 'everywhere')).toEqual([])
  })

  it('of a version that holds no longer is a problem, and saves nothing', async () => {
    const outcome = await acknowledge(director(), BLUEBELL, 'an older version')
    expect(outcome).toEqual({
      saved: false,
      problems: [{ field: 'acknowledgement', message: 'frameworkHasChanged' }],
    })
    expect(await remembered()).toEqual([])
  })
})

describe('when a newer version is adopted', () => {
  const [belonging, play] = FJORDVIK_PLAN.framework
  if (!belonging || !play) throw new Error('Fjordvik has two areas')
  const [first, ...others] = belonging.elements
  if (!first) throw new Error('Fjordvik has elements')

  it('that changes the kindergarten’s side, the kindergarten is asked again and the school is not', async () => {
    await acknowledge(director())
    await acknowledge(principal(), FJORDVIK_SCHOOL)
    const reworded = { ...first, kindergarten: { nb: 'Alle har noen å leke med' } }
    const framework = [{ ...belonging, elements: [reworded, ...others] }, play]
    await publishNext(fjordvik, 2, {}, [], framework)
    await adoptNow(fjordvik, 2)
    expect(await stateAt(director(), BLUEBELL)).toMatchObject({
      state: 'changed since',
      unread: [{ kind: 'reworded', id: first.id, text: reworded.kindergarten }],
    })
    expect(await stateAt(principal(), FJORDVIK_SCHOOL)).toMatchObject({ state: 'acknowledged' })
    await acknowledge(director(), BLUEBELL, 'version 2')
    expect(await stateAt(director(), BLUEBELL)).toMatchObject({ state: 'acknowledged' })
  })

  it('that changes no text of the framework, nobody is asked again', async () => {
    await acknowledge(director())
    await publishNext(fjordvik, 2, {})
    await adoptNow(fjordvik, 2)
    expect((await cycleOf(fjordvik.db, 2027)).version.number).toBe(2)
    expect(await stateAt(director(), BLUEBELL)).toMatchObject({ state: 'acknowledged' })
  })
})
