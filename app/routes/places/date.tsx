import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BothTexts } from '#app/components/both-texts.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { DateForm } from '#app/components/date-form.tsx'
import { DateUnkept } from '#app/components/date-unkept.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { savedFirstBy, seenBy } from '#app/components/seen.ts'
import { TextField } from '#app/components/text-field.tsx'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { changeDate } from '#app/services/agreeing.server.ts'
import { agreeingIn, ChangedDateForm } from './date-form.server.ts'
import { dateFormView } from './dates-view.server.ts'
import { datePage, whichDate } from './date-page.server.ts'
import { datesPath } from './paths.ts'

/** A plain form: nothing here needs a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { at, page } = await datePage(context, params, language, 'changeTitle')
  return json({ ...page, form: dateFormView(at, at.date, language) })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, ChangedDateForm)
  if (!input.ok) return invalid(input)
  const { form, pairs, seen, reason } = input.value
  const which = whichDate(params)
  const said = { agreeing: agreeingIn(input.value), chosen: pairs, seen, reason }
  const outcome = await changeDate(context, which, said, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(datesPath(which.year, which.placeId, 'changed'))
})

export default function DatePage() {
  const { t } = useTranslation()
  const { year, heading, place, dates, others, view, seen, form } = useLoaderData<typeof loader>()
  const returned = useReturned()
  const { problems, typed, words, wordsOf } = returned
  const by = savedFirstBy(problems)
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
          { to: dates, words: t('dates.title') },
        ]}
        here={t('dates.changeTitle')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">
          {t('cycle.name', { year })} · {heading}
        </p>
        <h1>{t('dates.changeTitle')}</h1>
        <p className="lead">
          {view.what}, {view.when}
        </p>
      </header>
      {by !== null && <Both by={by} form={form} typed={typed} />}
      {view.cancelled !== null ? (
        <DateUnkept reason={view.cancelled} by={view.by} typed={typed} />
      ) : (
        <DateForm key={form.form} date={form} returned={returned} others={others} submit={t('dates.save')}>
          <input type="hidden" name="seen" value={seenBy(problems, typed, String(seen))} />
          <TextField
            name="reason"
            label={t('dates.field.reason')}
            hint={t('dates.field.reasonHint')}
            problem={wordsOf('reason')}
            maxLength={LONGEST_TEXT}
            autoComplete="off"
            defaultValue={typed.reason}
          />
        </DateForm>
      )}
    </>
  )
}

type FormOf = ReturnType<typeof useLoaderData<typeof loader>>['form']

/** What somebody else saved meanwhile, beside what was typed here. */
function Both({ by, form, typed }: { by: string; form: FormOf; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation()
  const names = ['kind', 'stepId', 'on', 'from', 'to', 'venue', 'whoComes', 'title'] as const
  const label = { stepId: 'step', kind: 'kind', on: 'on', from: 'from', to: 'to' } as const
  const inWords = (values: Readonly<Record<string, string>>) => ({
    ...values,
    kind: t(`dates.kind.${values.kind as 'visit'}`),
    stepId: form.steps.find(({ value }) => value === (values.stepId ?? ''))?.words ?? '',
  })
  return (
    <BothTexts
      by={by}
      fields={names.map((name) => ({
        name,
        label: t(`dates.field.${name in label ? label[name as 'on'] : (name as 'venue')}`),
      }))}
      saved={inWords(form.values)}
      typed={inWords(typed)}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
