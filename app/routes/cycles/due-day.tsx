import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { DayField } from '#app/components/day-field.tsx'
import { Day, dayInWords } from '#app/components/day.tsx'
import { DueDayFacts } from '#app/components/due-day-facts.tsx'
import { dueRuleWords } from '#app/components/due-rule-words.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import { Worded } from '#app/components/worded.tsx'
import { spanOf } from '#app/domain/due-date.ts'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { moveDueDay, readDueDay } from '#app/services/due-days.server.ts'
import { MoveForm, whichDueDay } from './due-day-form.server.ts'
import { dueDayView } from './due-days-view.server.ts'
import { savedPath } from './paths.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const which = whichDueDay(params, request)
  const due = dueDayView(await readDueDay(context, which), language)
  const title = wordsIn(language).t('dueDays.moveOf', { title: due.title.words })
  return json({ title: `${title} – ${due.back.words}`, due, span: spanOf(which.year), form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, MoveForm)
  if (!input.ok) return invalid(input)
  const which = whichDueDay(params, request)
  const { form, ...said } = input.value
  const outcome = await moveDueDay(context, { ...which, ...said }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(savedPath(which))
})

export default function DueDayPage() {
  const { t } = useTranslation()
  const { due, span, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: due.back.to, words: due.back.words },
        ]}
        here={due.title}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{t('cycle.name', { year: due.year })}</p>
        <h1>
          {t('dueDays.move')}: <Worded wording={due.title} />
        </h1>
      </header>
      <div className="step-page">
        <div>
          {due.over ? (
            <p id="to" tabIndex={-1}>
              {t('problem.cycleOver', { year: due.year })}
            </p>
          ) : (
            <Form method="post" action={due.href} className="form answer-form" noValidate>
              <input type="hidden" name="form" value={form} />
              <input type="hidden" name="seen" value={due.due} />
              <DayField
                name="to"
                label={t('dueDays.newDay')}
                today={due.due}
                first={span.from}
                last={span.to}
                typed={typed.to}
                noDay={t('dueDays.noDay')}
                problem={wordsOf('to')}
              />
              <TextArea
                name="reason"
                label={t('dueDays.reason')}
                hint={t('dueDays.reasonHint')}
                maxLength={LONGEST_TEXT}
                defaultValue={typed.reason}
                problem={wordsOf('reason')}
              />
              <Button>{t('dueDays.move')}</Button>
            </Form>
          )}
          {due.takeBack && (
            <p className="more">
              <a href={due.takeBack.to}>{t('dueDays.takeBack')}</a>
            </p>
          )}
          <History history={due.history} />
        </div>
        <Facts due={due} />
      </div>
    </>
  )
}

type Due = ReturnType<typeof useLoaderData<typeof loader>>['due']

function Facts({ due }: { due: Due }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { rule, school } = due
  return (
    <aside className="step-facts" aria-labelledby="facts">
      <h2 id="facts">{t('dueDays.facts')}</h2>
      <dl className="plan-fact">
        <dt>{t('dueDays.applies')}</dt>
        <dd>{school === null ? t(`dueDays.where.${due.scope}`) : t('dueDays.where.schoolPairs', { school })}</dd>
        <dt>{t('dueDays.rule')}</dt>
        <dd>
          {dueRuleWords(rule.words, t, language)}: <Day at={rule.day} weekday year />
        </dd>
        <dt>{t('dueDays.now')}</dt>
        <dd>
          <DueDayFacts due={due} />
        </dd>
      </dl>
      {due.schools.length > 0 && <p className="quiet">{t('dueDays.schoolDaysStand')}</p>}
    </aside>
  )
}

/** Who moved the day before, the last first. */
function History({ history }: { history: Due['history'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('dueDays.history')}</h2>
      {history.length === 0 && <p>{t('dueDays.noHistory')}</p>}
      {history.length > 0 && (
        <ul className="step-history">
          {history.map(({ to, reason, at, by, school }) => (
            <li key={at + by}>
              {to
                ? t('dueDays.historyMoved', { day: dayInWords(to, language, { weekday: true, year: true }) })
                : t('dueDays.historyBack')}{' '}
              {school === null ? t('dueDays.historyAll') : t('dueDays.historySchool', { school })}
              {': '}
              {reason}
              <span className="quiet"> {t('dueDays.movedBy', { name: by, at: dayInWords(at, language) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
