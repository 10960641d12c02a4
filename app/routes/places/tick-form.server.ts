import { z } from 'zod'
import { parseDay } from '#app/domain/calendar.ts'
import { SIDES } from '#app/domain/place.ts'
import { ANSWERS } from '#app/domain/tick.ts'
import { newId } from '#app/services/new-id.server.ts'

const words = z
  .string()
  .trim()
  .transform((text) => text || null)
const day = z
  .string()
  .trim()
  .transform((text, { addIssue }) => {
    const parsed = text ? parseDay(text) : null
    if (text && !parsed) addIssue({ code: 'custom', message: 'notADay' })
    return parsed
  })
const number = z.coerce.number({ error: 'formIncomplete' }).int('formIncomplete')
const hidden = z.string({ error: 'formIncomplete' }).max(100, 'formIncomplete')

/** What every form that ticks sends along: which copy it is, where it was, which meaning of the step it was made for. */
const sending = {
  form: hidden.min(1, 'formIncomplete'),
  back: z.string().max(500).default('/'),
  side: z.enum(SIDES, { error: 'formIncomplete' }),
}

/** One side's answer to one step. */
export const TickForm = z.object({
  ...sending,
  meaning: number,
  seen: hidden.transform((id) => id || null),
  answer: z.enum(ANSWERS, { error: 'answerMissing' }),
  doneOn: day.default(null),
  reason: words.default(null),
  note: words.default(null),
})

/** Taking back an answer. */
export const WithdrawalForm = z.object({ ...sending, tick: hidden.min(1, 'formIncomplete') })

/** One meeting at several pairs: each chosen pair comes as `place:last tick seen there`. */
export const MeetingForm = z.object({
  ...sending,
  meaning: number,
  doneOn: day.default(null),
  note: words.default(null),
  pairs: z
    .union([z.string(), z.array(z.string())])
    .transform((chosen) => [chosen].flat().map(pairSeen))
    .default([]),
})

function pairSeen(value: string): { placeId: string; seen: string | null } {
  const [placeId = '', seen = ''] = value.split(':')
  return { placeId, seen: seen || null }
}

/** A name for one copy of a page's forms: sent twice, it acts once. */
export function newForm(): string {
  return newId()
}
