import { z } from 'zod'
import { parseDay } from '#app/domain/calendar.ts'
import { typedWords } from './draft-form.server.ts'

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')

/** What an adviser says of a publication. How long texts can be is for the rule to say. */
export const PublicationForm = z.object({
  form: hidden,
  seen: hidden,
  draft: hidden,
  validFromCycle: z.coerce.number({ error: 'formIncomplete' }),
  adoptedBy: typedWords,
  caseNumber: typedWords.transform((words) => words || null),
  adoptedOn: z.string({ error: 'formIncomplete' }).transform((text, { addIssue }) => {
    const day = parseDay(text.trim())
    if (!day) addIssue({ code: 'custom', message: 'adoptedDayMissing' })
    return day ?? z.NEVER
  }),
  changeNote: typedWords,
})
