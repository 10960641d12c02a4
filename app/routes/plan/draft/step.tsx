import { json } from '@remix-run/node'
import {
  Form,
  useLoaderData,
  type ClientActionFunctionArgs,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BothTexts } from '#app/components/both-texts.tsx'
import { Button } from '#app/components/button.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { DraftMark } from '#app/components/draft-mark.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { IsTakenOut } from '#app/components/is-taken-out.tsx'
import { useReturned, type Returned } from '#app/components/returned.ts'
import { savedFirstBy, seenBy } from '#app/components/seen.ts'
import { StepBefore } from '#app/components/step-before.tsx'
import { StepEditor, type StepEditing } from '#app/components/step-editor.tsx'
import { tickedAmong, typedOver } from '#app/components/step-fields.ts'
import { stepInWords, stepLabels } from '#app/components/step-in-words.ts'
import { StepShortcomings } from '#app/components/step-shortcomings.tsx'
import { TickFields } from '#app/components/tick-fields.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import { Worded } from '#app/components/worded.tsx'
import { answerFor } from '#app/domain/answered-before.ts'
import { marksOf } from '#app/domain/draft-marks.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readDraftStep } from '#app/services/draft-step.server.ts'
import { fingerprintOf, saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { routineBefore, stepEditing, titleIn } from './step-editor-view.server.ts'
import { editedStep, StepForm } from './step-form.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const found = await readDraftStep(context, partOf(params, 'step'))
  const { draft, step, out, shortcomings } = found
  const heading = titleIn(step.title, language)
  return json({
    title: wordsIn(language).t('stepEditor.pageTitle', { title: heading.words }),
    heading,
    id: step.id,
    mark: marksOf(draft).get(step.id),
    out: out && { ...out, title: titleIn(out.title, language).words },
    saved: new URL(request.url).searchParams.has('saved'),
    step: stepEditing(found, language),
    seen: fingerprintOf(draft.content, { kind: 'step', step }),
    version: draft.basedOn?.number ?? null,
    routineBefore: draft.basedOn ? routineBefore(draft.basedOn.content, step.id, language) : '',
    shortcomings: shortcomings.map(({ lacks, stops }) => ({ lacks, stops })),
    copy: newId(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const { draft, step: saved, before } = await readDraftStep(context, partOf(params, 'step'))
  const input = await readForm(request, StepForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, seen, meant, ...fields } = input.value
  const step = editedStep(saved.id, fields, draft.content.legalBasis)
  const answer = answerFor({ ...step, meaning: saved.meaning }, { before, saved, meant })
  const edit = { kind: 'step', routineId: fields.routineId, step, meant: answer } as const
  const outcome = await saveEdit(context, edit, seen, form)
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed: input.typed }, { status: 422 })
  }
  throw redirectTo(`${spotPath({ what: 'step', id: saved.id })}?saved=1`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs) => unlessGone(given)

export default function StepEditorPage() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  const returned = useReturned()
  const { heading, id, mark, out, saved, step, version } = page
  const { receipt, problems, words, typed } = returned
  return (
    <>
      <ErrorSummary problems={words} />
      <NotSaved receipt={receipt} />
      <DraftHead trail={out ? [] : [step.back]} here={heading} eyebrow={t('draft.part.step')} basedOn={version}>
        <h1>
          <Worded wording={heading} /> <DraftMark mark={mark} />
        </h1>
      </DraftHead>
      {saved && !receipt && (
        <p className="status-line" role="status">
          {t('stepEditor.saved')}
        </p>
      )}
      {out && (
        <div id="seen" tabIndex={-1}>
          <IsTakenOut {...out} form={page.copy} back={spotPath({ what: 'step', id })} />
        </div>
      )}
      {!out && <Conflict step={step} returned={returned} />}
      <StepShortcomings shortcomings={page.shortcomings} />
      {step.before && version !== null && (
        <StepBefore before={step.before} version={version} routine={page.routineBefore} />
      )}
      <StepEditor
        key={step.form}
        step={step}
        hidden={{ form: step.form, seen: seenBy(problems, typed, page.seen) }}
        problems={words}
        typed={typed}
      />
      {!out && <OtherActions id={id} copy={page.copy} back={step.back.to} />}
    </>
  )
}

/** Where another editor saved first: both texts, above the form that keeps what was typed. */
function Conflict({ step, returned: { problems, typed } }: { step: StepEditing; returned: Returned }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const by = savedFirstBy(problems)
  if (by === null) return null
  const { fields, codes, choices } = step
  const all = choices.bases.map(({ code }) => code)
  return (
    <BothTexts
      by={by}
      fields={stepLabels(t)}
      saved={stepInWords(fields, codes, choices, t, language)}
      typed={stepInWords(typedOver(fields, typed), tickedAmong(all, typed), choices, t, language)}
    />
  )
}

/** What else can be done with the step: each a form of its own. */
function OtherActions({ id, copy, back }: { id: string; copy: string; back: string }) {
  const { t } = useTranslation()
  return (
    <section className="step-others" aria-labelledby="others">
      <h2 id="others">{t('stepEditor.others')}</h2>
      <div className="actions">
        <Form method="post" action={`${spotPath({ what: 'step', id })}/copy`}>
          <TickFields fields={{ form: copy, id: copy }} />
          <Button variant="secondary">{t('stepEditor.copy')}</Button>
        </Form>
        <Form method="post" action="/plan/draft/removal">
          <TickFields fields={{ form: copy, what: 'step', id, back }} />
          <Button variant="secondary" danger>
            {t('stepEditor.takeOut')}
          </Button>
        </Form>
      </div>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
