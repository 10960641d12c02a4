import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { readPairPresentation } from '#app/services/presentations.server.ts'
import { sayPresentationRead } from '#app/services/presenting.server.ts'
import { presentationPath } from './paths.ts'
import { ReadingForm } from './presentation-form.server.ts'

/** Only sent to: the button stands on the presentation. */
export const loader = signedIn(async ({ context, params }) => {
  const { cycle, pair } = await readPairPresentation(context, yearOf(params), partOf(params, 'place'))
  throw redirectTo(presentationPath(cycle.year, pair.id))
})

export const action = signedIn(async ({ context, params, request }) => {
  const where = { year: yearOf(params), pairId: partOf(params, 'place') }
  const input = await readForm(request, ReadingForm)
  const { seen, form } = input.ok ? input.value : { seen: '', form: 'none' }
  await sayPresentationRead(context, where, seen, form)
  throw redirectTo(`${presentationPath(where.year, where.pairId)}?saved=read`)
})
