import type { LocalDate } from './calendar.ts'
import type { LegalBasis, PlanContent, WrittenStep } from './plan.ts'
import type { Problem } from './problem.ts'

/** What is wrong with a law as somebody wrote it: it has words in the main language, and was checked by today. */
export function problemsInBasis({ title, checkedOn }: LegalBasis, today: LocalDate): Problem[] {
  return [
    ...(title.nb.trim() === '' ? [{ field: 'title.nb', message: 'basisTitleMissing' }] : []),
    ...(checkedOn && checkedOn > today ? [{ field: 'checkedOn', message: 'checkedLater' }] : []),
  ]
}

/** The steps that refer to a law, in reading order. */
export function stepsReferringTo({ routines }: PlanContent, code: string): WrittenStep[] {
  return routines
    .flatMap(({ steps }) => steps)
    .filter(({ legalBasis }) => legalBasis.some((basis) => basis.code === code))
}
