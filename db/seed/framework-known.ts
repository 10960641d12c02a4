import type { Db } from '#db/connection.ts'
import type { Act } from './acts.ts'
import { isFrameworkAct, type FrameworkAct } from './framework-acts.ts'

/** What need not be told of the framework: what the data hold already, and the marks of units that somebody goes on for. */
export async function whatIsKnownOfFramework(db: Db, story: readonly Act[]): Promise<(act: FrameworkAct) => boolean> {
  const told = new Set(
    story.filter(isFrameworkAct).flatMap((act) => {
      return act.kind === 'framework marked' ? act.said.marks.map(({ id }) => id) : []
    }),
  )
  const marks = await db.selectFrom('framework_mark').select(['id', 'cycle_year', 'unit_id']).execute()
  const held = new Set(marks.map(({ id }) => id))
  const takenOver = new Set(
    marks.filter(({ id }) => !told.has(id)).map(({ cycle_year, unit_id }) => `${cycle_year} ${unit_id}`),
  )
  const read = await db
    .selectFrom('framework_acknowledgement')
    .select(['cycle_year', 'unit_id', 'version_id'])
    .execute()
  const acknowledged = new Set(read.map((row) => `${row.cycle_year} ${row.unit_id} ${row.version_id}`))
  const additions = new Set((await db.selectFrom('local_addition').select('id').execute()).map(({ id }) => id))
  return (act) => {
    switch (act.kind) {
      case 'framework acknowledged':
        return acknowledged.has(`${act.read.year} ${act.read.unitId} ${act.read.versionId}`)
      case 'addition written':
        return additions.has(act.addition.id)
      case 'framework marked': {
        const { year, unitId, marks } = act.said
        return takenOver.has(`${year} ${unitId}`) || marks.some(({ id }) => held.has(id))
      }
    }
  }
}
