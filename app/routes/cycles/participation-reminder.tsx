import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { problemWords } from '#app/components/problem-words.ts'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { municipalityName } from '#app/services/municipality.server.ts'
import { readReminding, remindUnit } from '#app/services/participation-reminders.server.ts'
import { ReminderForm } from './participation-form.server.ts'
import { reminderLetter } from './participation-letter.server.ts'
import { invitePath } from './participation-view.server.ts'
import { participationPath } from './paths.ts'

/** A plain form: the page works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language, edge }) => {
  const { cycle, unit, whyNot, recipients } = await readReminding(context, yearOf(params), partOf(params, 'unit'))
  const { t } = wordsIn(language)
  const letter = reminderLetter(await municipalityName(context.db), edge.settings.origin, cycle.year)
  return json({
    title: t('participation.remind.title', { unit: unit.name }),
    year: cycle.year,
    unit: unit.name,
    whyNot,
    recipients,
    letter: letter([unit]),
    invite: whyNot?.message === 'nobodyToRemind' ? invitePath(unit) : null,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request, edge }) => {
  const [year, unitId] = [yearOf(params), partOf(params, 'unit')]
  await readReminding(context, year, unitId)
  const input = await readForm(request, ReminderForm)
  if (!input.ok) return invalid(input)
  const letter = reminderLetter(await municipalityName(context.db), edge.settings.origin, year)
  const outcome = await remindUnit(context, { year, unitId }, input.value.form, letter)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: {} })
  throw redirectTo(`${participationPath(year)}?reminded=${unitId}`)
})

export default function ReminderPage() {
  const { t } = useTranslation()
  const { title, year, unit, whyNot, recipients, letter, invite, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('reminder')
  const list = participationPath(year)
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: list, words: t('participation.title', { year }) },
        ]}
        here={t('participation.remind.here')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{t('cycle.name', { year })}</p>
        <h1 id="reminder" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{t('participation.remind.lead', { unit, year })}</p>
      </header>
      {whyNot && <p>{problemWords(t, whyNot)}</p>}
      {!whyNot && (
        <>
          <h2>{t('participation.remind.to')}</h2>
          <p>{recipients.join(', ')}</p>
          <h2>{t('participation.remind.letter')}</h2>
          <div className="card participation-letter" lang="nb">
            <p>
              <strong>{letter.subject}</strong>
            </p>
            <p>{letter.body}</p>
          </div>
          <form method="post">
            <input type="hidden" name="form" value={form} />
            <Button>{t('participation.remind.send')}</Button>
          </form>
        </>
      )}
      <p className="actions">
        {invite && <a href={invite}>{t('participation.lacking.invite')}</a>}
        <a href={list}>{t('participation.ask.all', { year })}</a>
      </p>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
