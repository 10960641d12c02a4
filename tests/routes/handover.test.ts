import { describe, expect, it } from 'vitest'
import type { Role } from '#app/domain/permissions.ts'
import { loader as overview } from '#app/routes/cycles/overview.tsx'
import { loader as checklist } from '#app/routes/places/checklist.tsx'
import { action as answer } from '#app/routes/seats/seat.tsx'
import { action as writeNote, loader as notePage } from '#app/routes/units/handover-note.tsx'
import { loader as handover } from '#app/routes/units/handover.tsx'
import { action as takeBack, loader as returnPage } from '#app/routes/units/leaving-return.tsx'
import { action as leave, loader as leavingPage } from '#app/routes/units/leaving.tsx'
import { readHandover } from '#app/services/handover.server.ts'
import { BLUEBELL, FJORDVIK_SCHOOL, LINGONBERRY, PAIRS, PEOPLE, VIKABYGD_SCHOOL } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { pages } from './site.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

type Handler = Parameters<typeof responseOf>[0]

async function open(
  { db, now }: World,
  handler: Handler,
  personId: string,
  {
    path = '/',
    params = { unit: BLUEBELL },
    form,
  }: { path?: string; params?: Record<string, string>; form?: Record<string, string> } = {},
) {
  const headers = { Cookie: await cookieOf({ db, now }, personId), Accept: 'text/html' }
  const request = form ? posting(path, form, headers) : getting(path, headers)
  return responseOf(handler, { request, params, edge: edgeOf({ db, now }) })
}

/** Somebody new with a seat that is offered. */
async function invited({ db, now }: World, role: Role, unitId: string): Promise<{ id: string; seat: string }> {
  const [id, seat] = ['new person', 'new seat']
  await db
    .insertInto('person')
    .values({ id, name: 'Styrer, ny', email: 'ny@fjordvik.example', created_at: now, deactivated_at: null })
    .execute()
  await db
    .insertInto('seat')
    .values({
      id: seat,
      person_id: id,
      role,
      unit_id: unitId,
      owner_id: null,
      started_at: now,
      ended_at: null,
      accepted_at: null,
    })
    .execute()
  return { id, seat }
}

const director = PEOPLE.bluebellDirector.id

describe('taking over a unit', () => {
  it('is read first, done with one button, and then everything is there without a word typed again', async () => {
    const fjordvik = await world()
    const leaving = { form: 'a', lastDay: '2027-03-31', note: 'Ring Nes skole i januar.' }
    const left = await open(fjordvik, leave, director, { form: leaving })
    expect(left.headers.get('Location')).toBe(`/units/${BLUEBELL}/handover?saved=leaving`)
    const april = fjordvik.at('2027-04-05')
    const successor = await invited(april, 'director', BLUEBELL)
    const page = await (await open(april, handover, successor.id)).json()
    expect(page).toMatchObject({
      handover: { offer: successor.seat, leader: null, vacant: true, notes: [{ words: leaving.note }] },
      links: { unit: null, note: null, leaving: null, offer: null },
    })
    const places = (page as { handover: { cycles: { places: { href: string | null }[] }[] } }).handover.cycles[0]
      ?.places
    expect(places?.map(({ href }) => href)).toEqual(places?.map(() => null))
    const here = { cycle: '2027', place: PAIRS.bluebellFjordvik }
    expect((await open(april, checklist, successor.id, { params: here })).status).toBe(404)
    const form = { form: 'b', answer: 'yes' }
    const taken = await open(april, answer, successor.id, { params: { seat: successor.seat }, form })
    expect(taken.headers.get('Location')).toBe(`/units/${BLUEBELL}/handover`)
    const after = await (await open(april, handover, successor.id)).json()
    expect(after).toMatchObject({
      handover: { offer: null, vacant: false, leader: { own: true, to: null }, notes: [{ words: leaving.note }] },
    })
    expect((await open(april, checklist, successor.id, { params: here })).status).toBe(200)
    expect((await open(april, handover, director)).status).toBe(303)
  })

  it('shows the one who is only invited nothing else, on any page', async () => {
    const fjordvik = await world()
    const { id } = await invited(fjordvik, 'director', BLUEBELL)
    const open404: string[] = []
    const params = {
      unit: BLUEBELL,
      cycle: '2027',
      place: BLUEBELL,
      person: director,
      session: 'none',
      seat: PEOPLE.bluebellDirector.seats[0]?.id ?? 'none',
    }
    for (const [path, { loader }] of await pages()) {
      if (!loader || !/:(?:unit|place|person|seat)\b/.test(path)) continue
      const url = path.replace(/:(\w+)/g, (_, name: string) => (params as Record<string, string>)[name] ?? 'none')
      const { status } = await open(fjordvik, loader, id, { path: url, params })
      if (status !== 404) open404.push(path)
    }
    expect(open404).toEqual(['/units/:unit/handover'])
  })

  it('waits while somebody else has the seat', async () => {
    const fjordvik = await world()
    const { id } = await invited(fjordvik, 'director', BLUEBELL)
    expect(await (await open(fjordvik, handover, id)).json()).toMatchObject({
      handover: { leader: { name: PEOPLE.bluebellDirector.name, own: false }, vacant: false },
    })
  })
})

describe('leaving', () => {
  it('keeps what was typed where the day or the note cannot be', async () => {
    const fjordvik = await world()
    const form = { form: 'a', lastDay: '2027-03-01', note: 'Om gutten født 12.03.2021' }
    const refused = await open(fjordvik, leave, director, { form })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toEqual({
      problems: [
        { field: 'lastDay', message: 'lastDayOver' },
        { field: 'note', message: 'birthDate' },
      ],
      typed: form,
    })
    expect(await fjordvik.db.selectFrom('handover_note').selectAll().execute()).toEqual([])
  })

  it.each([
    ['', 'lastDayMissing'],
    ['31.3.', 'lastDayNotADay'],
  ])('asks for a day where %j is said', async (lastDay, message) => {
    const refused = await open(await world(), leave, director, { form: { form: 'a', lastDay, note: '' } })
    expect(await refused.json()).toMatchObject({ problems: [{ field: 'lastDay', message }] })
  })

  it('is taken back on a page of its own', async () => {
    const fjordvik = await world()
    const adviser = PEOPLE.adviser.id
    await open(fjordvik, leave, adviser, { form: { form: 'a', lastDay: '2027-03-31' } })
    expect(await (await open(fjordvik, leavingPage, adviser)).json()).toMatchObject({
      own: false,
      leader: { to: '2027-03-31' },
    })
    expect(await (await open(fjordvik, returnPage, adviser)).json()).toMatchObject({ leader: { to: '2027-03-31' } })
    const back = await open(fjordvik, takeBack, adviser, { form: { form: 'b' } })
    expect(back.headers.get('Location')).toBe(`/units/${BLUEBELL}/handover?saved=stays`)
    expect((await open(fjordvik, takeBack, adviser, { form: { form: 'c' } })).status).toBe(422)
  })

  it('writes to the next with lines as they were typed', async () => {
    const fjordvik = await world()
    await open(fjordvik, writeNote, director, { form: { form: 'a', note: 'Først\r\n\r\nSå' } })
    expect(await (await open(fjordvik, notePage, director)).json()).toMatchObject({ note: 'Først\n\nSå' })
  })
})

describe('a vacant seat', () => {
  const vacant = async (fjordvik: World, handler: Handler, personId: string, params: Record<string, string>) => {
    const page = (await (await open(fjordvik, handler, personId, { params })).json()) as { vacant: object[] }
    return page.vacant
  }

  it('is seen by those who follow up, on the overview and at its places, before a due day passes', async () => {
    const fjordvik = await world()
    await open(fjordvik, leave, director, { form: { form: 'a', lastDay: '2027-03-31', note: '' } })
    const expected = { unit: 'Blåklokka barnehage', role: 'director', from: '2027-04-01', offered: false }
    const href = `/units/${BLUEBELL}/handover`
    expect(await vacant(fjordvik, overview, PEOPLE.adviser.id, { cycle: '2027' })).toEqual([
      expect.objectContaining({ ...expected, href, next: '2027-04-30' }),
    ])
    expect(await vacant(fjordvik, overview, PEOPLE.observer.id, { cycle: '2027' })).toEqual([
      expect.objectContaining({ ...expected, href: null }),
    ])
    for (const place of [BLUEBELL, PAIRS.bluebellNes]) {
      const params = { cycle: '2027', place }
      expect(await vacant(fjordvik, checklist, PEOPLE.adviser.id, params)).toEqual([expect.objectContaining(expected)])
      expect(await vacant(fjordvik, checklist, director, params)).toEqual([])
    }
    for (const place of [LINGONBERRY, FJORDVIK_SCHOOL]) {
      expect(await vacant(fjordvik, checklist, PEOPLE.adviser.id, { cycle: '2027', place })).toEqual([])
    }
  })

  it('is nowhere said of a neighbour’s unit, which need have nobody here', async () => {
    const fjordvik = await world()
    await fjordvik.db
      .updateTable('seat')
      .set({ ended_at: fjordvik.now })
      .where('unit_id', '=', VIKABYGD_SCHOOL)
      .execute()
    const place = PAIRS.lingonberryVikabygd
    expect(await vacant(fjordvik, overview, PEOPLE.adviser.id, { cycle: '2027' })).toEqual([])
    expect(await vacant(fjordvik, checklist, PEOPLE.adviser.id, { cycle: '2027', place })).toEqual([])
    const { contacts } = await readHandover(fjordvik.as('adviser'), LINGONBERRY)
    expect(contacts.others.find(({ unit }) => unit.id === VIKABYGD_SCHOOL)).toMatchObject({ vacant: false, people: [] })
    const { leadership } = await readHandover(fjordvik.as('adviser'), VIKABYGD_SCHOOL)
    expect(leadership).toMatchObject({ now: null, vacantFrom: null })
  })

  it('is of today: nothing is said of a cycle that is over', async () => {
    const fjordvik = await world('2027-03-10')
    await fjordvik.db.updateTable('seat').set({ ended_at: fjordvik.now }).where('unit_id', '=', BLUEBELL).execute()
    expect(await vacant(fjordvik, overview, PEOPLE.adviser.id, { cycle: '2026' })).toEqual([])
    expect(await vacant(fjordvik, overview, PEOPLE.adviser.id, { cycle: '2027' })).toHaveLength(1)
  })
})
