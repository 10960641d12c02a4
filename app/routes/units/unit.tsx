import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Day } from '#app/components/day.tsx'
import { UnitHead } from '#app/components/unit-head.tsx'
import { UnitHistory } from '#app/components/unit-history.tsx'
import { UnitCycle } from '#app/components/unit-places.tsx'
import { UnitSeats } from '#app/components/unit-seats.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { readUnit } from '#app/services/units.server.ts'
import { UNITS } from './paths.ts'
import { savedIn } from './unit-form.server.ts'
import { unitView } from './unit-view.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request }) => {
  const read = await readUnit(context, partOf(params, 'unit'))
  return json({ title: read.unit.name, unit: unitView(read, context.today), saved: savedIn(request) })
})

export default function UnitPage() {
  const { t } = useTranslation()
  const { unit, saved } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs trail={[{ to: UNITS, words: t('frame.units') }]} here={unit.name} />
      <p className="status-line" role="status">
        {saved && t(`units.saved.${saved}`)}
      </p>
      <UnitHead unit={unit} />
      <div className="step-page">
        <div>
          <section aria-labelledby="seats">
            <h2 id="seats">{t('units.whoSits')}</h2>
            {unit.seats.length === 0 && !unit.vacant ? (
              <p>{t('units.nobodySits')}</p>
            ) : (
              <UnitSeats seats={unit.seats} vacant={unit.vacant} kind={unit.kind} />
            )}
            <SeatLinks unit={unit} />
          </section>
          <section aria-labelledby="places" className="stack">
            <h2 id="places">{t('units.places')}</h2>
            {unit.cycles.length === 0 && <p>{t('units.noPlaces')}</p>}
            {unit.cycles.map((cycle) => (
              <UnitCycle key={cycle.year} cycle={cycle} />
            ))}
          </section>
        </div>
        <Facts unit={unit} />
      </div>
      <section aria-labelledby="history">
        <h2 id="history">{t('units.historyTitle')}</h2>
        {unit.history.length === 0 ? <p>{t('units.noHistory')}</p> : <UnitHistory lines={unit.history} />}
      </section>
    </>
  )
}

type Unit = ReturnType<typeof useLoaderData<typeof loader>>['unit']

function SeatLinks({ unit: { invite, deputy, handover, vacant } }: { unit: Unit }) {
  const { t } = useTranslation()
  if (!invite && !deputy && !handover) return null
  return (
    <ul className="unit-links">
      {invite && (
        <li>
          <a href={invite}>{t(vacant ? 'units.inviteLeader' : 'units.invite')}</a>
        </li>
      )}
      {deputy && (
        <li>
          <a href={deputy}>{t('units.nameDeputy')}</a>
        </li>
      )}
      {handover && (
        <li>
          <a href={handover}>{t('units.handover')}</a>
        </li>
      )}
    </ul>
  )
}

function Facts({ unit }: { unit: Unit }) {
  const { t } = useTranslation()
  const { owner, orgNumber, municipality, openedOn, changes } = unit
  return (
    <aside className="step-facts" aria-labelledby="facts">
      <h2 id="facts">{t('units.facts')}</h2>
      <dl className="plan-fact">
        <dt>{t('units.owner')}</dt>
        <dd>
          {owner.name} ({t(`units.ownership.${owner.ownership}`)})
        </dd>
        <dt>{t('units.orgNumber')}</dt>
        <dd>{orgNumber ?? t('units.noNumber')}</dd>
        {municipality && (
          <>
            <dt>{t('units.municipality')}</dt>
            <dd>{municipality}</dd>
          </>
        )}
        {openedOn && (
          <>
            <dt>{t('units.openedOn')}</dt>
            <dd>
              <Day at={openedOn} year />
            </dd>
          </>
        )}
      </dl>
      {changes.length > 0 && (
        <>
          <h3>{t('units.change')}</h3>
          <ul className="plain-list unit-place-links">
            {changes.map(({ page, href }) => (
              <li key={page}>
                <a href={href}>{t(`units.changes.${page}.link`)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
