import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { AnswersTable } from '#app/components/participation-answers.tsx'
import { ParticipationCounts } from '#app/components/participation-counts.tsx'
import { LackingList } from '#app/components/participation-lacking.tsx'
import { useReturned } from '#app/components/returned.ts'
import { can } from '#app/domain/permissions.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { municipalityName } from '#app/services/municipality.server.ts'
import { remindAll } from '#app/services/participation-reminders.server.ts'
import { readParticipation } from '#app/services/participation.server.ts'
import { ReminderForm } from './participation-form.server.ts'
import { reminderLetter } from './participation-letter.server.ts'
import { participationView } from './participation-view.server.ts'
import { participationPath } from './paths.ts'

/** Links and plain forms: the page works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const view = participationView(context, await readParticipation(context, yearOf(params)), language)
  const reminded = new URL(request.url).searchParams.get('reminded')
  return json({
    title: wordsIn(language).t('participation.title', { year: view.year }),
    ...view,
    toAll: reminded === 'all',
    toUnit: view.lacking.find(({ id, remindedToday }) => id === reminded && remindedToday)?.name ?? null,
    links: can(context.actor, 'open a cycle'),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request, edge }) => {
  const year = yearOf(params)
  await readParticipation(context, year)
  const input = await readForm(request, ReminderForm)
  if (!input.ok) return invalid(input)
  const letter = reminderLetter(await municipalityName(context.db), edge.settings.origin, year)
  const outcome = await remindAll(context, year, input.value.form, letter)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: {} })
  throw redirectTo(`${participationPath(year)}?reminded=all`)
})

export default function ParticipationPage() {
  const { t } = useTranslation()
  const shown = useLoaderData<typeof loader>()
  const { title, year, years, isOver, countsOf, counts, answers, links, toAll, toUnit, remindedToday } = shown
  const { words } = useReturned('reminder')
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: `/cycles/${year}`, words: t('overview.title', { year }) },
        ]}
        here={t('participation.here')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('participation.lead')}</p>
        <CycleLinks year={year} here="participation" reads={!links} />
        {years.length > 1 && (
          <nav aria-label={t('overview.cycles')}>
            <ul className="link-row">
              {years.map((each) => (
                <li key={each.year}>
                  <a href={each.href} aria-current={each.here ? 'page' : undefined}>
                    {t('cycle.name', { year: each.year })}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <p role="status" className="status-line">
        {toAll && remindedToday > 0 && t('participation.remind.savedAll', { count: remindedToday })}
        {toUnit && t('participation.remind.saved', { unit: toUnit })}
      </p>
      {isOver && (
        <p id="reminder" tabIndex={-1}>
          {t('participation.lacking.over', { year })}
        </p>
      )}
      {counts.length === 0 && <p>{t('participation.all.none')}</p>}
      {counts.length > 0 && (
        <section>
          <h2 id="counts">{t('participation.counts.heading')}</h2>
          <ParticipationCounts rows={counts} years={countsOf} />
        </section>
      )}
      {answers.length > 0 && !isOver && <Lacking />}
      {answers.length > 0 && (
        <section>
          <h2 id="all">{t('participation.all.heading')}</h2>
          <AnswersTable rows={answers} />
        </section>
      )}
    </>
  )
}

/** Who has not answered, and the way to remind them. */
function Lacking() {
  const { t } = useTranslation()
  const { lacking, remindable, form } = useLoaderData<typeof loader>()
  return (
    <section aria-labelledby="reminder">
      <h2 id="reminder" tabIndex={-1}>
        {t('participation.lacking.heading')}
      </h2>
      {lacking.length === 0 && <p>{t('participation.lacking.none')}</p>}
      {lacking.length > 0 && (
        <>
          <p>{t('participation.lacking.lead')}</p>
          <LackingList units={lacking} form={form} />
        </>
      )}
      {remindable > 1 && (
        <form method="post" className="actions">
          <input type="hidden" name="form" value={form} />
          <Button>{t('participation.remind.all')}</Button>
          <p className="quiet">{t('participation.remind.allWhy')}</p>
        </form>
      )}
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
