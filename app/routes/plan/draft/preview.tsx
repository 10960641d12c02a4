import { json } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/domain/permissions.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { inParts, text } from './draft-form.server.ts'
import { rendered } from './step-editor-view.server.ts'

const PreviewForm = z.preprocess(inParts, z.object({ text }))

/** Guidance as it will be read, for whoever writes it; nothing is kept. */
export const action = signedIn(async ({ context, request }) => {
  authorize(context.actor, 'edit the plan')
  const input = await readForm(request, PreviewForm)
  return input.ok ? json({ html: rendered(input.value.text) }) : invalid(input)
})
