import { json } from '@remix-run/node'
import { Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AllComments } from '#app/components/all-comments.tsx'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import { Worded } from '#app/components/worded.tsx'
import { lastDayOf } from '#app/domain/hearing.ts'
import { inLanguage } from '#app/domain/language.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { versionOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readVersionHearing } from '#app/services/hearing.server.ts'
import { commentsView } from './comment-view.server.ts'
import { versionPath } from './paths.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const number = versionOf(params)
  const { version, hearing, comments } = await readVersionHearing(context, number)
  return json({
    title: wordsIn(language).t('hearing.version.title', { number }),
    number,
    planTitle: inLanguage(version.title, language),
    from: hearing.from,
    to: lastDayOf(hearing),
    none: comments.length === 0,
    comments: commentsView(version, comments, language),
  })
})

export default function VersionHearingPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { title, number, planTitle, from, to, none, comments } = useLoaderData<typeof loader>()
  const inWords = (on: typeof from) => dayInWords(on, language, { year: true })
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/plan', words: t('frame.plan') },
          { to: versionPath(number), words: t('plan.version', { number }) },
        ]}
        here={t('hearing.name')}
      />
      <header className="page-head">
        <p className="eyebrow">
          <Worded wording={planTitle} />
        </p>
        <h1>{title}</h1>
        <p className="lead">{t('hearing.version.lead', { from: inWords(from), to: inWords(to) })}</p>
        <p>
          <Link className="more" to={versionPath(number)}>
            {t('hearing.version.read', { number })}
          </Link>
        </p>
      </header>
      <section aria-labelledby="comments">
        <h2 id="comments">{t('hearing.comments')}</h2>
        {none && <p>{t('hearing.version.none')}</p>}
        <AllComments comments={comments} goneTitle={t('hearing.goneFromVersion')} />
      </section>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
