import { json } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/domain/permissions.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { inParts, text } from './draft-form.server.ts'
import { rendered } from './step-editor-view.server.ts'

const PreviewForm = z.preprocess(inParts, z.object({ text }))

/** There is nothing to see here by itself. */
export const loader = signedIn(async ({ context }) => {
  authorize(context.actor, 'edit the plan')
  throw redirectTo('/plan/draft')
})

/** Guidance as it will be read, for whoever writes it; nothing is kept. */
export const action = signedIn(async ({ context, request }) => {
  authorize(context.actor, 'edit the plan')
  const input = await readForm(request, PreviewForm)
  return input.ok ? json({ html: rendered(input.value.text) }) : invalid(input)
})
