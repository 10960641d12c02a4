import type { LocalDate } from '#app/domain/calendar.ts'
import type { Wording } from '#app/domain/language.ts'

/** An agreed date in the shape it is shown in. */
export interface DateView {
  id: string
  on: LocalDate
  what: string
  when: string
  step: { title: Wording; href: string | null } | null
  venue: string | null
  whoComes: string | null
  /** Which pairs it is for, where it is not plainly this one. */
  pairs: string | null
  /** From which day it was moved, and why. */
  moved: string | null
  /** Why it was cancelled, or null where it stands. */
  cancelled: string | null
  by: string
  /** Where the reader changes and cancels it; null for those who may not. */
  change: string | null
  cancel: string | null
}

/** What the form of a date starts with, and what can be chosen. */
export interface DateFormView {
  form: string
  values: Readonly<Record<'kind' | 'title' | 'stepId' | 'on' | 'from' | 'to' | 'venue' | 'whoComes', string>>
  steps: readonly { value: string; words: string }[]
  /** Which pairs it can be for; empty where that is not asked. */
  pairs: readonly { value: string; words: string }[]
  chosen: readonly string[]
  span: { from: LocalDate; to: LocalDate }
}
