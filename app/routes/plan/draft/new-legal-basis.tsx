import { json } from '@remix-run/node'
import {
  useActionData,
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
import { problemWords } from '#app/components/problem-words.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { fingerprintOf } from '#app/services/draft.server.ts'
import { readLegalBases, saveLegalBasis } from '#app/services/legal-basis.server.ts'
import { LegalBasisForm } from './legal-basis-form.server.ts'

export const loader = signedIn(async ({ context, language }) => {
  const { basedOn, content } = (await readLegalBases(context)).draft
  const form = newForm()
  return json({
    title: wordsIn(language).t('legalBasis.new'),
    basedOn: basedOn?.number ?? null,
    today: context.today,
    form,
    seen: fingerprintOf(content, { kind: 'legal basis', basis: { code: form } }),
  })
})

export const action = signedIn(async ({ context, request }) => {
  await readLegalBases(context)
  const input = await readForm(request, LegalBasisForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { title, checkedOn, form, seen } = input.value
  // The copy of the form is the law's code, so that a form sent twice makes one law.
  const basis = { code: form, title, checkedOn }
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
  const { title, basedOn, today, form, seen } = useLoaderData<typeof loader>()
  const receipt = useActionData<Receipt>()
  const { problems, typed } = receipt && 'problems' in receipt ? receipt : { problems: [], typed: {} }
  const inWords = problems.map((problem) => ({ field: problem.field, words: problemWords(t, problem) }))
  return (
    <>
      <ErrorSummary problems={inWords} />
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
        hidden={{ form, seen }}
        title={null}
        checkedOn={null}
        today={today}
        typed={typed}
        problems={inWords}
      />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
