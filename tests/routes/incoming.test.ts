import { expect, it } from 'vitest'
import { incomingView } from '#app/routes/places/incoming-view.server.ts'
import { readIncoming } from '#app/services/incoming.server.ts'
import { insertAgreedDate } from '#db/queries/agreed-dates.ts'
import { FJORDVIK_SCHOOL, PEOPLE } from '#db/seed/fjordvik.ts'
import { day } from '#app/domain/calendar.ts'
import { world } from '#tests/world.ts'

it('tells the time of a date as everywhere else', async () => {
  const fjordvik = await world()
  await insertAgreedDate(fjordvik.db, {
    ...{ id: 'ahead', year: 2027, schoolId: FJORDVIK_SCHOOL, pairIds: [], kind: 'visit', title: null, stepId: null },
    ...{ on: day('2027-05-12'), from: '09:00', to: '11:30', venue: null, whoComes: null, reason: null },
    ...{ cancelled: false, at: fjordvik.now, personId: PEOPLE.fjordvikPrincipal.id, forUnit: false },
  })
  const incoming = await readIncoming(fjordvik.as('principal', FJORDVIK_SCHOOL), 2027, FJORDVIK_SCHOOL)
  expect(incomingView(incoming, 'nb').dates.map(({ time }) => time)).toEqual(['kl. 9–11.30'])
  expect(incomingView(incoming, 'en').dates.map(({ time }) => time)).toEqual(['at 09:00–11:30'])
})
