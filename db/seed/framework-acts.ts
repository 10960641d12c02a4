import type { Happening } from '#app/domain/event.ts'
import type { Marked } from '#app/domain/framework-mark.ts'
import type { Db } from '#db/connection.ts'
import { inBatches } from '#db/queries/batches.ts'
import { insertAddition, insertMarks, type NewAddition, type NewMark } from '#db/queries/framework-marks.ts'
import type { ActOf } from './acts.ts'

/** A mark as it is made in a seed: by whom and when is said by the act. */
export type SeedMark = Marked & Pick<NewMark, 'id' | 'mark' | 'months' | 'how' | 'reason' | 'meaning' | 'version'>

/** What units do with the framework: read it, mark several elements at once, and write what is their own. */
export type FrameworkActDetails =
  | { kind: 'framework acknowledged'; read: { year: number; unitId: string; versionId: string } }
  | { kind: 'framework marked'; said: { year: number; unitId: string; marks: readonly SeedMark[] } }
  | { kind: 'addition written'; addition: Omit<NewAddition, 'personId' | 'at' | 'forUnit'> }

type Kind = FrameworkActDetails['kind']
export type FrameworkAct = ActOf<Kind>

const FRAMEWORK_ACTS: Readonly<Record<Kind, true>> = {
  'framework acknowledged': true,
  'framework marked': true,
  'addition written': true,
}

export function isFrameworkAct(act: { kind: string }): act is FrameworkAct {
  return act.kind in FRAMEWORK_ACTS
}

/** Adds the rows of these acts, in their order. */
export async function performFrameworkActs(db: Db, acts: readonly FrameworkAct[]): Promise<void> {
  const acknowledged = acts.filter((act) => act.kind === 'framework acknowledged')
  for (const those of inBatches(acknowledged)) {
    const rows = those.map(({ read, at, personId }) => ({
      cycle_year: read.year,
      unit_id: read.unitId,
      version_id: read.versionId,
      at,
      person_id: personId ?? '',
      for_unit: 0 as const,
    }))
    await db.insertInto('framework_acknowledgement').values(rows).execute()
  }
  for (const act of acts) {
    const by = { at: act.at, personId: act.personId ?? '', forUnit: false }
    if (act.kind === 'addition written') await insertAddition(db, { ...act.addition, ...by })
  }
  const marks = acts.flatMap((act): NewMark[] => {
    if (act.kind !== 'framework marked') return []
    const { year, unitId } = act.said
    const by = { at: act.at, personId: act.personId ?? '', forUnit: false }
    return act.said.marks.map((mark) => ({ ...mark, ...by, year, unitId }))
  })
  for (const those of inBatches(marks)) await insertMarks(db, those)
}

/** What the event of such an act says. */
export function contentOfFramework(act: FrameworkAct): Happening['content'] {
  switch (act.kind) {
    case 'framework acknowledged':
      return { cycle: act.read.year, unit: act.read.unitId, version: act.read.versionId }
    case 'framework marked':
      return { cycle: act.said.year, unit: act.said.unitId, marks: act.said.marks.length }
    case 'addition written':
      return { addition: act.addition.id, unit: act.addition.unitId }
  }
}
