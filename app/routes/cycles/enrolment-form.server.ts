import { z } from 'zod'
import { childrenTyped } from '#app/domain/child-group.ts'
import { GAP_DIRECTIONS, type Explaining } from '#app/domain/enrolling.ts'
import { MUNICIPALITY } from '#app/domain/place.ts'
import { hidden } from './due-day-form.server.ts'

/** The field with the number that stood there when the form was made. */
export function seenField(schoolId: string): string {
  return `seen.${schoolId}`
}

/** How many children are enrolled: a field for each school, with the number that stood there. */
export const EnrolmentForm = z.looseObject({ form: hidden }).transform(({ form, ...fields }) => {
  const textOf = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '')
  const schoolIds = Object.keys(fields).flatMap((name) => /^enrolled\.(.+)$/.exec(name)?.[1] ?? [])
  const rows = schoolIds.map((schoolId) => {
    const seen = childrenTyped(textOf(seenField(schoolId)))
    return { schoolId, typed: textOf(`enrolled.${schoolId}`), seen: seen === 'not a number' ? null : seen }
  })
  return { form, rows }
})

const explaining = {
  form: hidden,
  direction: z.enum(GAP_DIRECTIONS, { error: 'gapDirectionMissing' }),
  children: z.string().default(''),
  words: z.string().trim().default(''),
  followedUpBy: z.string().default(''),
}
const seen = z.coerce.number({ error: 'formIncomplete' }).int('formIncomplete')

/** Who follows up comes as a unit's id, or as the municipality. */
function told<T extends Explaining>({ followedUpBy, ...rest }: T): T {
  return { ...rest, followedUpBy: followedUpBy === MUNICIPALITY ? null : followedUpBy } as T
}

/** Explaining some of a gap. */
export const ExplanationForm = z.object(explaining).transform(({ form, ...said }) => ({ form, explaining: told(said) }))

/** Explaining it otherwise. `seen` is the explanation's last row when the form was made. */
export const ChangedExplanationForm = z
  .object({ ...explaining, seen })
  .transform(({ form, seen, ...said }) => ({ form, seen, explaining: told(said) }))

/** Taking an explanation back. */
export const ExplanationWithdrawalForm = z.object({ form: hidden, seen })
