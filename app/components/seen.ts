import type { Problem } from '#app/domain/problem.ts'

/** Who saved first, where that is why nothing was saved; otherwise null. */
export function savedFirstBy(problems: readonly Problem[]): string | null {
  const problem = problems.find(({ message }) => message === 'changedMeanwhile')
  return problem ? String(problem.values?.name ?? '') : null
}

/**
 * The fingerprint a form carries: what it was made from, until its editor has been shown what somebody else saved.
 * `now` is the fingerprint of what is saved as the page is made.
 */
export function seenBy(problems: readonly Problem[], typed: Readonly<Record<string, string>>, now: string): string {
  return savedFirstBy(problems) === null ? typed.seen || now : now
}
