import {
  problemsInOpening,
  suggestedFor,
  suggestedYear,
  type Opening as Opened,
  type PairChosen,
} from '#app/domain/opening.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import { isGoneBefore } from '#app/domain/unit-closing.ts'
import { authorize } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { insertCycle, insertPairs, listPairs, type PairBefore } from '#db/queries/opening.ts'
import { listUnits, type UnitRow } from '#db/queries/units.ts'
import type { SignedIn } from './context.server.ts'
import { rememberAll } from './history.server.ts'
import { newId } from './new-id.server.ts'
import { publishedVersions } from './plan.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** What a cycle can be opened with, and what is suggested. */
export interface Opening {
  suggested: { year: number; firstSchoolDay: LocalDate; version: PlanVersion | null }
  openYears: readonly number[]
  /** All published versions, the newest first. */
  versions: readonly PlanVersion[]
  /** The pairs of the newest cycle, with its number of children; null where there is no cycle yet. */
  before: { year: number; pairs: readonly PairBefore[] } | null
  /** All kindergartens and schools, the neighbours' too, by name. */
  units: readonly UnitRow[]
}

/** What a cycle can be opened with. Refuses *not found* for whoever may not open one. */
export async function readOpening(context: SignedIn): Promise<Opening> {
  authorize(context.actor, 'open a cycle')
  const { db, today } = context
  const openYears = (await listCycles(db)).map(({ year }) => year)
  const versions = await publishedVersions({ db })
  const year = suggestedYear(openYears, today)
  const [newest] = openYears
  const units = (await listUnits(db)).filter((unit) => !isGoneBefore(unit, year))
  return {
    suggested: { year, ...suggestedFor(year, versions) },
    openYears,
    versions,
    before: newest === undefined ? null : { year: newest, pairs: await listPairs(db, newest) },
    units,
  }
}

/**
 * Opens a cycle with its pairs, or nothing: a cycle is opened, never reset. The numbers of children are reported later.
 * Problems come back and nothing is saved. Refuses *not found*.
 */
export async function openCycle(context: SignedIn, opening: Opened, form: string): Promise<Outcome> {
  authorize(context.actor, 'open a cycle')
  const { actor, now, today } = context
  return saveOnce(context, `open cycle ${opening.year}`, form, async (db) => {
    const versions = await publishedVersions({ db })
    const version = versions.find(({ number }) => number === opening.version) ?? null
    const openYears = (await listCycles(db)).map(({ year }) => year)
    const units = new Map((await listUnits(db)).map((unit) => [unit.id, unit]))
    const problems = [...problemsInOpening(opening, version, openYears, today), ...problemsInPairs(opening, units)]
    if (problems.length > 0) return problems
    const { year, firstSchoolDay } = opening
    const { id: versionId } = found(version)
    const pairs = knownPairs(opening.pairs, units).map((pair) => ({ ...pair, id: newId(), year }))
    const by = { at: now, personId: actor.id }
    await insertCycle(db, { ...by, year, versionId, firstSchoolDay })
    await insertPairs(db, pairs)
    await rememberAll(db, [
      { ...by, kind: 'cycle opened', content: { cycle: year, version: versionId } },
      ...pairs.map(({ id }) => ({
        ...by,
        kind: 'pair formed' as const,
        content: { pair: id, cycle: year, children: null },
      })),
    ])
    return []
  })
}

/** A unit that is no more when the cycle begins has no pairs in it. */
function problemsInPairs({ year, pairs }: Opened, units: ReadonlyMap<string, UnitRow>): Problem[] {
  const chosen = pairs.flatMap(({ kindergartenId, schoolId }) => [units.get(kindergartenId), units.get(schoolId)])
  const gone = chosen.find((unit) => unit !== undefined && isGoneBefore(unit, year))
  return gone ? [{ field: 'year', message: 'pairUnitClosed', values: { name: gone.name, year } }] : []
}

/** Each pair once, however often it was chosen. Refuses *not found* where one is not of a kindergarten and a school. */
function knownPairs(chosen: readonly PairChosen[], units: ReadonlyMap<string, UnitRow>): PairChosen[] {
  const pairs = new Map(chosen.map((pair) => [`${pair.kindergartenId} ${pair.schoolId}`, pair]))
  for (const { kindergartenId, schoolId } of pairs.values()) {
    found(units.get(kindergartenId)?.kind === 'kindergarten' ? kindergartenId : null)
    found(units.get(schoolId)?.kind === 'school' ? schoolId : null)
  }
  return [...pairs.values()].map(({ kindergartenId, schoolId }) => ({ kindergartenId, schoolId }))
}
