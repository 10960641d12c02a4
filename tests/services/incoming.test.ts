import { beforeEach, expect, it, vi } from 'vitest'
import { day } from '#app/domain/calendar.ts'
import { reportGroups } from '#app/services/group-report.server.ts'
import { readIncoming } from '#app/services/incoming.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { writePresentation } from '#app/services/presenting.server.ts'
import { insertAgreedDate } from '#db/queries/agreed-dates.ts'
import { insertMarks } from '#db/queries/framework-marks.ts'
import { ELEMENTS, STEPS } from '#db/seed/fjordvik-plan.ts'
import { BEACH_SCHOOL, BLUEBELL, FJORDVIK_SCHOOL, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { answerNow } from './saying.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world()
})

const principal = () => fjordvik.as('principal', FJORDVIK_SCHOOL)
const incoming = (schoolId: string = FJORDVIK_SCHOOL, context = principal()) => readIncoming(context, 2027, schoolId)

it('shows each group with both numbers, the steps left by side, whom to ask, and what was written', async () => {
  await answerNow(
    fjordvik.as('director', BLUEBELL),
    { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms },
    'kindergarten',
    'done',
  )
  const where = { year: 2027, kindergartenId: BLUEBELL, pairId: null }
  const said = { answers: { together: 'De leker.' }, seen: null }
  await writePresentation(fjordvik.as('director', BLUEBELL), where, said, newId())
  await insertMarks(fjordvik.db, [
    {
      ...{ id: 'a mark', unitId: BLUEBELL, elementId: ELEMENTS.friend, additionId: null, mark: 'worked with' },
      ...{ months: null, how: null, reason: null, meaning: 1, version: 1, at: fjordvik.now, year: 2027 },
      ...{ personId: PEOPLE.bluebellDirector.id, forUnit: false },
    },
  ])
  const { groups, place } = await incoming()
  expect(place.school.id).toBe(FJORDVIK_SCHOOL)
  expect(groups.map(({ pair }) => pair.kindergarten.name)).toEqual([
    'Blåklokka barnehage',
    'Solstrålen barnehage',
    'Tyttebær barnehage',
  ])
  const [bluebell, sunbeam] = groups
  expect(bluebell).toMatchObject({
    group: { reported: { children: 8 }, received: null },
    areas: { worked: 1 },
    contact: {
      people: [{ role: 'director', name: PEOPLE.bluebellDirector.name }, { role: 'deputy' }, { role: 'deputy' }],
    },
    presentation: { current: { answers: { together: 'De leker.' } }, waitsFor: { side: 'school' } },
  })
  expect(bluebell?.left.find(({ side }) => side === 'school')).toMatchObject({ since: fjordvik.now })
  expect(sunbeam).toMatchObject({ areas: { worked: 0 }, presentation: { current: null } })
})

it('shows dates that are ahead and stand, and the school’s own lines that are left', async () => {
  const date = {
    ...{
      year: 2027,
      schoolId: FJORDVIK_SCHOOL,
      pairIds: [PAIRS.bluebellFjordvik],
      kind: 'visit' as const,
      title: null,
    },
    ...{ stepId: null, from: null, to: null, venue: null, whoComes: 'Pedagogisk leder', reason: null },
    ...{ cancelled: false, at: fjordvik.now, personId: PEOPLE.fjordvikPrincipal.id, forUnit: false },
  }
  await insertAgreedDate(fjordvik.db, { ...date, id: 'ahead', on: day('2027-05-12') })
  await insertAgreedDate(fjordvik.db, { ...date, id: 'over', on: day('2027-03-09') })
  await insertAgreedDate(fjordvik.db, { ...date, id: 'off', on: day('2027-05-13') })
  await insertAgreedDate(fjordvik.db, { ...date, id: 'off', on: day('2027-05-13'), reason: 'Syk', cancelled: true })
  const before = await incoming()
  expect(before.dates.map(({ id }) => id)).toEqual(['ahead'])
  expect(before.preparations.map(({ step }) => step.id)).toContain(STEPS.firstDay)
  const where = { year: 2027, placeId: FJORDVIK_SCHOOL, stepId: STEPS.firstDay }
  await answerNow(principal(), where, 'school', 'done')
  expect((await incoming()).preparations.map(({ step }) => step.id)).not.toContain(STEPS.firstDay)
})

it('leaves groups out that have ended, and says how many', async () => {
  const ended = { field: 'children', pairId: PAIRS.bluebellFjordvik, children: 0, seen: 8 }
  const groups = { groups: [ended], elsewhere: [], added: [], reason: null }
  await reportGroups(fjordvik.as('director', BLUEBELL), { year: 2027, kindergartenId: BLUEBELL }, groups, newId())
  const shown = await incoming()
  expect(shown.groups.map(({ pair }) => pair.id)).not.toContain(PAIRS.bluebellFjordvik)
  expect(shown.ended).toBe(1)
})

it('takes as many queries for one kindergarten as for several', async () => {
  const queriesFor = async (schoolId: string) => {
    await incoming(schoolId, fjordvik.as('adviser'))
    const prepare = vi.spyOn(fjordvik.sqlite, 'prepare')
    await incoming(schoolId, fjordvik.as('adviser'))
    const count = prepare.mock.calls.length
    prepare.mockRestore()
    return count
  }
  expect(await queriesFor(FJORDVIK_SCHOOL)).toBe(await queriesFor(NES_SCHOOL))
  expect(await queriesFor(FJORDVIK_SCHOOL)).toBeLessThanOrEqual(12)
})

it('is found by its principal and the adviser', async () => {
  expect((await incoming(BEACH_SCHOOL, fjordvik.as('adviser'))).groups).toHaveLength(1)
  const missing = expect.objectContaining({ code: 'not found' }) as Error
  await expect(incoming(NES_SCHOOL)).rejects.toEqual(missing)
  await expect(incoming(BLUEBELL)).rejects.toEqual(missing)
  await expect(incoming(FJORDVIK_SCHOOL, fjordvik.as('director', BLUEBELL))).rejects.toEqual(missing)
  await expect(incoming(FJORDVIK_SCHOOL, fjordvik.as('observer'))).rejects.toEqual(missing)
})
