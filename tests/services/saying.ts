import type { Side } from '#app/domain/place.ts'
import type { Saying } from '#app/domain/saying.ts'
import type { Answer } from '#app/domain/tick.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { openPlace } from '#app/services/places.server.ts'
import type { Outcome } from '#app/services/saving.server.ts'
import { lineOf, tickStep, type Where } from '#app/services/steps.server.ts'

/** What a form says that was opened just now and sent without more. */
export async function sayingNow(context: SignedIn, where: Where, side: Side, answer: Answer): Promise<Saying> {
  const line = lineOf(await openPlace(context, where.year, where.placeId, context.db), where.stepId)
  return {
    side,
    answer,
    doneOn: null,
    reason: null,
    note: null,
    seen: line.history.at(-1)?.id ?? null,
    meaning: line.step.meaning,
  }
}

/** Opens the page and answers at once, as a person would. */
export async function answerNow(
  context: SignedIn,
  where: Where,
  side: Side,
  answer: Answer,
  more: Partial<Saying> = {},
): Promise<Outcome> {
  return tickStep(context, where, { ...(await sayingNow(context, where, side, answer)), ...more }, newId())
}

/** The line as it is now. */
export async function lineNow(context: SignedIn, where: Where) {
  return lineOf(await openPlace(context, where.year, where.placeId, context.db), where.stepId)
}
