import { monthInWords } from '#app/components/month.ts'
import type { Notice } from '#app/components/notices.tsx'
import { monthOf } from '#app/domain/month.ts'
import { inLanguage, type Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'
import type { SignedIn } from '#app/services/context.server.ts'
import type { FrameworkToKnow } from '#app/services/notices.server.ts'
import { frameworkPath } from './places/paths.ts'

/** The way to a unit's framework, with what it works with this month. */
export interface FrameworkLink {
  href: string
  title: string
  words: string
}

/** Asks a unit to read its framework, until it has. */
export function frameworkNotice(
  { cycle: { year }, unit, acknowledged }: FrameworkToKnow,
  language: Language,
): Notice[] {
  if (acknowledged === 'acknowledged') return []
  const { t } = wordsIn(language)
  const words = t(acknowledged === 'not yet' ? 'framework.home.notice' : 'framework.home.noticeChanged', {
    year,
    unit: unit.name,
  })
  return [{ to: frameworkPath(year, unit.id), title: t('framework.home.noticeLink'), words }]
}

/** Once it has: what is planned this month in words, and the way there. */
export function frameworkLink(
  { cycle: { year }, unit, acknowledged, areas }: FrameworkToKnow,
  { today }: SignedIn,
  language: Language,
): FrameworkLink[] {
  if (acknowledged !== 'acknowledged') return []
  const { t } = wordsIn(language)
  const month = monthInWords(monthOf(today), language, { year: false })
  const named = areas.map(({ title }) => inLanguage(title, language).words).join('; ')
  const words = named ? t('framework.home.month', { month, areas: named }) : t('framework.home.nothing', { month })
  return [{ href: frameworkPath(year, unit.id), title: t('framework.home.link', { unit: unit.name, year }), words }]
}
