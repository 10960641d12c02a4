import { linesOf, type Cycle } from '#app/domain/checklist.ts'
import { standingOf, type Standing } from '#app/domain/matrix.ts'
import { authorize } from '#app/domain/permissions.ts'
import { found } from '#app/domain/refusal.ts'
import { THE_MUNICIPALITY } from '#app/domain/place.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { dataVersion } from '#db/queries/data-version.ts'
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

/** The year of the newest cycle that can be overlooked. Refuses *not found*. */
export async function newestOverview(context: SignedIn): Promise<number> {
  authorize(context.actor, 'read the overview of a cycle')
  return found((await listCycles(context.db))[0]).year
}

/** The overviews of these cycles. Refuses *not found* for whoever may not read them. */
export async function overviewsOf(context: SignedIn, cycles: readonly Cycle[]): Promise<Overview[]> {
  authorize(context.actor, 'read the overview of a cycle')
  return foldsOf(context, cycles)
}

interface Fold {
  at: string
  overview: Overview
}

/**
 * Folds over all places, kept until the data or the day changes. Never on a timer: what somebody ticked a moment ago
 * is in the next page.
 */
async function foldsOf({ db, today }: SignedIn, cycles: readonly Cycle[]): Promise<Overview[]> {
  const folds = keptFor<Map<number, Fold>>(db, 'overviews', () => new Map())
  const at = `${today} ${await dataVersion(db)}`
  const stale = cycles.filter(({ year }) => folds.get(year)?.at !== at)
  if (stale.length > 0) {
    const years = stale.map(({ year }) => year)
    const places = await listPlaces(db, years, 'everywhere')
    const ticks = await listTicks(db, years, 'everywhere')
    for (const cycle of stale) {
      const standings = [THE_MUNICIPALITY, ...(places.get(cycle.year) ?? [])].map((place) =>
        standingOf(place, linesOf(cycle, place, ticks.get(cycle.year)?.get(place.id) ?? [], today)),
      )
      folds.set(cycle.year, { at, overview: { cycle, standings } })
    }
  }
  return cycles.map(({ year }) => found(folds.get(year)).overview)
}
