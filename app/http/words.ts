import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#app/domain/language.ts'
import { knowLocale } from '#app/messages/locales.ts'
import type * as nb from '#app/messages/nb.ts'

/** The words of one language, as pages and the server use them. React does the escaping. */
export function wordsOf(language: Language, { catalog, locale }: Pick<typeof nb, 'catalog' | 'locale'>): i18n {
  knowLocale(language, locale)
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: catalog } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  return words
}
