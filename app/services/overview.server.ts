import type { LocalDate } from '#app/domain/calendar.ts'
import { linesOf, type Cycle } from '#app/domain/checklist.ts'
import { standingOf, type Standing } from '#app/domain/matrix.ts'
import { authorize } from '#app/domain/permissions.ts'
import { found } from '#app/domain/refusal.ts'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'
import type { Db } from '#db/connection.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { listPlaces } from '#db/queries/places.ts'
import { listTicks } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { cycleAmong } from './cycles.server.ts'
import { BESIDE_PLACES, foldsKept, type Folding } from './kept-folds.server.ts'

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

/** Kept until the data change: a tick folds the place again that it was made at. */
const OVERVIEWS: Folding<Overview> = {
  name: 'overviews',
  atOnePlace: ['step ticked', 'tick withdrawn'],
  atNoPlace: [...BESIDE_PLACES, 'framework acknowledged', 'framework marked'],
  anew: foldedAnew,
  again: foldedAgain,
}

function foldsOf(context: SignedIn, cycles: readonly Cycle[]): Promise<Overview[]> {
  return foldsKept(context, OVERVIEWS, cycles)
}

async function foldedAnew(db: Db, today: LocalDate, cycles: readonly Cycle[]): Promise<Overview[]> {
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
  overviews: readonly Overview[],
  placeIds: ReadonlySet<string>,
): Promise<Overview[]> {
  const places = overviews
    .flatMap(({ standings }) => standings.map(({ place }) => place))
    .filter(({ id }) => placeIds.has(id))
  const years = overviews.map(({ cycle }) => cycle.year)
  const ticks = await listTicks(db, years, places)
  return overviews.map(({ cycle, standings }) => ({
    cycle,
    standings: standings.map((standing) => {
      const { place } = standing
      if (!placeIds.has(place.id)) return standing
      return standingOf(place, linesOf(cycle, place, ticks.get(cycle.year)?.get(place.id) ?? [], today))
    }),
  }))
}
