import SQLite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { firstBreak } from '#app/domain/event.ts'
import type { Person } from '#app/domain/permissions.ts'
import { sha256 } from '#app/services/history.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { findPlace, listPlaces } from '#db/queries/places.ts'
import { findVersion } from '#db/queries/plan-versions.ts'
import { findSession, insertSession } from '#db/queries/sessions.ts'
import { FJORDVIK_PLAN } from '#db/seed/fjordvik-plan.ts'
import { BLUEBELL, NES_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world } from '#tests/world.ts'

test('the world is seen from one seat on one day', async () => {
  const { as, asPerson, asVisitor, at, db } = await world()
  expect(as('director', BLUEBELL)).toMatchObject({
    actor: { name: 'Styrer, Blåklokka barnehage' },
    today: '2027-03-10',
    now: '2027-03-10T11:00:00.000Z',
  })
  expect(as('deputy', BLUEBELL).actor).toBe(PEOPLE.bluebellDeputy)
  expect(as('deputy', NES_SCHOOL).actor).toBe(PEOPLE.bothSides)
  expect(as('adviser').actor).toBe(PEOPLE.adviser)
  expect(asPerson(PEOPLE.secondAdviser).actor.name).toBe('Rådgiver, skole, Fjordvik kommune')
  expect(asVisitor().actor).toBe('visitor')
  expect(at('2027-05-02').as('observer').today).toBe('2027-05-02')
  expect(at('2027-05-02').db).toBe(db)
  expect(() => as('principal', BLUEBELL)).toThrow(RangeError)
})

test('everybody is who a session says they are', async () => {
  const { db, now, today } = await world()
  for (const person of Object.values(PEOPLE)) {
    await insertSession(db, { tokenHash: person.id, personId: person.id, ownDevice: false, at: now })
    const found = (await findSession(db, person.id, today))?.person
    expect(found && inOrder(found)).toEqual(inOrder({ ...person, offers: [] }))
  }
})

function inOrder(person: Person): Person {
  return { ...person, seats: person.seats.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

test('each world is its own copy', async () => {
  const first = await world()
  const second = await world()
  first.sqlite.exec("update unit set name = 'Hvitveis barnehage' where name = 'Blåklokka barnehage'")
  const place = await findPlace(second.db, 2027, BLUEBELL)
  expect(place).toMatchObject({ kindergarten: { name: 'Blåklokka barnehage' } })
})

test('a world is a copy: nothing is built or seeded anew', async () => {
  await world()
  const exec = vi.spyOn(SQLite.prototype, 'exec')
  const prepare = vi.spyOn(SQLite.prototype, 'prepare')
  await world()
  const statements = [...exec.mock.calls, ...prepare.mock.calls].map(([sql]) => sql)
  exec.mockRestore()
  prepare.mockRestore()
  expect(statements).toEqual(['select sqlite_version()'])
})

test('Fjordvik has its plan, its pairs and a whole chain', async () => {
  const { db, sqlite } = await world()
  expect(await findVersion(db, FJORDVIK_PLAN.id)).toEqual(FJORDVIK_PLAN)
  const places = (await listPlaces(db, [2026, 2027], 'everywhere')).get(2027) ?? []
  expect(Map.groupBy(places, ({ kind }) => kind).get('pair')).toHaveLength(6)
  expect(places.map(({ id }) => id)).toContain(PAIRS.lingonberryVikabygd)
  expect(firstBreak(await listEvents(db), sha256)).toBeNull()
  expect(sqlite.pragma('foreign_key_check')).toEqual([])
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})
