import { z } from 'zod'
import { AGREED_DATE_KINDS } from '#app/domain/agreed-date.ts'
import type { Agreeing } from '#app/domain/agreeing.ts'
import { several } from '#app/http/form.server.ts'
import { day, hidden } from '#app/routes/cycles/due-day-form.server.ts'

const words = z
  .string()
  .trim()
  .transform((text) => text || null)
  .default(null)

const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/

/** A clock time as browsers send it, or as people type it where theirs does not know such a field. */
const time = z
  .string()
  .trim()
  .transform((text, { addIssue }) => {
    if (text === '') return null
    const [, hour, minute] = CLOCK.exec(text) ?? []
    if (hour === undefined || minute === undefined) {
      addIssue({ code: 'custom', message: 'dateNotATime' })
      return z.NEVER
    }
    return `${hour.padStart(2, '0')}:${minute}`
  })
  .default(null)

const chosen = several(z.string().max(100, 'formIncomplete')).transform((ids) =>
  ids.includes('all') ? ('all' as const) : [...new Set(ids)],
)

const fields = {
  form: hidden,
  kind: z.enum(AGREED_DATE_KINDS, { error: 'dateKindMissing' }),
  title: words,
  stepId: words,
  on: day('dateDayMissing', 'dateNotADay'),
  from: time,
  to: time,
  venue: words,
  whoComes: words,
  pairs: chosen,
  sure: z
    .string()
    .optional()
    .transform((text) => text === 'yes'),
}

const seen = z.coerce.number({ error: 'formIncomplete' }).int('formIncomplete')

/** Agreeing on a date. Which pairs it is for comes as their ids, or `all`. */
export const NewDateForm = z.object(fields)

/** Changing one. `seen` is how often it was changed when the form was made. */
export const ChangedDateForm = z.object({ ...fields, seen, reason: words })

/** Cancelling one. */
export const CancellationForm = z.object({ form: hidden, seen, reason: words })

/** What the form says of the date itself. */
export function agreeingIn(value: z.output<typeof NewDateForm>): Agreeing {
  const { kind, title, stepId, on, from, to, venue, whoComes, sure } = value
  return { kind, title, stepId, on, from, to, venue, whoComes, sure }
}
