import { json } from '@remix-run/node'
import { Form, useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AnswerForm } from '#app/components/answer-form.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Markdown } from '#app/components/markdown.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import { saving, unlessOffline } from '#app/components/saving.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { StatusTag } from '#app/components/status-tag.tsx'
import { StepFacts } from '#app/components/step-facts.tsx'
import { StepHistory } from '#app/components/step-history.tsx'
import { AgreedDates, Answers } from '#app/components/step-row.tsx'
import { TickFields } from '#app/components/tick-fields.tsx'
import { Worded } from '#app/components/worded.tsx'
import type { Receipt } from '#app/domain/problem.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, whereOf, yearOf } from '#app/http/params.ts'
import { receipt } from '#app/http/receipt.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readStep, tickStep } from '#app/services/steps.server.ts'
import { dateOffer } from './dates-view.server.ts'
import { placePath } from './paths.ts'
import { headingOf, savedWords, titleOf } from './row-view.server.ts'
import { stepView } from './step-view.server.ts'
import { newForm, TickForm } from './tick-form.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const year = yearOf(params)
  const { cycle, place, dates, row } = await readStep(context, whereOf(params))
  const agreed = { dates, today: context.today }
  const step = stepView(row, { year, language, named: false, version: cycle.version.number, agreed })
  const { t } = wordsIn(language)
  return json({
    year,
    version: cycle.version.number,
    today: context.today,
    heading: headingOf(place, t),
    title: `${step.title.words} – ${titleOf(place, year, t)}`,
    back: placePath(year, place.id),
    step,
    offer: dateOffer(context.actor, cycle, place, row.step.id, language),
    saved: savedWords(request, [row], language),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, TickForm)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, back, ...saying } = input.value
  const outcome = await tickStep(context, whereOf(params), saying, form)
  return receipt(request, { outcome, typed: input.typed, back, step: partOf(params, 'step') })
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
export const shouldRevalidate = unlessOffline

export default function StepPage() {
  const { t } = useTranslation()
  const { year, version, today, heading, back, step, offer, saved, form } = useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  const prefix = step.choices.length === 1 ? '' : `${typed.side ?? ''}-`
  const said = receipt?.saved ? t('saving.saved', { title: step.title.words }) : null
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: back, words: heading },
        ]}
        here={step.title}
      />
      <ErrorSummary problems={words.map((problem) => ({ ...problem, field: prefix + problem.field }))} />
      {!step.choices.some(({ side }) => side === typed.side) && <Unkept typed={typed} />}
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} /> · {heading}
        </p>
        <h1>
          <Worded wording={step.title} />
        </h1>
        <p>
          <StatusTag state={step.state} />
        </p>
      </header>
      <StatusLine key={said ?? saved} first={said ?? saved}>
        <NotSaved receipt={receipt} />
        <div className="step-page">
          <div>
            {step.guidance && <Markdown html={step.guidance.html} lang={step.guidance.lang} />}
            <AgreedDates row={step} />
            {offer && (
              <p className="more">
                <a href={offer.href}>{offer.words}</a>
              </p>
            )}
            <section aria-labelledby="answers">
              <h2 id="answers">{t('step.answers')}</h2>
              {step.answers.length === 0 && <p>{t('step.noAnswers')}</p>}
              <Answers answers={step.answers} earlier={step.earlier} />
              {step.undo.map((undo) => (
                <Form key={undo.tick} method="post" action={`${step.href}/withdrawal`}>
                  <TickFields fields={{ ...undo, form, back: step.href }} />
                  <button type="submit" className="undo">
                    {t('answer.undo')}
                    {step.undo.length > 1 && ` (${t(`side.${undo.side}`)})`}
                  </button>
                </Form>
              ))}
            </section>
            <div id="answering" tabIndex={-1}>
              {step.meeting && (
                <p className="more">
                  <a href={step.meeting}>{t('meeting.link')}</a>
                </p>
              )}
              {step.choices.map((choice) => (
                <AnswerForm
                  key={`${choice.side} ${step.seen}`}
                  choice={choice}
                  step={step}
                  sending={{ form, back: step.href, today }}
                  problems={typed.side === choice.side || step.choices.length === 1 ? words : []}
                  typed={typed.side === choice.side || step.choices.length === 1 ? typed : {}}
                  alone={step.choices.length === 1}
                />
              ))}
            </div>
            <StepHistory history={step.history} />
          </div>
          <StepFacts step={step} />
        </div>
      </StatusLine>
    </>
  )
}

/** What was typed where the form is gone: somebody has answered meanwhile. */
function Unkept({ typed: { reason, note } }: { typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation()
  if (!reason && !note) return null
  return (
    <p>
      {t('step.unsaved')} {[reason, note].filter(Boolean).join(' ')}
    </p>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
