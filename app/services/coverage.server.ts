import type { LocalDate } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { unitCoverageOf, type UnitCoverage } from '#app/domain/coverage.ts'
import { assignmentsAmong, type Acknowledged, type Assignment } from '#app/domain/framework-assignment.ts'
import { authorize } from '#app/domain/permissions.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { listMarks } from '#db/queries/framework-marks.ts'
import { listPlaces } from '#db/queries/places.ts'
import type { SignedIn } from './context.server.ts'
import { cycleAmong } from './cycles.server.ts'
import { acknowledgedIn } from './framework-assignment.server.ts'
import { BESIDE_PLACES, foldsKept, type Folding } from './kept-folds.server.ts'

/** A unit with how it stands to the framework: its marks, and whether somebody there has read it. */
export interface CoveredUnit extends UnitCoverage {
  acknowledged: Acknowledged
}

/** Every unit that the framework is assigned to in a cycle: the same lines as each unit's own page. */
export interface FrameworkCoverage {
  cycle: Cycle
  units: readonly CoveredUnit[]
}

/** How all units stand to the framework in a cycle, with the years of all cycles. Refuses *not found*, also for others. */
export async function readCoverage(
  context: SignedIn,
  year: number,
): Promise<FrameworkCoverage & { years: readonly number[] }> {
  authorize(context.actor, 'read the coverage of the framework')
  const { cycle, years } = await cycleAmong(context.db, year)
  const [coverage] = await foldsKept(context, COVERAGES, [cycle])
  return { ...found(coverage), years }
}

/** Kept until the data change: what a unit marks folds that unit again. */
const COVERAGES: Folding<FrameworkCoverage> = {
  name: 'framework coverage',
  atOnePlace: ['framework marked', 'framework acknowledged'],
  atNoPlace: [...BESIDE_PLACES, 'step ticked', 'tick withdrawn'],
  anew: foldedAnew,
  again: foldedAgain,
}

async function foldedAnew(db: Db, _today: LocalDate, cycles: readonly Cycle[]): Promise<FrameworkCoverage[]> {
  const places = await listPlaces(
    db,
    cycles.map(({ year }) => year),
    'everywhere',
  )
  const folds: FrameworkCoverage[] = []
  for (const cycle of cycles) {
    const assigned = assignmentsAmong(places.get(cycle.year) ?? [], cycle.version)
    folds.push({ cycle, units: await unitsCovered(db, cycle, assigned, 'everywhere') })
  }
  return folds
}

/** The same with these units as they stand now. */
async function foldedAgain(
  db: Db,
  _today: LocalDate,
  folds: readonly FrameworkCoverage[],
  unitIds: ReadonlySet<string>,
): Promise<FrameworkCoverage[]> {
  const again: FrameworkCoverage[] = []
  for (const { cycle, units } of folds) {
    const changed = units.filter(({ unit }) => unitIds.has(unit.id))
    const covered = await unitsCovered(db, cycle, changed, [...unitIds])
    const byId = new Map(covered.map((unit) => [unit.unit.id, unit]))
    again.push({ cycle, units: units.map((unit) => byId.get(unit.unit.id) ?? unit) })
  }
  return again
}

async function unitsCovered(
  db: Db,
  cycle: Cycle,
  assigned: readonly Assignment[],
  which: 'everywhere' | readonly string[],
): Promise<CoveredUnit[]> {
  const marks = await listMarks(db, cycle.year, which)
  const units = assigned.map(({ unit }) => unit)
  const acknowledged = await acknowledgedIn(db, cycle, units)
  return assigned.map(({ unit, obligation }) => ({
    ...unitCoverageOf({ unit, obligation }, cycle.version, marks.get(unit.id) ?? []),
    acknowledged: found(acknowledged.get(unit.id)),
  }))
}
