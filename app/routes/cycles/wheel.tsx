import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { Empty } from '#app/components/empty.tsx'
import { WheelPage } from '#app/components/wheel-page.tsx'
import { can } from '#app/domain/permissions.ts'
import { anyone } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { readMunicipalityYear } from '#app/services/wheel.server.ts'
import { wheelPath, wheelPicturePath } from './paths.ts'
import { municipalityWheel } from './wheel-view.server.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = anyone(async ({ context, params, language }) => {
  const view = municipalityWheel(await readMunicipalityYear(context, yearOf(params)), context.today, language)
  const { actor } = context
  const links = can(actor, 'open a cycle') ? 'all' : can(actor, 'read the overview of a cycle') ? 'reading' : null
  return json({ ...view, links })
})

export default function Wheel() {
  const { t } = useTranslation()
  const { year, version, running, drawing, words, months, lead, links } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs trail={[{ to: '/plan', words: t('frame.plan') }]} here={t('wheel.short')} />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} />
        </p>
        <h1>{words.title}</h1>
        {drawing && <p className="lead">{lead}</p>}
        {links && <CycleLinks year={year} here="wheel" reads={links === 'reading'} />}
        {running.length > 1 && (
          <nav aria-label={t('wheel.cycles')}>
            <ul className="link-row">
              {running.map((each) => (
                <li key={each}>
                  <a href={wheelPath(each)} aria-current={each === year ? 'page' : undefined}>
                    {t('cycle.name', { year: each })}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      {drawing ? (
        <WheelPage drawing={drawing} words={words} months={months} file={wheelPicturePath(year)} />
      ) : (
        <Empty
          title={t('wheel.none')}
          why={t('wheel.noneWhy', { year })}
          next={<a href="/plan">{t('wheel.noneNext')}</a>}
        />
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.words.title ?? ''} – Overgang` }]
