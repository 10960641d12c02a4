import type { Language } from '#app/domain/language.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readDate, type WhichDate } from '#app/services/agreed-dates.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { dateView } from './dates-view.server.ts'
import { datesPath, placePath } from './paths.ts'
import { headingOf, titleOf } from './row-view.server.ts'

type Params = Readonly<Record<string, string | undefined>>

/** Which date a URL names, and from which place. */
export function whichDate(params: Params): WhichDate {
  return { year: yearOf(params), placeId: partOf(params, 'place'), dateId: partOf(params, 'date') }
}

/** What the pages that change a date and cancel it have in common. */
export async function datePage(
  context: SignedIn,
  params: Params,
  language: Language,
  what: 'changeTitle' | 'cancelTitle',
) {
  const at = await readDate(context, whichDate(params))
  const { cycle, place, date } = at
  const { t } = wordsIn(language)
  const page = {
    year: cycle.year,
    heading: headingOf(place, t),
    title: `${t(`dates.${what}`)} – ${titleOf(place, cycle.year, t)}`,
    place: placePath(cycle.year, place.id),
    dates: datesPath(cycle.year, place.id),
    others: place.kind === 'school' ? ('kindergartens' as const) : ('schools' as const),
    view: dateView(at, date, { actor: context.actor, language }),
    seen: date.changes,
  }
  return { at, page }
}
