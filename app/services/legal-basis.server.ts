import type { Draft } from '#app/domain/draft.ts'
import { problemsInBasis, stepsReferringTo } from '#app/domain/legal-basis.ts'
import type { LegalBasis, WrittenStep } from '#app/domain/plan.ts'
import { found } from '#app/domain/refusal.ts'
import type { SignedIn } from './context.server.ts'
import { fingerprintOf, readDraft, saveEdit } from './draft.server.ts'
import type { Outcome } from './saving.server.ts'

/** The draft there is. Refuses *not found*, also where nobody has begun one. */
export async function readLegalBases(context: SignedIn): Promise<{ draft: Draft }> {
  return { draft: found(await readDraft(context)) }
}

/** One law of the draft with the steps that refer to it, and the fingerprint of it. Refuses *not found*. */
export async function readLegalBasis(
  context: SignedIn,
  code: string,
): Promise<{ draft: Draft; basis: LegalBasis; steps: readonly WrittenStep[]; seen: string }> {
  const { draft } = await readLegalBases(context)
  const basis = found(draft.content.legalBasis.find((basis) => basis.code === code))
  const steps = stepsReferringTo(draft.content, code)
  return { draft, basis, steps, seen: fingerprintOf(draft.content, { kind: 'legal basis', basis }) }
}

/** Writes a law anew, or adds it. `seen` is the fingerprint of what the adviser had before them. Refuses *not found*. */
export async function saveLegalBasis(
  context: SignedIn,
  basis: LegalBasis,
  seen: string,
  form: string,
): Promise<Outcome> {
  await readLegalBases(context)
  const problems = problemsInBasis(basis, context.today)
  if (problems.length > 0) return { saved: false, problems }
  return saveEdit(context, { kind: 'legal basis', basis }, seen, form)
}

/** Takes a law out of the draft; a problem says so while steps refer to it. Refuses *not found*. */
export async function removeLegalBasis(context: SignedIn, code: string, form: string): Promise<Outcome> {
  await readLegalBases(context)
  return saveEdit(context, { kind: 'legal basis gone', code }, null, form)
}
