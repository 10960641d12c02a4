import { json } from '@remix-run/node'
import type { Done, Problem, Receipt } from '#app/domain/problem.ts'
import { redirectTo, safePath } from './redirect.server.ts'

/** What became of a form, and where to go on from it. */
export interface Settled {
  outcome: { saved: true } | { saved: false; problems: readonly Problem[] }
  typed: Record<string, string>
  /** Where the form was, with the step that it said something of. */
  back: string
  step: string
  done?: Done['done']
}

/**
 * Answers a form: a browser that sent it by itself is led back to where it was; a script gets a receipt and stays.
 * Problems are 422, with what was typed.
 */
export function receipt(request: Request, { outcome, typed, back, step, done = 'saved' }: Settled) {
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed }, { status: 422 })
  }
  if (sentByBrowser(request)) throw redirectTo(withStep(safePath(back, '/'), step, done))
  return json<Receipt<Done>>({ saved: true, done })
}

/** Whether the browser sent a form by itself, and not a script on the page. */
export function sentByBrowser(request: Request): boolean {
  return request.headers.get('Accept')?.includes('text/html') ?? false
}

/** The same page, told which step was saved, opened where that step is. */
function withStep(back: string, step: string, done: string): string {
  const [path = '/', query = ''] = (back.split('#')[0] ?? '/').split('?')
  const search = new URLSearchParams(query)
  for (const name of ['saved', 'withdrawn']) search.delete(name)
  search.set(done, step)
  return `${path}?${search.toString()}`
}
