import type { ClientActionFunctionArgs } from '@remix-run/react'
import { saving } from '#app/components/saving.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { readDraft, saveEdit } from '#app/services/draft.server.ts'
import { backTo, notDone, RemovalForm } from './parts-form.server.ts'

export const loader = signedIn(async ({ context }) => {
  await readDraft(context)
  return redirectTo('/plan/draft')
})

export const action = signedIn(async ({ context, request }) => {
  await readDraft(context)
  const input = await readForm(request, RemovalForm)
  if (!input.ok) return invalid(input)
  const { form, back, what, id, at } = input.value
  const outcome = await saveEdit(context, { kind: 'take out', what, id }, null, form)
  if (!outcome.saved) return notDone(request, outcome, { back, what, id })
  return backTo(request, { back, what, id, told: { out: id, at: String(at) } })
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
