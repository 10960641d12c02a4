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

/** Whether a page is one of those that renew the plan: reached from the daily ones by loading the whole page. */
export function renewsPlan(path: string): boolean {
  return /^\/(?:plan\/.|cycles\/(?:new$|\d+\/(?:adoption|news|due-days)))/.test(path)
}
