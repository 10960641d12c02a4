import { z } from 'zod'
import { ANSWERS } from '#app/domain/participation.ts'
import { several } from '#app/http/form.server.ts'

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')

/** A unit's answer. The routines count only where it takes part partly. */
export const AnswerForm = z.object({
  form: hidden,
  answer: z.enum(ANSWERS, { error: 'participationMissing' }),
  routines: several(z.string().max(100, 'routineNotOffered')),
  reason: z
    .string()
    .trim()
    .transform((text) => text || null)
    .default(null),
})

/** Sending a reminder. */
export const ReminderForm = z.object({ form: hidden })
