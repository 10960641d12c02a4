import { marksOf, type Mark } from '#app/domain/draft-marks.ts'
import { findElement, type TakenOut } from '#app/domain/draft.ts'
import type { Area, Element, WrittenRoutine } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import type { Shortcoming } from '#app/domain/readiness.ts'
import type { SignedIn } from './context.server.ts'
import type { OpenDraft } from './draft.server.ts'
import { readOutline } from './outline.server.ts'

/** The draft, with how its parts stand. */
interface Parts {
  draft: OpenDraft
  marks: ReadonlyMap<string, Mark>
  shortcomings: readonly Shortcoming[]
}

/** A part that somebody has taken out can be read, and put back with what it was taken out with. */
type OneOf<T> = Parts & T & { takenOutWith: { what: 'routine' | 'area' | 'element'; id: string } | null }

/** The draft, with how its parts stand. Refuses *not found*, also where there is none. */
export async function readParts(context: SignedIn): Promise<Parts> {
  return found(await readOutline(context))
}

/** A routine of the draft, also one that was taken out. Refuses *not found*. */
export async function readRoutine(context: SignedIn, id: string): Promise<OneOf<{ routine: WrittenRoutine }>> {
  const parts = await readParts(context)
  const standing = parts.draft.content.routines.find((routine) => routine.id === id)
  if (standing) return { ...parts, routine: standing, takenOutWith: null }
  const { routine } = found(parts.draft.takenOut.find((out) => isRoutine(out) && out.routine.id === id))
  return { ...parts, routine, takenOutWith: { what: 'routine', id } }
}

/** An area of the draft's framework, also one that was taken out. Refuses *not found*. */
export async function readArea(context: SignedIn, id: string): Promise<OneOf<{ area: Area }>> {
  const parts = await readParts(context)
  const standing = parts.draft.content.framework.find((area) => area.id === id)
  if (standing) return { ...parts, area: standing, takenOutWith: null }
  const { area } = found(parts.draft.takenOut.filter(isArea).find(({ area }) => area.id === id))
  return { ...parts, area, takenOutWith: { what: 'area', id } }
}
