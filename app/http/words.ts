import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#app/domain/language.ts'
import { knowLocale, type Locale } from '#app/messages/locales.ts'

/** The words of one language from the catalogs that are needed, as pages and the server use them. React does the escaping. */
export function wordsOf(language: Language, locale: Locale, catalogs: readonly Words[]): i18n {
  knowLocale(language, locale)
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: together(...catalogs) } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  return words
}

/** Words by their keys, as a catalog nests them. */
interface Words {
  readonly [key: string]: string | Words
}

/** Several catalogs as one: what stands under the same heading in two of them is kept from both. */
export function together(...catalogs: readonly Words[]): Words {
  const all: Record<string, string | Words> = {}
  for (const [key, words] of catalogs.flatMap((catalog) => Object.entries(catalog))) {
    const known = all[key]
    all[key] = typeof known === 'object' && typeof words === 'object' ? together(known, words) : words
  }
  return all
}

/** The subjects that have a catalog of their own in the browser, for the pages that need it. */
export type Subject = 'renewal' | 'framework'

/** The subject of a page, by its path; null for the daily work. The daily pages link to it by loading the whole page. */
export function subjectOf(path: string): Subject | null {
  if (/^\/(?:plan\/.|cycles\/(?:new$|\d+\/(?:adoption|news|due-days)))/.test(path)) return 'renewal'
  return /^\/cycles\/\d+\/places\/[^/]+\/framework/.test(path) ? 'framework' : null
}
