import type { Receipt } from '#app/domain/problem.ts'

/**
 * Sends a form from the browser and answers "not saved" instead of losing the page where the network or the server
 * fails. A redirect, as to sign-in, goes through.
 */
export async function saving(send: () => Promise<unknown>): Promise<unknown> {
  try {
    return await send()
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status < 400) throw thrown
    return refusalIn(thrown) ?? ({ saved: false, offline: true } satisfies Receipt)
  }
}

function refusalIn(thrown: unknown): Receipt | null {
  const data = typeof thrown === 'object' && thrown && 'data' in thrown ? thrown.data : null
  if (typeof data !== 'object' || !data || !('refusal' in data)) return null
  return { saved: false, problems: [{ field: 'answer', message: 'refused' }], typed: {} }
}

/** A page whose form did not reach the server stays as it is: asking for its data would fail, too. */
export function unlessOffline({
  actionResult,
  defaultShouldRevalidate,
}: {
  actionResult?: unknown
  defaultShouldRevalidate: boolean
}): boolean {
  const offline = typeof actionResult === 'object' && actionResult !== null && 'offline' in actionResult
  return offline ? false : defaultShouldRevalidate
}

/**
 * A page whose form came back with problems stays as it is, too: new data would make the form anew, and take away what
 * is typed in it by then.
 */
export function unlessRefused(given: { actionResult?: unknown; defaultShouldRevalidate: boolean }): boolean {
  const { actionResult } = given
  const refused = typeof actionResult === 'object' && actionResult !== null && 'problems' in actionResult
  return refused ? false : unlessOffline(given)
}
