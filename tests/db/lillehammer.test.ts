import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { day, dayInOslo, instant, momentInOslo, type Instant } from '#app/domain/calendar.ts'
import { linesOf, withdrawable } from '#app/domain/checklist.ts'
import { isRunning } from '#app/domain/due-date.ts'
import { firstBreak } from '#app/domain/event.ts'
import { furthestBehind, standingOf, type Standing } from '#app/domain/matrix.ts'
import { isInvited } from '#app/domain/obligation.ts'
import { can, ownSides, type Person } from '#app/domain/permissions.ts'
import type { Place } from '#app/domain/place.ts'
import { problemsIn } from '#app/domain/saying.ts'
import { shortcomingsOf } from '#app/domain/readiness.ts'
import type { Tick } from '#app/domain/tick.ts'
import { sha256 } from '#app/services/history.server.ts'
import { openDatabase, type Connection, type Db } from '#db/connection.ts'
import { findDraft } from '#db/queries/drafts.ts'
import { findLastEventAt, listEvents } from '#db/queries/events.ts'
import { findPlace, listPlaces } from '#db/queries/places.ts'
import { findVersion } from '#db/queries/plan-versions.ts'
import { insertTick, listTicks } from '#db/queries/ticks.ts'
import template from '#db/data/plan-template.json' with { type: 'json' }
import { isTick, performIn, type TickAct } from '#db/seed/acts.ts'
import { routineId, stepId } from '#db/seed/example-plan.ts'
import { ADVISER, leaderOf, PEOPLE, PLAN, SUCCESSOR, unitNamed } from '#db/seed/lillehammer-cast.ts'
import { NEXT_VERSION, RENEWED } from '#db/seed/lillehammer-renewal.ts'
import { CYCLES, placesOf, story } from '#db/seed/lillehammer-story.ts'
import { continueLillehammer, demoDay, seedLillehammer } from '#db/seed/lillehammer.ts'
import { isWorkingDay } from '#db/seed/working-days.ts'
import { tablesOf } from './dump.ts'

const AUTUMN = noon('2026-11-22')
const SPRING = noon('2027-03-10')
const AFTER_ALL = noon('2027-12-15')

function noon(on: string): Instant {
  return momentInOslo(day(on), '12:00')
}

const open: Connection[] = []
afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close()
})

const copies = new Map<Instant, Promise<Buffer>>()

/** Lillehammer at that moment: seeded once, and a copy for each test. */
async function lillehammer(now: Instant): Promise<Connection> {
  const bytes = copies.get(now) ?? seeded(now)
  copies.set(now, bytes)
  const connection = openDatabase(await bytes)
  open.push(connection)
  return connection
}

async function seeded(now: Instant): Promise<Buffer> {
  const { db, sqlite, close } = openDatabase(':memory:')
  await seedLillehammer(db, now)
  const bytes = sqlite.serialize()
  await close()
  return bytes
}

describe('the example plan', () => {
  test('comes back from the database as the template has it', async () => {
    const { db } = await lillehammer(SPRING)
    const version = await findVersion(db, PLAN.id)
    expect(version).toEqual(PLAN)
    const steps = version?.routines.flatMap((routine) => routine.steps) ?? []
    const asked = Object.fromEntries(
      [...Map.groupBy(steps, ({ scope }) => scope)].map(([scope, { length }]) => [scope, length]),
    )
    expect(asked).toEqual({ municipality: 7, kindergarten: 10, school: 13, pair: 9 })
    expect(version?.routines).toHaveLength(6)
    expect(version?.framework).toHaveLength(9)
    expect(version?.framework.flatMap((area) => area.elements)).toHaveLength(27)
    expect(version?.purposes).toEqual(template.purposes)
    expect(version?.routines.map(({ title }) => title)).toEqual(template.routines.map(({ title }) => title))
    for (const [index, wanted] of template.routines.flatMap((routine) => routine.steps).entries()) {
      const { title, guidance, scope, responsible, confirmedBy, binding, sensitive, aboutSingleChildren } = wanted
      expect(steps[index]).toMatchObject({
        ...{ id: stepId('lillehammer', wanted.key), title, guidance, scope, responsible, confirmedBy, binding },
        ...{ sensitive, aboutSingleChildren, meaning: 1, due: { month: wanted.due.month, day: wanted.due.day } },
      })
      expect(steps[index]?.legalBasis.map(({ code }) => code)).toEqual(wanted.legalBasis)
      expect(steps[index]?.carriedOutBy.replace(/[ -]/g, '_')).toBe(wanted.carriedOutBy)
      const isBefore = steps[index]?.due.kind === 'year before school start'
      expect(isBefore).toBe(wanted.due.year === 'before_school_start')
    }
    const checked = version?.legalBasis.map(({ checkedOn }) => checkedOn !== null)
    expect(checked).toEqual(template.legalBasis.map(({ checked }) => checked))
  })

  test('never shows the repealed section', () => {
    expect(JSON.stringify(PLAN)).not.toContain('13-5')
  })
})

describe('the municipality', () => {
  test('has the real units, and one of a neighbour', async () => {
    const { sqlite } = await lillehammer(SPRING)
    const count = (where: string) =>
      sqlite.prepare(`select count(*) from unit join owner on owner.id = owner_id where ${where}`).pluck().get()
    expect(count("kind = 'kindergarten' and ownership = 'municipal'")).toBe(12)
    expect(count("kind = 'kindergarten' and ownership = 'private'")).toBe(16)
    expect(count("kind = 'school' and ownership = 'municipal' and external_municipality is null")).toBe(7)
    expect(count("kind = 'school' and ownership = 'private'")).toBe(2)
    expect(sqlite.prepare('select name from unit where external_municipality = ?').pluck().all('Øyer')).toEqual([
      'Aurvoll skole',
    ])
  })

  test('has 73 pairs with 271 children for school start 2027, and almost as many the year before', async () => {
    const { sqlite } = await lillehammer(SPRING)
    const pairs = sqlite.prepare(
      'select count(*) as pairs, sum(children) as children from child_group where cycle_year = ?',
    )
    expect(pairs.get(2027)).toEqual({ pairs: 73, children: 271 })
    const before = pairs.get(2026) as { pairs: number; children: number }
    expect(before.pairs).toBe(70)
    expect(before.children).toBeGreaterThan(230)
    expect(before.children).not.toBe(271)
  })

  test('has answers from most private owners', async () => {
    const { db } = await lillehammer(SPRING)
    const units = (await listPlaces(db, [2027], 'everywhere')).get(2027) ?? []
    const kindergartens = units.flatMap((place) => (place.kind === 'kindergarten' ? [place.kindergarten] : []))
    const answers = Map.groupBy(
      kindergartens.filter(({ ownership }) => ownership === 'private'),
      ({ participation }) => participation?.answer ?? 'unanswered',
    )
    expect(Object.fromEntries([...answers].map(([answer, { length }]) => [answer, length]))).toEqual({
      ...{ 'takes part': 11, partly: 1, 'does not take part': 2, unanswered: 2 },
    })
    const aurvoll = await findPlace(db, 2027, unitNamed('Aurvoll skole').id)
    expect(aurvoll).toMatchObject({ school: { participation: { answer: 'takes part' } } })
  })

  test('names people by role and unit, with addresses that reach nobody', async () => {
    const names = PEOPLE.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of [
      'Styrer, Røyslimoen barnehage',
      'Rektor, Hammartun skole',
      'Rektor, Aurvoll skole',
      'Rådgiver, oppvekst, Lillehammer kommune',
      'Observatør, Lillehammer kommune',
    ])
      expect(names).toContain(name)
    expect(
      PEOPLE.map(({ email }) => email).filter((email) => !/^[a-z0-9-]+@lillehammer\.example$/.test(email)),
    ).toEqual([])
    const seatsOf = (name: string) => PEOPLE.find((person) => person.name === name)?.seats.map(({ role }) => role)
    expect(seatsOf('Eier, Engesvea FUS og Fagstadlia FUS')).toEqual(['owner', 'owner'])
    expect(seatsOf('Stedfortreder, Jørstadmoen barnehage og Jørstadmoen skole')).toEqual(['deputy', 'deputy'])
  })

  test('has one unit that nobody leads, and one that is being handed over', async () => {
    const { sqlite } = await lillehammer(SPRING)
    const named = (where: string) =>
      sqlite.prepare(`select unit.name from seat join unit on unit.id = unit_id where ${where}`).pluck().all()
    expect(named("to_day < '2027-03-10'")).toEqual(['Hestehoven barnehage'])
    expect(named('accepted_at is null')).toEqual(['Lillehammer barnehage'])
  })

  test('has numbers that do not add up at two schools, and two that the sides disagree on', async () => {
    const { sqlite } = await lillehammer(SPRING)
    const gaps = sqlite.prepare(
      `select unit.name, enrolment.children - sum(child_group.children) as gap
       from enrolment join child_group using (cycle_year, school_id) join unit on unit.id = school_id
       where cycle_year = 2027 group by school_id having gap <> 0 order by unit.name`,
    )
    expect(gaps.all()).toEqual([
      { name: 'Hammartun skole', gap: 6 },
      { name: 'Søre Ål skole', gap: -2 },
    ])
    const disagreed = sqlite.prepare(
      `select count(*) from group_number join child_group on child_group.id = pair_id
       where side = 'school' and cycle_year = 2027 and group_number.children <> child_group.children`,
    )
    expect(disagreed.pluck().get()).toBe(2)
  })

  test('has had a leader at every unit', async () => {
    const { sqlite } = await lillehammer(SPRING)
    const led = sqlite
      .prepare(
        `select unit.kind || ' ' || seat.role as led, count(*) as units from unit
         left join seat on seat.unit_id = unit.id and seat.role <> 'deputy' and seat.accepted_at is not null
         group by 1 order by 1`,
      )
      .all()
    expect(led).toEqual([
      { led: 'kindergarten director', units: 28 },
      { led: 'school principal', units: 10 },
    ])
  })
})

describe('the renewed plan', () => {
  test('is a draft in its hearing in spring, and lacks nothing to be published', async () => {
    const { db, sqlite } = await lillehammer(SPRING)
    const draft = await findDraft(db)
    expect(draft).toMatchObject({ versionId: NEXT_VERSION, basedOn: PLAN.id, content: { routines: RENEWED.routines } })
    const start = { year: 2028, firstSchoolDay: day('2028-08-17') }
    expect(shortcomingsOf(draft!.content, start).filter(({ stops }) => stops)).toEqual([])
    expect(sqlite.prepare('select count(*) from comment').pluck().get()).toBe(4)
    expect(sqlite.prepare('select closes from comment_answer').pluck().all()).toEqual([1])
  })

  test('is published in April, and no cycle follows it yet', async () => {
    const { db, sqlite } = await lillehammer(noon('2027-05-04'))
    expect(await findDraft(db)).toBeNull()
    expect(await findVersion(db, NEXT_VERSION)).toEqual(RENEWED)
    expect(sqlite.prepare('select distinct version_id from cycle').pluck().all()).toEqual([PLAN.id])
  })
})

describe('two runs', () => {
  test('with the same moment write the same, row by row', async () => {
    const first = openDatabase(await seeded(SPRING))
    const second = openDatabase(await seeded(SPRING))
    open.push(first, second)
    expect(tablesOf(first.sqlite)).toEqual(tablesOf(second.sqlite))
    expect(Buffer.compare(first.sqlite.serialize(), second.sqlite.serialize())).toBe(0)
  })

  test('with another moment differ by what happened in between', async () => {
    const { draft: begun, ...autumn } = tablesOf((await lillehammer(AUTUMN)).sqlite)
    const { draft: written, ...spring } = tablesOf((await lillehammer(SPRING)).sqlite)
    expect(written).not.toEqual(begun)
    for (const [table, rows] of Object.entries(autumn)) {
      expect(spring[table]?.slice(0, rows.length)).toEqual(rows)
    }
    expect(spring.tick?.length).toBeGreaterThan(autumn.tick?.length ?? 0)
  })

  test('nothing is later than the moment', async () => {
    for (const now of [AUTUMN, SPRING]) {
      const { db, sqlite } = await lillehammer(now)
      expect(String(sqlite.prepare('select max(at) from tick').pluck().get()) <= now).toBe(true)
      expect(String(await findLastEventAt(db)) <= now).toBe(true)
    }
  })

  test('seeding writes its rows many at a time', async () => {
    const { db, sqlite, close } = openDatabase(':memory:')
    let statements = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1
        return node
      },
      transformResult: ({ result }) => Promise.resolve(result),
    })
    await seedLillehammer(counting, AFTER_ALL)
    const ticks = Number(sqlite.prepare('select count(*) from tick').pluck().get())
    await close()
    expect(ticks).toBeGreaterThan(1000)
    expect(statements).toBeLessThan(ticks / 4)
  })
})

describe('the chain', () => {
  test('is whole, and has an event for every tick', async () => {
    const { db, sqlite } = await lillehammer(SPRING)
    const events = await listEvents(db)
    expect(firstBreak(events, sha256)).toBeNull()
    const ticked = events.flatMap(({ content }) => (content.tick ? [content.tick] : []))
    expect(ticked.toSorted()).toEqual((sqlite.prepare('select id from tick').pluck().all() as string[]).toSorted())
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted())
  })

  test('tells no word that somebody wrote', async () => {
    const { sqlite } = await lillehammer(AFTER_ALL)
    const words = sqlite.prepare(
      'select reason from tick union select note from tick union select reason from participation',
    )
    const contents = (sqlite.prepare('select content from event').pluck().all() as string[]).join()
    const written = (words.pluck().all() as (string | null)[]).filter((text) => text !== null)
    expect(written.length).toBeGreaterThan(10)
    expect(written.filter((text) => contents.includes(text))).toEqual([])
  })

  test('shows any byte that was changed behind the triggers', async () => {
    const { db, sqlite } = await lillehammer(AUTUMN)
    sqlite.exec('drop trigger event_never_updated')
    const columns = ['at', 'person_id', 'kind', 'content', 'previous_hash', 'hash']
    const events = sqlite.prepare('select * from event').all() as Record<string, string>[]
    for (const [index, row] of events.entries()) {
      if (index % 97 !== 0) continue
      for (const column of columns) {
        const value = row[column]
        if (!value) continue
        const at = (index * 31) % value.length
        const flipped = value.slice(0, at) + String.fromCharCode(value.charCodeAt(at) ^ 1) + value.slice(at + 1)
        expect(isFound(row, column, flipped)).toBe(true)
      }
    }
    /** Whether the chain breaks where `column` of one event reads otherwise; JSON that no longer reads is found, too. */
    function isFound(row: Record<string, string>, column: string, flipped: string): boolean {
      const others = events.map((event) => (event === row ? { ...event, [column]: flipped } : event))
      try {
        const chain = others.map((event) => ({
          ...{ kind: event.kind as 'signed in', at: event.at as Instant, personId: event.person_id ?? null },
          content: JSON.parse(event.content ?? '') as Record<string, string>,
          ...{ previousHash: event.previous_hash ?? '', hash: event.hash ?? '' },
        }))
        return firstBreak(chain, sha256) !== null
      } catch (error) {
        return error instanceof SyntaxError
      }
    }
    sqlite.exec(`update event set content = replace(content, '"answer":"done"', '"answer":"dome"') where sequence = (
      select max(sequence) from event where content like '%"answer":"done"%')`)
    expect(firstBreak(await listEvents(db), sha256)).not.toBeNull()
  })
})

describe('the story', () => {
  const acts = story().filter(isTick)
  const people = new Map<string, Person>()
  beforeAll(() => {
    for (const { id, name, seats } of [...PEOPLE, SUCCESSOR]) {
      people.set(id, {
        id,
        name,
        seats: seats.map(({ id, role, unitId }) => ({ id, role, unitIds: unitId ? [unitId] : [] })),
      })
    }
  })

  test('holds only what was allowed when it was done', () => {
    let told = 0
    for (const cycle of CYCLES) {
      const ofCycle = Map.groupBy(
        acts.filter(({ tick }) => tick.year === cycle.year),
        ({ tick }) => tick.place.id,
      )
      for (const place of placesOf(cycle.year)) {
        const ticks: Tick[] = []
        for (const act of ofCycle.get(place.id) ?? []) {
          allowed(act, place, ticks)
          ticks.push(tickOf(act))
          told += 1
        }
      }
    }
    expect(told).toBe(acts.length)
    expect(told).toBeGreaterThan(3000)
  })

  function allowed(act: TickAct, place: Place, ticks: readonly Tick[]): void {
    const { tick, at } = act
    const cycle = CYCLES.find(({ year }) => year === tick.year)
    const person = people.get(act.personId ?? '')
    const today = dayInOslo(at)
    const line = cycle && linesOf(cycle, place, ticks, today).find(({ step }) => step.id === tick.stepId)
    if (!cycle || !person || !line) throw new Error(`No line for tick ${tick.id}`)
    expect(isRunning(cycle.year, today)).toBe(true)
    expect(can(person, line.step.sensitive ? 'tick a sensitive step' : 'tick a step', place)).toBe(true)
    expect(ownSides(person, place).includes(tick.side)).toBe(!tick.forUnit)
    const { answer } = tick
    if (answer === 'withdrawn') {
      expect(withdrawable(line, tick.side)?.id).toBe(tick.withdraws)
      return
    }
    const seen = line.history.at(-1)?.id ?? null
    expect(problemsIn({ ...tick, answer, seen }, line, cycle.year, today)).toEqual([])
    expect((line.history.at(-1)?.at ?? '') < at).toBe(true)
  }

  function tickOf(act: TickAct): Tick {
    const { tick, at } = act
    return { ...tick, at, by: { personId: act.personId ?? '', name: '', forUnit: tick.forUnit } }
  }

  test('happens at work: Monday to Friday, not in July, at Christmas or at Easter', () => {
    for (const { at } of story()) {
      const on = dayInOslo(at)
      expect(isWorkingDay(on), on).toBe(true)
      expect(on.slice(5, 7)).not.toBe('07')
      const time = new Date(at).toLocaleTimeString('nb-NO', { timeZone: 'Europe/Oslo' })
      expect(time >= '08.00' && time < '16.00', time).toBe(true)
    }
    const closed = ['2025-12-24', '2026-04-03', '2026-12-25', '2027-03-25', '2027-05-17', '2026-05-01', '2026-11-21']
    expect(closed.filter((on) => isWorkingDay(day(on)))).toEqual([])
    expect(isWorkingDay(day('2027-03-10'))).toBe(true)
  })

  test('says nothing but done or not relevant on a sensitive step, and no word', () => {
    const sensitive = new Set(
      PLAN.routines.flatMap(({ steps }) => steps.filter((step) => step.sensitive).map(({ id }) => id)),
    )
    const said = acts.filter(({ tick }) => sensitive.has(tick.stepId))
    expect(new Set(said.map(({ tick }) => tick.answer))).toEqual(new Set(['done', 'not relevant']))
    expect(said.filter(({ tick }) => tick.reason !== null || tick.note !== null)).toEqual([])
  })

  test('has one of each turn that a line can take', () => {
    expect(new Set(acts.map(({ tick }) => tick.answer)).size).toBe(7)
    expect(acts.some(({ tick }) => tick.forUnit)).toBe(true)
    const gathering = acts.filter(({ tick }) => tick.stepId === stepId('lillehammer', 'v10'))
    expect(gathering.length).toBeGreaterThan(5)
    expect(new Set(gathering.map(({ tick }) => `${tick.place.kind} ${tick.side}`))).toEqual(
      new Set(['school kindergarten']),
    )
    const declined = unitNamed('Ringelihorn Steinerbarnehage').id
    expect(acts.filter(({ tick }) => tick.year === 2027 && tick.place.id === declined).length).toBeGreaterThan(1)
  })
})

describe('the days of the demo', () => {
  async function standings(db: Db, year: number, on: string): Promise<Standing[]> {
    const cycle = CYCLES.find((cycle) => cycle.year === year)
    if (!cycle) throw new RangeError(`No cycle ${year}`)
    const places = (await listPlaces(db, [year], 'everywhere')).get(year) ?? []
    const ticks = (await listTicks(db, [year], 'everywhere')).get(year)
    return places.map((place) => standingOf(place, linesOf(cycle, place, ticks?.get(place.id) ?? [], day(on))))
  }
  const pairs = (all: readonly Standing[]) => all.filter(({ place }) => place.kind === 'pair')
  const lines = (all: readonly Standing[]) => all.flatMap((standing) => standing.lines)
  const nameOf = ({ place }: Standing) =>
    place.kind === 'pair' ? `${place.kindergarten.name} – ${place.school.name}` : place.kind

  test('22 November 2026: cycle 2026 is nearly finished, 2027 is on its way', async () => {
    const { db } = await lillehammer(AUTUMN)
    const open2026 = lines(await standings(db, 2026, '2026-11-22')).filter(
      (line) => !line.complete && line.timing !== null && !isInvited(line.obligation),
    )
    expect(open2026.length).toBeGreaterThan(3)
    expect(open2026.length).toBeLessThan(15)
    const all = await standings(db, 2027, '2026-11-22')
    expect(lines(all).filter(({ status }) => status === 'disputed')).toHaveLength(1)
    expect(lines(all).filter(({ status, complete }) => status === 'done' && !complete).length).toBeGreaterThan(5)
  })

  test('10 March 2027: most have done what is due, three pairs are clearly furthest behind', async () => {
    const { db } = await lillehammer(SPRING)
    const all = await standings(db, 2027, '2027-03-10')
    const behind = furthestBehind(pairs(all))
    expect(behind.slice(0, 3).map(nameOf).toSorted()).toEqual([
      'Buvollen barnehage – Hammartun skole',
      'Buvollen barnehage – Jørstadmoen skole',
      'Saksheim naturbarnehage – Hammartun skole',
    ])
    expect(behind[2]?.progress.overdue).toBeGreaterThan(behind[3]?.progress.overdue ?? 0)
    expect(pairs(all).filter(({ progress }) => progress.overdue === 0).length).toBeGreaterThan(40)
    const disputed = lines(all).filter(({ status }) => status === 'disputed')
    expect(disputed.map(({ step }) => step.id)).toEqual([stepId('lillehammer', 'h06')])
    const due = lines(all).filter((line) => line.due < '2027-03-10' && !isInvited(line.obligation))
    expect(due.filter(({ complete }) => complete).length / due.length).toBeGreaterThan(0.8)
  })
})

describe('going on', () => {
  test('from autumn to spring comes to the same as starting in spring', async () => {
    const { db, sqlite } = await lillehammer(AUTUMN)
    await continueLillehammer(db, SPRING)
    expect(tablesOf(sqlite)).toEqual(tablesOf((await lillehammer(SPRING)).sqlite))
  })

  test('twice, or at once after starting, adds nothing', async () => {
    const { db, sqlite } = await lillehammer(SPRING)
    const before = tablesOf(sqlite)
    await continueLillehammer(db, SPRING)
    expect(tablesOf(sqlite)).toEqual(before)
  })

  test('leaves alone what somebody has ticked, and continues the rest', async () => {
    const { db, sqlite } = await lillehammer(AUTUMN)
    const pair = (await listPlaces(db, [2027], 'everywhere')).get(2027)?.find(({ kind }) => kind === 'pair')
    if (pair?.kind !== 'pair') throw new Error('There is no pair')
    const place = { year: 2027, place: pair, stepId: stepId('lillehammer', 'v15') }
    await insertTick(db, {
      ...place,
      ...{ id: 'mine', side: 'kindergarten', answer: 'started', doneOn: null, reason: null, note: null, meaning: 1 },
      ...{ version: 1, withdraws: null, forUnit: false, at: AUTUMN, personId: leaderOf(pair.kindergarten.id).id },
    })
    await continueLillehammer(db, AFTER_ALL)
    const ticks = (await listTicks(db, [2027], [pair])).get(2027)?.get(pair.id) ?? []
    expect(ticks.filter((tick) => tick.stepId === place.stepId).map(({ id }) => id)).toEqual(['mine'])
    expect(ticks.length).toBeGreaterThan(5)
    const inAll = sqlite.prepare('select count(*) from tick').pluck().get() as number
    expect(inAll).toBeGreaterThan(3000)
    expect(firstBreak(await listEvents(db), sha256)).toBeNull()
  })

  test('goes on with the plan until somebody writes in it', async () => {
    const { db, sqlite } = await lillehammer(AUTUMN)
    const edit = { kind: 'order', what: 'routine', id: routineId('lillehammer', 'enrolment'), by: 1 } as const
    await performIn(db, [{ at: AUTUMN, personId: ADVISER.id, kind: 'draft edited', draftId: NEXT_VERSION, edit }])
    const mine = (await findDraft(db))?.content
    await continueLillehammer(db, AFTER_ALL)
    expect((await findDraft(db))?.content).toEqual(mine)
    expect(sqlite.prepare('select count(*) from comment').pluck().get()).toBe(0)
  })

  test('picks up what the story told while somebody worked', async () => {
    const { db, sqlite } = await lillehammer(AUTUMN)
    sqlite.exec(`insert into event (at, person_id, kind, content, previous_hash, hash)
      select '2027-03-09T09:00:00.000Z', '${ADVISER.id}', 'signed in', '{}', hash, 'h' from event order by sequence desc limit 1`)
    await continueLillehammer(db, SPRING)
    const rows = 'select id, at, answer from tick order by at, id'
    const spring = (await lillehammer(SPRING)).sqlite
    expect(sqlite.prepare(rows).all()).toEqual(spring.prepare(rows).all())
  })

  test('backwards is refused, with what to do instead', async () => {
    const { db, sqlite } = await lillehammer(SPRING)
    const before = tablesOf(sqlite)
    await expect(continueLillehammer(db, AUTUMN)).rejects.toThrow(/2026-11-22.*2027-03-\d\d.*--fresh/)
    expect(tablesOf(sqlite)).toEqual(before)
  })

  test('and starting before the beginning, too', async () => {
    const { db, sqlite } = openDatabase(':memory:')
    const before = tablesOf(sqlite)
    await expect(seedLillehammer(db, instant('2024-08-20T10:00:00Z'))).rejects.toThrow(/begins on 2025-06-02.*CLOCK/)
    expect(tablesOf(sqlite)).toEqual(before)
  })
})

test.each([
  ['2026-07-31', '2027-03-10'],
  ['2026-08-01', '2026-08-01'],
  ['2026-11-22', '2026-11-22'],
  ['2027-11-30', '2027-11-30'],
  ['2027-12-01', '2027-03-10'],
  ['2031-05-05', '2027-03-10'],
])('on %s the demo nobody set is on %s', (today, on) => {
  expect(demoDay(day(today))).toBe(on)
})
