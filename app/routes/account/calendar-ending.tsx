import { z } from 'zod'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { hidden } from '#app/routes/cycles/due-day-form.server.ts'
import { stopCalendarLink } from '#app/services/calendar-link.server.ts'
import { calendarPath } from './paths.ts'

const EndingForm = z.object({ form: hidden })

export const loader = signedIn(async () => {
  throw redirectTo(calendarPath())
})

/** Whoever ends a link that is already ended has what they wanted. */
export const action = signedIn(async ({ context, request }) => {
  const input = await readForm(request, EndingForm)
  if (!input.ok) throw redirectTo(calendarPath())
  await stopCalendarLink(context, input.value.form)
  throw redirectTo(calendarPath(true))
})
