import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CycleWork } from '#app/components/cycle-work.tsx'
import { Empty } from '#app/components/empty.tsx'
import { NextCard } from '#app/components/next-card.tsx'
import { unlessOffline } from '#app/components/saving.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { can } from '#app/domain/permissions.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readHome } from '#app/services/home.server.ts'
import { readOverviews } from '#app/services/overview.server.ts'
import { cycleWork, followUp } from './home-view.server.ts'
import { savedTitle } from './places/row-view.server.ts'
import { newForm } from './places/tick-form.server.ts'

export const loader = signedIn(async ({ context, request, language }) => {
  const home = await readHome(context)
  const overviews = can(context.actor, 'read the overview of a cycle') ? await readOverviews(context) : []
  const works = home.map((cycle) => cycleWork(context.actor, cycle, language))
  const first = works.find(({ now }) => now.length > 0)
  const next = first?.now[0] ?? works.find(({ later }) => later)?.later ?? null
  const rows = home.flatMap(({ checklists }) => checklists.flatMap((checklist) => checklist.rows))
  return json({
    title: wordsIn(language).t('home.title'),
    name: context.actor.name,
    next,
    calm: !first,
    works: works.map((work) => ({
      ...work,
      now: work === first ? work.now.slice(1) : work.now,
      followUp: followUp(overviews, work.year),
    })),
    saved: savedTitle(request, rows, language),
    form: newForm(),
  })
})

export const shouldRevalidate = unlessOffline

export default function HomePage() {
  const { t } = useTranslation()
  const { title, name, next, calm, works, saved, form } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page-head">
        <p className="eyebrow">{name}</p>
        <h1>{title}</h1>
      </header>
      <StatusLine key={saved} first={saved && t('saving.saved', { title: saved })}>
        {next && <NextCard row={next} calm={calm} form={form} back="/" />}
        {works.map((work) => (
          <CycleWork key={work.year} work={work} form={form} />
        ))}
        {works.length === 0 && <Empty title={t('home.noCycle')} why={t('home.noCycleWhy')} />}
      </StatusLine>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
