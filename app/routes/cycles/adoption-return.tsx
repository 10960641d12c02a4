import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readLastAdoption, undoAdoption } from '#app/services/adoption.server.ts'
import { ReturnForm } from './adoption-form.server.ts'
import { adoptionPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const year = yearOf(params)
  const { cycle, last } = await readLastAdoption(context, year)
  const { t } = wordsIn(language)
  const title = last
    ? t('adoption.return.title', { year, from: last.to, to: last.from })
    : t('adoption.titleNow', { year, number: cycle.version.number ?? 0 })
  return json({
    title,
    year,
    last: last && { from: last.from, to: last.to, sequence: last.sequence, ticksSince: last.ticksSince },
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, ReturnForm)
  if (!input.ok) return invalid(input)
  const { form, ...undoing } = input.value
  const year = yearOf(params)
  const outcome = await undoAdoption(context, year, undoing, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${adoptionPath(year)}?saved=returned`)
})

export default function AdoptionReturnPage() {
  const { t } = useTranslation()
  const { title, year, last, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: adoptionPath(year), words: t('adoption.here') },
        ]}
        here={t('adoption.return.here')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="to" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">
          {last ? t('adoption.return.lead', { from: last.to, to: last.from }) : t('adoption.return.nothing')}
        </p>
      </header>
      {last && last.ticksSince > 0 && (
        <p>{t('adoption.cannotGoBack', { count: last.ticksSince, number: last.to, year })}</p>
      )}
      {last?.ticksSince === 0 && (
        <Form method="post" className="form">
          <input type="hidden" name="form" value={form} />
          <input type="hidden" name="sequence" value={last.sequence} />
          <TextArea
            name="reason"
            label={t('adoption.reason')}
            hint={t('adoption.reasonHint')}
            need="required"
            maxLength={LONGEST_TEXT}
            defaultValue={typed.reason}
            problem={wordsOf('reason')}
          />
          <p className="actions">
            <Button>{t('adoption.goBack', { number: last.from })}</Button>
            <a href={adoptionPath(year)}>{t('adoption.return.stay', { number: last.to })}</a>
          </p>
        </Form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
