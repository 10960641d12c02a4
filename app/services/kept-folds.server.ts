import type { LocalDate } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import type { EventKind } from '#app/domain/event.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { readNews } from '#db/queries/data-version.ts'
import type { SignedIn } from './context.server.ts'
import { keptFor } from './kept.server.ts'

/** What is worked out from all places of a cycle. */
interface Fold {
  cycle: Cycle
}

/** How a fold is made, and what happens to it. An event of any other kind can change all of it. */
export interface Folding<F extends Fold> {
  /** What it is kept under. */
  name: string
  /** What happens at one place. */
  atOnePlace: readonly EventKind[]
  /** What happens at none. */
  atNoPlace: readonly EventKind[]
  /** Works the folds of some cycles out. */
  anew: (db: Db, today: LocalDate, cycles: readonly Cycle[]) => Promise<F[]>
  /** The same folds with these places as they stand now. */
  again: (db: Db, today: LocalDate, folds: readonly F[], placeIds: ReadonlySet<string>) => Promise<F[]>
}

interface Kept<F> {
  today: LocalDate | null
  others: number
  sequence: number
  folds: ReadonlyMap<number, F>
}

/**
 * Folds over all places, kept until the data or the day changes. Never on a timer: what somebody said a moment ago is in
 * the next page, for which only the places it was said at are folded again.
 */
export async function foldsKept<F extends Fold>(
  { db, today }: SignedIn,
  { name, atOnePlace, atNoPlace, anew, again }: Folding<F>,
  cycles: readonly Cycle[],
): Promise<F[]> {
  const kept = keptFor<{ last: Kept<F> }>(db, name, () => ({ last: nothingYet() }))
  const before = kept.last
  const { others, sequence, happened } = await readNews(db, before.sequence)
  const some = happened.filter(({ kind }) => atOnePlace.includes(kind))
  const goesOn =
    before.today === today &&
    before.others === others &&
    happened.every(({ kind, placeId }) => atNoPlace.includes(kind) || (atOnePlace.includes(kind) && placeId !== null))
  const placeIds = new Set(some.flatMap(({ placeId }) => placeId ?? []))
  const missing = cycles.filter((cycle) => before.folds.get(cycle.year)?.cycle !== cycle)
  const held = [...before.folds.values()]
  const folds =
    goesOn && (placeIds.size === 0 || missing.length === 0)
      ? [
          ...(placeIds.size === 0 ? held : await again(db, today, held, placeIds)),
          ...(missing.length === 0 ? [] : await anew(db, today, missing)),
        ]
      : await anew(db, today, cycles)
  const ofYear = new Map(folds.map((fold) => [fold.cycle.year, fold]))
  kept.last = { today, others, sequence, folds: ofYear }
  return cycles.map(({ year }) => found(ofYear.get(year)))
}

function nothingYet<F>(): Kept<F> {
  return { today: null, others: 0, sequence: Number.MAX_SAFE_INTEGER, folds: new Map() }
}

/** What changes neither a place nor what is said at one. */
export const BESIDE_PLACES: readonly EventKind[] = [
  ...(['signed in', 'signed out', 'person invited', 'news read', 'reminder sent'] as const),
  ...(['seat accepted', 'seat declined', 'seat limited', 'seat ended', 'handover note written'] as const),
  ...(['offer sent again', 'person deactivated', 'person let in again', 'session ended'] as const),
  ...(['enrolment said', 'gap explained', 'children elsewhere said'] as const),
  ...(['draft begun', 'draft edited', 'draft discarded', 'version published'] as const),
  ...(['hearing opened', 'hearing closed', 'comment made', 'comment answered'] as const),
  ...(['presentation written', 'presentation read', 'presentation asked about'] as const),
  ...(['presentation question answered', 'calendar link made', 'calendar link ended'] as const),
  ...(['date agreed', 'date moved', 'date cancelled'] as const),
  ...(['addition written', 'addition taken out'] as const),
]
