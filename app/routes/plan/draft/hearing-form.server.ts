import { z } from 'zod'
import { parseDay, type LocalDate } from '#app/domain/calendar.ts'
import { typedWords } from './draft-form.server.ts'

const INCOMPLETE = { error: 'formIncomplete' }
const form = z.string(INCOMPLETE).min(1, 'formIncomplete').max(100, 'formIncomplete')

const day = z.string(INCOMPLETE).transform((text, { addIssue }): LocalDate => {
  const parsed = parseDay(text.trim())
  if (parsed) return parsed
  addIssue({ code: 'custom', message: 'hearing.dayMissing' })
  return z.NEVER
})

/** The period of a hearing. */
export const OpeningForm = z.object({ form, from: day, to: day })

export const ClosingForm = z.object({ form })

/** An adviser's answer; `closes` is there where the comment is dealt with. */
export const AnswerForm = z.object({
  form,
  words: typedWords.transform((words) => words || null),
  closes: z
    .string()
    .optional()
    .transform((given) => given === 'yes'),
})
