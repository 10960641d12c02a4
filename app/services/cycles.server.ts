import type { LocalDate } from '#app/domain/calendar.ts'
import type { Cycle } from '#app/domain/checklist.ts'
import { isRunning } from '#app/domain/due-date.ts'
import { found } from '#app/domain/refusal.ts'
import type { Db } from '#db/connection.ts'
import { listCycles, type CycleRow } from '#db/queries/cycles.ts'
import { keptFor } from './kept.server.ts'
import { publishedVersion } from './plan.server.ts'

/** The cycle of that year, with the version it follows. Refuses *not found*. */
export async function cycleOf(db: Db, year: number): Promise<Cycle> {
  return (await cycleAmong(db, year)).cycle
}

/** The cycle of that year, and the years of all cycles, newest first. Refuses *not found*. */
export async function cycleAmong(db: Db, year: number): Promise<{ cycle: Cycle; years: number[] }> {
  const rows = await listCycles(db)
  const cycle = await withVersion(db, found(rows.find((row) => row.year === year)))
  return { cycle, years: rows.map((row) => row.year) }
}

/** The cycles in which work goes on today, the older first: it is the one that ends soonest. */
export async function runningCycles(db: Db, today: LocalDate): Promise<Cycle[]> {
  const rows = await listCycles(db)
  const cycles: Cycle[] = []
  for (const row of rows.filter(({ year }) => isRunning(year, today)).reverse()) cycles.push(await withVersion(db, row))
  return cycles
}

/**
 * The same object while nothing changed: what is worked out from a cycle (its due days) is kept with it. One per year,
 * so that what was kept before a change goes with it.
 */
async function withVersion(db: Db, row: CycleRow): Promise<Cycle> {
  const { versionId, ...cycleRow } = row
  const version = await publishedVersion(db, versionId)
  const cycles = keptFor<Map<number, { state: string; cycle: Cycle }>>(db, 'cycles', () => new Map())
  const state = JSON.stringify(row)
  const known = cycles.get(row.year)
  if (known?.state === state) return known.cycle
  const cycle = { ...cycleRow, version }
  cycles.set(row.year, { state, cycle })
  return cycle
}
