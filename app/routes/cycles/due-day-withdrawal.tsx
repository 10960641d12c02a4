import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import { Worded } from '#app/components/worded.tsx'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { moveDueDay, readDueDay } from '#app/services/due-days.server.ts'
import { TakeBackForm, whichDueDay } from './due-day-form.server.ts'
import { dueDayView } from './due-days-view.server.ts'
import { savedPath } from './paths.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const due = dueDayView(await readDueDay(context, whichDueDay(params, request)), language)
  const title = wordsIn(language).t('dueDays.takeBackOf', { title: due.title.words })
  return json({ title: `${title} – ${due.back.words}`, due, form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, TakeBackForm)
  if (!input.ok) return invalid(input)
  const which = whichDueDay(params, request)
  const { form, ...said } = input.value
  const outcome = await moveDueDay(context, { ...which, ...said, to: null }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(savedPath(which))
})

export default function DueDayWithdrawalPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { due, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  const inFull = { weekday: true, year: true }
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: due.back.to, words: due.back.words },
          { to: due.href, words: due.title },
        ]}
        here={t('dueDays.takeBack')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{t('cycle.name', { year: due.year })}</p>
        <h1>
          {t('dueDays.takeBack')}: <Worded wording={due.title} />
        </h1>
        <p className="lead" id="to">
          {due.takeBack
            ? t('dueDays.takeBackLead', {
                day: dayInWords(due.due, language, inFull),
                before: dayInWords(due.takeBack.before, language, inFull),
              })
            : due.over
              ? t('problem.cycleOver', { year: due.year })
              : t('dueDays.nothingToTakeBack')}
        </p>
      </header>
      {due.takeBack && (
        <Form method="post" action={due.takeBack.to} className="form">
          <input type="hidden" name="form" value={form} />
          <input type="hidden" name="seen" value={due.due} />
          <TextArea
            name="reason"
            label={t('dueDays.takeBackReason')}
            hint={t('dueDays.reasonHint')}
            maxLength={LONGEST_TEXT}
            defaultValue={typed.reason}
            problem={wordsOf('reason')}
          />
          <Button>{t('dueDays.takeBack')}</Button>
        </Form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
