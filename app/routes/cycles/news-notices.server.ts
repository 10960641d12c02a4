import type { Notice } from '#app/components/notices.tsx'
import type { Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { HomeCycle } from '#app/services/home.server.ts'
import { unreadNews } from '#app/services/news.server.ts'
import { newsPath } from './paths.ts'

/** For each running cycle whose plan is new for the person's units, where to read what is. */
export async function newsNotices(
  context: SignedIn,
  cycles: readonly HomeCycle[],
  language: Language,
): Promise<Notice[]> {
  const { t } = wordsIn(language)
  const own = cycles.map(({ cycle, checklists }) => ({ cycle, places: checklists.map(({ place }) => place) }))
  const unread = Map.groupBy(await unreadNews(context, own), ({ cycle }) => cycle.year)
  return [...unread].map(([year, units]) => ({
    to: newsPath(year),
    title: t('news.see'),
    words: t('news.notice', { year, units: units.map(({ unit }) => unit.name).join(', ') }),
  }))
}
