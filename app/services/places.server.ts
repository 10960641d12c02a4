import { datesShownTo, type AgreedDate } from '#app/domain/agreed-date.ts'
import { choicesOn, type Choice } from '#app/domain/answering.ts'
import { linesOf, type Cycle, type Line } from '#app/domain/checklist.ts'
import { shownTo, type ShownLine } from '#app/domain/discretion.ts'
import { authorize } from '#app/domain/permissions.ts'
import { MUNICIPALITY, THE_MUNICIPALITY, type Place } from '#app/domain/place.ts'
import { progressOf, type Progress } from '#app/domain/progress.ts'
import { found } from '#app/domain/refusal.ts'
import type { Tick } from '#app/domain/tick.ts'
import type { Db } from '#db/connection.ts'
import { findPlaceWithDates } from '#db/queries/places.ts'
import { listTicksOf } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { findNumberedVersion } from './plan.server.ts'

/** A place in a cycle with its lines as they are, before discretion. */
export interface OpenPlace {
  cycle: Cycle
  place: Place
  lines: readonly Line[]
  /** The dates agreed at the school here, before discretion. */
  dates: readonly AgreedDate[]
  /** Ticks to steps that the version does not ask here any more, oldest first. */
  unasked: readonly Tick[]
}

/** A line as one reader may see it, with what that reader can answer. */
export interface Row extends ShownLine {
  choices: readonly Choice[]
}

/** A place's checklist as one reader may see it, with the progress of what it shows. */
export interface Checklist {
  cycle: Cycle
  place: Place
  rows: readonly Row[]
  progress: Progress
}

/** The place with this id in that year's cycle. Refuses *not found*, also where the actor may not look. */
export async function findOpenPlace(
  { actor }: SignedIn,
  year: number,
  placeId: string,
  db: Db,
): Promise<Pick<OpenPlace, 'cycle' | 'place' | 'dates'>> {
  const cycle = await cycleOf(db, year)
  const open =
    placeId === MUNICIPALITY
      ? { place: THE_MUNICIPALITY, dates: [] }
      : found(await findPlaceWithDates(db, year, placeId))
  authorize(actor, 'read a checklist', open.place)
  return { cycle, ...open }
}

/** The same, with its lines. */
export async function openPlace(context: SignedIn, year: number, placeId: string, db: Db): Promise<OpenPlace> {
  const { cycle, place, dates } = await findOpenPlace(context, year, placeId, db)
  const ticks = await listTicksOf(db, year, place)
  const lines = linesOf(cycle, place, ticks, context.today)
  const asked = new Set(lines.map(({ step }) => step.id))
  return { cycle, place, lines, dates, unasked: ticks.filter(({ stepId }) => !asked.has(stepId)) }
}

/**
 * The checklist of a place, as the actor may see it, and the dates agreed there; with the answered steps that the version does not ask any more, as
 * they stood in the version they were answered under. Refuses *not found*.
 */
export async function readChecklist(
  context: SignedIn,
  year: number,
  placeId: string,
): Promise<Checklist & { dates: readonly AgreedDate[]; gone: readonly ShownLine[] }> {
  const open = await openPlace(context, year, placeId, context.db)
  return {
    ...checklistFor(context, open.cycle, open.place, open.lines),
    dates: datesShownTo(context.actor, open.place, open.dates),
    gone: await goneFrom(context, open),
  }
}

async function goneFrom(context: SignedIn, { cycle, place, unasked }: OpenPlace): Promise<ShownLine[]> {
  const gone: ShownLine[] = []
  for (const [stepId, ticks] of Map.groupBy(unasked, (tick) => tick.stepId)) {
    const version = await findNumberedVersion(context.db, ticks.at(-1)?.version ?? 0)
    const line = linesOf({ ...cycle, version }, place, ticks, context.today).find(({ step }) => step.id === stepId)
    const shown = line && shownTo(context.actor, line)
    if (shown && shown.own) gone.push(shown)
  }
  return gone
}

/** What the actor may see of these lines, with their progress. */
export function checklistFor(context: SignedIn, cycle: Cycle, place: Place, lines: readonly Line[]): Checklist {
  const rows = lines.map((line) => rowFor(context, line)).filter((row) => row !== null)
  return { cycle, place, rows, progress: progressOf(rows) }
}

/** The line as the actor may see it and answer it, or null where it is none of theirs. */
export function rowFor({ actor }: SignedIn, line: Line): Row | null {
  const shown = shownTo(actor, line)
  return shown && { ...shown, choices: choicesOn(actor, line) }
}
