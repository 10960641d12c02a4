import { describe, expect, it } from 'vitest'
import { readHome } from '#app/services/home.server.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PAIRS, SUNBEAM } from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'
import { answerNow } from './saying.ts'

const forms = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.sendForms }

describe('home', () => {
  it('shows both running cycles in the autumn, the older first, and one in spring', async () => {
    const autumn = (await world('2026-10-01')).as('director', BLUEBELL)
    expect((await readHome(autumn)).map(({ cycle }) => cycle.year)).toEqual([2026, 2027])
    const spring = (await world('2027-03-10')).as('director', BLUEBELL)
    expect((await readHome(spring)).map(({ cycle }) => cycle.year)).toEqual([2027])
  })

  it('puts what is over the due day before what is due soon, for the person’s own side only', async () => {
    const [home] = await readHome((await world('2027-04-10')).as('director', BLUEBELL))
    const now = home?.agenda.now.map(({ step, timing }) => [step.id, timing])
    expect(now?.[0]?.[1]).toBe('overdue')
    expect(now).toContainEqual([STEPS.sendForms, 'due soon'])
    expect(now?.map(([id]) => id)).not.toContain(STEPS.springMeeting)
    expect(home?.agenda.waiting.map(({ step }) => step.id)).toContain(STEPS.springMeeting)
  })

  it('asks the other side to confirm, and tells who waits since when', async () => {
    const fjordvik = await world('2027-03-10')
    await answerNow(fjordvik.as('director', BLUEBELL), forms, 'kindergarten', 'done')
    const [principal] = await readHome(fjordvik.as('principal', FJORDVIK_SCHOOL))
    expect(principal?.agenda.now.find(({ step }) => step.id === STEPS.sendForms)).toMatchObject({
      place: { id: PAIRS.bluebellFjordvik },
      waitsFor: { side: 'school', since: fjordvik.now },
    })
    const [director] = await readHome(fjordvik.as('director', BLUEBELL))
    expect(director?.agenda.waiting.map(({ step }) => step.id)).toContain(STEPS.sendForms)
    expect(director?.agenda.now.map(({ step }) => step.id)).not.toContain(STEPS.sendForms)
  })

  it('never calls an invitation overdue', async () => {
    const [home] = await readHome((await world('2027-06-30')).as('director', SUNBEAM))
    expect(home?.agenda.now.filter(({ obligation }) => obligation === 'invitation')).toEqual([])
    const rows = home?.checklists.flatMap((checklist) => checklist.rows) ?? []
    const invited = rows.filter(({ obligation }) => obligation === 'invitation')
    expect(invited.length).toBeGreaterThan(5)
    expect(invited.filter(({ timing }) => timing === 'overdue')).toEqual([])
    expect(rows.some(({ timing }) => timing === 'overdue')).toBe(true)
  })

  it('has the places of one’s seats, and what kindergartens do together', async () => {
    const [home] = await readHome((await world()).as('director', LINGONBERRY))
    expect(home?.checklists.map(({ place }) => place.kind).sort()).toEqual([
      'kindergarten',
      'pair',
      'pair',
      'school',
      'school',
    ])
    const together = home?.checklists.find(({ place }) => place.id === FJORDVIK_SCHOOL)
    expect(together?.rows.map(({ step }) => step.id)).toEqual([STEPS.gathering])
  })

  it('of an owner has its own units and their pairs, and nothing to do', async () => {
    const [home] = await readHome((await world()).as('owner', LINGONBERRY))
    expect(home?.agenda.now).toEqual([])
    const places = home?.checklists.map(({ place }) => place.kind)
    expect(places?.sort()).toEqual(['kindergarten', 'kindergarten', 'pair', 'pair', 'pair', 'pair'])
  })

  it('of an adviser is the municipality’s steps; of an observer nothing to do', async () => {
    const fjordvik = await world()
    const [adviser] = await readHome(fjordvik.as('adviser'))
    expect(adviser?.checklists.map(({ place }) => place.kind)).toEqual(['municipality'])
    const [observer] = await readHome(fjordvik.as('observer'))
    expect(observer?.checklists).toEqual([])
  })
})
