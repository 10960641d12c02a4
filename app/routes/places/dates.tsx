import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { DateList } from '#app/components/date-list.tsx'
import { Details } from '#app/components/details.tsx'
import { Empty } from '#app/components/empty.tsx'
import { isOver } from '#app/domain/due-date.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readDatesAt } from '#app/services/agreed-dates.server.ts'
import { dateView } from './dates-view.server.ts'
import { newDatePath, placePath } from './paths.ts'
import { headingOf, titleOf } from './row-view.server.ts'

/** Plain links: nothing here needs a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const year = yearOf(params)
  const { actor, today } = context
  const at = await readDatesAt(context, year, partOf(params, 'place'))
  const { place, dates, open, forAll } = at
  const { t } = wordsIn(language)
  const saved = (['agreed', 'changed', 'cancelled'] as const).find((each) => savedIn(request) === each)
  const view = (date: (typeof dates)[number]) => dateView(at, date, { actor, language })
  const mayAgree = (open.length > 0 || forAll) && !isOver(year, today)
  return json({
    year,
    heading: headingOf(place, t),
    title: `${t('dates.title')} – ${titleOf(place, year, t)}`,
    place: placePath(year, place.id),
    lead: t(`dates.lead.${place.kind}`),
    ahead: dates.filter(({ on }) => on >= today).map(view),
    past: dates
      .filter(({ on }) => on < today)
      .map(view)
      .reverse(),
    agree: mayAgree ? newDatePath(year, place.id) : null,
    saved: saved === undefined ? null : t(`dates.saved.${saved}`),
  })
})

function savedIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('saved')
}

export default function DatesPage() {
  const { t } = useTranslation()
  const { year, heading, place, lead, ahead, past, agree, saved } = useLoaderData<typeof loader>()
  const link = agree && (
    <a className="ds-button" data-variant="primary" href={agree}>
      {t('dates.new')}
    </a>
  )
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
        ]}
        here={t('dates.title')}
      />
      <header className="page-head">
        <p className="eyebrow">
          {t('cycle.name', { year })} · {heading}
        </p>
        <h1>{t('dates.title')}</h1>
        <p className="lead">{lead}</p>
      </header>
      <p role="status" className="status-line">
        {saved}
      </p>
      {ahead.length === 0 && (
        <Empty title={t('dates.empty')} why={t(agree ? 'dates.emptyWhy' : 'dates.emptyWhyRead')} next={link} />
      )}
      {ahead.length > 0 && (
        <section aria-labelledby="ahead">
          <h2 id="ahead">{t('dates.ahead')}</h2>
          <DateList dates={ahead} />
          {link && <p className="date-new">{link}</p>}
        </section>
      )}
      {past.length > 0 && (
        <Details summary={<h2>{t('dates.past', { count: past.length })}</h2>}>
          <DateList dates={past} />
        </Details>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
