import { json } from '@remix-run/node'
import { z } from 'zod'
import type { Part } from '#app/domain/draft.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { sentByBrowser } from '#app/http/receipt.server.ts'
import { redirectTo, safePath } from '#app/http/redirect.server.ts'
import type { Outcome } from '#app/services/saving.server.ts'

const PARTS = ['routine', 'step', 'area', 'element'] as const satisfies readonly Part[]

const INCOMPLETE = { error: 'formIncomplete' }
const hidden = z.string(INCOMPLETE).min(1, 'formIncomplete').max(100, 'formIncomplete')

/** What every button beside a part of the draft sends along: which copy of the form, where it was, which part. */
const sending = {
  form: hidden,
  back: z.string().max(500).default('/plan/draft'),
  what: z.enum(PARTS, INCOMPLETE),
  id: hidden,
}

/** A place up or down. */
export const OrderForm = z.object({
  ...sending,
  by: z.enum(['-1', '1'], INCOMPLETE).transform((by) => (by === '1' ? 1 : -1)),
})

/** Out of the draft. `at` is the place it had, so that it can be put back from there. */
export const RemovalForm = z.object({ ...sending, at: z.coerce.number().int().min(1).catch(1) })

/** Back into the draft. */
export const ReturnForm = z.object(sending)

interface Told {
  back: string
  what: Part
  id: string
  told: Record<string, string>
}

const QUESTIONS = ['moved', 'out', 'at', 'returned', 'not', 'saved']

/**
 * The page that a button was on, told what happened to which part. A browser opens it where the part is; a script
 * moves the focus there itself.
 */
export function backTo(request: Request, { back, what, id, told }: Told): Response {
  const [path = '', query = ''] = (safePath(back, '/plan/draft').split('#')[0] ?? '').split('?')
  const search = new URLSearchParams(query)
  for (const name of QUESTIONS) search.delete(name)
  for (const [name, value] of Object.entries(told)) search.set(name, value)
  return redirectTo(`${path}?${search.toString()}${sentByBrowser(request) ? `#${what}-${id}` : ''}`)
}

/** What keeps a part where it is: said on the page the button was on, or to the script. */
export function notDone(
  request: Request,
  { problems }: Extract<Outcome, { saved: false }>,
  at: Omit<Told, 'told'>,
): Response {
  if (sentByBrowser(request)) return backTo(request, { ...at, told: { not: problems[0]?.message ?? '' } })
  return json<Receipt>({ saved: false, problems, typed: {} }, { status: 422 })
}
