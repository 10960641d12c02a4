import type { TFunction } from 'i18next'
import type { Problem } from '#app/domain/problem.ts'

/** A problem as a sentence that names the field and the way out. */
export function problemWords(t: TFunction, { message, values }: Problem): string {
  return t(`problem.${message}` as 'problem.answerNotOpen', values ?? {})
}
