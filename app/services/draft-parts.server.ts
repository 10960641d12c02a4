import type { Mark } from '#app/domain/draft-marks.ts'
import { areaAnywhere, elementAnywhere, outWith, routineAnywhere } from '#app/domain/draft-places.ts'
import { findElement } from '#app/domain/draft.ts'
import type { Text } from '#app/domain/language.ts'
import type { Area, Element, WrittenRoutine } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import type { Shortcoming } from '#app/domain/readiness.ts'
import type { Part } from '#app/domain/draft.ts'
import type { SignedIn } from './context.server.ts'
import type { OpenDraft } from './draft.server.ts'
import { readOutline } from './outline.server.ts'

/** The draft, with how its parts stand. */
interface Parts {
  draft: OpenDraft
  marks: ReadonlyMap<string, Mark>
  shortcomings: readonly Shortcoming[]
}

/** A part of the draft. Also one that was taken out can be read: `out` is what to put back to have it again. */
interface OnePart extends Parts {
  out: { what: Part; id: string; title: Text } | null
}

/** The draft, with how its parts stand. Refuses *not found*, also where there is none. */
export async function readParts(context: SignedIn): Promise<Parts> {
  return found(await readOutline(context))
}

/** A routine of the draft. Refuses *not found*. */
export async function readRoutine(context: SignedIn, id: string): Promise<OnePart & { routine: WrittenRoutine }> {
  const parts = await readParts(context)
  return { ...parts, routine: found(routineAnywhere(parts.draft, id)), out: outWith(parts.draft, id) }
}

/** An area of the draft's framework. Refuses *not found*. */
export async function readArea(context: SignedIn, id: string): Promise<OnePart & { area: Area }> {
  const parts = await readParts(context)
  return { ...parts, area: found(areaAnywhere(parts.draft, id)), out: outWith(parts.draft, id) }
}

/** An element of the draft's framework, and what it says in the version the draft was begun from. Refuses *not found*. */
export async function readElement(
  context: SignedIn,
  id: string,
): Promise<OnePart & { area: Area | null; element: Element; before: Element | null }> {
  const parts = await readParts(context)
  const { basedOn } = parts.draft
  const before = (basedOn && findElement(basedOn.content, id)?.element) ?? null
  return { ...parts, ...found(elementAnywhere(parts.draft, id)), before, out: outWith(parts.draft, id) }
}
