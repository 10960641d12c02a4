import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button.tsx'
import { ComparedSection } from '#app/components/comparison.tsx'
import type { SectionView } from '#app/components/comparison-view.ts'
import { Empty } from '#app/components/empty.tsx'
import { PlanLinks } from '#app/components/plan-links.tsx'
import { SelectField } from '#app/components/select-field.tsx'
import { Worded } from '#app/components/worded.tsx'
import { can } from '#app/domain/permissions.ts'
import { anyone } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { listComparable, readComparable } from '#app/services/comparing.server.ts'
import { chooserView, chosenIn, comparisonView, whichWords } from './compare-view.server.ts'

/** Links and a GET form: the page works without a script of ours. */
export const handle = { script: false }

export const loader = anyone(async ({ context, request, language }) => {
  const { t } = wordsIn(language)
  const draft = can(context.actor, 'edit the plan')
  const comparable = await listComparable(context)
  const chosen = chosenIn(request, comparable)
  if (!chosen) {
    return json({ title: t('compare.heading'), draft, any: comparable.length > 0, chooser: null, comparison: null })
  }
  const [from, to] = [await readComparable(context, chosen.from), await readComparable(context, chosen.to)]
  const names = { from: whichWords(chosen.from, t), to: whichWords(chosen.to, t) }
  return json({
    title: t('compare.title', names),
    draft,
    any: true,
    chooser: chooserView(comparable, chosen, language),
    comparison: { ...names, ...comparisonView(from, to, language) },
  })
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function ComparePage() {
  const { t } = useTranslation()
  const { title, draft, any, chooser, comparison } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        <PlanLinks here="compare" draft={draft} />
      </header>
      {!chooser && !any && <Empty title={t('compare.noPlan')} why={t('compare.noPlanWhy')} />}
      {!chooser && any && (
        <Empty
          title={t('compare.none')}
          why={t('compare.noneWhy')}
          next={<a href="/plan">{t('compare.noneNext')}</a>}
        />
      )}
      {chooser && <Chooser chooser={chooser} />}
      {comparison && chooser && <Compared comparison={comparison} alike={chooser.from === chooser.to} />}
    </>
  )
}

function Chooser({ chooser: { from, to, choices, presets } }: { chooser: NonNullable<Data['chooser']> }) {
  const { t } = useTranslation()
  return (
    <div className="compare-chooser no-print">
      {presets.length > 1 && (
        <nav aria-label={t('compare.presets')}>
          <ul className="link-row">
            {presets.map(({ path, words, here }) => (
              <li key={path}>
                <a href={path} aria-current={here ? 'page' : undefined}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <form method="get" action="/plan/compare" className="filter">
        <SelectField name="from" label={t('compare.from')} defaultValue={from} choices={choices} />
        <SelectField name="to" label={t('compare.to')} defaultValue={to} choices={choices} />
        <Button variant="secondary">{t('compare.show')}</Button>
      </form>
    </div>
  )
}

function Compared({ comparison, alike }: { comparison: NonNullable<Data['comparison']>; alike: boolean }) {
  const { t } = useTranslation()
  const { from, to, sections, sum, opening, tagged } = comparison
  if (alike) return <Empty title={t('compare.same')} why={t('compare.sameWhy')} />
  if (sections.length === 0) {
    return <Empty title={t('compare.unchanged')} why={t('compare.unchangedWhy', { from, to })} />
  }
  return (
    <>
      <div className="compare-sum">
        <p className="lead">{sum}</p>
        <p>{opening > 0 ? t('compare.opensAgain', { count: opening }) : t('compare.stays')}</p>
        {tagged && <p className="quiet">{t('compare.opensAgainMeans')}</p>}
      </div>
      <div className="plan-layout">
        {sections.length > 1 && <Contents sections={sections} />}
        <div className="plan-body">
          {sections.map((section) => (
            <ComparedSection key={section.id} section={section} />
          ))}
        </div>
      </div>
    </>
  )
}

function Contents({ sections }: { sections: readonly SectionView[] }) {
  const { t } = useTranslation()
  return (
    <nav className="plan-contents" aria-labelledby="contents">
      <div>
        <h2 id="contents">{t('compare.contents')}</h2>
        <ol>
          {sections.map(({ id, title, count }) => (
            <li key={id}>
              <a href={`#compared-${id}`}>
                <Worded wording={title} /> <span className="quiet nowrap">({t('compare.count', { count })})</span>
              </a>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
