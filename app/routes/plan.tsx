import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Day } from '#app/components/day.tsx'
import { Empty } from '#app/components/empty.tsx'
import { PlanChapter, PlanFramework } from '#app/components/plan-chapter.tsx'
import { Worded } from '#app/components/worded.tsx'
import { anyone } from '#app/http/guard.server.ts'
import { planInForce } from '#app/services/plan.server.ts'
import { planView } from './plan-view.server.ts'

/** A page to read: it works without a script of ours. */
export const handle = { script: false }

export const loader = anyone(async ({ context, language }) => {
  const version = await planInForce(context)
  return json({ plan: version && planView(version, language) })
})

export default function PlanPage() {
  const { t } = useTranslation()
  const { plan } = useLoaderData<typeof loader>()
  if (!plan) return <Empty title={t('plan.none')} why={t('plan.noneWhy')} />
  return (
    <>
      <header className="page-head">
        <p className="eyebrow">
          {t('plan.version', { number: plan.number })}
          {plan.publication && (
            <>
              {' · '}
              {t('plan.adoptedBy', { body: plan.publication.adoptedBy })} <Day at={plan.publication.adoptedOn} year />
              {plan.publication.caseNumber && ` · ${t('plan.case', { number: plan.publication.caseNumber })}`}
            </>
          )}
        </p>
        <h1>
          <Worded wording={plan.title} />
        </h1>
        <ul className="plan-purposes">
          {plan.purposes.map((purpose) => (
            <li key={purpose.words}>
              <Worded wording={purpose} />
            </li>
          ))}
        </ul>
      </header>
      <div className="plan-layout">
        <nav className="plan-contents" aria-labelledby="contents">
          <div>
            <h2 id="contents">{t('plan.contents')}</h2>
            <ol>
              {plan.routines.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#routine-${id}`}>
                    <Worded wording={title} />
                  </a>
                </li>
              ))}
              <li>
                <a href="#framework">{t('plan.framework')}</a>
              </li>
            </ol>
          </div>
        </nav>
        <div className="plan-body">
          {plan.routines.map((routine) => (
            <PlanChapter key={routine.id} routine={routine} />
          ))}
          <PlanFramework areas={plan.framework} />
        </div>
      </div>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.plan?.title.words ?? ''} – Overgang` },
]
