import type { Receipt } from '#app/domain/problem.ts'
import { saving, unlessOffline } from './saving.ts'

/**
 * Sends a form of the draft from the browser. Where the draft is gone meanwhile, or the network is, the page stays with
 * what was typed, and says so.
 */
export async function savingDraft(send: () => Promise<unknown>): Promise<unknown> {
  const outcome = await saving(send)
  if (!isRefused(outcome)) return outcome
  return { saved: false, problems: [{ field: 'editor', message: 'draftGone' }], typed: {} } satisfies Receipt
}

function isRefused(outcome: unknown): boolean {
  return problemsOf(outcome).some(({ message }) => message === 'refused')
}

/** A page of the draft is made anew after its form, but not where that would lose what was typed. */
export function unlessGone(given: { actionResult?: unknown; defaultShouldRevalidate: boolean }): boolean {
  return problemsOf(given.actionResult).some(({ message }) => message === 'draftGone') ? false : unlessOffline(given)
}

function problemsOf(outcome: unknown): readonly { message: string }[] {
  if (typeof outcome !== 'object' || outcome === null || !('problems' in outcome)) return []
  return Array.isArray(outcome.problems) ? outcome.problems : []
}
