import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#app/domain/language.ts'
import { knowLocale } from '#app/messages/locales.ts'
import type * as nb from '#app/messages/nb.ts'
import type * as everyone from '#app/messages/everyone-nb.ts'
import type * as renewal from '#app/messages/renewal-nb.ts'

type Spoken = Pick<typeof nb, 'catalog' | 'locale'>
type Renewing = Pick<typeof renewal, 'catalog'>
type Joining = Pick<typeof everyone, 'catalog'>

/**
 * The words of one language, as pages and the server use them; with those of the pages that renew the plan, and of those
 * that bring everyone in, where they are needed. React does the escaping.
 */
export function wordsOf(
  language: Language,
  { catalog, locale }: Spoken,
  renewing: Renewing | null,
  joining: Joining | null = null,
): i18n {
  knowLocale(language, locale)
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: together(catalog, renewing?.catalog ?? {}, joining?.catalog ?? {}) } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  return words
}

/** Several catalogs as one: each has problems, those of its own pages. */
export function together(daily: Spoken['catalog'], ...others: readonly { problem?: object }[]) {
  const problem = Object.assign({}, daily.problem, ...others.map((other) => other.problem)) as object
  return { ...Object.assign({}, daily, ...others), problem }
}

/** Whether a page is one of those that renew the plan: reached from the daily ones by loading the whole page. */
export function renewsPlan(path: string): boolean {
  return /^\/(?:plan\/.|cycles\/(?:new$|\d+\/(?:adoption|news|due-days)))/.test(path)
}
