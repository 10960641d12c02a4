import type { Notice } from '#app/components/notices.tsx'
import { dayInWords } from '#app/components/day.tsx'
import type { Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { HomeCycle } from '#app/services/home.server.ts'
import { whatToKnow } from '#app/services/notices.server.ts'
import { newsPath } from './cycles/paths.ts'

/** What a person should know of before they begin: each with where to read it. */
export async function noticesFor(
  context: SignedIn,
  cycles: readonly HomeCycle[],
  language: Language,
): Promise<Notice[]> {
  const { t } = wordsIn(language)
  const own = cycles.map(({ cycle, checklists }) => ({ cycle, places: checklists.map(({ place }) => place) }))
  const { news, hearingUntil } = await whatToKnow(context, own)
  const notices = [...Map.groupBy(news, ({ cycle }) => cycle.year)].map(([year, units]): Notice => ({
    to: newsPath(year),
    title: t('news.see'),
    words: t('news.notice', { year, units: units.map(({ unit }) => unit.name).join(', ') }),
  }))
  if (hearingUntil === null) return notices
  const words = t('hearing.notice', { day: dayInWords(hearingUntil, language) })
  return [...notices, { to: '/plan/hearing', title: t('hearing.noticeLink'), words }]
}
