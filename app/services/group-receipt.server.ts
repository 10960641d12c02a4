import { sayingOf, type NumberWritten } from '#app/domain/child-group.ts'
import { isOver } from '#app/domain/due-date.ts'
import type { Problem } from '#app/domain/problem.ts'
import { found, Refusal } from '#app/domain/refusal.ts'
import { problemInText } from '#app/domain/saying.ts'
import { listGroups } from '#db/queries/child-groups.ts'
import { saysForUnit, sideOf } from './child-groups.server.ts'
import type { SignedIn } from './context.server.ts'
import { sayNumber } from './group-writing.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'

/** What a school says of one group: that the kindergarten's number is right, or another. */
export interface Received extends NumberWritten {
  pairId: string
  /** What the kindergarten said, where that was confirmed. */
  confirmed?: number
  reason: string | null
  reasonField: string
}

/** Saves what a school says of its groups, all of it or nothing. Problems come back. Refuses *not found* and *not allowed*. */
export async function receiveGroups(
  context: SignedIn,
  { year, schoolId }: { year: number; schoolId: string },
  said: readonly Received[],
  form: string,
): Promise<Outcome> {
  const { actor, now, today } = context
  return saveOnce(context, `receive groups ${year} ${schoolId}`, form, async (db) => {
    if ((await sideOf(context, year, schoolId, db)) !== 'school') throw new Refusal('not found')
    if (isOver(year, today)) return [{ field: 'form', message: 'cycleOver', values: { year } }]
    const by = { at: now, personId: actor.id, forUnit: saysForUnit(actor, schoolId) }
    const groups = await listGroups(db, year, { unitIds: [schoolId] })
    if (new Set(said.map(({ pairId }) => pairId)).size < said.length)
      return [{ field: 'form', message: 'formIncomplete' }]
    const problems: Problem[] = []
    for (const { confirmed, reason, reasonField, ...written } of said) {
      const { reported, received } = found(groups.find(({ pairId }) => pairId === written.pairId))
      const { say, problems: own } = sayingOf(written, received)
      const values = { children: reported?.children ?? 0 }
      if (confirmed !== undefined && confirmed !== reported?.children) {
        problems.push({ field: written.field, message: 'reportedMeanwhile', values })
        continue
      }
      problems.push(...own, ...problemInText(reasonField, reason, today))
      if (say !== null) await sayNumber(db, { ...by, year, ...written, side: 'school', children: say, reason })
    }
    return problems
  })
}
