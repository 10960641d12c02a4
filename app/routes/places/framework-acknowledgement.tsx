import { json } from '@remix-run/node'
import type { ClientActionFunctionArgs } from '@remix-run/react'
import { saving } from '#app/components/saving.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { sentByBrowser } from '#app/http/receipt.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { acknowledgeFramework, openFramework } from '#app/services/framework-assignment.server.ts'
import { AcknowledgementForm, frameworkAt } from './framework-form.server.ts'
import { frameworkPath } from './paths.ts'

/** Only sent to: the button stands on the framework's page. */
export const loader = signedIn(async ({ context, params }) => {
  const { year, placeId } = frameworkAt(params)
  await openFramework(context, year, placeId, context.db)
  throw redirectTo(frameworkPath(year, placeId))
})

/** A framework that was changed meanwhile is shown anew, and asked for again. */
export const action = signedIn(async ({ context, params, request }) => {
  const at = frameworkAt(params)
  const input = await readForm(request, AcknowledgementForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: {} }, { status: 422 })
  const { form, version } = input.value
  const outcome = await acknowledgeFramework(context, { ...at, versionId: version }, form)
  if (sentByBrowser(request)) {
    throw redirectTo(`${frameworkPath(at.year, at.placeId)}${outcome.saved ? '?saved=acknowledged' : ''}`)
  }
  if (outcome.saved) return json<Receipt>({ saved: true })
  return json<Receipt>({ saved: false, problems: outcome.problems, typed: {} }, { status: 422 })
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
