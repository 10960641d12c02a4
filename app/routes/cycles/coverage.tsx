import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CoverageChange } from '#app/components/coverage-change.tsx'
import { FewList, UnreadList } from '#app/components/coverage-lists.tsx'
import { CoverageMatrix } from '#app/components/coverage-matrix.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { Empty } from '#app/components/empty.tsx'
import { FewFirst } from '#app/components/few-first.tsx'
import { Worded } from '#app/components/worded.tsx'
import { can } from '#app/domain/permissions.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readCoverage } from '#app/services/coverage.server.ts'
import { coverageChosenIn, coverageView } from './coverage-view.server.ts'
import { coveragePath } from './paths.ts'

/** Links only: the page works without a script of ours, and is lighter for it. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const coverage = await readCoverage(context, yearOf(params))
  const { actor, today } = context
  const view = coverageView(coverage, coverageChosenIn(request), { actor, language, today })
  const title = wordsIn(language).t('coverage.title', { year: view.year })
  return json({ title, ...view, reads: !can(actor, 'open a cycle') })
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

export default function CoveragePage() {
  const { t } = useTranslation()
  const shown = useLoaderData<typeof loader>()
  const { title, year, version, reads, side, sum } = shown
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: `/cycles/${year}`, words: t('overview.title', { year }) },
        ]}
        here={t('dueDays.links.framework')}
      />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} />
        </p>
        <h1>{title}</h1>
        {sum.units > 0 && (
          <p className="lead">
            {t(`coverage.sum.${side}`, {
              count: sum.units,
              worked: sum.workedWith,
              working: sum.workingWith,
              asked: sum.asked,
            })}
          </p>
        )}
        <CycleLinks year={year} here="framework" reads={reads} />
        <OtherYears shown={shown} />
      </header>
      <Units shown={shown} />
      <Least shown={shown} />
      <Year shown={shown} />
      <Unread shown={shown} />
    </>
  )
}

function OtherYears({ shown: { years, year, side } }: { shown: Shown }) {
  const { t } = useTranslation()
  if (years.length < 2) return null
  return (
    <nav aria-label={t('coverage.cycles')}>
      <ul className="link-row">
        {years.map((each) => (
          <li key={each}>
            <a href={coveragePath(each, side)} aria-current={each === year ? 'page' : undefined}>
              {t('cycle.name', { year: each })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Units({ shown: { year, side, area, matrix } }: { shown: Shown }) {
  const { t } = useTranslation()
  const heading = t(`coverage.heading.${side}`)
  return (
    <section>
      <h2>{area ? <Worded wording={area.title} /> : heading}</h2>
      <nav aria-label={t('coverage.which')}>
        <ul className="link-row">
          {(['kindergarten', 'school'] as const).map((each) => (
            <li key={each}>
              <a href={coveragePath(year, each, area?.id)} aria-current={each === side ? 'page' : undefined}>
                {t(`coverage.side.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {area && (
        <p>
          <a href={coveragePath(year, side)}>{t('coverage.allAreas')}</a>
        </p>
      )}
      {matrix ? (
        <CoverageMatrix matrix={matrix} name={heading} />
      ) : (
        <Empty title={t('coverage.none')} why={t('coverage.noneWhy')} />
      )}
      {matrix && (
        <p className="quiet">
          {t('coverage.legend')} {!area && t('coverage.areaHint')}
        </p>
      )}
    </section>
  )
}

const FEWEST = 5

function Least({ shown: { few, side } }: { shown: Shown }) {
  const { t } = useTranslation()
  if (few.length === 0) return null
  return (
    <section aria-labelledby="few">
      <h2 id="few">{t(`coverage.few.heading.${side}`)}</h2>
      <p className="quiet">{t('coverage.few.lead')}</p>
      <FewFirst items={few} few={FEWEST} list={(rows) => <FewList rows={rows} side={side} />} />
    </section>
  )
}

function Year({ shown: { change, side } }: { shown: Shown }) {
  const { t } = useTranslation()
  if (change.length === 0) return null
  return (
    <section>
      <h2>{t('coverage.change.heading')}</h2>
      <p className="quiet">{t(`coverage.change.lead.${side}`)}</p>
      <CoverageChange rows={change} />
    </section>
  )
}

function Unread({ shown: { unread, matrix } }: { shown: Shown }) {
  const { t } = useTranslation()
  if (!matrix) return null
  return (
    <section aria-labelledby="unread">
      <h2 id="unread">{t('coverage.unread.heading')}</h2>
      {unread.length === 0 ? <p>{t('coverage.unread.everyone')}</p> : <UnreadList rows={unread} />}
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
