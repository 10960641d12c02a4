import { dayInOslo } from '#app/domain/calendar.ts'
import { cycleOf } from '#app/services/cycles.server.ts'
import { openDatabase, type Db } from '#db/connection.ts'
import type { PlanVersion, Step } from '#app/domain/plan.ts'
import { performIn } from '#db/seed/acts.ts'
import { idOf } from '#db/seed/identity.ts'
import { send } from './client.ts'
import { copyOf, originalOf } from './files.ts'
import { eachAfter } from './measure.ts'
import { startApp } from './processes.ts'
import { found, leadersOf, MOMENT, page, YEAR } from './town.ts'

/** A page of the renewal of the plan at Oslo's size: what an adviser waits for, and how much is sent. */
export interface RenewalRow {
  what: string
  aloneMs: number
  bytes: number
}

/** Oslo has published a second version, which no cycle follows yet, and begun on the third. */
export async function measureRenewal(times: number): Promise<RenewalRow[]> {
  const file = copyOf(await originalOf('oslo'), 'renewal')
  const { db, sqlite, close } = openDatabase(file)
  const adviser = found((await leadersOf(db, dayInOslo(MOMENT))).get(''))
  const next = await publishNext(db, adviser)
  sqlite.pragma('wal_checkpoint(truncate)')
  await close()
  const routine = found(next.routines[0])
  const calls = {
    'preview of an adoption': `/cycles/${YEAR}/adoption`,
    'comparison of two versions': '/plan/compare?from=1&to=2',
    'outline of the draft': '/plan/draft',
    'a routine of the draft': `/plan/draft/routines/${routine.id}`,
    'a step of the draft': `/plan/draft/steps/${found(routine.steps[0]).id}`,
    publication: '/plan/draft/publication',
  }
  const app = await startApp(file, MOMENT)
  const rows: RenewalRow[] = []
  for (const [what, path] of Object.entries(calls)) {
    const call = page(path, adviser)
    const { status, body } = await send(app.port, call)
    if (status !== 200) throw new Error(`${path} answered ${status}`)
    const { p50 } = await eachAfter(app, async () => {}, call, times)
    rows.push({ what, aloneMs: p50, bytes: body.length })
  }
  await app.stop()
  return rows
}

async function publishNext(db: Db, adviser: string): Promise<PlanVersion> {
  const { version } = await cycleOf(db, YEAR)
  const next = renewed(version)
  const content = { ...next, id: undefined, number: undefined, publication: undefined }
  await db.transaction().execute(async (db) => {
    const by = { at: MOMENT, personId: adviser }
    await performIn(db, [
      { ...by, kind: 'version published', version: next },
      { ...by, kind: 'draft begun', draft: { id: idOf('bench', 'version', '3'), basedOn: next.id, content } },
    ])
  })
  return next
}

/** Of every six steps one opens again, one is worded anew, and one is due ten days earlier; each routine has a new one. */
function renewed(plan: PlanVersion): PlanVersion {
  return {
    ...plan,
    id: idOf('bench', 'version', '2'),
    number: 2,
    routines: plan.routines.map((routine) => ({
      ...routine,
      steps: [...routine.steps.map(changed), { ...found(routine.steps[0]), id: idOf('bench', 'step', routine.id) }],
    })),
    publication: {
      publishedOn: dayInOslo(MOMENT),
      validFromCycle: YEAR,
      adoptedBy: 'Bystyret',
      caseNumber: null,
      adoptedOn: dayInOslo(MOMENT),
      changeNote: 'Planen er gjennomgått.',
    },
  }
}

function changed(step: Step, at: number): Step {
  const title = { nb: `${step.title.nb} på nytt` }
  if (at % 6 === 0) return { ...step, title, meaning: step.meaning + 1 }
  if (at % 6 === 1) return { ...step, title }
  return at % 6 === 2 ? { ...step, due: { kind: 'days from first school day', days: -100 } } : step
}
