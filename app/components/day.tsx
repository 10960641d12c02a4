import { format, parseISO } from 'date-fns'
import { dayInOslo, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { localeOf } from '#app/messages/locales.ts'
import { useLanguage } from './use-language.ts'

export interface DayForm {
  year?: boolean
  weekday?: boolean
  short?: boolean
}

/** A page says the same few days many times; a matrix, thousands. */
const known = new Map<string, string>()
const MOST_KNOWN = 20_000

/** A day in words: "3. mai", and on request "onsdag 3. mai 2028" or "15. okt." A moment is told as the day it is in Norway. */
export function dayInWords(
  at: LocalDate | Instant,
  language: Language,
  { year, weekday, short }: DayForm = {},
): string {
  const dayOfMonth = language === 'en' ? 'd' : 'd.'
  const pattern = [weekday && 'EEEE', dayOfMonth, short ? 'MMM' : 'MMMM', year && 'yyyy'].filter(Boolean).join(' ')
  const day = dayOf(at)
  const key = `${language} ${pattern} ${day}`
  const words = known.get(key) ?? format(parseISO(day), pattern, { locale: localeOf(language) })
  if (known.size < MOST_KNOWN) known.set(key, words)
  return words
}

function dayOf(at: LocalDate | Instant): LocalDate {
  return isInstant(at) ? dayInOslo(at) : at
}

function isInstant(at: LocalDate | Instant): at is Instant {
  return at.includes('T')
}

/** A day as people read it, and as machines do. */
export function Day({ at, ...form }: { at: LocalDate | Instant } & DayForm) {
  return <time dateTime={at}>{dayInWords(at, useLanguage(), form)}</time>
}
