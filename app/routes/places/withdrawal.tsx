import { json } from '@remix-run/node'
import { Form, useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { saving, unlessOffline } from '#app/components/saving.ts'
import { AnswerWords } from '#app/components/step-row.tsx'
import { TickFields } from '#app/components/tick-fields.tsx'
import { Worded } from '#app/components/worded.tsx'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, whereOf, yearOf } from '#app/http/params.ts'
import { receipt } from '#app/http/receipt.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readStep, withdrawTick } from '#app/services/steps.server.ts'
import { titleOf } from './row-view.server.ts'
import { stepView } from './step-view.server.ts'
import { newForm, WithdrawalForm } from './tick-form.server.ts'

export const loader = signedIn(async ({ context, params, language }) => {
  const { cycle, place, row } = await readStep(context, whereOf(params))
  const year = yearOf(params)
  const { t } = wordsIn(language)
  const step = stepView(row, { year, language, named: false, version: cycle.version.number })
  const title = `${t('withdrawal.title')}: ${step.title.words} – ${titleOf(place, year, t)}`
  return json({ title, step, form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, WithdrawalForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, back, side, tick } = input.value
  const outcome = await withdrawTick(context, whereOf(params), { side, tickId: tick }, form)
  return receipt(request, { outcome, typed: {}, back, step: partOf(params, 'step'), done: 'withdrawn' })
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
export const shouldRevalidate = unlessOffline

export default function WithdrawalPage() {
  const { t } = useTranslation()
  const { step, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('answers')
  return (
    <>
      <ErrorSummary problems={words} />
      <h1>{t('withdrawal.title')}</h1>
      <p className="lead">
        <a href={step.href}>
          <Worded wording={step.title} />
        </a>
      </p>
      <ul className="step-answers" id="answers" tabIndex={-1}>
        {step.answers.map((answer) => (
          <li key={answer.side}>
            <AnswerWords answer={answer} />
          </li>
        ))}
      </ul>
      {step.undo.length === 0 && <p>{t('withdrawal.nothing')}</p>}
      {step.undo.map((undo) => (
        <Form key={undo.tick} method="post">
          <TickFields fields={{ ...undo, form, back: step.href }} />
          <Button variant="secondary">{t('withdrawal.for', { side: t(`side.${undo.side}`) })}</Button>
        </Form>
      ))}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
