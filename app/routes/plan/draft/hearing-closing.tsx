import { json } from '@remix-run/node'
import { Form, Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, look } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { hearingState, lastDayOf } from '#app/domain/hearing.ts'
import { found } from '#app/domain/refusal.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { closeHearing, readHearing } from '#app/services/hearing.server.ts'
import { ClosingForm } from './hearing-form.server.ts'

export const loader = signedIn(async ({ context, language }) => {
  const read = await readHearing(context)
  if (!read.draft) throw redirectTo('/plan/draft')
  const hearing = found(read.hearing)
  if (hearingState(hearing, context.today) === 'over') throw redirectTo('/plan/draft/hearing')
  return json({
    title: wordsIn(language).t('hearing.closing.title'),
    basedOn: read.draft.basedOn?.number ?? null,
    to: dayInWords(lastDayOf(hearing), language, { year: true }),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request }) => {
  await readHearing(context)
  const input = await readForm(request, ClosingForm)
  if (!input.ok) return invalid(input)
  const outcome = await closeHearing(context, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  return redirectTo('/plan/draft/hearing?told=closed')
})

export default function HearingClosingPage() {
  const { t } = useTranslation()
  const { title, basedOn, to, form } = useLoaderData<typeof loader>()
  const { words } = useReturned()
  return (
    <>
      <ErrorSummary problems={words} />
      <DraftHead
        trail={[{ to: '/plan/draft/hearing', words: t('hearing.draft.title') }]}
        here={title}
        basedOn={basedOn}
      >
        <h1>{title}</h1>
        <p className="lead">{t('hearing.closing.lead')}</p>
      </DraftHead>
      <p>{t('hearing.closing.would', { to })}</p>
      <Form method="post" className="actions">
        <input type="hidden" name="form" value={form} />
        <Button danger>{t('hearing.draft.close')}</Button>
        <Link className="ds-button" {...look({ variant: 'secondary' })} to="/plan/draft/hearing">
          {t('hearing.closing.keep')}
        </Link>
      </Form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
