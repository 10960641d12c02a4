import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { Details } from '#app/components/details.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { NewsList, type UnitNewsView } from '#app/components/news-list.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { newsFor, sayNewsRead } from '#app/services/news.server.ts'
import { NewsForm } from './adoption-form.server.ts'
import { unitNewsView } from './news-view.server.ts'
import { newsPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const { cycle, units } = await newsFor(context, yearOf(params))
  const read = new URL(request.url).searchParams.get('read')
  const views = units.map((news) => unitNewsView(news, cycle, language))
  return json({
    title: wordsIn(language).t('news.title', { year: cycle.year }),
    year: cycle.year,
    version: cycle.version.number ?? 0,
    units: views,
    saved: views.find(({ id, read: isRead }) => id === read && isRead !== null)?.name ?? null,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, NewsForm)
  if (!input.ok) return invalid(input)
  const { form, unit, upTo } = input.value
  const year = yearOf(params)
  const outcome = await sayNewsRead(context, year, { unitId: unit, upTo }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: {} })
  throw redirectTo(`${newsPath(year)}?read=${encodeURIComponent(unit)}`)
})

export default function NewsPage() {
  const { t } = useTranslation()
  const { title, year, version, units, saved } = useLoaderData<typeof loader>()
  const { words } = useReturned('news')
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }]} here={title} />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="news" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{t('news.follows', { year, number: version })}</p>
      </header>
      <p role="status" className="status-line">
        {saved && t('news.saved', { unit: saved })}
      </p>
      {units.map((unit) => (
        <Unit key={unit.id} unit={unit} />
      ))}
    </>
  )
}

function Unit({ unit }: { unit: UnitNewsView }) {
  const { t } = useTranslation()
  const { form } = useLoaderData<typeof loader>()
  const { id, name, stretch, news, read } = unit
  return (
    <section className="news-unit" aria-labelledby={`unit-${id}`}>
      <h2 id={`unit-${id}`}>{name}</h2>
      {(!stretch || news.length === 0) && <p>{t('news.nothing', { unit: name })}</p>}
      {stretch && news.length > 0 && read && (
        <>
          <p>
            {t('news.readBy', { name: read.by })} <Day at={read.at} year />.
          </p>
          <Details quiet summary={t('news.again', stretch)}>
            <NewsList news={news} unit={id} />
          </Details>
        </>
      )}
      {stretch && news.length > 0 && !read && (
        <>
          <p>{t('news.lead', stretch)}</p>
          <p className="more">
            <a href={stretch.compare}>{t('adoption.compare', stretch)}</a>
          </p>
          <NewsList news={news} unit={id} />
          <Form method="post" className="form">
            <input type="hidden" name="form" value={form} />
            <input type="hidden" name="unit" value={id} />
            <input type="hidden" name="upTo" value={stretch.upTo} />
            <p>{t('news.readWhy', { unit: name })}</p>
            <Button>
              {t('news.read')}
              <span className="ds-sr-only">: {name}</span>
            </Button>
          </Form>
        </>
      )}
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
