import { format, parseISO } from 'date-fns'
import type { Language } from '#app/domain/language.ts'
import type { Month, Months } from '#app/domain/month.ts'
import { localeOf } from '#app/messages/locales.ts'

/** A month in words: "mars", and with its year "mars 2027". */
export function monthInWords(month: Month, language: Language, { year = true } = {}): string {
  return format(parseISO(`${month}-01`), year ? 'MMMM yyyy' : 'MMMM', { locale: localeOf(language) })
}

/** From which month to which: "mars 2027", "mars–april 2027", "desember 2026–januar 2027". */
export function monthsInWords({ from, to }: Months, language: Language): string {
  if (from === to) return monthInWords(from, language)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${monthInWords(from, language, { year: !sameYear })}–${monthInWords(to, language)}`
}

/** The same where a sentence begins with it. */
export function atTheBeginning(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
