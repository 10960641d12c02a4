import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { EnrolmentOpen } from '#app/components/enrolment-open.tsx'
import { EnrolmentTable } from '#app/components/enrolment-table.tsx'
import { ErrorSummary, type FieldProblem } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readEnrolment, sayEnrolled } from '#app/services/enrolment.server.ts'
import { EnrolmentForm } from './enrolment-form.server.ts'
import { enrolmentView } from './enrolment-view.server.ts'
import { enrolmentPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const year = yearOf(params)
  const view = enrolmentView(await readEnrolment(context, year))
  const title = wordsIn(language).t('enrolment.title', { year })
  return json({ title, ...view, saved: new URL(request.url).searchParams.get('saved') === '1', form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, EnrolmentForm)
  if (!input.ok) return invalid(input)
  const year = yearOf(params)
  const outcome = await sayEnrolled(context, year, input.value.rows, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(enrolmentPath(year, true))
})

export default function EnrolmentPage() {
  const { t } = useTranslation()
  const data = useLoaderData<typeof loader>()
  const { title, year, version, open, rows, total, addsUp, isEmpty, toExplain, lists, saved, form } = data
  const { words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: `/cycles/${year}`, words: t('overview.title', { year }) },
        ]}
        here={t('gap.fromGroups')}
      />
      <ErrorSummary problems={words.map(named)} />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} />
        </p>
        <h1>{title}</h1>
        <p className="lead">{t('enrolment.lead')}</p>
        <CycleLinks year={year} here="enrolment" />
      </header>
      {saved && words.length === 0 && (
        <p role="status" className="status-line">
          {t('enrolment.saved')}
        </p>
      )}
      {isEmpty ? <p>{t('enrolment.empty')}</p> : <p className="enrolment-sum">{sumWords()}</p>}
      <Form method="post" id="form" className="enrolment-form" key={form}>
        <input type="hidden" name="form" value={form} />
        <EnrolmentTable rows={rows} total={total} open={open} wordsOf={wordsOf} typed={typed} />
        {open && (
          <>
            <p className="quiet">{t('enrolment.hint')}</p>
            <Button>{t('enrolment.save')}</Button>
          </>
        )}
      </Form>
      <EnrolmentOpen lists={lists} />
    </>
  )

  /** In a list of problems each says which school it is about. */
  function named({ field, words }: FieldProblem): FieldProblem {
    const row = rows.find((each) => each.field === field)
    return { field, words: row ? `${row.name}: ${words}` : words }
  }

  function sumWords(): string {
    if (addsUp) return t('enrolment.addsUp', { ...total })
    const numbers = t('enrolment.sum', { ...total })
    return toExplain === 0 ? numbers : `${numbers} ${t('enrolment.toExplain', { count: toExplain })}`
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
