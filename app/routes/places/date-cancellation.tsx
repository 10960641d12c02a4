import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { DateUnkept } from '#app/components/date-unkept.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { seenBy } from '#app/components/seen.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { cancelDate } from '#app/services/agreeing.server.ts'
import { CancellationForm } from './date-form.server.ts'
import { datePage, whichDate } from './date-page.server.ts'
import { datesPath } from './paths.ts'
import { newForm } from './tick-form.server.ts'

/** A plain form: nothing here needs a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { page } = await datePage(context, params, language, 'cancelTitle')
  return json({ ...page, form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, CancellationForm)
  if (!input.ok) return invalid(input)
  const { form, ...said } = input.value
  const which = whichDate(params)
  const outcome = await cancelDate(context, which, said, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(datesPath(which.year, which.placeId, 'cancelled'))
})

export default function DateCancellationPage() {
  const { t } = useTranslation()
  const { year, heading, place, dates, view, seen, form } = useLoaderData<typeof loader>()
  const { problems, words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
          { to: dates, words: t('dates.title') },
        ]}
        here={t('dates.cancelTitle')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">
          {t('cycle.name', { year })} · {heading}
        </p>
        <h1>{t('dates.cancelTitle')}</h1>
        <p className="lead" id={view.cancelled === null ? 'seen' : undefined} tabIndex={-1}>
          {view.what}, {view.when}
        </p>
        {view.pairs && <p>{view.pairs}</p>}
      </header>
      {view.cancelled !== null ? (
        <DateUnkept reason={view.cancelled} by={view.by} typed={typed} />
      ) : (
        <Form method="post" className="form">
          <input type="hidden" name="form" value={form} />
          <input type="hidden" name="seen" value={seenBy(problems, typed, String(seen))} />
          <TextArea
            name="reason"
            label={t('dates.field.cancelReason')}
            hint={t('dates.field.reasonHint')}
            problem={wordsOf('reason')}
            maxLength={LONGEST_TEXT}
            defaultValue={typed.reason}
          />
          <div className="actions">
            <Button>{t('dates.cancelDate')}</Button>
            <a href={dates}>{t('dates.keep')}</a>
          </div>
        </Form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
