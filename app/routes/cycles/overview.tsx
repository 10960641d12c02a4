import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BehindList } from '#app/components/behind-list.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { FewFirst } from '#app/components/few-first.tsx'
import { VacantUnits } from '#app/components/handover-vacant.tsx'
import { Matrix } from '#app/components/matrix.tsx'
import { OverviewFilter } from '#app/components/overview-filter.tsx'
import { ParticipationLine } from '#app/components/participation-counts.tsx'
import { ProgressWords } from '#app/components/progress-words.tsx'
import { can } from '#app/domain/permissions.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { vacanciesOf } from '#app/routes/units/handover-vacancy.server.ts'
import { readOverview } from '#app/services/overview.server.ts'
import { chosenIn, overviewView } from './overview-view.server.ts'
import { participationLine } from './participation-view.server.ts'
import { newPairPath } from './paths.ts'

/** Links and a GET form: the page works without a script of ours, and is lighter for it. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const overview = await readOverview(context, yearOf(params))
  const title = wordsIn(language).t('overview.title', { year: overview.cycle.year })
  const view = overviewView(overview, chosenIn(request), context.actor, language)
  const participation = participationLine(overview, context.today)
  const vacant = await vacanciesOf(context, overview.cycle.year, overview.standings)
  return json({ title, ...view, vacant, participation, links: can(context.actor, 'open a cycle') })
})

export default function OverviewPage() {
  const { t } = useTranslation()
  const shown = useLoaderData<typeof loader>()
  const { title, year, version, years, chosen, filters, progress, participation, behind, behindCount } = shown
  const { matrix, count, withoutPairs, links, vacant } = shown
  return (
    <>
      <header className="page-head">
        <p className="eyebrow print-only">
          <CycleName year={year} version={version} />
        </p>
        <h1>{title}</h1>
        {!withoutPairs && (
          <p>
            <ProgressWords progress={progress} />
          </p>
        )}
        <ParticipationLine line={participation} />
        {years.length > 1 && (
          <nav aria-label={t('overview.cycles')}>
            <ul className="link-row">
              {years.map((each) => (
                <li key={each}>
                  <a href={`/cycles/${each}`} aria-current={each === year ? 'page' : undefined}>
                    {t('cycle.name', { year: each })}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <div className="matrix-page">
        <section className="follow-up" aria-labelledby="follow-up">
          <h2 id="follow-up">{t('overview.followUp')}</h2>
          {behind.length === 0 && <p>{t('overview.nobodyBehind')}</p>}
          {behind.length > 0 && <FewFirst items={behind} few={3} list={(places) => <BehindList places={places} />} />}
          {behindCount > behind.length && (
            <p className="quiet">{t('overview.moreBehind', { count: behindCount - behind.length })}</p>
          )}
          {vacant.length > 0 && <FewFirst items={vacant} few={3} list={(units) => <VacantUnits vacancies={units} />} />}
        </section>
        <CycleLinks year={year} here="overview" reads={!links} />
        <section>
          <h2 id="matrix">{t(`overview.heading.${chosen.places}`)}</h2>
          <OverviewFilter year={year} chosen={chosen} filters={filters} />
          {withoutPairs ? (
            <WithoutPairs year={year} links={links} />
          ) : (
            <>
              <p role="status" className="quiet">
                {t('overview.count', { count })}
              </p>
              <Matrix matrix={matrix} name={t(`overview.heading.${chosen.places}`)} />
            </>
          )}
        </section>
      </div>
    </>
  )
}

/** A cycle that was opened without pairs, with the way to form one for whoever can. */
function WithoutPairs({ year, links }: { year: number; links: boolean }) {
  const { t } = useTranslation()
  return (
    <p>
      {t('overview.noPairs', { year })} {links && <a href={newPairPath(year)}>{t('pairs.new.title')}</a>}
    </p>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
