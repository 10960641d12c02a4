import { json } from '@remix-run/node'
import { useLoaderData, useLocation, type MetaFunction } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CycleWork } from '#app/components/cycle-work.tsx'
import { Empty } from '#app/components/empty.tsx'
import { NextCard } from '#app/components/next-card.tsx'
import { Notices } from '#app/components/notices.tsx'
import { unlessOffline } from '#app/components/saving.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { useSteadyRows } from '#app/components/steady-rows.ts'
import { can, reachOf, type Actor } from '#app/domain/permissions.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readHome } from '#app/services/home.server.ts'
import { isOnlyOwner } from './cycles/participation-home.server.ts'
import { noticesFor } from './home-notices.server.ts'
import { cycleWork } from './home-view.server.ts'
import { savedWords } from './places/row-view.server.ts'
import { newForm } from './places/tick-form.server.ts'
import { UNITS, unitPath } from './units/paths.ts'

export const loader = signedIn(async ({ context, request, language }) => {
  const home = await readHome(context)
  const works = home.map((cycle) => cycleWork(context, cycle, language))
  const first = works.find(({ now }) => now.length > 0)
  const next = first?.now[0] ?? works.find(({ later }) => later)?.later ?? null
  const rows = home.flatMap(({ checklists }) => checklists.flatMap((checklist) => checklist.rows))
  return json({
    title: wordsIn(language).t(isOnlyOwner(context.actor) ? 'participation.home.title' : 'home.title'),
    name: context.actor.name,
    ...(await noticesFor(context, home, language)),
    next,
    calm: !first,
    opens: can(context.actor, 'open a cycle'),
    seated: context.actor.seats.length > 0,
    works: works.map((work) => ({
      ...work,
      now: work === first ? work.now.slice(1) : work.now,
    })),
    saved: savedWords(request, rows, language),
    units: unitsOfOwn(context.actor),
    form: newForm(),
  })
})

/** Where somebody reads of their own unit, or units; null for whoever has all in the menu. */
function unitsOfOwn(actor: Actor): { href: string; count: number } | null {
  const reached = reachOf(actor, 'read units')
  if (reached === 'everywhere' || reached.unitIds.length === 0) return null
  const [first, ...others] = reached.unitIds
  const href = first !== undefined && others.length === 0 ? unitPath(first) : UNITS
  return { href, count: reached.unitIds.length }
}

export const shouldRevalidate = unlessOffline

export default function HomePage() {
  const { t } = useTranslation()
  const { title, name, frameworks, units } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page-head">
        <p className="eyebrow">{name}</p>
        <h1>{title}</h1>
      </header>
      <Agenda key={useLocation().key} />
      {frameworks.map(({ href, title, words }) => (
        <p key={href} className="more">
          <a href={href}>{title}</a>
          <span className="quiet"> {words}</span>
        </p>
      ))}
      {units && (
        <p className="more">
          <a href={units.href}>{t('home.units', { count: units.count })}</a>
        </p>
      )}
    </>
  )
}

/** What to do, in the order it had when the page was opened: one thing first, then what to know of, then the rest. */
function Agenda() {
  const { t } = useTranslation()
  const { notices, next, calm, opens, seated, works, saved, form } = useLoaderData<typeof loader>()
  const [wasCalm] = useState(calm)
  const asked = [...(next ? [next] : []), ...works.flatMap(({ now }) => now)]
  const [first, ...rows] = useSteadyRows(
    asked,
    works.flatMap(({ answered }) => answered),
  )
  return (
    <StatusLine first={saved}>
      {first && <NextCard row={first} calm={wasCalm} form={form} back="/" />}
      <Notices notices={notices} />
      {works.map((work) => (
        <CycleWork key={work.year} work={{ ...work, now: rows.filter((row) => isOf(work.year, row)) }} form={form} />
      ))}
      {seated && works.length === 0 && (
        <Empty
          title={t('home.noCycle')}
          why={t('home.noCycleWhy')}
          next={opens && <a href="/cycles/new">{t('opening.title')}</a>}
        />
      )}
    </StatusLine>
  )
}

function isOf(year: number, { href }: { href: string }): boolean {
  return href.startsWith(`/cycles/${year}/`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
