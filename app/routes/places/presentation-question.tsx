import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PresentationRemarkForm } from '#app/components/presentation-remark-form.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { openAsSchool } from '#app/services/presentations.server.ts'
import { askBack } from '#app/services/presenting.server.ts'
import { nameOf } from './groups-view.server.ts'
import { presentationPath } from './paths.ts'
import { QuestionForm } from './presentation-form.server.ts'
import { newForm } from './tick-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { cycle, pair, standing } = await openAsSchool(context, yearOf(params), partOf(params, 'place'))
  const title = wordsIn(language).t('presentation.askTitle', { kindergarten: nameOf(pair.kindergarten) })
  const back = presentationPath(cycle.year, pair.id)
  return json({ title, back, seen: standing.current?.id ?? 'none', form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const where = { year: yearOf(params), pairId: partOf(params, 'place') }
  await openAsSchool(context, where.year, where.pairId)
  const input = await readForm(request, QuestionForm)
  if (!input.ok) return invalid(input)
  const { form, ...asking } = input.value
  const outcome = await askBack(context, where, asking, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${presentationPath(where.year, where.pairId)}?saved=asked`)
})

export default function PresentationQuestionPage() {
  const { t } = useTranslation()
  const { title, back, seen, form } = useLoaderData<typeof loader>()
  const returned = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: back, words: t('presentation.title') },
        ]}
        here={t('presentation.ask')}
      />
      <ErrorSummary problems={returned.words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('presentation.askLead')}</p>
      </header>
      <PresentationRemarkForm asks {...{ form, seen, returned }} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
