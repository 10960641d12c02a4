import { useTranslation } from 'react-i18next'
import { isLanguage, MAIN_LANGUAGE, type Language } from '#app/domain/language.ts'

/** The language of the reader's screens. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return isLanguage(i18n.language) ? i18n.language : MAIN_LANGUAGE
}
