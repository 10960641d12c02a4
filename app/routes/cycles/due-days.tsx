import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { DueDayFacts } from '#app/components/due-day-facts.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import { Worded } from '#app/components/worded.tsx'
import { inLanguage } from '#app/domain/language.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { readDueDays, type DueDays } from '#app/services/due-days.server.ts'
import { schoolIn } from './due-day-form.server.ts'
import { dueDaysView } from './due-days-view.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const all = await readDueDays(context, yearOf(params), schoolIn(request))
  const { searchParams } = new URL(request.url)
  return json({
    ...dueDaysView(all, language),
    opened: searchParams.get('opened') === '1' && all.school === null,
    saved: savedIn(searchParams.get('saved'), all),
  })

  function savedIn(stepId: string | null, { steps }: DueDays) {
    const saved = steps.find(({ step }) => step.id === stepId)
    return saved ? { title: inLanguage(saved.step.title, language).words, due: saved.due } : null
  }
})

export default function DueDaysPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { year, version, title, school, scopes, routines, opened, saved } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }]} here={title} />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} />
        </p>
        <h1>{title}</h1>
        <p className="lead">{school === null ? t('dueDays.lead') : t('dueDays.leadSchool')}</p>
        {school === null && <CycleLinks year={year} here="dueDays" />}
        {scopes.length > 1 && <Scopes scopes={scopes} />}
      </header>
      {saved && (
        <p role="status" className="status-line">
          {t('dueDays.saved', { title: saved.title, day: dayInWords(saved.due, language, DAY) })}
        </p>
      )}
      {opened && <Opened year={year} />}
      {routines.map((routine) => (
        <section key={routine.id} className="due-days" aria-labelledby={`routine-${routine.id}`}>
          <h2 id={`routine-${routine.id}`}>
            <Worded wording={routine.title} />
          </h2>
          <ul className="due-day-list">
            {routine.steps.map((step) => (
              <li key={step.id}>
                <div>
                  <p className="step-title">
                    <a href={step.href}>
                      <Worded wording={step.title} />
                    </a>
                  </p>
                  {school === null && <p className="quiet">{t(`dueDays.where.${step.scope}`)}</p>}
                </div>
                <DueDayFacts due={step} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const DAY = { weekday: true, year: true }

function Scopes({ scopes }: { scopes: ReturnType<typeof useLoaderData<typeof loader>>['scopes'] }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('dueDays.scopes')}>
      <ul className="link-row">
        {scopes.map(({ href, name, here }) => (
          <li key={href}>
            <a href={href} aria-current={here ? 'page' : undefined}>
              {name ?? t('dueDays.all')}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What to do with a cycle that was opened a moment ago. */
function Opened({ year }: { year: number }) {
  const { t } = useTranslation()
  return (
    <section className="card opened" role="status" aria-labelledby="opened">
      <h2 id="opened">{t('dueDays.opened.title', { year })}</h2>
      <ul>
        <li>{t('dueDays.opened.lookOver')}</li>
        <li>{t('dueDays.opened.children')}</li>
      </ul>
      <p className="more">
        <a href={`/cycles/${year}`}>{t('dueDays.opened.overview')}</a>
      </p>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
