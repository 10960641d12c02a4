import { json } from '@remix-run/node'
import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { versionOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readPublished } from '#app/services/publication.server.ts'
import { comparePath, versionPath } from './paths.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { version, behind } = await readPublished(context, versionOf(params))
  const number = version.number ?? 0
  return json({ title: wordsIn(language).t('publication.published.title', { number }), number, behind })
})

export default function PublishedPage() {
  const { t } = useTranslation()
  const { title, number, behind } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs trail={[{ to: '/plan', words: t('frame.plan') }]} here={t('plan.version', { number })} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('publication.published.lead')}</p>
      </header>
      <section aria-labelledby="next">
        <h2 id="next">{t('publication.published.next')}</h2>
        <p>{t(behind.length > 0 ? 'publication.published.nextWhy' : 'publication.published.noneBehind')}</p>
        {behind.map(({ year, follows }) => (
          <div className="card" key={year}>
            <h3>{t('cycle.name', { year })}</h3>
            <p>{t('publication.published.follows', { number: follows })}</p>
            <p>
              <Link className="more" to={`/cycles/${year}/adoption`}>
                {t('publication.published.adopt', { year, number })}
              </Link>
            </p>
          </div>
        ))}
      </section>
      <section aria-labelledby="more">
        <h2 id="more">{t('publication.published.more')}</h2>
        <ul className="link-row">
          <li>
            <Link to={versionPath(number)}>{t('publication.published.read', { number })}</Link>
          </li>
          {number > 1 && (
            <li>
              <Link to={comparePath(number - 1, number)}>
                {t('publication.published.compare', { from: number - 1 })}
              </Link>
            </li>
          )}
          <li>
            <Link to="/plan/draft">{t('publication.published.draft')}</Link>
          </li>
        </ul>
      </section>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
