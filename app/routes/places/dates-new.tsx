import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { DateForm } from '#app/components/date-form.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { ownSides } from '#app/domain/permissions.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readNewDate } from '#app/services/agreed-dates.server.ts'
import { agreeOnDate } from '#app/services/agreeing.server.ts'
import { agreeingIn, NewDateForm } from './date-form.server.ts'
import { dateFormView } from './dates-view.server.ts'
import { datesPath, placePath } from './paths.ts'
import { headingOf, titleOf } from './row-view.server.ts'

/** A plain form: nothing here needs a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const year = yearOf(params)
  const at = await readNewDate(context, year, partOf(params, 'place'))
  const { place } = at
  const { t } = wordsIn(language)
  return json({
    year,
    heading: headingOf(place, t),
    title: `${t('dates.newTitle')} – ${titleOf(place, year, t)}`,
    place: placePath(year, place.id),
    dates: datesPath(year, place.id),
    others: place.kind === 'school' ? ('kindergartens' as const) : ('schools' as const),
    lead: t(`dates.newLead.${place.kind}`),
    forUnit: ownSides(context.actor, place).length === 0,
    date: dateFormView(at, null, language, new URL(request.url).searchParams.get('step') ?? ''),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, NewDateForm)
  if (!input.ok) return invalid(input)
  const { form, pairs: chosen } = input.value
  const where = { year: yearOf(params), placeId: partOf(params, 'place') }
  const outcome = await agreeOnDate(context, where, { agreeing: agreeingIn(input.value), chosen }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(datesPath(where.year, where.placeId, 'agreed'))
})

export default function NewDatePage() {
  const { t } = useTranslation()
  const { year, heading, place, dates, lead, others, forUnit, date } = useLoaderData<typeof loader>()
  const returned = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
          { to: dates, words: t('dates.title') },
        ]}
        here={t('dates.newTitle')}
      />
      <ErrorSummary problems={returned.words} />
      <header className="page-head">
        <p className="eyebrow">
          {t('cycle.name', { year })} · {heading}
        </p>
        <h1>{t('dates.newTitle')}</h1>
        <p className="lead">{lead}</p>
        {forUnit && <p>{t('dates.forUnit')}</p>}
      </header>
      <DateForm key={date.form} date={date} returned={returned} others={others} submit={t('dates.agree')} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
