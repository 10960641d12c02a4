import { json } from '@remix-run/node'
import {
  Link,
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
import { LegalBasisForm as LegalBasisFields } from '#app/components/legal-basis-form.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { ReferringSteps } from '#app/components/referring-steps.tsx'
import { useReturned } from '#app/components/returned.ts'
import { savedFirstBy, seenBy } from '#app/components/seen.ts'
import { textsIn, textsNamed } from '#app/components/texts-in-fields.ts'
import { Worded } from '#app/components/worded.tsx'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { readLegalBasis, saveLegalBasis } from '#app/services/legal-basis.server.ts'
import { LegalBasisForm } from './legal-basis-form.server.ts'
import { draftWording } from './told-view.server.ts'

export const loader = signedIn(async ({ context, params, language }) => {
  const { draft, basis, steps, seen } = await readLegalBasis(context, partOf(params, 'code'))
  const heading = draftWording(basis.title, language)
  return json({
    title: `${wordsIn(language).t('legalBasis.edit')}: ${heading.words}`,
    heading,
    basedOn: draft.basedOn?.number ?? null,
    basis: { title: basis.title, checkedOn: basis.checkedOn },
    to: spotPath({ what: 'legal basis', code: basis.code }),
    steps: steps.map(({ id, title }) => ({
      to: spotPath({ what: 'step', id }),
      title: draftWording(title, language),
    })),
    today: context.today,
    seen,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const { basis } = await readLegalBasis(context, partOf(params, 'code'))
  const input = await readForm(request, LegalBasisForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { title, checkedOn, seen, form } = input.value
  const outcome = await saveLegalBasis(context, { code: basis.code, title, checkedOn }, seen, form)
  if (!outcome.saved) {
    return json<Receipt>({ saved: false, problems: outcome.problems, typed: input.typed }, { status: 422 })
  }
  throw redirectTo(`/plan/draft/legal-basis?saved=${encodeURIComponent(basis.code)}`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs) => unlessGone(given)

export default function LegalBasisPage() {
  const { t } = useTranslation()
  const { heading, basedOn, basis, to, steps, today, seen, form } = useLoaderData<typeof loader>()
  const { receipt, problems, words, typed } = useReturned()
  const by = savedFirstBy(problems)
  return (
    <>
      <ErrorSummary problems={words} />
      <NotSaved receipt={receipt} />
      <DraftHead
        trail={[{ to: '/plan/draft/legal-basis', words: t('legalBasis.title') }]}
        here={heading}
        eyebrow={t('legalBasis.basis')}
        basedOn={basedOn}
      >
        <h1>
          <Worded wording={heading} />
        </h1>
      </DraftHead>
      {by !== null && (
        <BothTexts
          by={by}
          fields={[
            ...textsNamed('title', t('legalBasis.name'), t),
            { name: 'checkedOn', label: t('legalBasis.checkedOn') },
          ]}
          saved={{ ...textsIn('title', basis.title), checkedOn: basis.checkedOn ?? '' }}
          typed={typed}
        />
      )}
      <LegalBasisFields
        key={form}
        hidden={{ form, seen: seenBy(problems, typed, seen) }}
        {...basis}
        today={today}
        typed={typed}
        problems={words}
      />
      {steps.length > 0 && (
        <section aria-labelledby="steps">
          <h2 id="steps">{t('legalBasis.steps')}</h2>
          <ReferringSteps steps={steps} />
        </section>
      )}
      <p>
        <Link className="more" to={`${to}/removal`}>
          {t('legalBasis.remove')}
        </Link>
      </p>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
