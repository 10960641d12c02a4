import type { FeedEntry } from '#app/domain/calendar-feed.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import type { CalendarEntry } from '#app/http/calendar.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { whatItIs } from '#app/routes/places/date-words.server.ts'
import { datesPath, placePath } from '#app/routes/places/paths.ts'
import { headingOf } from '#app/routes/places/row-view.server.ts'

/** An entry of a calendar in the words of its link's language. It says where to read more, and nothing of how it stands. */
export function calendarEntry(entry: FeedEntry, language: Language, origin: string): CalendarEntry {
  const { what, place, year, ...rest } = entry
  const { t } = wordsIn(language)
  const where = headingOf(place, t)
  const description = `${where}, ${t('cycle.name', { year })}`
  if (what.kind === 'agreed date') {
    const summary = t('calendar.agreed', { what: whatItIs(what.date, language), where })
    const url = origin + datesPath(year, place.id)
    return { ...rest, summary, location: what.date.venue, description, url }
  }
  const { words: title } = inLanguage(what.step.title, language)
  const kind = what.invited ? 'invited' : 'due'
  // A kindergarten may have the same step with several schools.
  const summary =
    place.kind === 'pair'
      ? t(`calendar.${kind}At`, { title, school: place.school.name })
      : t(`calendar.${kind}`, { title })
  return { ...rest, summary, location: null, description, url: origin + placePath(year, place.id) }
}
