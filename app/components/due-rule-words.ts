import type { TFunction } from 'i18next'
import { dayInYear } from '#app/domain/calendar.ts'
import type { DueRule } from '#app/domain/due-date.ts'
import type { Language } from '#app/domain/language.ts'
import { dayInWords } from './day.tsx'

/** A year with a 29 February, for days that are said without their year. */
const ANY_LEAP_YEAR = 2028

/** When a step is due in any year: "31. oktober i siste barnehageår", "1. mai før skolestart". */
export function dueRuleWords(rule: DueRule, t: TFunction, language: Language): string {
  if (rule.kind === 'days from first school day') {
    const key = rule.days < 0 ? 'due.daysBefore' : 'due.daysAfter'
    return rule.days === 0 ? t('due.firstSchoolDay') : t(key, { count: Math.abs(rule.days) })
  }
  const day = dayInWords(dayInYear(ANY_LEAP_YEAR, rule.month, rule.day), language)
  if (rule.kind === 'year before school start') return t('due.yearBefore', { day })
  return t(rule.month < 8 ? 'due.beforeStart' : 'due.afterStart', { day })
}
