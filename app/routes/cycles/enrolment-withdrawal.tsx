import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { GapExplanation } from '#app/components/gap-explanation.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readExplanation, takeBackExplanation } from '#app/services/gap.server.ts'
import { ExplanationWithdrawalForm } from './enrolment-form.server.ts'
import { explanationView } from './gap-view.server.ts'
import { gapPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const gap = await readExplanation(context, whichExplanation(params))
  const { explanation, school, cycle, open } = gap
  return json({
    title: wordsIn(language).t('gap.takeBackTitle', { school: school.name }),
    school: school.name,
    back: gapPath(cycle.year, school.id),
    open,
    explanation: explanationView(gap, explanation),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, ExplanationWithdrawalForm)
  if (!input.ok) return invalid(input)
  const which = whichExplanation(params)
  const outcome = await takeBackExplanation(context, { ...which, seen: input.value.seen }, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(gapPath(which.year, which.schoolId, 'taken-back'))
})

function whichExplanation(params: Readonly<Record<string, string | undefined>>) {
  return { year: yearOf(params), schoolId: partOf(params, 'school'), explanationId: partOf(params, 'explanation') }
}

export default function ExplanationWithdrawalPage() {
  const { t } = useTranslation()
  const { title, school, back, open, explanation, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('take-back')
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: back, words: school },
        ]}
        here={t('gap.takeBack')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('gap.takeBackLead')}</p>
      </header>
      <div className="card gap-explanation">
        <GapExplanation explanation={explanation} />
      </div>
      {open && explanation.children > 0 && (
        <Form method="post" className="actions">
          <input type="hidden" name="form" value={form} />
          <input type="hidden" name="seen" value={explanation.sequence} />
          <Button id="take-back">{t('gap.takeBackNow')}</Button>
          <a className="more" href={back}>
            {t('gap.keep')}
          </a>
        </Form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
