import { z } from 'zod'
import { DIRECTIONS, DUE_KINDS, stepIn, type StepFields } from '#app/components/step-fields.ts'
import type { EditedStep } from '#app/domain/draft.ts'
import type { Text } from '#app/domain/language.ts'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import { CARRIED_OUT_BY, type LegalBasis } from '#app/domain/plan.ts'
import { draftForm, meant, newPartId, text } from './draft-form.server.ts'

const INCOMPLETE = { error: 'formIncomplete' }
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

/** One of a list, or nothing chosen yet. */
function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum([...values, ''] as [...T, ''], INCOMPLETE)
}

/** A long title is typed over several lines, and is one. */
function onOneLine({ nb, nn, en }: Text): Text {
  const [main, ...others] = [nb, nn, en].map((words) => words?.replace(/\s*\n\s*/g, ' '))
  return { nb: main ?? '', ...(others[0] && { nn: others[0] }), ...(others[1] && { en: others[1] }) }
}

const fields = {
  title: text.transform(onOneLine),
  guidance: text,
  routineId: z.string(INCOMPLETE).max(100, 'formIncomplete'),
  scope: z.enum(PLACE_KINDS, INCOMPLETE),
  responsible: oneOf(SIDES),
  carriedOutBy: oneOf(CARRIED_OUT_BY),
  confirmedBy: oneOf(SIDES),
  due: oneOf(DUE_KINDS).default(''),
  day: z.string(INCOMPLETE).max(3, 'formIncomplete').default(''),
  month: z.string(INCOMPLETE).max(3, 'formIncomplete').default(''),
  days: z.string(INCOMPLETE).trim().default(''),
  direction: z.enum(DIRECTIONS, INCOMPLETE).default('before'),
  binding: z.enum(['law', 'plan'], INCOMPLETE),
  sensitive: ticked,
  aboutSingleChildren: ticked,
  sparedSmallPairs: ticked,
} satisfies Record<keyof StepFields, z.ZodType>

/** The codes that were ticked, from `legalBasis.0` on. */
const codes = z
  .record(z.string(), z.string())
  .default({})
  .transform((boxes) => Object.values(boxes))

/** The editor's form for a step. What is only unfinished may stand; a due day that is half said may not. */
export const StepForm = draftForm({ ...fields, legalBasis: codes, meant }).superRefine(
  ({ due, day, month, days }, { addIssue }) => {
    const half = (field: string, message: string) => addIssue({ code: 'custom', path: [field], message })
    if (due === '') return
    if (due === 'days from first school day') {
      if (!/^\d{1,3}$/.test(days)) half('days', 'daysMissing')
    } else if (!day) half('day', 'dayOfMonthMissing')
    else if (!month) half('month', 'monthMissing')
  },
)

/** The form of a step that is not there yet. */
export const NewStepForm = StepForm.and(z.object({ id: newPartId }))

/** The step that a form says, with those of the plan's legal bases that were ticked. */
export function editedStep(
  id: string,
  { legalBasis, ...fields }: StepFields & { legalBasis: readonly string[] },
  all: readonly LegalBasis[],
): EditedStep {
  return { ...stepIn(fields), id, legalBasis: all.filter(({ code }) => legalBasis.includes(code)) }
}
