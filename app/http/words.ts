import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#app/domain/language.ts'
import { knowLocale } from '#app/messages/locales.ts'
import type * as nb from '#app/messages/nb.ts'
import type * as renewal from '#app/messages/renewal-nb.ts'

type Spoken = Pick<typeof nb, 'catalog' | 'locale'>
type Renewing = Pick<typeof renewal, 'catalog'>

/**
 * The words of one language, as pages and the server use them; with those of the pages that renew the plan, where they
 * are needed. React does the escaping.
 */
export function wordsOf(language: Language, { catalog, locale }: Spoken, renewing: Renewing | null): i18n {
  knowLocale(language, locale)
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: renewing ? together(catalog, renewing.catalog) : catalog } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  return words
}

/** The words of both kinds of page as one catalog: both have problems, each those of its own pages. */
export function together(daily: Spoken['catalog'], renewing: Renewing['catalog']) {
  return { ...daily, ...renewing, problem: { ...daily.problem, ...renewing.problem } }
}

/** Whether a page is one of those that renew the plan: reached from the daily ones by loading the whole page. */
export function renewsPlan(path: string): boolean {
  return /^\/(?:plan\/.|cycles\/(?:new$|\d+\/(?:adoption|news|due-days)))/.test(path)
}
