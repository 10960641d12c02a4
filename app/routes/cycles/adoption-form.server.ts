import { z } from 'zod'

const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')
const number = z.coerce.number({ error: 'formIncomplete' }).int('formIncomplete').positive('formIncomplete')
const reason = z
  .string()
  .trim()
  .transform((text) => text || null)
  .default(null)

/** Moving a cycle: where to, and what the page said when it was made. */
export const AdoptionForm = z.object({ form: hidden, from: number, to: number, newest: number, reason })

/** Going back from an adoption. */
export const ReturnForm = z.object({ form: hidden, sequence: number, reason })

/** Saying that what is new is read: by which unit, up to which adoption. */
export const NewsForm = z.object({ form: hidden, unit: hidden, upTo: number })
