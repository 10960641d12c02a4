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
import { cycleAmong, runningCycles } from './cycles.server.ts'
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
  return { ...(await overviewOf(context, cycle)), years }
}

/** The year of the newest cycle that can be overlooked. Refuses *not found*. */
export async function newestOverview(context: SignedIn): Promise<number> {
  authorize(context.actor, 'read the overview of a cycle')
  return found((await listCycles(context.db))[0]).year
}

/** The overviews of the running cycles, for those who may read them. */
export async function readOverviews(context: SignedIn): Promise<Overview[]> {
  authorize(context.actor, 'read the overview of a cycle')
  const overviews: Overview[] = []
  for (const cycle of await runningCycles(context.db, context.today)) overviews.push(await overviewOf(context, cycle))
  return overviews
}

interface Fold {
  at: string
  overview: Overview
}

/**
 * A fold over all places, kept until the data or the day changes. Never on a timer: what somebody ticks a moment ago
 * is in the next page.
 */
async function overviewOf({ db, today }: SignedIn, cycle: Cycle): Promise<Overview> {
  const folds = keptFor<Map<number, Fold>>(db, 'overviews', () => new Map())
  const at = `${today} ${await dataVersion(db)}`
  const known = folds.get(cycle.year)
  if (known?.at === at) return known.overview
  const places = (await listPlaces(db, [cycle.year], 'everywhere')).get(cycle.year) ?? []
  const ticks = (await listTicks(db, [cycle.year], 'everywhere')).get(cycle.year)
  const standings = [THE_MUNICIPALITY, ...places].map((place) =>
    standingOf(place, linesOf(cycle, place, ticks?.get(place.id) ?? [], today)),
  )
  const overview = { cycle, standings }
  folds.set(cycle.year, { at, overview })
  return overview
}
