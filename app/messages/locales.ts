import type { Locale } from 'date-fns'
import type { Language } from '#app/domain/language.ts'

export type { Locale }

const known = new Map<Language, Locale>()

/** Lets days be said in a language. The server knows all three; a browser only the reader's, and fetches no other. */
export function knowLocale(language: Language, locale: Locale): void {
  known.set(language, locale)
}

/** How a language says its days. Not Intl: Chromium knows no nynorsk, and the page would change after loading. */
export function localeOf(language: Language): Locale {
  const locale = known.get(language)
  if (!locale) throw new Error(`Nobody said how days are said in ${language}`)
  return locale
}
