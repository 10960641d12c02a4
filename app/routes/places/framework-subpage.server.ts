import type { Language } from '#app/domain/language.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { readFramework, type FrameworkAt } from '#app/services/framework-marks.server.ts'
import { frameworkPath, placePath } from './paths.ts'
import { headingOf } from './row-view.server.ts'
import { newForm } from './tick-form.server.ts'

/** A unit's framework for a page beside it that only those who mark it use. Refuses *not found*, and *not allowed* for others. */
export async function frameworkSubpage(context: SignedIn, where: FrameworkAt, language: Language) {
  const shown = await readFramework(context, where)
  if (shown.marks === null) throw new Refusal('not allowed')
  const { t } = wordsIn(language)
  const { year, placeId } = where
  const heading = headingOf(shown.place, t)
  const titled = (title: string) => `${title} – ${heading}, ${t('cycle.name', { year })}`
  const at = { year, heading, place: placePath(year, placeId), framework: frameworkPath(year, placeId) }
  return { shown, at, t, titled, form: newForm() }
}
