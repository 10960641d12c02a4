import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { Empty } from '#app/components/empty.tsx'
import { PairsEnded } from '#app/components/pairs-ended.tsx'
import { PairsTable } from '#app/components/pairs-table.tsx'
import { PAIRS_SHOWN } from '#app/components/pairs-view.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readPairs } from '#app/services/pairs.server.ts'
import { pairsAskedIn, pairsView } from './pairs-view.server.ts'
import { newPairPath, pairsPath } from './paths.ts'

/** Links only: nothing here needs a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const pairs = await readPairs(context, yearOf(params))
  const { t } = wordsIn(language)
  const { year, changes, seesSmall, over } = pairs
  const asked = pairsAskedIn(request)
  const saved = new URL(request.url).searchParams.get('saved')
  return json({
    ...{ year, changes, seesSmall, over, show: asked.show },
    title: t('pairs.title', { year }),
    saved: saved === 'formed' || saved === 'moved' ? t(`pairs.saved.${saved}`) : null,
    ...pairsView(pairs, asked),
  })
})

const WORDS = {
  all: 'all',
  differs: 'differs',
  'not-reported': 'notReported',
  'not-confirmed': 'notConfirmed',
} as const

export default function PairsPage() {
  const { t } = useTranslation()
  const { title, year, changes, seesSmall, over, show, saved, counts, school, schools, isMany, total, ended } =
    useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: `/cycles/${year}`, words: t('overview.title', { year }) },
        ]}
        here={t('pairs.name')}
      />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t(over ? 'pairs.leadOver' : 'pairs.lead')}</p>
        {!seesSmall && <p>{t('pairs.masked')}</p>}
        <CycleLinks year={year} here="pairs" reads={!seesSmall} />
      </header>
      <p role="status" className="status-line">
        {saved}
      </p>
      {changes && (
        <p className="more">
          <a href={newPairPath(year)}>{t('pairs.new.title')}</a>
        </p>
      )}
      <nav aria-label={t('pairs.which')}>
        <ul className="link-row">
          {PAIRS_SHOWN.map((each) => (
            <li key={each}>
              <a
                href={pairsPath(year, { show: each, school: school?.id })}
                aria-current={each === show ? 'page' : undefined}
              >
                {t(`pairs.show.${WORDS[each]}`, { count: counts[each] })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isMany && <p>{t('pairs.manyPairs')}</p>}
      {school && (
        <p className="more">
          {school.name}. <a href={pairsPath(year, { show })}>{t('pairs.allSchools')}</a>
        </p>
      )}
      {schools.length === 0 && ended.length === 0 && <Empty title={t('pairs.none')} why={t('pairs.noneWhy')} />}
      {schools.length > 0 && <PairsTable name={title} schools={schools} total={show === 'all' ? total : null} />}
      <PairsEnded ended={ended} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
