import { z } from 'zod'
import type { PairChosen } from '#app/domain/opening.ts'
import { several } from '#app/http/form.server.ts'
import { day, hidden } from './due-day-form.server.ts'

const number = (missing: string) =>
  z
    .string({ error: missing })
    .regex(/^\d{1,4}$/, missing)
    .transform(Number)

/** Opening a cycle: pairs carried over come as `kindergarten:school`, those added as two selects in a row. */
export const OpeningForm = z
  .object({
    form: hidden,
    year: number('cycleYearMissing'),
    version: number('versionUnknown'),
    firstSchoolDay: day('firstSchoolDayMissing', 'firstSchoolDayMissing'),
    pairs: several(z.string()),
    'kindergarten[]': several(z.string()),
    'school[]': several(z.string()),
    withoutPairs: z.literal('yes').optional(),
  })
  .superRefine(({ 'kindergarten[]': kindergarten, 'school[]': school }, { addIssue }) => {
    kindergarten.forEach((id, at) => {
      if (Boolean(id) === Boolean(school[at])) return
      addIssue({ code: 'custom', message: 'pairHalf', path: [`${id ? 'school' : 'kindergarten'}-${at + 1}`] })
    })
  })
  .transform(({ pairs, 'kindergarten[]': kindergarten, 'school[]': school, withoutPairs, ...rest }) => ({
    ...rest,
    withoutPairs: withoutPairs === 'yes',
    pairs: [...pairs.map(pairOf), ...addedPairs(kindergarten, school)],
  }))

function pairOf(value: string): PairChosen {
  const [kindergartenId = '', schoolId = ''] = value.split(':')
  return { kindergartenId, schoolId }
}

function addedPairs(kindergarten: readonly string[], school: readonly string[]): PairChosen[] {
  return kindergarten.flatMap((id, at) => (id ? [{ kindergartenId: id, schoolId: school[at] ?? '' }] : []))
}
