import { dayInWords, type DayForm } from '#app/components/day.tsx'
import type { AgreedDate } from '#app/domain/agreed-date.ts'
import type { Language } from '#app/domain/language.ts'
import { wordsIn } from '#app/http/words.server.ts'

type When = Pick<AgreedDate, 'on' | 'from' | 'to'>

/** When a date is, as "12. mai kl. 10–12". */
export function whenInWords({ on, from, to }: When, language: Language, form?: DayForm): string {
  const time = timeInWords({ from, to }, language)
  return [dayInWords(on, language, form), time].filter(Boolean).join(' ')
}

/** From when to when it is, or null where it lasts the day. */
export function timeInWords({ from, to }: Pick<When, 'from' | 'to'>, language: Language): string | null {
  if (from === null) return null
  const { t } = wordsIn(language)
  const clock = (time: string) =>
    language === 'en' ? time : time.replace(/^0/, '').replace(/:00$/, '').replace(':', '.')
  return to === null
    ? t('dates.time.from', { from: clock(from) })
    : t('dates.time.between', { from: clock(from), to: clock(to) })
}

/** What a date is: its title, or else what kind it is of. */
export function whatItIs({ kind, title }: Pick<AgreedDate, 'kind' | 'title'>, language: Language): string {
  return title ?? wordsIn(language).t(`dates.kind.${kind}`)
}

/** A date where its step is told: "Avtalt 12. mai kl. 10–12, på skolen". */
export function agreedInWords(date: AgreedDate, language: Language): string {
  const { t } = wordsIn(language)
  const when = whenInWords(date, language)
  if (date.cancelled) return t('dates.row.cancelled', { when, reason: date.reason ?? '' })
  const where = date.venue === null ? '' : `, ${date.venue}`
  return t('dates.row.agreed', { when: when + where })
}

/** From which day a date was moved last, and why; or that only its time was. Null where it never was. */
export function movedInWords({ cancelled, movedFrom, reason }: AgreedDate, language: Language): string | null {
  if (cancelled || reason === null) return null
  const { t } = wordsIn(language)
  if (movedFrom === null) return t('dates.timeMoved', { reason })
  return t('dates.moved', { day: dayInWords(movedFrom, language), reason })
}
