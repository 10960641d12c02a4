import { z } from 'zod'
import { readOrgNumber } from '#app/domain/org-number.ts'
import { onOneLine, type OwnerChosen } from '#app/domain/unit-change.ts'
import { day, hidden } from '#app/routes/cycles/due-day-form.server.ts'

const line = z.string().default('').transform(onOneLine)

const changing = {
  form: hidden,
  seen: z.coerce.number({ error: 'formIncomplete' }).int('formIncomplete'),
  from: day('changeDayMissing', 'changeDayNotADay'),
  reason: z.string().trim().default(''),
}

/** Another owner is chosen in the list by this word, and written beside it. */
export const ANOTHER_OWNER = 'another'

const owning = {
  owner: z.string().max(100, 'formIncomplete').default(''),
  ownerName: line,
  ownership: z.enum(['municipal', 'private'], { error: 'ownershipMissing' }).optional(),
}

type OwnerFields = { owner: string; ownerName: string; ownership?: 'municipal' | 'private' }

/** The owner that the fields come to: one of the list, or a new one; null where there is neither. */
function ownerIn({ owner, ownerName, ownership }: OwnerFields): OwnerChosen | null {
  if (owner !== '' && owner !== ANOTHER_OWNER) return { id: owner }
  return ownerName === '' && owner === '' ? null : { name: ownerName, ownership: ownership ?? 'private' }
}

/** One owner is meant, and of a new one it is known who stands behind. */
function checkOwner({ owner, ownerName, ownership }: OwnerFields, context: z.RefinementCtx) {
  const problem = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  const isNew = owner === '' || owner === ANOTHER_OWNER
  if (!isNew && ownerName !== '') problem('ownerName', 'ownerTwice')
  if (isNew && ownerName !== '' && ownership === undefined) problem('ownership', 'ownershipMissing')
}

/** Another name from a day on. `seen` is the last change there was when the form was made. */
export const NameForm = z.object({ ...changing, name: line })

/** Another owner from a day on. */
export const OwnerForm = z
  .object({ ...changing, ...owning })
  .superRefine(checkOwner)
  .transform(({ owner, ownerName, ownership, ...rest }) => ({
    ...rest,
    owner: ownerIn({ owner, ownerName, ownership }),
  }))

/** Closing, perhaps with a unit that carries on. */
export const ClosingForm = z.object({
  ...changing,
  into: z
    .string()
    .max(100, 'formIncomplete')
    .default('')
    .transform((id) => id || null),
})

/** Opening again. */
export const ReopeningForm = z.object(changing)

/** A unit written in by hand. */
export const NewUnitForm = z
  .object({
    form: hidden,
    kind: z.enum(['kindergarten', 'school'], { error: 'unitKindMissing' }),
    name: line,
    orgNumber: line.transform((text) => (text === '' ? null : (readOrgNumber(text) ?? text))),
    externalMunicipality: line.transform((text) => text || null),
    openedOn: day('changeDayMissing', 'changeDayNotADay'),
    ...owning,
  })
  .superRefine(checkOwner)
  .transform(({ owner, ownerName, ownership, ...rest }) => ({
    ...rest,
    owner: ownerIn({ owner, ownerName, ownership }),
  }))

const SAVED = ['added', 'name', 'owner', 'closing', 'reopening'] as const

/** What was saved just before, from the URL that the form led to. */
export function savedIn(request: Request): (typeof SAVED)[number] | null {
  const saved = new URL(request.url).searchParams.get('saved')
  return SAVED.find((each) => each === saved) ?? null
}
