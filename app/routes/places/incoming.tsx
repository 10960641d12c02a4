import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { Empty } from '#app/components/empty.tsx'
import { totalInWords } from '#app/components/flow-table.tsx'
import { IncomingDates, IncomingNotes, IncomingNumbers, IncomingPreparations } from '#app/components/incoming-parts.tsx'
import { IncomingTable } from '#app/components/incoming-table.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readIncoming } from '#app/services/incoming.server.ts'
import { incomingView } from './incoming-view.server.ts'

/** Read and printed: nothing here needs a script. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const incoming = await readIncoming(context, yearOf(params), partOf(params, 'place'))
  const view = incomingView(incoming, language)
  const title = wordsIn(language).t('incoming.titleOf', { school: view.school, year: view.year })
  return json({ ...view, title, version: incoming.cycle.version.number })
})

export default function IncomingPage() {
  const { t } = useTranslation()
  const shown = useLoaderData<typeof loader>()
  const { year, version, school, groups, total, ended, links } = shown
  const children = totalInWords(total, t)
  return (
    <div className="incoming">
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: links.checklist, words: school },
        ]}
        here={t('incoming.short')}
      />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} /> · {school}
        </p>
        <h1>{t('incoming.short')}</h1>
        {groups.length > 0 && <p className="lead">{t('incoming.sum', { children, count: groups.length })}</p>}
        {ended > 0 && <p className="quiet">{t('incoming.ended', { count: ended })}</p>}
      </header>
      {groups.length === 0 ? (
        <Empty
          title={t('incoming.none')}
          why={t('incoming.noneWhy')}
          next={<a href={links.groups}>{t('incoming.numbersLink')}</a>}
        />
      ) : (
        <>
          <IncomingTable groups={groups} />
          <p className="more no-print">
            <a href={links.framework}>{t('incoming.frameworkLink')}</a>
          </p>
        </>
      )}
      <div className="incoming-columns">
        <IncomingDates {...shown} />
        {groups.length > 0 && <IncomingNumbers {...shown} />}
        <IncomingPreparations {...shown} />
      </div>
      {groups.length > 0 && <IncomingNotes {...shown} />}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
