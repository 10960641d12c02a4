import type { Notice } from '#app/components/notices.tsx'
import type { Language } from '#app/domain/language.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { HomeCycle } from '#app/services/home.server.ts'
import { newsNotices } from './cycles/news-notices.server.ts'
import { hearingNotices } from './plan/hearing-notice.server.ts'

/** What a person should know of before they begin: each with where to read it. */
export async function noticesFor(
  context: SignedIn,
  cycles: readonly HomeCycle[],
  language: Language,
): Promise<Notice[]> {
  return [...(await newsNotices(context, cycles, language)), ...(await hearingNotices(context, language))]
}
