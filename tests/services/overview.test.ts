import { describe, expect, it } from 'vitest'
import { day, momentInOslo } from '#app/domain/calendar.ts'
import type { Person } from '#app/domain/permissions.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { readOverview } from '#app/services/overview.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { openDatabase } from '#db/connection.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, PAIRS } from '#db/seed/fjordvik.ts'
import { perform } from '#db/seed/acts.ts'
import { seedLillehammer } from '#db/seed/lillehammer.ts'
import { world } from '#tests/world.ts'
import { answerNow } from './saying.ts'

const ADVISER: Person = { id: 'adviser', name: 'Rådgiver', seats: [{ id: 'seat', role: 'adviser', unitIds: [] }] }
const OBSERVER: Person = { id: 'observer', name: 'Observatør', seats: [{ id: 'seat', role: 'observer', unitIds: [] }] }

async function lillehammer(actor: Person, on: string) {
  const connection = openDatabase(':memory:')
  const now = momentInOslo(day(on), '12:00')
  await seedLillehammer(connection.db, now)
  const context: SignedIn = { actor, now, today: day(on), db: connection.db }
  return { context, close: connection.close }
}

describe('the overview of a cycle', () => {
  it.each([
    ['2027-03-10', 2027, ADVISER],
    ['2027-03-10', 2027, OBSERVER],
    ['2026-11-22', 2026, ADVISER],
  ] as const)('has the same numbers as every checklist in Lillehammer (%s, cycle %i)', async (on, year, actor) => {
    const { context, close } = await lillehammer(actor, on)
    const { standings } = await readOverview(context, year)
    expect(standings.length).toBeGreaterThan(100)
    for (const { place, progress, lines } of standings) {
      const checklist = await readChecklist(context, year, place.id)
      expect({ id: place.id, progress: checklist.progress }).toEqual({ id: place.id, progress })
      expect(checklist.rows.map((row) => row.complete)).toEqual(lines.map((line) => line.complete))
    }
    await close()
  })

  it('shows a tick made a moment ago, and the next day’s due days', async () => {
    const fjordvik = await world('2027-05-01')
    const adviser = fjordvik.as('adviser')
    const overdueAt = async (context: SignedIn) => {
      const { standings } = await readOverview(context, 2027)
      return standings.find(({ place }) => place.id === PAIRS.bluebellFjordvik)?.progress.overdue
    }
    const before = await overdueAt(adviser)
    expect(await overdueAt(fjordvik.at('2027-05-02').as('adviser'))).toBe((before ?? 0) + 1)
    const where = { year: 2027, placeId: PAIRS.bluebellFjordvik, stepId: STEPS.reportNumbers }
    await answerNow(fjordvik.as('director', BLUEBELL), where, 'kindergarten', 'not relevant', {
      reason: 'Meldt i møte',
    })
    expect(await overdueAt(adviser)).toBe((before ?? 0) - 1)
  })

  it('is the same whether it was kept through many ticks or is worked out anew', async () => {
    const fjordvik = await world('2027-05-01')
    const adviser = fjordvik.as('adviser')
    const director = fjordvik.as('director', BLUEBELL)
    const pairs = [PAIRS.bluebellFjordvik, PAIRS.bluebellFjordvik]
    await readOverview(adviser, 2027)
    for (const placeId of pairs) {
      const where = { year: 2027, placeId, stepId: STEPS.reportNumbers }
      await answerNow(director, where, 'kindergarten', placeId === pairs[1] ? 'done' : 'started')
      const kept = await readOverview(adviser, 2027)
      const { db, close } = openDatabase(fjordvik.sqlite.serialize())
      expect(kept.standings).toEqual((await readOverview({ ...adviser, db }, 2027)).standings)
      await close()
    }
  })

  it('is worked out anew when there is a new pair', async () => {
    const fjordvik = await world('2027-05-01')
    const adviser = fjordvik.as('adviser')
    const { standings } = await readOverview(adviser, 2027)
    const units = standings.flatMap(({ place }) => (place.kind === 'kindergarten' ? [place.id] : []))
    const taken = standings.flatMap(({ place }) =>
      place.kind === 'pair' ? [`${place.kindergarten.id} ${place.school.id}`] : [],
    )
    const schools = standings.flatMap(({ place }) => (place.kind === 'school' ? [place.id] : []))
    const free = units
      .flatMap((unit) => schools.map((school) => [unit, school] as const))
      .find(([unit, school]) => !taken.includes(`${unit} ${school}`))
    expect(free).toBeDefined()
    const [kindergartenId = '', schoolId = ''] = free ?? []
    await perform(fjordvik.db, [
      {
        kind: 'pair formed',
        at: fjordvik.now,
        personId: null,
        pair: { id: 'new-pair', year: 2027, kindergartenId, schoolId, children: 3 },
      },
    ])
    const after = await readOverview(adviser, 2027)
    expect(after.standings.map(({ place }) => place.id)).toContain('new-pair')
  })

  it.each(['director', 'principal', 'deputy', 'owner'] as const)('is not there for a %s', async (role) => {
    const fjordvik = await world()
    await expect(readOverview(fjordvik.as(role), 2027)).rejects.toMatchObject({ code: 'not found' })
  })
})
