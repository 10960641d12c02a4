import { json } from '@remix-run/node'
import {
  useLoaderData,
  type ClientActionFunctionArgs,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BothTexts } from '#app/components/both-texts.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { HeadForm as HeadFields } from '#app/components/head-form.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import { savedFirstBy, seenBy } from '#app/components/seen.ts'
import { textsIn, textsNamed, typedPurposes } from '#app/components/texts-in-fields.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { found } from '#app/domain/refusal.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { fingerprintOf, readDraft, saveEdit } from '#app/services/draft.server.ts'
import { HeadForm, problemsAtFields } from './head-form.server.ts'

export const loader = signedIn(async ({ context, request, language }) => {
  const { content, basedOn } = found(await readDraft(context))
  return json({
    pageTitle: wordsIn(language).t('head.title'),
    basedOn: basedOn?.number ?? null,
    saved: new URL(request.url).searchParams.has('saved'),
    title: content.title,
    purposes: content.purposes,
    seen: fingerprintOf(content, { kind: 'head' }),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request }) => {
  found(await readDraft(context))
  const input = await readForm(request, HeadForm)
  const { typed } = input
  const refused = (problems: Parameters<typeof problemsAtFields>[0]) =>
    json<Receipt>({ saved: false, problems: problemsAtFields(problems, typed), typed }, { status: 422 })
  if (!input.ok) return refused(input.problems)
  const { title, purposes, seen, form } = input.value
  const outcome = await saveEdit(context, { kind: 'head', title, purposes }, seen, form)
  if (!outcome.saved) return refused(outcome.problems)
  throw redirectTo('/plan/draft/head?saved=1')
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs) => unlessGone(given)

export default function HeadPage() {
  const { t } = useTranslation()
  const { pageTitle, basedOn, saved, title, purposes, seen, form } = useLoaderData<typeof loader>()
  const { receipt, problems, words, typed } = useReturned()
  const by = savedFirstBy(problems)
  const written = typedPurposes(typed)
  return (
    <>
      <ErrorSummary problems={words} />
      <NotSaved receipt={receipt} />
      <DraftHead here={pageTitle} basedOn={basedOn}>
        <h1>{pageTitle}</h1>
      </DraftHead>
      {saved && !receipt && (
        <p className="status-line" role="status">
          {t('head.saved')}
        </p>
      )}
      {by !== null && (
        <BothTexts
          by={by}
          fields={[
            ...textsNamed('title', t('head.name'), t),
            ...Array.from({ length: Math.max(purposes.length, written.length) }, (_, at) =>
              textsNamed(`purposes.${at}`, t('head.purpose', { number: at + 1 }), t),
            ).flat(),
          ]}
          saved={Object.assign(
            textsIn('title', title),
            ...purposes.map((purpose, at) => textsIn(`purposes.${at}`, purpose)),
          )}
          typed={typed}
        />
      )}
      <HeadFields
        key={form}
        hidden={{ form, seen: seenBy(problems, typed, seen) }}
        title={title}
        purposes={problems.length > 0 ? written : purposes}
        typed={typed}
        problems={words}
      />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} – Overgang` }]
