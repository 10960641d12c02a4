import { createHash } from 'node:crypto'
import { dayInOslo, instant, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import { linesOf, type Line } from '#app/domain/checklist.ts'
import { unitsOn, type PairPlace } from '#app/domain/place.ts'
import { cycleOf } from '#app/services/cycles.server.ts'
import { openDatabase, type Db } from '#db/connection.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { Call } from './messages.ts'

export const YEAR = 2027
/** A Wednesday in March, at ten in the morning. */
export const MOMENT = instant('2027-03-10T09:00:00Z')
/** A day on which two cycles run. */
export const AUTUMN = instant('2026-10-14T08:00:00Z')

/** What can be asked of a municipality's server, and by whom. */
export interface Town {
  pages: Readonly<Record<PageName, Call>>
  /** Other pages, asked for once to count their queries. */
  others: Readonly<Record<string, Call>>
  /** Lines that nobody has answered, each with the tick of the unit that carries it out. */
  ticks: readonly Tick[]
}

export interface Tick {
  call: Call
  placeId: string
  stepId: string
  personId: string
}

export const PAGES = ['checklist', 'home of a director', 'home of a principal', 'home of an adviser', 'matrix'] as const
export type PageName = (typeof PAGES)[number]

/** Everybody with a seat has signed in just now. */
export async function signEverybodyIn(db: Db, now: Instant): Promise<void> {
  const people = await db.selectFrom('seat').select('person_id').distinct().execute()
  for (const { person_id } of people) {
    await db
      .insertInto('session')
      .values({
        token_hash: hashOf(tokenOf(person_id)),
        person_id,
        own_device: 0,
        created_at: now,
        last_seen_at: now,
        ended_at: null,
      })
      .execute()
  }
}

export function tokenOf(personId: string): string {
  return `bench-${personId}`
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Reads a file for what can be asked of it: the pair in the middle of the list, its two leaders, and all open lines. */
export async function readTown(file: string, now: Instant): Promise<Town> {
  const { db, close } = openDatabase(file)
  const cycle = await cycleOf(db, YEAR)
  const places = (await listPlaces(db, [YEAR], 'everywhere')).get(YEAR) ?? []
  const said = (await listTicks(db, [YEAR], 'everywhere')).get(YEAR)
  const leaders = await leadersOf(db, dayInOslo(now))
  await close()

  const pairs = places.filter((place) => place.kind === 'pair')
  const pair = found(pairs[Math.floor(pairs.length / 2)])
  const leader = (unitId: string) => found(leaders.get(unitId))
  const [director, principal, adviser] = [leader(pair.kindergarten.id), leader(pair.school.id), leader('')]
  const lines = pairs.flatMap((place) => linesOf(cycle, place, said?.get(place.id) ?? [], dayInOslo(now)))
  const open = lines.filter(({ status }) => status === 'open').sort(scattered)
  const ticks = [...new Set([...open.filter(({ place }) => place === pair), ...open])].flatMap((line) =>
    tickOf(line, leaders),
  )
  const step = `${placeOf(pair)}/steps/${found(ticks[0]).stepId}`
  return {
    pages: {
      checklist: page(placeOf(pair), director),
      'home of a director': page('/', director),
      'home of a principal': page('/', principal),
      'home of an adviser': page('/', adviser),
      matrix: page(`/cycles/${YEAR}`, adviser),
    },
    others: {
      'a kindergarten’s checklist': page(`/cycles/${YEAR}/places/${pair.kindergarten.id}`, director),
      'a school’s checklist': page(`/cycles/${YEAR}/places/${pair.school.id}`, principal),
      'the municipality’s checklist': page(`/cycles/${YEAR}/places/municipality`, adviser),
      step: page(step, director),
      withdrawal: page(`${step}/withdrawal`, director),
      meeting: page(`${step}/meeting`, director),
      'matrix by routine': page(`/cycles/${YEAR}?columns=routines&by=kindergarten`, adviser),
      'one school’s matrix': page(`/cycles/${YEAR}?places=pairs&school=${pair.school.id}`, adviser),
      plan: page('/plan', director),
      'agreed dates of a pair': page(`${placeOf(pair)}/dates`, director),
      'year wheel': page(`/cycles/${YEAR}/wheel`, director),
    },
    ticks,
  }
}

/** The tick of whoever leads the unit; none where nobody does. */
function tickOf(line: Line, leaders: ReadonlyMap<string, string>): Tick[] {
  const personId = leaders.get(unitsOn(line.place, line.step.responsible)[0]?.id ?? '')
  if (personId === undefined) return []
  const back = `/cycles/${YEAR}/places/${line.place.id}`
  const path = `${back}/steps/${line.step.id}`
  const form = new URLSearchParams({
    side: line.step.responsible,
    answer: 'done',
    seen: line.history.at(-1)?.id ?? '',
    meaning: String(line.step.meaning),
    form: `bench ${line.place.id} ${line.step.id}`,
    back,
  })
  const call: Call = {
    method: 'POST',
    path: `${path}?_data=${encodeURIComponent('routes/places/step')}`,
    headers: {
      ...fromBrowser(personId),
      Accept: '*/*',
      'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'Sec-Fetch-Mode': 'cors',
      'Sec-Fetch-Dest': 'empty',
    },
    body: form.toString(),
  }
  return [{ call, placeId: line.place.id, stepId: line.step.id, personId }]
}

/** Not place by place: people tick here and there. */
function scattered(a: Line, b: Line): number {
  const key = ({ place, step }: Line) => step.id + place.id
  return key(a) < key(b) ? -1 : 1
}

function placeOf(pair: PairPlace): string {
  return `/cycles/${YEAR}/places/${pair.id}`
}

/** Who leads each unit that day; under no name, the adviser. */
export async function leadersOf(db: Db, today: LocalDate): Promise<Map<string, string>> {
  const seats = await db
    .selectFrom('seat')
    .select(['person_id', 'unit_id'])
    .where('role', 'in', ['adviser', 'director', 'principal'])
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where(({ eb, or }) => or([eb('to_day', 'is', null), eb('to_day', '>=', today)]))
    .execute()
  return new Map(seats.map(({ person_id, unit_id }) => [unit_id ?? '', person_id]))
}

/** A visit of somebody's browser to a page. */
export function page(path: string, personId: string): Call {
  const headers = { ...fromBrowser(personId), Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  return {
    method: 'GET',
    path,
    headers: { ...headers, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' },
    body: '',
  }
}

/** What a browser sends with each request. Not which encodings it reads: pressing is measured apart. */
function fromBrowser(personId: string): Record<string, string> {
  return {
    Cookie: `session=${tokenOf(personId)}; language=nb`,
    'Accept-Language': 'nb-NO,nb;q=0.9,no;q=0.8,en;q=0.6',
    'User-Agent':
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Sec-Fetch-Site': 'same-origin',
  }
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The municipality lacks what is to be measured')
  return value
}
