import type { Step, PlanVersion } from '#app/domain/plan.ts'
import { adoptVersion, type Adopting } from '#app/services/adoption.server.ts'
import { cycleOf } from '#app/services/cycles.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import type { Outcome } from '#app/services/saving.server.ts'
import { FJORDVIK_PLAN } from '#db/seed/fjordvik-plan.ts'
import { PEOPLE } from '#db/seed/fjordvik.ts'
import { writeVersion } from '#db/seed/version-rows.ts'
import type { World } from '#tests/world.ts'

/** What a newer version says of the steps of Fjordvik's plan, by id: what differs, or null where the step is gone. */
export type Changes = Readonly<Record<string, Partial<Step> | null>>

/** Publishes Fjordvik's plan once more today, with some steps changed and some added to its first routine, or another framework. */
export async function publishNext(
  fjordvik: World,
  number: number,
  changes: Changes,
  added: readonly Step[] = [],
  framework: PlanVersion['framework'] = FJORDVIK_PLAN.framework,
): Promise<void> {
  const changed = (step: Step): Step[] => {
    const change = changes[step.id]
    return change === null ? [] : [{ ...step, ...change }]
  }
  const version: PlanVersion = {
    ...FJORDVIK_PLAN,
    id: `version ${number}`,
    number,
    framework,
    routines: FJORDVIK_PLAN.routines.map((routine, index) => ({
      ...routine,
      steps: [...routine.steps.flatMap(changed), ...(index === 0 ? added : [])],
    })),
    publication: {
      publishedOn: fjordvik.today,
      validFromCycle: 2027,
      adoptedBy: 'Kommunestyret',
      caseNumber: null,
      adoptedOn: fjordvik.today,
      changeNote: 'Skjemaet er nytt',
    },
  }
  await writeVersion(fjordvik.db, version, { at: fjordvik.now, personId: PEOPLE.adviser.id })
}

/** What an adviser sends who opened the page just now. */
export async function adoptingNow(fjordvik: World, to: number): Promise<Adopting> {
  const { version } = await cycleOf(fjordvik.db, 2027)
  const newest = await fjordvik.db
    .selectFrom('plan_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .executeTakeFirstOrThrow()
  return { to, from: version.number ?? 0, newest: newest.number ?? 0, reason: 'Vedtatt i kommunestyret' }
}

/** Moves cycle 2027 to a newer version, as an adviser does. */
export async function adoptNow(fjordvik: World, to: number, more: Partial<Adopting> = {}): Promise<Outcome> {
  return adoptVersion(fjordvik.as('adviser'), 2027, { ...(await adoptingNow(fjordvik, to)), ...more }, newId())
}
