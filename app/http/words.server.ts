import type { i18n } from 'i18next'
import type { Language } from '#app/domain/language.ts'
import * as en from '#app/messages/en.ts'
import * as nb from '#app/messages/nb.ts'
import * as nn from '#app/messages/nn.ts'
import * as everyoneEn from '#app/messages/everyone-en.ts'
import * as renewalEn from '#app/messages/renewal-en.ts'
import * as everyoneNb from '#app/messages/everyone-nb.ts'
import * as renewalNb from '#app/messages/renewal-nb.ts'
import * as everyoneNn from '#app/messages/everyone-nn.ts'
import * as renewalNn from '#app/messages/renewal-nn.ts'
import { wordsOf } from './words.ts'

/** One instance per language, made once and shared by all requests: nothing in it changes. */
const WORDS: Readonly<Record<Language, i18n>> = {
  nb: wordsOf('nb', nb, renewalNb, everyoneNb),
  nn: wordsOf('nn', nn, renewalNn, everyoneNn),
  en: wordsOf('en', en, renewalEn, everyoneEn),
}

/** The words of a language, for pages rendered here and for mail. */
export function wordsIn(language: Language): i18n {
  return WORDS[language]
}
