import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { GapExplanation } from '#app/components/gap-explanation.tsx'
import { GapForm } from '#app/components/gap-form.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { changeExplanation, readExplanation } from '#app/services/gap.server.ts'
import { ChangedExplanationForm } from './enrolment-form.server.ts'
import { earlierOf, explanationView, startOf } from './gap-view.server.ts'
import { gapPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const gap = await readExplanation(context, whichExplanation(params))
  const { explanation, school, cycle, open } = gap
  return json({
    title: wordsIn(language).t('gap.changeTitle', { school: school.name }),
    school: school.name,
    back: gapPath(cycle.year, school.id),
    open,
    explanation: explanationView(gap, explanation),
    start: startOf(gap, explanation),
    earlier: earlierOf(gap, explanation.id),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, ChangedExplanationForm)
  if (!input.ok) return invalid(input)
  const { form, seen, explaining } = input.value
  const which = whichExplanation(params)
  const outcome = await changeExplanation(context, { ...which, seen }, explaining, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(gapPath(which.year, which.schoolId, 'changed'))
})

function whichExplanation(params: Readonly<Record<string, string | undefined>>) {
  return { year: yearOf(params), schoolId: partOf(params, 'school'), explanationId: partOf(params, 'explanation') }
}

export default function ExplanationPage() {
  const { t } = useTranslation()
  const { title, school, back, open, explanation, start, earlier, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  const asks = open && (explanation.children > 0 || words.length > 0)
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: back, words: school },
        ]}
        here={t('gap.change')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
      </header>
      {asks ? (
        <GapForm form={form} start={start} seen={explanation.sequence} wordsOf={wordsOf} typed={typed} />
      ) : (
        <div className="card gap-explanation">
          <GapExplanation explanation={explanation} />
        </div>
      )}
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t('gap.before')}</h2>
          {earlier.map((each) => (
            <div key={each.sequence}>
              <GapExplanation explanation={each} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
