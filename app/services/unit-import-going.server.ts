import { setTimeout } from 'node:timers/promises'
import { authorize } from '#app/domain/permissions.ts'
import { findSubmission } from '#db/queries/submissions.ts'
import type { SignedIn } from './context.server.ts'
import type { Outcome } from './saving.server.ts'
import { submissionOf } from './submission.server.ts'
import { carryOutImport, type Choosing } from './unit-import-carrying-out.server.ts'
import { READING, type ReadOutcome } from './unit-import.server.ts'
import { worksOf, type Looked, type Report, type Unheard } from './works.server.ts'

/** So many milliseconds somebody waits for what a file has in it; after that, for how far the reading has come. */
const PATIENCE = 500

/** An import is carried out in one transaction that lets nobody in between: the page that says so comes first. */
const HEAD_START = 200

const readings = worksOf<ReadOutcome>('readings of units')
const carryings = worksOf<Outcome>('imports carried out')

/**
 * Reads units in, and answers with what they became; where that takes longer, with the key of the reading, which goes on.
 * The same form sent again joins it. `unheard` is told what stopped it then. Refuses *not found*.
 */
export async function beginReading(
  context: SignedIn,
  form: string,
  read: (report: Report) => Promise<ReadOutcome>,
  unheard: Unheard,
  patience = PATIENCE,
): Promise<ReadOutcome | { reading: string }> {
  authorize(context.actor, 'change units')
  const reading = submissionOf(context, READING, form)
  return (await readings.begin(context.db, reading, patience, read, unheard)) ?? { reading }
}

/** How a reading goes, or what it came to; null where it is not known: then nothing of it was kept. Refuses *not found*. */
export async function readReading({ actor, db }: SignedIn, reading: string): Promise<Looked<ReadOutcome> | null> {
  authorize(actor, 'change units')
  const looked = await readings.look(db, reading)
  if (looked) return looked
  const ids = await findSubmission(db, reading)
  return ids === null ? null : { outcome: { ids: ids.split(' ') } }
}

/**
 * Begins to carry out an import of more units than anybody chooses among; `readCarryingOut` says how it goes. While one is
 * under way, another one of the same import joins it. `unheard` is told what stopped it. Refuses *not found*.
 */
export async function beginCarryingOut(
  context: SignedIn,
  importId: string,
  choosing: Choosing,
  form: string,
  unheard: Unheard,
): Promise<void> {
  authorize(context.actor, 'change units')
  const carryOut = async (report: Report) => {
    report({ doing: 'carrying out', done: 0, of: null })
    await setTimeout(HEAD_START)
    return carryOutImport(context, importId, choosing, form)
  }
  await carryings.begin(context.db, importId, 0, carryOut, unheard)
}

/** How the carrying out of an import goes, or what came of it; null where nobody began it. Refuses *not found*. */
export async function readCarryingOut({ actor, db }: SignedIn, importId: string): Promise<Looked<Outcome> | null> {
  authorize(actor, 'change units')
  return carryings.look(db, importId)
}
