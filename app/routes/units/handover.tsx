import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { Empty } from '#app/components/empty.tsx'
import { HandoverNotes } from '#app/components/handover-agreed.tsx'
import { HandoverCycle } from '#app/components/handover-open.tsx'
import { HandoverContacts, HandoverHistory, HandoverLeader, NotesToTheNext } from '#app/components/handover-people.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import { dayInOslo } from '#app/domain/calendar.ts'
import { can, canAtUnit } from '#app/domain/permissions.ts'
import { leaderOf } from '#app/domain/seats.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readHandover } from '#app/services/handover.server.ts'
import { handoverView } from './handover-view.server.ts'
import { unitPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const { actor, today } = context
  const unitId = partOf(params, 'unit')
  const view = handoverView(await readHandover(context, unitId), context, language)
  const { t } = wordsIn(language)
  const saved = new URL(request.url).searchParams.get('saved')
  const tookOver = view.leader?.own && view.leader.acceptedAt && dayInOslo(view.leader.acceptedAt) === today
  const said = {
    note: t('handover.noteSaved'),
    stays: t('leaving.backSaved'),
    leaving: view.leader?.to ? t('leaving.saved', { day: dayInWords(view.leader.to, language, { year: true }) }) : null,
  }
  const adviser = can(actor, 'offer seats')
  const leader = canAtUnit(actor, 'write a handover note', unitId)
  return json({
    title: t('handover.title', { unit: view.unit.name }),
    handover: view,
    saved:
      saved === 'note' || saved === 'stays' || saved === 'leaving'
        ? said[saved]
        : tookOver
          ? t('handover.tookOver')
          : null,
    links: {
      unit: canAtUnit(actor, 'read units', unitId) ? unitPath(unitId) : null,
      note: leader ? unitPath(unitId, 'handover/note') : null,
      leaving: view.leader && (adviser || leader) ? unitPath(unitId, 'leaving') : null,
      offer: adviser ? `/people/new?role=${leaderOf(view.unit.kind)}&unit=${unitId}` : null,
    },
    form: newForm(),
  })
})

export default function HandoverPage() {
  const { t } = useTranslation()
  const { title, handover, saved, links } = useLoaderData<typeof loader>()
  const { unit, cycles, before, notes, contacts, history, offer } = handover
  return (
    <>
      <Breadcrumbs
        trail={[{ to: '/', words: t('frame.home') }, ...(links.unit ? [{ to: links.unit, words: unit.name }] : [])]}
        here={t('handover.short')}
      />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('handover.what')}</p>
        <HandoverLeader handover={handover} />
      </header>
      <p role="status" className="status-line">
        {saved}
      </p>
      {offer && <TakeOver seat={offer} />}
      <Links />
      <NotesToTheNext notes={notes} />
      {cycles.map((cycle) => (
        <HandoverCycle key={cycle.year} cycle={cycle} />
      ))}
      {cycles.length === 0 && <Empty title={t('home.noCycle')} why={t('handover.noCycleWhy')} />}
      {before && <HandoverNotes before={before} />}
      <HandoverContacts contacts={contacts} unit={unit} />
      <HandoverHistory history={history} />
    </>
  )
}

/** For whoever is offered the leader's seat: yes from here; no, and what it means, on the seat's own page. */
function TakeOver({ seat }: { seat: string }) {
  const { t } = useTranslation()
  const { handover, form } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const role = t(`role.${leaderOf(handover.unit.kind)}`).toLowerCase()
  const { vacantFrom } = handover
  const notYet = (name: string) =>
    vacantFrom === null
      ? t('handover.notYet', { name })
      : t('handover.notYetUntil', { name, day: dayInWords(vacantFrom, language, { year: true }) })
  return (
    <section className="card handover-offer no-print" aria-labelledby="offer">
      <h2 id="offer">{t('handover.offer', { role, unit: handover.unit.name })}</h2>
      <p>{t('handover.offerWhy')}</p>
      {handover.leader ? <p>{notYet(handover.leader.name)}</p> : <p>{t('handover.offerVacant')}</p>}
      {!handover.leader && (
        <form method="post" action={`/seats/${seat}`}>
          <input type="hidden" name="form" value={form} />
          <input type="hidden" name="answer" value="yes" />
          <Button>{t('handover.takeOver')}</Button>
        </form>
      )}
      <p>
        <a className="more" href={`/seats/${seat}`}>
          {t('handover.offerPage')}
        </a>
      </p>
    </section>
  )
}

function Links() {
  const { t } = useTranslation()
  const { links } = useLoaderData<typeof loader>()
  const all = (['note', 'leaving', 'offer'] as const).filter((link) => links[link] !== null)
  if (all.length === 0) return null
  return (
    <nav aria-label={t('handover.links.name')}>
      <ul className="link-row">
        {all.map((link) => (
          <li key={link}>
            <a href={links[link] ?? ''}>{t(`handover.links.${link}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
