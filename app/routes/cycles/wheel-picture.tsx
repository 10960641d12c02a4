import { found } from '#app/domain/refusal.ts'
import { anyone } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { municipalityName } from '#app/services/municipality.server.ts'
import { readMunicipalityYear } from '#app/services/wheel.server.ts'
import { wheelFile } from './wheel-file.server.ts'
import { municipalityWheel, sourceOf } from './wheel-view.server.ts'

/** The year wheel of a cycle as a file to keep. */
export const loader = anyone(async ({ context, params, language }) => {
  const view = municipalityWheel(await readMunicipalityYear(context, yearOf(params)), context.today, language)
  const municipality = await municipalityName(context.db)
  const source = sourceOf(municipality, view.version, context.today, language)
  const parts = { ...view, language, heading: view.words.title, source, drawing: found(view.drawing) }
  return wheelFile(parts, ['arshjul', municipality, view.year])
})
