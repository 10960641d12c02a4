import { format, parseISO, type Locale } from 'date-fns'
import { enGB } from 'date-fns/locale/en-GB'
import { nb } from 'date-fns/locale/nb'
import { nn } from 'date-fns/locale/nn'
import { dayInOslo, type Instant, type LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { useLanguage } from './use-language.ts'

/** Not Intl: Chromium knows no nynorsk dates, and the page would change after loading. */
const LOCALES: Record<Language, Locale> = { nb, nn, en: enGB }

export interface DayForm {
  year?: boolean
  weekday?: boolean
  short?: boolean
}

/** A day in words: "3. mai", and on request "onsdag 3. mai 2028" or "15. okt." A moment is told as the day it is in Norway. */
export function dayInWords(
  at: LocalDate | Instant,
  language: Language,
  { year, weekday, short }: DayForm = {},
): string {
  const dayOfMonth = language === 'en' ? 'd' : 'd.'
  const pattern = [weekday && 'EEEE', dayOfMonth, short ? 'MMM' : 'MMMM', year && 'yyyy'].filter(Boolean).join(' ')
  return format(parseISO(dayOf(at)), pattern, { locale: LOCALES[language] })
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
