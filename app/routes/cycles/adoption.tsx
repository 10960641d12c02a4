import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AdoptionReaders } from '#app/components/adoption-readers.tsx'
import { AdoptionTotals } from '#app/components/adoption-totals.tsx'
import { AdoptionSteps, AffectedPlaces } from '#app/components/adoption-steps.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { Day } from '#app/components/day.tsx'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { SelectField } from '#app/components/select-field.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { LONGEST_TEXT } from '#app/domain/saying.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { adoptVersion, readAdoption } from '#app/services/adoption.server.ts'
import { AdoptionForm } from './adoption-form.server.ts'
import { adoptionView, askedIn } from './adoption-view.server.ts'
import { adoptionPath } from './paths.ts'

/** Links and plain forms: the page works without a script of ours, and is lighter for it. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const asked = askedIn(request)
  const view = adoptionView(await readAdoption(context, yearOf(params), asked.to), asked, language)
  const { t } = wordsIn(language)
  const { year, from, preview } = view
  const title = preview
    ? t('adoption.title', { year, from, to: preview.number })
    : t('adoption.titleNow', { year, number: from })
  return json({ title, ...view, form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, AdoptionForm)
  if (!input.ok) return invalid(input)
  const { form, ...adopting } = input.value
  const year = yearOf(params)
  const outcome = await adoptVersion(context, year, adopting, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${adoptionPath(year)}?saved=adopted`)
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function AdoptionPage() {
  const { t } = useTranslation()
  const { title, year, from, saved, preview, last, readers } = useLoaderData<typeof loader>()
  const { words } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: `/cycles/${year}`, words: t('overview.title', { year }) },
        ]}
        here={t('adoption.here')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="to" tabIndex={-1}>
          {title}
        </h1>
        {preview && <p className="lead">{t('adoption.lead')}</p>}
        <CycleLinks year={year} here="adoption" />
      </header>
      <p role="status" className="status-line">
        {saved && t(`adoption.saved.${saved}`, { year, number: from })}
      </p>
      {preview && <Preview preview={preview} />}
      {!preview && !last && <Empty title={t('adoption.none')} why={t('adoption.noneWhy')} />}
      {last && <Last last={last} year={year} />}
      {readers && <AdoptionReaders {...readers} />}
    </>
  )
}

function Last({ last, year }: { last: NonNullable<Shown['last']>; year: number }) {
  const { t } = useTranslation()
  const { from, to, at, by, reason, ticksSince, compare, back } = last
  return (
    <section className="card" aria-labelledby="last">
      <h2 id="last">{t('adoption.last', { from, to })}</h2>
      <p>
        <Day at={at} year /> · {by}
      </p>
      <p>{t('adoption.because', { reason })}</p>
      <p className="actions">
        <a href={compare}>{t('adoption.compare', { from, to })}</a>
        {ticksSince === 0 && <a href={back}>{t('adoption.goBack', { number: from })}</a>}
      </p>
      {ticksSince > 0 && <p className="quiet">{t('adoption.cannotGoBack', { count: ticksSince, number: to, year })}</p>}
    </section>
  )
}

function Preview({ preview }: { preview: NonNullable<Shown['preview']> }) {
  const { t } = useTranslation()
  const { versions, from } = useLoaderData<typeof loader>()
  const { number, publishedOn, changeNote, validFrom, compare, totals, steps } = preview
  return (
    <>
      <section aria-labelledby="what">
        <h2 id="what">{t('adoption.what', { number })}</h2>
        {versions.length > 1 && (
          <nav aria-label={t('adoption.which')}>
            <ul className="link-row">
              {versions.map((version) => (
                <li key={version.number}>
                  <a href={version.href} aria-current={version.chosen ? 'page' : undefined}>
                    {t('plan.version', { number: version.number })}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p>
          {publishedOn && (
            <>
              {t('adoption.published')} <Day at={publishedOn} year />.{' '}
            </>
          )}
          {changeNote}
        </p>
        {validFrom !== null && <p>{t('adoption.validFrom', { number, year: validFrom })}</p>}
        <p className="more">
          <a href={compare}>{t('adoption.compare', { from, to: number })}</a>
        </p>
        <AdoptionTotals totals={totals} />
      </section>
      {steps.length > 0 && (
        <section aria-labelledby="steps">
          <h2 id="steps">{t('adoption.stepByStep')}</h2>
          <AdoptionSteps steps={steps} />
        </section>
      )}
      <Places preview={preview} />
      <Move preview={preview} />
    </>
  )
}

/** Place by place, the most affected first, a page of them at a time. */
function Places({ preview }: { preview: NonNullable<Shown['preview']> }) {
  const { t } = useTranslation()
  const { year } = useLoaderData<typeof loader>()
  const { number, affected, affectedCount, untouchedCount, page, pages, earlier, further, school, schools } = preview
  return (
    <section aria-labelledby="places">
      <h2 id="places">{t('adoption.placeByPlace')}</h2>
      <p className="quiet">
        {t('adoption.affected', { count: affectedCount })} {t('adoption.untouched', { count: untouchedCount })}
      </p>
      {schools.length > 0 && (
        <form method="get" action={`${adoptionPath(year)}#places`} className="filter">
          <input type="hidden" name="to" value={number} />
          <SelectField
            name="school"
            label={t('side.heading.school')}
            defaultValue={school}
            choices={[{ value: '', words: t('overview.all') }, ...schools]}
          />
          <Button variant="secondary">{t('overview.show')}</Button>
        </form>
      )}
      <AffectedPlaces places={affected} />
      {pages > 1 && (
        <nav aria-label={t('adoption.pages')} className="actions">
          {earlier && <a href={earlier}>{t('adoption.earlier')}</a>}
          <span>{t('adoption.page', { page, pages })}</span>
          {further && <a href={further}>{t('adoption.further')}</a>}
        </nav>
      )}
    </section>
  )
}

function Move({ preview: { number } }: { preview: { number: number } }) {
  const { t } = useTranslation()
  const { year, from, newest, form } = useLoaderData<typeof loader>()
  const { wordsOf, typed } = useReturned()
  return (
    <section aria-labelledby="move">
      <h2 id="move">{t('adoption.move', { year, number })}</h2>
      <p>{t('adoption.kept')}</p>
      <Form method="post" action={adoptionPath(year, number)} className="form">
        <input type="hidden" name="form" value={form} />
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="to" value={number} />
        <input type="hidden" name="newest" value={newest} />
        <TextArea
          name="reason"
          label={t('adoption.reason')}
          hint={t('adoption.reasonHint')}
          need="required"
          maxLength={LONGEST_TEXT}
          defaultValue={typed.reason}
          problem={wordsOf('reason')}
        />
        <Button>{t('adoption.adopt', { number })}</Button>
      </Form>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
