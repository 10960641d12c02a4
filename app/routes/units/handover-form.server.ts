import { z } from 'zod'
import { day, hidden } from '#app/routes/cycles/due-day-form.server.ts'

/** Lines end as people type them, whatever their browser sends. */
const words = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .default('')

/** The last day of a leader, and perhaps words to the next. */
export const LeavingForm = z.object({
  form: hidden,
  lastDay: day('lastDayMissing', 'lastDayNotADay'),
  note: words.transform((text) => text || null),
})

/** Taking the last day back. */
export const StayingForm = z.object({ form: hidden })

/** Words to the next leader. */
export const NoteForm = z.object({ form: hidden, note: words })
