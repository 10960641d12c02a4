import { z } from 'zod'
import { parseDay, type LocalDate } from '#app/domain/calendar.ts'
import type { LegalBasis } from '#app/domain/plan.ts'
import type { Problem } from '#app/domain/problem.ts'
import { draftForm, text } from './draft-form.server.ts'

/** A law or regulation the plan refers to. */
export const LegalBasisForm = draftForm({
  title: text,
  checkedOn: z.string({ error: 'formIncomplete' }).transform((typed, { addIssue }) => {
    const day = typed.trim() ? parseDay(typed.trim()) : null
    if (typed.trim() && !day) addIssue({ code: 'custom', message: 'checkedDayWrong' })
    return day
  }),
})

/** What is wrong with a law or regulation as somebody wrote it. */
export function problemsInBasis({ title, checkedOn }: Omit<LegalBasis, 'code'>, today: LocalDate): Problem[] {
  return [
    ...(title.nb === '' ? [{ field: 'title.nb', message: 'basisTitleMissing' }] : []),
    ...(checkedOn && checkedOn > today ? [{ field: 'checkedOn', message: 'checkedLater' }] : []),
  ]
}
