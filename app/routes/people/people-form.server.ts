import { z } from 'zod'
import { dayInWords } from '#app/components/day.tsx'
import { parseDay } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { DEPUTY_RIGHTS, ROLES } from '#app/domain/permissions.ts'
import type { Problem } from '#app/domain/problem.ts'
import { invalid, several } from '#app/http/form.server.ts'

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')
const chosen = z
  .string()
  .max(100, 'formIncomplete')
  .default('')
  .transform((id) => id || null)
const email = z
  .string('seat.emailMissing')
  .trim()
  .toLowerCase()
  .min(1, 'seat.emailMissing')
  .max(200, 'emailWrong')
  .pipe(z.email('emailWrong'))

function day(missing: string) {
  return z.string({ error: missing }).transform((text, { addIssue }) => {
    const parsed = parseDay(text.trim())
    if (!parsed) addIssue({ code: 'custom', message: missing })
    return parsed ?? z.NEVER
  })
}

/** A form with nothing to fill in: a yes to what the page says. */
export const PlainForm = z.object({ form: hidden })

/** Offering a seat. */
export const OfferForm = z.object({
  form: hidden,
  role: z.enum(ROLES, { error: 'seat.roleMissing' }),
  unit: chosen,
  owner: chosen,
  email,
})

/** Naming a deputy. */
export const DeputyForm = z.object({
  form: hidden,
  email,
  from: day('seat.fromMissing'),
  to: day('seat.toMissing'),
  may: several(z.enum(DEPUTY_RIGHTS, { error: 'formIncomplete' })),
})

/** Saying yes or no to a seat. */
export const AnswerForm = z.object({ form: hidden, answer: z.enum(['yes', 'no'], { error: 'seat.answerMissing' }) })

/** How long to wait before a name can be taken out of the history. */
export const MonthsForm = z.object({
  form: hidden,
  months: z
    .string()
    .trim()
    .default('')
    .transform((text) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN)),
})

/** The page again, with what a use case found wrong; days in the reader's words. */
export function notSaved(problems: readonly Problem[], typed: Record<string, string>, language: Language) {
  return invalid({ ok: false, problems: problems.map((problem) => withDays(problem, language)), typed })
}

function withDays({ values, ...problem }: Problem, language: Language): Problem {
  if (!values) return problem
  const inWords = (value: string | number) => {
    const day = typeof value === 'string' ? parseDay(value) : null
    return day ? dayInWords(day, language, { year: true }) : value
  }
  return { ...problem, values: Object.fromEntries(Object.entries(values).map(([name, it]) => [name, inWords(it)])) }
}
