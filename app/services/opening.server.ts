import {
  problemsInOpening,
  suggestedFor,
  suggestedYear,
  type Opening as Opened,
  type PairChosen,
} from '#app/domain/opening.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import { authorize } from '#app/domain/permissions.ts'
import type { PlanVersion } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { listCycles } from '#db/queries/cycles.ts'
import { insertCycle, insertPair, listPairs, type PairBefore } from '#db/queries/opening.ts'
import { listUnits, type UnitRow } from '#db/queries/units.ts'
import type { SignedIn } from './context.server.ts'
import { remember } from './history.server.ts'
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
  return {
    suggested: { year, ...suggestedFor(year, versions) },
    openYears,
    versions,
    before: newest === undefined ? null : { year: newest, pairs: await listPairs(db, newest) },
    units: await listUnits(db),
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
    const problems = problemsInOpening(opening, version, openYears, today)
    if (problems.length > 0) return problems
    const { year, firstSchoolDay } = opening
    const { id: versionId } = found(version)
    const pairs = await knownPairs(db, opening.pairs)
    const by = { at: now, personId: actor.id }
    await insertCycle(db, { ...by, year, versionId, firstSchoolDay })
    await remember(db, { ...by, kind: 'cycle opened', content: { cycle: year, version: versionId } })
    for (const pair of pairs) {
      const id = newId()
      await insertPair(db, { id, year, ...pair })
      await remember(db, { ...by, kind: 'pair formed', content: { pair: id, cycle: year, children: null } })
    }
    return []
  })
}

/** Each pair once, however often it was chosen. Refuses *not found* where one is not of a kindergarten and a school. */
async function knownPairs(db: Db, chosen: readonly PairChosen[]): Promise<PairChosen[]> {
  const units = new Map((await listUnits(db)).map(({ id, kind }) => [id, kind]))
  const pairs = new Map(chosen.map((pair) => [`${pair.kindergartenId} ${pair.schoolId}`, pair]))
  for (const { kindergartenId, schoolId } of pairs.values()) {
    found(units.get(kindergartenId) === 'kindergarten' ? kindergartenId : null)
    found(units.get(schoolId) === 'school' ? schoolId : null)
  }
  return [...pairs.values()].map(({ kindergartenId, schoolId }) => ({ kindergartenId, schoolId }))
}
