import { json } from '@remix-run/node'
import type { Problem, Receipt } from '#app/domain/problem.ts'
import { redirectTo } from '#app/http/redirect.server.ts'

/** A form that comes back with what is wrong and what was typed. */
export function returned({ problems, typed }: { problems: readonly Problem[]; typed: Record<string, string> }) {
  return json<Receipt>({ saved: false, problems, typed }, { status: 422 })
}

/** The page that shows what was saved. Each form has its own `saved`, so that the page begins anew. */
export function savedAt(path: string, form: string, anchor = ''): Response {
  return redirectTo(`${path}?saved=${encodeURIComponent(form)}${anchor && `#${anchor}`}`)
}
