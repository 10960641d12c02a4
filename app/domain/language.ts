/** The languages of the screens. Bokmål is the main language: every text of a plan exists in it. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const MAIN_LANGUAGE: Language = 'nb'

/** What a municipality wrote: always in bokmål, in the others where somebody translated it. */
export interface Text {
  nb: string
  nn?: string
  en?: string
}

/** Words to show, with the language they are really in, for the `lang` attribute. */
export interface Wording {
  words: string
  language: Language
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** The text in the reader's language, or in bokmål where nobody has translated it. */
export function inLanguage(text: Text, language: Language): Wording {
  const words = text[language]
  return words ? { words, language } : { words: text.nb, language: MAIN_LANGUAGE }
}
