import { z } from 'zod'
import { childrenTyped } from '#app/domain/child-group.ts'
import { hidden } from './due-day-form.server.ts'

const chosen = (missing: string) => z.string({ error: missing }).min(1, missing).max(100, missing)

const children = z
  .string()
  .default('')
  .transform((text, { addIssue }) => {
    const typed = childrenTyped(text)
    if (typed !== 'not a number') return typed
    addIssue({ code: 'custom', message: 'childrenNotANumber' })
    return null
  })

/** A pair to form, perhaps with its number of children. */
export const NewPairForm = z.object({
  form: hidden,
  kindergarten: chosen('kindergartenMissing'),
  school: chosen('schoolMissing'),
  children,
})

/** A group to move: where it comes from and goes to from now on, and the number that was seen. */
export const GroupMoveForm = z.object({
  form: hidden,
  seen: children,
  kindergarten: chosen('kindergartenMissing'),
  school: chosen('schoolMissing'),
  reason: z
    .string()
    .trim()
    .default('')
    .transform((text) => text || null),
})
