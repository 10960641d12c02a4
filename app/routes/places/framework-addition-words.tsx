import { json } from '@remix-run/node'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { saving } from '#app/components/saving.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { changeAddition } from '#app/services/local-additions.server.ts'
import { ChangedAdditionForm, frameworkAt } from './framework-form.server.ts'
import { frameworkPath } from './paths.ts'

/** Words that have to be mended come back on the same page as the addition itself. */
export { default, loader, meta, shouldRevalidate } from './framework-addition.tsx'

export const action = signedIn(async ({ context, params, request }) => {
  const at = frameworkAt(params)
  const input = await readForm(request, ChangedAdditionForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, ...change } = input.value
  const outcome = await changeAddition(context, at, { id: partOf(params, 'addition'), ...change }, form)
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed: input.typed }, { status: 422 })
  }
  throw redirectTo(`${frameworkPath(at.year, at.placeId)}?saved=addition`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
