import { z } from 'zod'
import { parseDay } from '#app/domain/calendar.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import type { Which } from '#app/services/due-days.server.ts'

export const hidden = z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete')

/** A day, with these words where there is none or it is no day. */
export function day(missing: string, wrong: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .transform((text, { addIssue, issues }) => {
      const parsed = parseDay(text)
      if (!parsed && issues.length === 0) addIssue({ code: 'custom', message: wrong })
      return parsed ?? z.NEVER
    })
}

const saying = {
  form: hidden,
  seen: day('formIncomplete', 'formIncomplete'),
  reason: z.string().trim().default(''),
}

/** Moving a due day. `seen` is the one that stood there when the form was made. */
export const MoveForm = z.object({ ...saying, to: day('dueDayMissing', 'dueDayNotADay') })

/** Taking a move back. */
export const TakeBackForm = z.object(saying)

/** Which due day a URL names: of a step in a cycle, for the pairs of a school where one is named. */
export function whichDueDay(params: Readonly<Record<string, string | undefined>>, request: Request): Which {
  return { year: yearOf(params), stepId: partOf(params, 'step'), schoolId: schoolIn(request) }
}

/** The school that a page of due days is about, or null. */
export function schoolIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('school')
}
