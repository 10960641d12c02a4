import { findStep, type Draft } from '#app/domain/draft.ts'
import type { SchoolStart } from '#app/domain/due-date.ts'
import type { Text } from '#app/domain/language.ts'
import type { WrittenRoutine, WrittenStep } from '#app/domain/plan.ts'
import { startOf, validFrom } from '#app/domain/publication.ts'
import { shortcomingsOf, type Shortcoming } from '#app/domain/readiness.ts'
import { found } from '#app/domain/refusal.ts'
import { listCycles } from '#db/queries/cycles.ts'
import type { SignedIn } from './context.server.ts'
import { readDraft, type OpenDraft } from './draft.server.ts'

/** A step of the draft with what its editor needs to know. */
export interface DraftStep {
  draft: OpenDraft
  step: WrittenStep
  routineId: string
  /** What somebody has taken out, the step or its routine: it can be read, and put back. */
  out: { what: 'step' | 'routine'; id: string; title: Text } | null
  /** What it says in the version the draft was begun from. */
  before: WrittenStep | null
  shortcomings: readonly Shortcoming[]
  next: SchoolStart
}

/** A step of the draft, also one that was taken out. Refuses *not found*. */
export async function readDraftStep(context: SignedIn, id: string): Promise<DraftStep> {
  const draft = found(await readDraft(context))
  const standing = findStep(draft.content, id)
  const { routine, step, out } = standing ? { ...standing, out: null } : found(findTakenOut(draft, id))
  const cycles = await listCycles(context.db)
  const [likeliest = thisYear(context)] = validFrom(context.today)
  return {
    draft,
    step,
    routineId: routine.id,
    out,
    before: (draft.basedOn && findStep(draft.basedOn.content, id)?.step) ?? null,
    shortcomings: shortcomingsOf(draft.content, startOf(likeliest, cycles)).filter(
      ({ spot }) => spot.what === 'step' && spot.id === id,
    ),
    next: nextStart(context, cycles),
  }
}

/** A routine of the draft that a step is to be written into. Refuses *not found*. */
export async function readDraftRoutine(
  context: SignedIn,
  id: string,
): Promise<{ draft: OpenDraft; routine: WrittenRoutine; next: SchoolStart }> {
  const draft = found(await readDraft(context))
  const routine = found(draft.content.routines.find((routine) => routine.id === id))
  return { draft, routine, next: nextStart(context, await listCycles(context.db)) }
}

function findTakenOut({ takenOut }: Draft, id: string) {
  for (const taken of takenOut) {
    if (taken.what === 'step' && taken.step.id === id) {
      const { step, routineId } = taken
      return { step, routine: { id: routineId }, out: { what: 'step', id, title: step.title } } as const
    }
    const routine = taken.what === 'routine' ? taken.routine : null
    const step = routine?.steps.find((step) => step.id === id)
    if (routine && step)
      return { step, routine, out: { what: 'routine', id: routine.id, title: routine.title } } as const
  }
  return null
}

/** The school start after the newest cycle, with a first school day to give an example with. */
function nextStart(context: SignedIn, cycles: readonly SchoolStart[]): SchoolStart {
  return startOf((cycles[0]?.year ?? thisYear(context)) + 1, cycles)
}

function thisYear({ today }: SignedIn): number {
  return Number(today.slice(0, 4))
}
