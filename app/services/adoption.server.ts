import { adoptionAt, type PlaceAdoption } from '#app/domain/adoption.ts'
import { standingAdoption, type Adoption } from '#app/domain/adoption-history.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { shownTo } from '#app/domain/discretion.ts'
import { isOver } from '#app/domain/due-date.ts'
import type { Standing } from '#app/domain/matrix.ts'
import { authorize } from '#app/domain/permissions.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import { problemsInReason } from '#app/domain/saying.ts'
import type { Db } from '#db/connection.ts'
import { countTicksUnder, insertAdoption, listAdoptions, listNewerVersions } from '#db/queries/adoptions.ts'
import { listTicks, type TicksByPlace } from '#db/queries/ticks.ts'
import type { SignedIn } from './context.server.ts'
import { cycleOf } from './cycles.server.ts'
import { remember } from './history.server.ts'
import { readersOf, type Reader } from './readers.server.ts'
import { overviewsOf } from './overview.server.ts'
import { publishedVersion } from './plan.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** What an adviser looks at before a cycle moves to a newer version, and after. */
export interface AdoptionView {
  cycle: Cycle
  /** The versions the cycle can move to, newest first; none once its time is over. */
  newer: readonly PlanVersion[]
  /** The chosen one with what it would do, place by place; null where there is nothing to move to. */
  preview: { version: PlanVersion; places: readonly PlaceAdoption[] } | null
  /** The adoption that brought the cycle to the version it follows, with the ticks given since. */
  last: (Adoption & { ticksSince: number }) | null
  /** Who has read of it, and who has not; empty where nothing was adopted. */
  readers: readonly Reader[]
}

/** What moving a cycle would do at every place: to the newer version with that number, else to the newest. Refuses *not found*. */
export async function readAdoption(context: SignedIn, year: number, number?: number): Promise<AdoptionView> {
  const { actor, db, today } = context
  authorize(actor, 'adopt a version')
  const cycle = await cycleOf(db, year)
  const newer = await versionsAfter(db, cycle, today)
  const version = newer.find((each) => each.number === number) ?? newer[0]
  const adoptions = await listAdoptions(db, year)
  const [overview] = version || adoptions.length > 0 ? await overviewsOf(context, [cycle]) : []
  const standings = overview?.standings ?? []
  const last = standingAdoption(adoptions)
  const places = version && (await previewOf(context, { cycle, version, standings, isFirst: adoptions.length === 0 }))
  return {
    cycle,
    newer,
    preview: version && places ? { version, places } : null,
    last: last && { ...last, ticksSince: ticksUnder(standings, last.to) },
    readers: await readersOf(context, cycle, adoptions, standings),
  }
}

async function versionsAfter(db: Db, cycle: Cycle, today: LocalDate): Promise<PlanVersion[]> {
  if (isOver(cycle.year, today)) return []
  const versions: PlanVersion[] = []
  for (const { id } of await listNewerVersions(db, numberOf(cycle))) versions.push(await publishedVersion(db, id))
  return versions
}

interface Previewed {
  cycle: Cycle
  version: PlanVersion
  standings: readonly Standing[]
  isFirst: boolean
}

/**
 * The overview has every tick there is to a step where it is asked today; one that comes back may have older ones. An adviser
 * sees all lines as they are but the sensitive ones.
 */
async function previewOf(
  context: SignedIn,
  { cycle, version, standings, isFirst }: Previewed,
): Promise<PlaceAdoption[]> {
  const { actor, db, today } = context
  const after = { ...cycle, version }
  const asked = new Set(askedIn(cycle.version))
  const comesBack = !isFirst && askedIn(version).some((each) => !asked.has(each))
  const all: TicksByPlace | undefined = comesBack
    ? (await listTicks(db, [cycle.year], 'everywhere')).get(cycle.year)
    : undefined
  return standings.map(({ place, lines }) => {
    const ticks = all ? (all.get(place.id) ?? []) : lines.flatMap(({ history }) => history)
    return adoptionAt(cycle, after, place, ticks, today, (line) => (line.step.sensitive ? shownTo(actor, line) : line))
  })
}

/** Which step at which kind of place: one that is asked elsewhere for a while comes back, too. */
function askedIn({ routines }: PlanVersion): string[] {
  return routines.flatMap(({ steps }) => steps.map(({ id, scope }) => `${scope} ${id}`))
}

function ticksUnder(standings: readonly Standing[], version: number): number {
  const ticks = standings.flatMap(({ lines }) => lines.flatMap(({ history }) => history))
  return ticks.filter((tick) => tick.version === version).length
}

/**
 * The cycle and the adoption that can be gone back from, with the ticks given since; null where all were. Refuses *not
 * found*, also where nothing was ever adopted.
 */
export async function readLastAdoption(
  { actor, db }: SignedIn,
  year: number,
): Promise<Pick<AdoptionView, 'cycle' | 'last'>> {
  authorize(actor, 'adopt a version')
  const cycle = await cycleOf(db, year)
  const adoptions = await listAdoptions(db, year)
  found(adoptions[0])
  const last = standingAdoption(adoptions)
  return { cycle, last: last && { ...last, ticksSince: await countTicksUnder(db, year, last.to) } }
}

/** What an adviser chose, and what they saw when they did: the version the cycle followed, and the newest there was. */
export interface Adopting {
  to: number
  from: number
  newest: number
  reason: string | null
}

/**
 * Moves a cycle to a newer published version; no tick changes. Problems where the cycle has moved or a version been
 * published since the page was made, where the version is no newer, and without a reason. Refuses *not found*.
 */
export async function adoptVersion(
  context: SignedIn,
  year: number,
  { to, from, newest, reason }: Adopting,
  form: string,
): Promise<Outcome> {
  authorize(context.actor, 'adopt a version')
  return saveOnce(context, `adopt ${year}`, form, async (db) => {
    const cycle = await cycleOf(db, year)
    if (isOver(year, context.today)) return [{ field: 'to', message: 'cycleOver', values: { year } }]
    if (numberOf(cycle) !== from) return [movedMeanwhile(cycle)]
    const newer = await listNewerVersions(db, from)
    const latest = newer[0]?.number ?? from
    if (latest !== newest) return [{ field: 'to', message: 'versionRetired', values: { number: latest } }]
    const version = newer.find(({ number }) => number === to)
    if (!version) return [{ field: 'to', message: 'versionNotNewer', values: { number: to } }]
    const problems = problemsInReason(reason, context.today)
    if (problems.length > 0 || reason === null) return problems
    await move(context, db, cycle, { toId: version.id, to, undoes: null, reason })
    return []
  })
}

/** The adoption that was looked at, and why it should not have been. */
export interface Undoing {
  sequence: number
  reason: string | null
}

/**
 * Takes a cycle back to the version it came from; no tick changes. Problems where it has moved since, where ticks were
 * given under the newer version, and without a reason. Refuses *not found*, also where nothing was adopted.
 */
export async function undoAdoption(
  context: SignedIn,
  year: number,
  { sequence, reason }: Undoing,
  form: string,
): Promise<Outcome> {
  authorize(context.actor, 'adopt a version')
  return saveOnce(context, `undo adoption ${year}`, form, async (db) => {
    const cycle = await cycleOf(db, year)
    const adoptions = await listAdoptions(db, year)
    found(adoptions[0])
    const last = standingAdoption(adoptions)
    if (!last || last.sequence !== sequence) return [movedMeanwhile(cycle)]
    if (isOver(year, context.today)) return [{ field: 'to', message: 'cycleOver', values: { year } }]
    const count = await countTicksUnder(db, year, last.to)
    if (count > 0) return [{ field: 'to', message: 'ticksSince', values: { count, number: last.to } }]
    const problems = problemsInReason(reason, context.today)
    if (problems.length > 0 || reason === null) return problems
    await move(context, db, cycle, { toId: last.fromId, to: last.from, undoes: last.sequence, reason })
    return []
  })
}

function movedMeanwhile(cycle: Cycle): Problem {
  return { field: 'to', message: 'cycleMovedMeanwhile', values: { number: numberOf(cycle) } }
}

interface Move {
  toId: string
  to: number
  undoes: number | null
  reason: string
}

async function move(context: SignedIn, db: Db, cycle: Cycle, { toId, to, undoes, reason }: Move): Promise<void> {
  const when = { at: context.now, personId: context.actor.id }
  await insertAdoption(db, { year: cycle.year, fromId: cycle.version.id, toId, undoes, reason, ...when })
  await remember(db, {
    kind: undoes === null ? 'version adopted' : 'adoption undone',
    ...when,
    content: { cycle: cycle.year, from: numberOf(cycle), to },
  })
}

function numberOf({ version }: Cycle): number {
  return found(version.number)
}
