import type { i18n } from 'i18next'
import type { Language } from '#app/domain/language.ts'
import * as en from '#app/messages/all-en.ts'
import * as nb from '#app/messages/all-nb.ts'
import * as nn from '#app/messages/all-nn.ts'
import { wordsOf } from './words.ts'

/** One instance per language, made once and shared by all requests: nothing in it changes. */
const WORDS: Readonly<Record<Language, i18n>> = {
  nb: wordsOf('nb', nb.locale, nb.catalogs),
  nn: wordsOf('nn', nn.locale, nn.catalogs),
  en: wordsOf('en', en.locale, en.catalogs),
}

/** The words of a language, for pages rendered here and for mail. */
export function wordsIn(language: Language): i18n {
  return WORDS[language]
}
