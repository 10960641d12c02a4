import { found } from '#app/domain/refusal.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { wheelFile } from '#app/routes/cycles/wheel-file.server.ts'
import { sourceOf } from '#app/routes/cycles/wheel-view.server.ts'
import { municipalityName } from '#app/services/municipality.server.ts'
import { readPlaceYear } from '#app/services/place-wheel.server.ts'
import { placeWheel } from './wheel-view.server.ts'

/** The year wheel of a place as a file to keep. */
export const loader = signedIn(async ({ context, params, language }) => {
  const at = await readPlaceYear(context, yearOf(params), partOf(params, 'place'))
  const view = placeWheel(at, context.today, language)
  const source = sourceOf(await municipalityName(context.db), view.version, context.today, language)
  const parts = { ...view, language, heading: view.words.title, source, drawing: found(view.drawing) }
  return wheelFile(parts, ['arshjul', view.heading, view.year])
})
