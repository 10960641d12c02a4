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
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import { StepEditor } from '#app/components/step-editor.tsx'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readDraftRoutine } from '#app/services/draft-step.server.ts'
import { fingerprintOf, saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { newStepEditing } from './step-editor-view.server.ts'
import { editedStep, NewStepForm } from './step-form.server.ts'

export const loader = signedIn(async ({ context, params, language }) => {
  const found = await readDraftRoutine(context, partOf(params, 'routine'))
  const id = newId()
  return json({
    title: wordsIn(language).t('stepEditor.pageTitle', { title: wordsIn(language).t('stepEditor.new') }),
    id,
    basedOn: found.draft.basedOn?.number ?? null,
    step: newStepEditing(found, language),
    seen: fingerprintOf(found.draft.content, { kind: 'step', step: { id } }),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const { draft } = await readDraftRoutine(context, partOf(params, 'routine'))
  const input = await readForm(request, NewStepForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, seen, meant, id, ...fields } = input.value
  const step = editedStep(id, fields, draft.content.legalBasis)
  const outcome = await saveEdit(context, { kind: 'step', routineId: fields.routineId, step, meant }, seen, form)
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed: input.typed }, { status: 422 })
  }
  throw redirectTo(`${spotPath({ what: 'routine', id: fields.routineId })}?saved=${id}#step-${id}`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs) => unlessGone(given)

export default function NewStepPage() {
  const { t } = useTranslation()
  const { id, basedOn, step, seen } = useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  return (
    <>
      <ErrorSummary problems={words} />
      <NotSaved receipt={receipt} />
      <DraftHead trail={[step.back]} here={t('stepEditor.new')} eyebrow={step.back.words} basedOn={basedOn}>
        <h1>{t('stepEditor.new')}</h1>
        <p className="lead">{t('stepEditor.newLead')}</p>
      </DraftHead>
      <StepEditor key={step.form} step={step} hidden={{ form: step.form, id, seen }} problems={words} typed={typed} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
