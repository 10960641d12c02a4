import { dayInYear, type LocalDate } from '#app/domain/calendar.ts'
import type { EditedStep } from '#app/domain/draft.ts'
import type { Text } from '#app/domain/language.ts'
import { listCycles } from '#db/queries/cycles.ts'
import type { SignedIn } from './context.server.ts'
import { findOpenDraft, readDraft, saveEdits, type OpenDraft } from './draft.server.ts'
import { newId } from './new-id.server.ts'
import type { Outcome } from './saving.server.ts'

/** A step of a pasted table, before it has an identity. */
export type PastedStep = Omit<EditedStep, 'id'>

/** Where pasted steps go: a routine that the draft has, or a new one. */
export type Into = { routineId: string } | { title: Text }

/** What a table is pasted into, or null where there is no draft; and the school start its days are read for. Refuses *not found*. */
export async function readPasting(context: SignedIn): Promise<{ draft: OpenDraft; year: number } | null> {
  const draft = await readDraft(context)
  if (!draft) return null
  const [newest] = await listCycles(context.db)
  return { draft, year: newest ? newest.year + 1 : nextSchoolStart(context.today) }
}

function nextSchoolStart(today: LocalDate): number {
  const year = Number(today.slice(0, 4))
  return today < dayInYear(year, 8, 1) ? year : year + 1
}

/**
 * Adds pasted steps last in a routine, all of them or none, each with an identity of its own. Answers with the routine
 * too. Refuses *not found* where there is no draft.
 */
export async function addPastedSteps(
  context: SignedIn,
  into: Into,
  steps: readonly PastedStep[],
  form: string,
): Promise<{ outcome: Outcome; routineId: string }> {
  const routineId = 'routineId' in into ? into.routineId : newId()
  const added = { kind: 'steps', routineId, steps: steps.map((step) => ({ ...step, id: newId() })) } as const
  if ('routineId' in into) return { outcome: await saveEdits(context, [added], form), routineId }
  const begun = { kind: 'routine', id: routineId, title: into.title, purpose: null } as const
  const outcome = await saveEdits(context, [begun, added], form)
  return { outcome, routineId: outcome.saved && !outcome.first ? await begunBefore(context, into.title) : routineId }
}

/** The routine that an earlier copy of the same form began. */
async function begunBefore({ db }: SignedIn, title: Text): Promise<string> {
  const draft = await findOpenDraft(db)
  return draft?.content.routines.findLast((routine) => routine.title.nb === title.nb)?.id ?? ''
}
