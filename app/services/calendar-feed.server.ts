import { feedOf, type FeedEntry, type FeedSource } from '#app/domain/calendar-feed.ts'
import { dayInOslo, type Instant } from '#app/domain/calendar.ts'
import type { Person } from '#app/domain/permissions.ts'
import { THE_MUNICIPALITY, type Place } from '#app/domain/place.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import type { Db } from '#db/connection.ts'
import { listAdoptions } from '#db/queries/adoptions.ts'
import { listAgreedDates, listEarlierPairs } from '#db/queries/agreed-dates.ts'
import { findCalendarPerson, listPairEndings } from '#db/queries/calendar-links.ts'
import { listPlaces } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import { runningCycles } from './cycles.server.ts'
import { sha256 } from './history.server.ts'
import { publishedVersion } from './plan.server.ts'

/**
 * The entries of the calendar that a secret link leads to, by the seats its person has today. Null for a link that was
 * never made, has ended or was replaced, and for somebody who was deactivated.
 */
export async function readFeed(
  { db, now }: { db: Db; now: Instant },
  token: string,
): Promise<readonly FeedEntry[] | null> {
  const today = dayInOslo(now)
  const person = await findCalendarPerson(db, sha256(token), today)
  if (!person) return null
  return entriesFor(person, db, now)
}

/** What a person's calendar holds today, by kind: an owner has no due days, an observer nothing at all. */
export async function readFeedKinds({ actor, db, now }: SignedIn): Promise<ReadonlySet<FeedEntry['what']['kind']>> {
  const entries = await entriesFor(actor, db, now)
  return new Set(entries.filter(({ cancelled }) => !cancelled).map(({ what }) => what.kind))
}

async function entriesFor(person: Person, db: Db, now: Instant): Promise<FeedEntry[]> {
  const sources = await sourcesFor(person, db, now)
  return sources.flatMap((source) => feedOf(person, source))
}

async function sourcesFor({ seats }: Person, db: Db, now: Instant): Promise<FeedSource[]> {
  const cycles = await runningCycles(db, dayInOslo(now))
  const years = cycles.map(({ year }) => year)
  const unitIds = [...new Set(seats.flatMap((seat) => seat.unitIds))]
  const municipality = seats.some(({ role }) => role === 'adviser') ? [THE_MUNICIPALITY] : []
  if (years.length === 0) return []
  const places = await listPlaces(db, years, { unitIds })
  const endings = await listPairEndings(db, years, unitIds)
  const schools = schoolsOf([...[...places.values()].flat(), ...[...endings.values()].flat().map(({ pair }) => pair)])
  const dates = await listAgreedDates(db, years, schools)
  const earlier = await listEarlierPairs(db, years, schools)
  const sources: FeedSource[] = []
  for (const cycle of cycles) {
    const adoptions = await listAdoptions(db, cycle.year)
    const before = adoptions.map(({ fromId }) => fromId).filter((id) => id !== cycle.version.id)
    sources.push({
      cycle,
      before: await versionsOf(db, [...new Set(before.reverse())]),
      adoptedAt: adoptions.map(({ at }) => at),
      places: [...municipality, ...(places.get(cycle.year) ?? [])],
      endings: endings.get(cycle.year) ?? [],
      dates: dates.filter(({ year }) => year === cycle.year),
      earlier,
    })
  }
  return sources
}

function schoolsOf(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap((place) => ('school' in place ? place.school.id : [])))]
}

async function versionsOf(db: Db, ids: readonly string[]): Promise<PlanVersion[]> {
  const versions: PlanVersion[] = []
  for (const id of ids) versions.push(await publishedVersion(db, id))
  return versions
}
