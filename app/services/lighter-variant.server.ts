import { answersOpenTo } from '#app/domain/checklist.ts'
import { sparedLines } from '#app/domain/small-pair.ts'
import { sidesOpenTo } from '#app/domain/answering.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { SignedIn } from './context.server.ts'
import { openPlace } from './places.server.ts'
import { saveOnce, type Outcome } from './saving.server.ts'
import { addTick } from './steps.server.ts'

/**
 * Leaves out, at a small pair, every step the plan spares it that nobody has begun and the actor answers for: each is
 * ticked as not relevant, and can be taken back alone. Refuses *not found*, and *not allowed* where there is none.
 */
export async function leaveOutSpared(
  context: SignedIn,
  where: { year: number; placeId: string },
  form: string,
): Promise<Outcome> {
  return saveOnce(context, `leave out ${where.year} ${where.placeId}`, form, async (db) => {
    const open = await openPlace(context, where.year, where.placeId, db)
    const lines = sparedLines(open.lines).filter((line) =>
      sidesOpenTo(context.actor, line).includes(line.step.responsible),
    )
    if (lines.length === 0) throw new Refusal('not allowed')
    for (const line of lines) {
      const { step, last } = line
      if (!answersOpenTo(line, step.responsible).includes('not relevant')) continue
      const saying = { side: step.responsible, answer: 'not relevant', doneOn: null, reason: null, note: null } as const
      await addTick(context, db, open, step.id, { ...saying, seen: last, meaning: step.meaning })
    }
    return []
  })
}
