import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PresentationRemarkForm } from '#app/components/presentation-remark-form.tsx'
import { useReturned } from '#app/components/returned.ts'
import { found } from '#app/domain/refusal.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { openAsKindergarten } from '#app/services/presentations.server.ts'
import { answerBack } from '#app/services/presenting.server.ts'
import { nameOf } from './groups-view.server.ts'
import { presentationPath } from './paths.ts'
import { AnswerForm } from './presentation-form.server.ts'
import { newForm } from './tick-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { cycle, pair, standing } = await openAsKindergarten(context, yearOf(params), partOf(params, 'place'))
  const { words: asked } = found(standing.question)
  const title = wordsIn(language).t('presentation.answerTitle', { school: nameOf(pair.school) })
  const back = presentationPath(cycle.year, pair.id)
  return json({ title, back, asked, form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const where = { year: yearOf(params), pairId: partOf(params, 'place') }
  found((await openAsKindergarten(context, where.year, where.pairId)).standing.question)
  const input = await readForm(request, AnswerForm)
  if (!input.ok) return invalid(input)
  const outcome = await answerBack(context, where, input.value.words, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${presentationPath(where.year, where.pairId)}?saved=answered`)
})

export default function PresentationAnswerPage() {
  const { t } = useTranslation()
  const { title, back, asked, form } = useLoaderData<typeof loader>()
  const returned = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: back, words: t('presentation.title') },
        ]}
        here={t('presentation.answer')}
      />
      <ErrorSummary problems={returned.words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('presentation.answerLead')}</p>
      </header>
      <blockquote className="presentation-words presentation-asked">{asked}</blockquote>
      <PresentationRemarkForm asks={false} seen={null} {...{ form, returned }} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
