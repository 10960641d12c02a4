import { json } from '@remix-run/node'
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DraftHead } from '#app/components/draft-head.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { LegalBasisForm as LegalBasisFields } from '#app/components/legal-basis-form.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { fingerprintOf } from '#app/services/draft.server.ts'
import { readLegalBases, saveLegalBasis } from '#app/services/legal-basis.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { NewLegalBasisForm } from './legal-basis-form.server.ts'

export const loader = signedIn(async ({ context, language }) => {
  const { basedOn, content } = (await readLegalBases(context)).draft
  const id = newId()
  return json({
    title: wordsIn(language).t('legalBasis.new'),
    basedOn: basedOn?.number ?? null,
    today: context.today,
    id,
    form: newForm(),
    seen: fingerprintOf(content, { kind: 'legal basis', basis: { code: id } }),
  })
})

export const action = signedIn(async ({ context, request }) => {
  await readLegalBases(context)
  const input = await readForm(request, NewLegalBasisForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { id, title, checkedOn, form, seen } = input.value
  const basis = { code: id, title, checkedOn }
  const outcome = await saveLegalBasis(context, basis, seen, form)
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed: input.typed }, { status: 422 })
  }
  throw redirectTo(`/plan/draft/legal-basis?saved=${basis.code}`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs) => unlessGone(given)

export default function NewLegalBasisPage() {
  const { t } = useTranslation()
  const { title, basedOn, today, id, form, seen } = useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  return (
    <>
      <ErrorSummary problems={words} />
      <NotSaved receipt={receipt} />
      <DraftHead
        trail={[{ to: '/plan/draft/legal-basis', words: t('legalBasis.title') }]}
        here={title}
        basedOn={basedOn}
      >
        <h1>{title}</h1>
      </DraftHead>
      <LegalBasisFields
        key={form}
        hidden={{ form, id, seen }}
        title={null}
        checkedOn={null}
        today={today}
        typed={typed}
        problems={words}
      />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
