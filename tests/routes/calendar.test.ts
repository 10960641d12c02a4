import ICAL from 'ical.js'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { day, instant } from '#app/domain/calendar.ts'
import { calendarText } from '#app/http/calendar.server.ts'
import { placeOf, siteMapOf } from '#app/http/request-log.server.ts'
import { loader } from '#app/routes/calendar/feed.ts'
import { action, loader as page } from '#app/routes/account/calendar.tsx'
import { action as ending } from '#app/routes/account/calendar-ending.tsx'
import { agreeOnDate, cancelDate, changeDate } from '#app/services/agreeing.server.ts'
import { readDatesAt } from '#app/services/agreed-dates.server.ts'
import { moveDueDay } from '#app/services/due-days.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { listEvents } from '#db/queries/events.ts'
import { STEPS } from '#db/seed/fjordvik-plan.ts'
import { FJORDVIK_SCHOOL, PAIRS, PEOPLE } from '#db/seed/fjordvik.ts'
import { world, type World } from '#tests/world.ts'
import { cookieOf, edgeOf, getting, posting, responseOf } from './visiting.ts'

let fjordvik: World
beforeEach(async () => {
  fjordvik = await world('2027-01-11')
})

const principal = () => fjordvik.as('principal', FJORDVIK_SCHOOL)

/** Makes a link as somebody does on the page; answers what the page then says. */
async function making(personId: string, form = newId(), cookie = ''): Promise<{ link: string | null }> {
  const headers = { Cookie: cookie || (await cookieOf(fjordvik, personId)) }
  const response = await responseOf(action, {
    request: posting('/account/calendar', { form }, headers),
    edge: edgeOf(fjordvik),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as { link: string | null }
}

async function linkOf(personId: string): Promise<string> {
  const { link } = await making(personId)
  if (!link) throw new Error('No link')
  return new URL(link).pathname + new URL(link).search
}

function get(path: string, at: World = fjordvik, headers: Record<string, string> = {}) {
  const token = path.split('/').at(-1)?.split('?')[0] ?? ''
  return responseOf(loader, { request: getting(path, headers), edge: edgeOf(at), params: { token } })
}

/** The events of a calendar, by a strict parser. */
async function eventsOf(path: string, at: World = fjordvik): Promise<ICAL.Event[]> {
  const response = await get(path, at)
  expect(response.status).toBe(200)
  return parsed(await response.text())
}

function parsed(text: string): ICAL.Event[] {
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const jcal = ICAL.parse(text) as unknown[]
  // There and back again: nothing is lost on the way.
  expect(ICAL.parse(ICAL.stringify(jcal))).toEqual(jcal)
  const calendar = new ICAL.Component(jcal)
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const events = calendar.getAllSubcomponents('vevent')
  for (const event of events) {
    for (const name of ['uid', 'dtstamp', 'dtstart', 'sequence', 'last-modified', 'status', 'summary']) {
      expect(event.getAllProperties(name)).toHaveLength(1)
    }
    expect(String(event.getFirstProperty('dtstamp')?.toICALString())).toMatch(/^DTSTAMP:\d{8}T\d{6}Z$/)
  }
  const ids = events.map((event) => event.getFirstPropertyValue('uid'))
  expect(new Set(ids).size).toBe(ids.length)
  return events.map((event) => new ICAL.Event(event))
}

const status = (event: ICAL.Event | undefined) => event?.component.getFirstPropertyValue('status')

function visit(changes = {}, placeId: string = PAIRS.bluebellFjordvik) {
  const agreeing = {
    ...{
      kind: 'visit' as const,
      title: null,
      stepId: STEPS.sendForms,
      on: day('2027-05-12'),
      from: '10:00',
      to: '12:00',
    },
    ...{ venue: 'Gymsalen; inngang A, 2. etasje\nved ærfuglen', whoComes: '8 barn', sure: false, ...changes },
  }
  return agreeOnDate(
    principal(),
    { year: 2027, placeId },
    { agreeing: { ...agreeing, whoComes: 'fadderne' }, chosen: [] },
    newId(),
  )
}

describe('a calendar', () => {
  it('holds the due days of the own side, all day, and nothing of sensitive steps or single children', async () => {
    const path = await linkOf(PEOPLE.bluebellDirector.id)
    const events = await eventsOf(path)
    const forms = events.filter(({ summary }) => summary.startsWith('Frist: Sende overføringsskjema til skolen ('))
    expect(forms.map(({ startDate }) => startDate.toString())).toEqual(['2027-05-01', '2027-05-01'])
    expect(forms.every(({ startDate, endDate }) => startDate.isDate && endDate.toString() === '2027-05-02')).toBe(true)
    const text = await (await get(path)).text()
    const steps = await fjordvik.db.selectFrom('step_edition').selectAll().execute()
    const kept = steps.filter((step) => step.sensitive === 1 || step.about_single_children === 1)
    expect(kept.length).toBeGreaterThan(0)
    for (const { step_id } of kept) expect(text).not.toContain(step_id)
  })

  it('holds what was agreed, at the hour it is in Oslo before and after the clock moves', async () => {
    const path = await linkOf(PEOPLE.bluebellDirector.id)
    await visit({ on: day('2027-03-26'), sure: true })
    await visit({ on: day('2027-03-30') })
    await visit({ on: day('2027-10-29'), from: '09:00', to: null })
    const timed = (await eventsOf(path)).filter(({ startDate }) => !startDate.isDate)
    const moment = (time: ICAL.Time) => time.toJSDate().toISOString()
    expect(timed.map(({ startDate }) => moment(startDate))).toEqual([
      '2027-03-26T09:00:00.000Z',
      '2027-03-30T08:00:00.000Z',
      '2027-10-29T07:00:00.000Z',
    ])
    expect(timed.map(({ startDate }) => [startDate.hour, startDate.zone?.tzid])).toEqual([
      [10, 'Europe/Oslo'],
      [10, 'Europe/Oslo'],
      [9, 'Europe/Oslo'],
    ])
    expect(timed.map(({ endDate }) => moment(endDate).slice(11, 16))).toEqual(['11:00', '10:00', '08:00'])
    expect(timed[0]?.location).toBe('Gymsalen; inngang A, 2. etasje\nved ærfuglen')
    expect(timed[0]?.summary).toBe('Besøksdag: Blåklokka barnehage – Fjordvik skole')
    expect(await (await get(path)).text()).not.toMatch(/fadderne|8 barn/)
  })

  it('changes when a date moves and says when it is cancelled, and is the same bytes otherwise', async () => {
    const path = await linkOf(PEOPLE.bluebellDirector.id)
    await visit()
    const first = await get(path)
    const again = await get(path, fjordvik.at('2027-01-25'))
    expect(await again.text()).toBe(await first.text())
    const tag = first.headers.get('ETag') ?? ''
    expect((await get(path, fjordvik, { 'If-None-Match': tag })).status).toBe(304)
    const dateEvent = async () => (await eventsOf(path)).find(({ uid }) => uid.startsWith('date-'))
    const before = await dateEvent()
    const { dates } = await readDatesAt(principal(), 2027, PAIRS.bluebellFjordvik)
    const [date] = dates
    if (!date) throw new Error('No date')
    const which = { year: 2027, placeId: PAIRS.bluebellFjordvik, dateId: date.id }
    const agreeing = { ...date, on: day('2027-05-19'), sure: false }
    await changeDate(principal(), which, { agreeing, chosen: [], reason: 'HEMMELIG TUR', seen: 0 }, newId())
    const moved = await dateEvent()
    expect([moved?.uid, moved?.sequence, moved?.startDate.toString()]).toEqual([before?.uid, 1, '2027-05-19T10:00:00'])
    await cancelDate(principal(), which, { reason: 'HEMMELIG SYKDOM', seen: 1 }, newId())
    const cancelled = await dateEvent()
    expect([cancelled?.uid, cancelled?.sequence, status(cancelled)]).toEqual([before?.uid, 2, 'CANCELLED'])
    const text = await (await get(path, fjordvik, { 'If-None-Match': tag })).text()
    expect(text).not.toContain('HEMMELIG')
  })

  it('follows a due day that moves, and takes out what falls away with a group', async () => {
    const path = await linkOf(PEOPLE.bluebellDirector.id)
    const forms = async () =>
      (await eventsOf(path))
        .filter(({ summary }) => summary.includes('overføringsskjema'))
        .map((event) => {
          return [event.startDate.toString(), event.sequence, status(event)]
        })
    const move = {
      year: 2027,
      stepId: STEPS.sendForms,
      seen: day('2027-05-01'),
      to: day('2027-05-03'),
      reason: 'Lørdag',
    }
    await moveDueDay(fjordvik.as('adviser'), { ...move, schoolId: null }, newId())
    expect(await forms()).toEqual([
      ['2027-05-03', 1, 'CONFIRMED'],
      ['2027-05-03', 1, 'CONFIRMED'],
    ])
    await fjordvik.db
      .insertInto('group_number')
      .values({
        ...{ pair_id: PAIRS.bluebellNes, side: 'kindergarten', children: 0, reason: 'Flyttet', moved_to: null },
        ...{ at: fjordvik.now, person_id: PEOPLE.bluebellDirector.id, for_unit: 0 },
      })
      .execute()
    const after = await forms()
    expect(after.map(([, , state]) => state).toSorted()).toEqual(['CANCELLED', 'CONFIRMED'])
    expect(after.find(([, , state]) => state === 'CANCELLED')?.[1]).toBeGreaterThan(1)
  })

  it('is in the language its link was made in', async () => {
    const path = await linkOf(PEOPLE.bluebellDirector.id)
    const english = await eventsOf(path.replace('language=nb', 'language=en'))
    expect(english.some(({ summary }) => summary.startsWith('Due: '))).toBe(true)
  })

  it('takes the same number of queries however many places there are', async () => {
    const count = async (personId: string) => {
      const path = await linkOf(personId)
      await eventsOf(path)
      const prepare = vi.spyOn(fjordvik.sqlite, 'prepare')
      await get(path)
      const statements = prepare.mock.calls.length
      prepare.mockRestore()
      return statements
    }
    const one = await count(PEOPLE.vikabygdPrincipal.id)
    expect(await count(PEOPLE.fjordvikPrincipal.id)).toBe(one)
    expect(one).toBeLessThanOrEqual(9)
  })
})

describe('the link to a calendar', () => {
  it('is shown once, kept as a hash only, and remembered without it', async () => {
    const cookie = await cookieOf(fjordvik, PEOPLE.bluebellDirector.id)
    const { link } = await making(PEOPLE.bluebellDirector.id, 'a form', cookie)
    const token = new URL(link ?? '').pathname.split('/').at(-1) ?? ''
    expect(token).toHaveLength(22)
    expect(await making(PEOPLE.bluebellDirector.id, 'a form', cookie)).toMatchObject({ link: null })
    const kept = JSON.stringify([
      await fjordvik.db.selectFrom('calendar_link').selectAll().execute(),
      await listEvents(fjordvik.db),
      await fjordvik.db.selectFrom('submission').selectAll().execute(),
    ])
    expect(kept).not.toContain(token)
    const seen = await responseOf(page, {
      request: getting('/account/calendar', { Cookie: cookie }),
      edge: edgeOf(fjordvik),
    })
    expect(await seen.text()).not.toContain(token)
  })

  it('comes with what the calendar lacks for who sees it', async () => {
    const holds = async (personId: string) => {
      const request = getting('/account/calendar', { Cookie: await cookieOf(fjordvik, personId) })
      const seen = await responseOf(page, { request, edge: edgeOf(fjordvik) })
      return ((await seen.json()) as { holds: string | null }).holds
    }
    expect(await holds(PEOPLE.observer.id)).toMatch(/^Akkurat nå er kalenderen din tom/)
    expect(await holds(PEOPLE.adviser.id)).toMatch(/frister, og ingen avtalte datoer/)
    expect(await holds(PEOPLE.kindergartenOwner.id)).toMatch(/^Akkurat nå er kalenderen din tom/)
    await visit()
    await visit({}, PAIRS.sunbeamFjordvik)
    expect(await holds(PEOPLE.kindergartenOwner.id)).toMatch(/avtalte datoer, og ingen frister/)
    expect(await holds(PEOPLE.bluebellDirector.id)).toBeNull()
  })

  it('that was stolen is replaced: the old one answers as one that never was', async () => {
    const stolen = await linkOf(PEOPLE.bluebellDirector.id)
    const fresh = await linkOf(PEOPLE.bluebellDirector.id)
    const answer = async (path: string) => {
      const response = await get(path)
      return [response.status, [...response.headers], await response.text()]
    }
    const never = await answer('/calendar/AAAAAAAAAAAAAAAAAAAAAA')
    expect(never[0]).toBe(404)
    expect(await answer(stolen)).toEqual(never)
    expect((await get(fresh)).status).toBe(200)
    const headers = { Cookie: await cookieOf(fjordvik, PEOPLE.bluebellDirector.id) }
    for (const form of ['one', 'two']) {
      const ended = await responseOf(ending, {
        request: posting('/account/calendar/ending', { form }, headers),
        edge: edgeOf(fjordvik),
      })
      expect(ended.headers.get('Location')).toBe('/account/calendar?ended=1')
    }
    expect(await answer(fresh)).toEqual(never)
    const kinds = (await listEvents(fjordvik.db)).map(({ kind }) => kind).filter((kind) => kind.startsWith('calendar'))
    expect(kinds).toEqual(['calendar link made', 'calendar link made', 'calendar link ended'])
  })

  it('gives what is left when a seat has ended, and nothing at all to somebody deactivated', async () => {
    const path = await linkOf(PEOPLE.bluebellDirector.id)
    const { db, now } = fjordvik
    await db.updateTable('seat').set({ ended_at: now }).where('person_id', '=', PEOPLE.bluebellDirector.id).execute()
    expect(await eventsOf(path)).toEqual([])
    await db.updateTable('person').set({ deactivated_at: now }).where('id', '=', PEOPLE.bluebellDirector.id).execute()
    expect((await get(path)).status).toBe(404)
  })

  it('is kept from caches, and out of the log', async () => {
    const response = await get(await linkOf(PEOPLE.bluebellDirector.id))
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    const routes = { feed: { id: 'feed', path: 'calendar/:token' } } as unknown as Parameters<typeof siteMapOf>[0]
    expect(placeOf(siteMapOf(routes), '/calendar/a-secret')).toBe('/calendar/:token')
  })
})

it('a calendar without entries, and with strange words, is whole', () => {
  expect(parsed(calendarText('Overgang', 'http://localhost', []))).toEqual([])
  const summary = 'æøå, ; \\ "quoted" \n new line 🎒'.repeat(5)
  const [event] = parsed(
    calendarText('Overgang', 'http://localhost', [
      {
        ...{ uid: 'x', sequence: 0, modifiedAt: instant('2027-01-01T00:00:00Z'), cancelled: false },
        ...{ on: day('2027-05-17'), from: null, to: null, summary, location: summary, description: summary },
        url: 'http://localhost/',
      },
    ]),
  )
  expect([event?.summary, event?.location, event?.description]).toEqual([summary, summary, summary])
})
