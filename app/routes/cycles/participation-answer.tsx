import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ChoiceGroup } from '#app/components/choice-group.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { AnswersGiven } from '#app/components/participation-history.tsx'
import { RoutineChoices, StepTitles } from '#app/components/participation-routines.tsx'
import { problemWords } from '#app/components/problem-words.ts'
import { useReturned } from '#app/components/returned.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { answerParticipation, readUnitParticipation } from '#app/services/participation.server.ts'
import { answerView } from './participation-answer-view.server.ts'
import { AnswerForm } from './participation-form.server.ts'
import { answerPath } from './paths.ts'

/** Links and a plain form: the page works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const read = await readUnitParticipation(context, yearOf(params), partOf(params, 'unit'))
  const view = answerView(read, context.actor, language)
  const title = wordsIn(language).t('participation.ask.title', { unit: view.unit })
  const saved = new URL(request.url).searchParams.get('saved') === '1' && view.history.length > 0
  return json({ title, ...view, saved, form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const [year, unitId] = [yearOf(params), partOf(params, 'unit')]
  await readUnitParticipation(context, year, unitId)
  const input = await readForm(request, AnswerForm)
  if (!input.ok) return invalid(input)
  const { form, answer, routines, reason } = input.value
  const outcome = await answerParticipation(context, { year, unitId, answer, routineIds: routines, reason }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${answerPath(year, unitId)}?saved=1`)
})

export default function AnswerPage() {
  const { t } = useTranslation()
  const { title, year, unit, asked, now, history, saved, closed, as, owner, all, checklist } =
    useLoaderData<typeof loader>()
  const { words } = useReturned()
  const [last] = history
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          ...(all ? [{ to: all, words: t('participation.title', { year }) }] : []),
        ]}
        here={unit}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{t('cycle.name', { year })}</p>
        <h1>{title}</h1>
        {asked && <p className="lead">{t(closed ? `participation.answer.${now}` : `participation.ask.now.${now}`)}</p>}
      </header>
      <p role="status" className="status-line">
        {saved && last && t('participation.ask.saved', { unit, answer: last.words })}
      </p>
      {closed && (
        <p id="answer" tabIndex={-1}>
          {problemWords(t, closed)}
        </p>
      )}
      {!closed && as && <AnswerFields />}
      {!closed && !as && (
        <p id="answer" tabIndex={-1}>
          {t('participation.ask.readOnly', { owner })}
        </p>
      )}
      {history.length > 0 && <AnswersGiven answers={history} />}
      <p className="actions">
        <a href={checklist}>{t('participation.ask.checklist', { unit })}</a>
        {all && <a href={all}>{t('participation.ask.all', { year })}</a>}
      </p>
    </>
  )
}

/** The three answers, each with what it means; what an answer in between needs stands below them. */
function AnswerFields() {
  const { t } = useTranslation()
  const { owner, as, answer, planSteps, lawSteps, routines, form } = useLoaderData<typeof loader>()
  const { receipt, wordsOf, typed } = useReturned()
  const chosen = typed.answer ?? answer
  const chosenRoutines = receipt
    ? (typed.routines ?? '').split(',')
    : routines.filter((routine) => routine.chosen).map(({ id }) => id)
  return (
    <form method="post" className="answer-form participation-form">
      <input type="hidden" name="form" value={form} />
      <ChoiceGroup
        type="radio"
        name="answer"
        label={t('participation.ask.choose')}
        problem={wordsOf('answer')}
        chosen={chosen === null ? [] : [chosen]}
        choices={[
          {
            value: 'takes part',
            words: t('participation.ask.takesPart'),
            hint: t('participation.ask.means.takesPart', { count: planSteps }),
          },
          { value: 'partly', words: t('participation.ask.partly'), hint: t('participation.ask.means.partly') },
          {
            value: 'does not take part',
            words: t('participation.ask.doesNotTakePart'),
            hint: t('participation.ask.means.doesNotTakePart'),
          },
        ]}
      />
      {lawSteps.length > 0 && (
        <div className="participation-law">
          <p>{t('participation.ask.law', { count: lawSteps.length })}</p>
          <StepTitles steps={lawSteps} />
        </div>
      )}
      <RoutineChoices routines={routines} chosen={chosenRoutines} problem={wordsOf('routines')} />
      <TextArea
        name="reason"
        label={t('participation.ask.reason')}
        hint={t('participation.ask.reasonHint')}
        maxLength={LONGEST_TEXT}
        defaultValue={typed.reason}
        problem={wordsOf('reason')}
      />
      <div className="actions">
        <Button>{t('participation.ask.save')}</Button>
        {as && <p className="quiet">{t(`participation.ask.youAs.${as}`, { owner })}</p>}
      </div>
    </form>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
