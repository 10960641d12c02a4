import type { AskedStep, Cycle } from '#app/domain/checklist.ts'
import { isRunning } from '#app/domain/due-date.ts'
import { authorize } from '#app/domain/permissions.ts'
import { stepsOfYear, type Numbered } from '#app/domain/year-wheel.ts'
import type { Context } from './context.server.ts'
import { cycleAmong } from './cycles.server.ts'

/** The year of the whole municipality: what is due when, and nothing of how it stands. */
export interface MunicipalityYear {
  cycle: Cycle
  steps: readonly Numbered<AskedStep>[]
  /** The cycles in which work goes on today, the older first. */
  running: readonly number[]
}

/** The year wheel of a cycle. Everybody may read it, as they may the plan. Refuses *not found*. */
export async function readMunicipalityYear({ actor, db, today }: Context, year: number): Promise<MunicipalityYear> {
  authorize(actor, 'read the plan')
  const { cycle, years } = await cycleAmong(db, year)
  return { cycle, steps: stepsOfYear(cycle), running: years.filter((each) => isRunning(each, today)).reverse() }
}
