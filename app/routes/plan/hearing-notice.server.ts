import { dayInWords } from '#app/components/day.tsx'
import type { Notice } from '#app/components/notices.tsx'
import type { Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import { lastDayToComment } from '#app/services/hearing.server.ts'

/** That the next plan can be commented on, and until when, for those who are asked. */
export async function hearingNotices(context: SignedIn, language: Language): Promise<Notice[]> {
  const until = await lastDayToComment(context)
  if (!until) return []
  const { t } = wordsIn(language)
  const words = t('hearing.notice', { day: dayInWords(until, language) })
  return [{ to: '/plan/hearing', title: t('hearing.noticeLink'), words }]
}
