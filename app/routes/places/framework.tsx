import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { FrameworkAcknowledgement } from '#app/components/framework-acknowledgement.tsx'
import { FrameworkAreas, ManyMarks } from '#app/components/framework-areas.tsx'
import { FrameworkMonth } from '#app/components/framework-month.tsx'
import { PlaceTitle } from '#app/components/place-title.tsx'
import { useReturned } from '#app/components/returned.ts'
import { unlessOffline } from '#app/components/saving.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { readFramework } from '#app/services/framework-marks.server.ts'
import { frameworkAt } from './framework-form.server.ts'
import { frameworkPage } from './framework-page.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  return json(frameworkPage(await readFramework(context, frameworkAt(params)), context, request, language))
})

export const shouldRevalidate = unlessOffline

export default function FrameworkPage() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  const { year, version, heading, place, path, side, otherSide, obligation, marks, choices, month, form, back } = page
  const returned = useReturned()
  const sending = { action: `${path}/marks`, form, back }
  const unplanned = page.areas
    .map((area) => ({ ...area, rows: area.rows.filter(({ mark }) => mark === null) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
        ]}
        here={t('framework.title')}
      />
      <ErrorSummary problems={returned.words} />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version.number} /> · <PlaceTitle name={heading} />
        </p>
        <h1>{t('framework.title')}</h1>
        <p className="lead">{t(`framework.lead.${side}`)}</p>
        <p className="quiet">
          {t(`framework.obligation.${obligation}`)}
          {marks === 'for the unit' && ` · ${t('framework.forUnit')}`}
        </p>
      </header>
      <StatusLine key={page.saved} first={page.saved}>
        <FrameworkAcknowledgement
          acknowledged={page.acknowledged}
          action={`${path}/acknowledgement`}
          form={form}
          version={version.id}
          marks={marks}
        />
        {page.beginning && (
          <p className="more">
            <a href={`${path}/beginning`}>{t('framework.beginning.link')}</a>
          </p>
        )}
        <FrameworkMonth
          month={month}
          now={page.now}
          unplanned={unplanned}
          sending={sending}
          marks={marks !== null}
          otherSide={otherSide}
        />
        <FrameworkAreas
          areas={page.areas}
          sending={sending}
          marks={choices}
          chosen={(returned.typed.chosen ?? '').split(',')}
          otherSide={otherSide}
        />
        {marks && (
          <ManyMarks
            key={month.month}
            month={month}
            months={page.months}
            marks={choices}
            sending={sending}
            returned={returned}
          />
        )}
      </StatusLine>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
