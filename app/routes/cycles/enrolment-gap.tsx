import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CycleName } from '#app/components/cycle-name.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Day } from '#app/components/day.tsx'
import { Details } from '#app/components/details.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { GapExplanation, GapExplanations } from '#app/components/gap-explanation.tsx'
import { GapForm } from '#app/components/gap-form.tsx'
import { GapWords } from '#app/components/gap-words.tsx'
import { useReturned } from '#app/components/returned.ts'
import { can } from '#app/domain/permissions.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { explainGap, readGap } from '#app/services/gap.server.ts'
import { ExplanationForm } from './enrolment-form.server.ts'
import { gapView } from './gap-view.server.ts'
import { enrolmentPath, gapPath } from './paths.ts'

export const handle = { script: false }

const SAVED = {
  explained: 'gap.saved.explained',
  changed: 'gap.saved.changed',
  'taken-back': 'gap.saved.takenBack',
} as const

export const loader = signedIn(async ({ context, params, request, language }) => {
  const which = { year: yearOf(params), schoolId: partOf(params, 'school') }
  const view = gapView(await readGap(context, which))
  const title = wordsIn(language).t('gap.title', { school: view.school })
  const asked = new URL(request.url).searchParams.get('saved') ?? ''
  const saved = Object.hasOwn(SAVED, asked) ? (asked as keyof typeof SAVED) : null
  return json({ title, ...view, all: can(context.actor, 'reconcile numbers'), saved, form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, ExplanationForm)
  if (!input.ok) return invalid(input)
  const which = { year: yearOf(params), schoolId: partOf(params, 'school') }
  const outcome = await explainGap(context, which, input.value.explaining, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(gapPath(which.year, which.schoolId, 'explained'))
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function GapPage() {
  const { t } = useTranslation()
  const shown = useLoaderData<typeof loader>()
  const { title, year, version, all, reckoning, explanations, takenBack, open, start, saved, form } = shown
  const { words, wordsOf, typed } = useReturned()
  const above = all ? [{ to: enrolmentPath(year), words: t('enrolment.title', { year }) }] : []
  const asks = open && (reckoning.state === 'unexplained' || words.length > 0)
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }, ...above]} here={shown.school} />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} />
        </p>
        <h1>{title}</h1>
        <p className="lead gap-lead">
          <GapWords reckoning={reckoning} />
        </p>
      </header>
      {saved && words.length === 0 && (
        <p role="status" className="status-line">
          {t(SAVED[saved])}
        </p>
      )}
      <Numbers shown={shown} />
      <section aria-labelledby="explanations">
        <h2 id="explanations">{t('gap.explanations')}</h2>
        {explanations.length === 0 && <p>{t('gap.noExplanations')}</p>}
        {explanations.length > 0 && <GapExplanations all={explanations} open={open} />}
        {takenBack.length > 0 && (
          <Details quiet summary={t('gap.earlier')}>
            {takenBack.map((each) => (
              <div key={each.sequence}>
                <GapExplanation explanation={each} />
              </div>
            ))}
          </Details>
        )}
      </section>
      {asks && (
        <section aria-labelledby="explain">
          <h2 id="explain">{t('gap.explain')}</h2>
          <GapForm form={form} start={start} wordsOf={wordsOf} typed={typed} />
        </section>
      )}
    </>
  )
}

/** What the gap is between: those enrolled, and the groups. */
function Numbers({ shown: { enrolled, groups, reckoning, groupsHref, all, year } }: { shown: Shown }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{t('gap.numbers')}</h2>
      <p>
        {enrolled ? (
          <>
            {t('gap.enrolled', { count: enrolled.children })}{' '}
            <span className="quiet">
              {enrolled.by}, <Day at={enrolled.at} year />
            </span>
          </>
        ) : (
          t('gap.notEnrolled')
        )}{' '}
        {all && <a href={enrolmentPath(year)}>{t(enrolled ? 'gap.changeEnrolled' : 'gap.writeEnrolled')}</a>}
      </p>
      {groups.length > 0 && (
        <table className="ds-table gap-groups">
          <caption className="ds-sr-only">{t('gap.groups')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('side.heading.kindergarten')}</th>
              <th scope="col" className="number">
                {t('gap.theySay')}
              </th>
              <th scope="col" className="number">
                {t('gap.schoolSays')}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ name, reported, received }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{reported ?? t('gap.notSaid')}</td>
                <td className="number">{received ?? t('gap.notSaid')}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('enrolment.total')}</th>
              <td className="number">{reckoning.known}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
      <p>
        <a className="more" href={groupsHref}>
          {t('gap.toGroups')}
        </a>
      </p>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
