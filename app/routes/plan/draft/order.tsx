import { json } from '@remix-run/node'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { saving } from '#app/components/saving.ts'
import { placeOf } from '#app/domain/draft-places.ts'
import type { Moved, Receipt } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { sentByBrowser } from '#app/http/receipt.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { readDraft, saveEdit } from '#app/services/draft.server.ts'
import { backTo, notDone, OrderForm } from './parts-form.server.ts'

export const loader = signedIn(async ({ context }) => {
  await readDraft(context)
  return redirectTo('/plan/draft')
})

export const action = signedIn(async ({ context, request }) => {
  await readDraft(context)
  const input = await readForm(request, OrderForm)
  if (!input.ok) return invalid(input)
  const { form, back, what, id, by } = input.value
  const outcome = await saveEdit(context, { kind: 'order', what, id, by }, null, form)
  if (!outcome.saved) return notDone(request, outcome, { back, what, id })
  if (sentByBrowser(request)) throw backTo(request, { back, what, id, told: { moved: id } })
  const { at, of } = found(placeOf(found(await readDraft(context)).content, id))
  return json<Receipt<Moved>>({ saved: true, at, of })
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
