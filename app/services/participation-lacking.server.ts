import type { Instant } from '#app/domain/calendar.ts'
import { whyNobodyAnswers, whyNotReminded } from '#app/domain/participation.ts'
import { can, type Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import type { Problem } from '#app/domain/problem.ts'
import type { Db } from '#db/connection.ts'
import { listAnswerers, listLastReminders, type Answerer } from '#db/queries/participation.ts'
import type { SignedIn } from './context.server.ts'

/** A unit that lacks an answer, with who can give it, as one reader may see them. */
export interface LackingAnswer {
  unit: Unit
  /** The seats that can answer, the owner's first; their addresses only for those who send reminders. */
  answerers: readonly { role: Role; email: string | null }[]
  remindedAt: Instant | null
  /** Why nobody can be reminded now, or null. */
  whyNot: Problem | null
}

/** The units among these that lack an answer and can still get it. */
export async function lackingIn(
  { actor, today }: SignedIn,
  db: Db,
  year: number,
  asked: readonly Unit[],
): Promise<LackingAnswer[]> {
  const units = asked.filter((unit) => unit.participation === null && whyNobodyAnswers(unit, year, today) === null)
  const ids = units.map(({ id }) => id)
  const answerers = Map.groupBy(await listAnswerers(db, ids, today), ({ unitId }) => unitId)
  const reminders = await listLastReminders(db, year)
  const isTold = can(actor, 'remind owners')
  return units.map((unit) => {
    const those = answerers.get(unit.id) ?? []
    const remindedAt = reminders.get(unit.id) ?? null
    return {
      unit,
      answerers: those.map(({ role, email }) => ({ role, email: isTold ? email : null })),
      remindedAt,
      whyNot: whyNotReminded(unit, year, remindedAt, today) ?? nobodyReached(unit, those),
    }
  })
}

function nobodyReached({ name }: Unit, answerers: readonly Answerer[]): Problem | null {
  if (answerers.some(({ email }) => email !== null)) return null
  return { field: 'reminder', message: 'nobodyToRemind', values: { unit: name } }
}
