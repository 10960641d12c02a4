import type { LocalDate } from '#app/domain/calendar.ts'
import { linesOf, type Cycle } from '#app/domain/checklist.ts'
import type { EventKind } from '#app/domain/event.ts'
import { standingOf, type Standing } from '#app/domain/matrix.ts'
import { authorize } from '#app/domain/permissions.ts'
import { found } from '#app/domain/refusal.ts'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { readNews } from '#db/queries/data-version.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { cycleAmong } from './cycles.server.ts'
import { keptFor } from './kept.server.ts'

/** Every place of a cycle with how it stands: the same lines as the checklists, before discretion. */
export interface Overview {
  cycle: Cycle
  standings: readonly Standing[]
}

/** The overview of one cycle, with the years of all. Refuses *not found*, also for whoever may not read it. */
export async function readOverview(context: SignedIn, year: number): Promise<Overview & { years: readonly number[] }> {
  authorize(context.actor, 'read the overview of a cycle')
  const { cycle, years } = await cycleAmong(context.db, year)
  const [overview] = await foldsOf(context, [cycle])
  return { ...found(overview), years }
}

/**
 * The year of the newest cycle that can be overlooked; before the first, null for whoever may open it. Refuses *not
 * found*.
 */
export async function newestOverview(context: SignedIn): Promise<number | null> {
  authorize(context.actor, 'read the overview of a cycle')
  const [newest] = await listCycles(context.db)
  if (!newest) authorize(context.actor, 'open a cycle')
  return newest?.year ?? null
}

/** The overviews of these cycles. Refuses *not found* for whoever may not read them. */
export async function overviewsOf(context: SignedIn, cycles: readonly Cycle[]): Promise<Overview[]> {
  authorize(context.actor, 'read the overview of a cycle')
  return foldsOf(context, cycles)
}

interface Folds {
  today: LocalDate | null
  others: number
  sequence: number
  overviews: ReadonlyMap<number, Overview>
}

const NOTHING_YET: Folds = { today: null, others: 0, sequence: Number.MAX_SAFE_INTEGER, overviews: new Map() }

/** What happens at one place, and what happens at none; everything else can change how any place stands. */
const AT_ONE_PLACE: readonly EventKind[] = ['step ticked', 'tick withdrawn']
const AT_NO_PLACE: readonly EventKind[] = [
  ...(['signed in', 'signed out', 'person invited', 'news read', 'reminder sent'] as const),
  ...(['seat accepted', 'seat declined', 'seat limited', 'seat ended', 'handover note written'] as const),
  ...(['person deactivated', 'session ended'] as const),
  ...(['enrolment said', 'gap explained', 'children elsewhere said'] as const),
  ...(['draft begun', 'draft edited', 'draft discarded', 'version published'] as const),
  ...(['hearing opened', 'hearing closed', 'comment made', 'comment answered'] as const),
]

/**
 * Folds over all places, kept until the data or the day changes. Never on a timer: what somebody ticked a moment ago
 * is in the next page, for which only the places it was ticked at are folded again.
 */
async function foldsOf({ db, today }: SignedIn, cycles: readonly Cycle[]): Promise<Overview[]> {
  const kept = keptFor<{ folds: Folds }>(db, 'overviews', () => ({ folds: NOTHING_YET }))
  const before = kept.folds
  const { others, sequence, happened } = await readNews(db, before.sequence)
  const goesOn =
    before.today === today &&
    before.others === others &&
    happened.every(({ kind }) => AT_ONE_PLACE.includes(kind) || AT_NO_PLACE.includes(kind))
  const placeIds = new Set(happened.flatMap(({ placeId }) => placeId ?? []))
  const missing = cycles.filter((cycle) => before.overviews.get(cycle.year)?.cycle !== cycle)
  const overviews =
    goesOn && (placeIds.size === 0 || missing.length === 0)
      ? [...(await foldedAgain(db, today, before, placeIds)), ...(await foldedAnew(db, today, missing))]
      : await foldedAnew(db, today, cycles)
  const ofYear = new Map(overviews.map((overview) => [overview.cycle.year, overview]))
  kept.folds = { today, others, sequence, overviews: ofYear }
  return cycles.map(({ year }) => found(ofYear.get(year)))
}

async function foldedAnew(db: Db, today: LocalDate, cycles: readonly Cycle[]): Promise<Overview[]> {
  if (cycles.length === 0) return []
  const years = cycles.map(({ year }) => year)
  const places = await listPlaces(db, years, 'everywhere')
  const ticks = await listTicks(db, years, 'everywhere')
  return cycles.map((cycle) => ({
    cycle,
    standings: [THE_MUNICIPALITY, ...(places.get(cycle.year) ?? [])].map((place) =>
      standingOf(place, linesOf(cycle, place, ticks.get(cycle.year)?.get(place.id) ?? [], today)),
    ),
  }))
}

/** The same overviews with these places as they stand now. */
async function foldedAgain(
  db: Db,
  today: LocalDate,
  { overviews }: Folds,
  placeIds: ReadonlySet<string>,
): Promise<Overview[]> {
  if (placeIds.size === 0) return [...overviews.values()]
  const places = [...overviews.values()]
    .flatMap(({ standings }) => standings.map(({ place }) => place))
    .filter(({ id }) => placeIds.has(id))
  const ticks = await listTicks(db, [...overviews.keys()], places)
  return [...overviews.values()].map(({ cycle, standings }) => ({
    cycle,
    standings: standings.map((standing) => {
      const { place } = standing
      if (!placeIds.has(place.id)) return standing
      return standingOf(place, linesOf(cycle, place, ticks.get(cycle.year)?.get(place.id) ?? [], today))
    }),
  }))
}
