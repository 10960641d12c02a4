import type { TFunction } from 'i18next'
import { LANGUAGES, type Text } from '#app/domain/language.ts'
import type { ComparedField } from './both-texts.tsx'

/** A text as the fields `name.nb`, `name.nn` and `name.en` hold it. */
export function textsIn(name: string, text: Text | null): Record<string, string> {
  return Object.fromEntries(LANGUAGES.map((language) => [`${name}.${language}`, text?.[language] ?? '']))
}

/** These fields by what they are called, where what two editors wrote is shown side by side. */
export function textsNamed(name: string, label: string, t: TFunction): ComparedField[] {
  return LANGUAGES.map((language) => ({
    name: `${name}.${language}`,
    label: `${label}, ${t(`language.${language}`).toLowerCase()}`,
    lang: language,
  }))
}

type Typed = Readonly<Record<string, string>>

/** The purposes as they were typed, empty ones too, in the order of the form. */
export function typedPurposes(typed: Typed): Text[] {
  return numbersIn(typed).map((number) => ({
    nb: typed[`purposes.${number}.nb`] ?? '',
    nn: typed[`purposes.${number}.nn`] ?? '',
    en: typed[`purposes.${number}.en`] ?? '',
  }))
}

function numbersIn(typed: Typed): string[] {
  return [...new Set(Object.keys(typed).flatMap((name) => /^purposes\.(\d+)\./.exec(name)?.[1] ?? []))]
}
