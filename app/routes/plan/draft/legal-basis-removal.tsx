import { json } from '@remix-run/node'
import {
  Form,
  Link,
  useLoaderData,
  type ClientActionFunctionArgs,
  type MetaFunction,
  type ShouldRevalidateFunctionArgs,
} from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { ReferringSteps } from '#app/components/referring-steps.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TickFields } from '#app/components/tick-fields.tsx'
import { Worded } from '#app/components/worded.tsx'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { readLegalBasis, removeLegalBasis } from '#app/services/legal-basis.server.ts'
import { draftWording } from './told-view.server.ts'

const RemovalForm = z.object({ form: z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100) })

export const loader = signedIn(async ({ context, params, language }) => {
  const { draft, basis, steps } = await readLegalBasis(context, partOf(params, 'code'))
  const heading = draftWording(basis.title, language)
  return json({
    title: `${wordsIn(language).t('legalBasis.removal')}: ${heading.words}`,
    heading,
    basedOn: draft.basedOn?.number ?? null,
    back: spotPath({ what: 'legal basis', code: basis.code }),
    steps: steps.map(({ id, title }) => ({
      to: spotPath({ what: 'step', id }),
      title: draftWording(title, language),
    })),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, RemovalForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: {} }, { status: 422 })
  const outcome = await removeLegalBasis(context, partOf(params, 'code'), input.value.form)
  if (!outcome.saved) return json<Receipt>({ saved: false, problems: outcome.problems, typed: {} }, { status: 422 })
  throw redirectTo('/plan/draft/legal-basis?gone=1')
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs) => unlessGone(given)

export default function LegalBasisRemovalPage() {
  const { t } = useTranslation()
  const { heading, basedOn, back, steps, form } = useLoaderData<typeof loader>()
  const { receipt, words } = useReturned('steps')
  return (
    <>
      <ErrorSummary problems={words} />
      <NotSaved receipt={receipt} />
      <DraftHead
        trail={[
          { to: '/plan/draft/legal-basis', words: t('legalBasis.title') },
          { to: back, words: heading },
        ]}
        here={t('legalBasis.removal')}
        basedOn={basedOn}
      >
        <h1>{t('legalBasis.removal')}</h1>
        <p className="lead">
          <Worded wording={heading} />
        </p>
      </DraftHead>
      {steps.length > 0 ? (
        <section id="steps" tabIndex={-1}>
          <p>{t('problem.legalBasisInUse', { count: steps.length })}</p>
          <p>{t('legalBasis.inUse')}</p>
          <ReferringSteps steps={steps} />
        </section>
      ) : (
        <p>{t('legalBasis.removalWhy')}</p>
      )}
      {steps.length === 0 && (
        <Form method="post">
          <TickFields fields={{ form }} />
          <Button danger>{t('legalBasis.remove')}</Button>
        </Form>
      )}
      <p>
        <Link className="more" to={back}>
          {t('legalBasis.keep')}
        </Link>
      </p>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
