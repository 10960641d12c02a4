import { z } from 'zod'
import { parseDay } from '#app/domain/calendar.ts'
import { typedWords } from './draft-form.server.ts'

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')

/** What an adviser says of a publication. What is wrong with it is for the rule to say, all at once. */
export const PublicationForm = z.object({
  form: hidden,
  seen: hidden,
  draft: hidden,
  validFromCycle: z.coerce.number({ error: 'formIncomplete' }).int('formIncomplete'),
  adoptedBy: typedWords,
  caseNumber: typedWords.transform((words) => words || null),
  adoptedOn: typedWords.transform(parseDay),
  changeNote: typedWords,
})
