import { z } from 'zod'
import { parseDay } from '#app/domain/calendar.ts'
import { draftForm, newPartId, text } from './draft-form.server.ts'

const fields = {
  title: text,
  checkedOn: z.string({ error: 'formIncomplete' }).transform((typed, { addIssue }) => {
    const day = typed.trim() ? parseDay(typed.trim()) : null
    if (typed.trim() && !day) addIssue({ code: 'custom', message: 'checkedDayWrong' })
    return day
  }),
}

/** A law or regulation the plan refers to. */
export const LegalBasisForm = draftForm(fields)

/** One that is not there yet. */
export const NewLegalBasisForm = draftForm({ id: newPartId, ...fields })
