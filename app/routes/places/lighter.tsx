import { z } from 'zod'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { leaveOutSpared } from '#app/services/lighter-variant.server.ts'
import { readChecklist } from '#app/services/places.server.ts'
import { placePath } from './paths.ts'

const LighterForm = z.object({ form: z.string().max(100) })

/** Only sent to: the button stands on the checklist of a small pair. */
export const loader = signedIn(async ({ context, params }) => {
  await readChecklist(context, yearOf(params), partOf(params, 'place'))
  throw redirectTo(placePath(yearOf(params), partOf(params, 'place')))
})

export const action = signedIn(async ({ context, params, request }) => {
  const where = { year: yearOf(params), placeId: partOf(params, 'place') }
  const input = await readForm(request, LighterForm)
  if (input.ok) await leaveOutSpared(context, where, input.value.form)
  throw redirectTo(placePath(where.year, where.placeId))
})
