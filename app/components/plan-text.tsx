import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import type { Publication } from '#app/domain/plan.ts'
import { Day } from './day.tsx'
import { PlanChapter, PlanFramework, type AreaView, type RoutineView } from './plan-chapter.tsx'
import { Worded } from './worded.tsx'

/** A version of the plan, in the shape it is read in. */
export interface PlanView {
  number: number | null
  title: Wording
  publication: Publication | null
  purposes: readonly Wording[]
  routines: readonly RoutineView[]
  framework: readonly AreaView[]
}

/** A version of the plan to read. `children` stand under its head: where else to go, and whether it still counts. */
export function PlanText({ plan, children }: { plan: PlanView; children: ReactNode }) {
  const { t } = useTranslation()
  const { number, title, publication, purposes, routines, framework } = plan
  return (
    <>
      <header className="page-head">
        <p className="eyebrow">
          {t('plan.version', { number })}
          {publication && (
            <>
              {' · '}
              {t('plan.adoptedBy', { body: publication.adoptedBy })} <Day at={publication.adoptedOn} year />
              {publication.caseNumber && ` · ${t('plan.case', { number: publication.caseNumber })}`}
            </>
          )}
        </p>
        <h1>
          <Worded wording={title} />
        </h1>
        <ul className="plan-purposes">
          {purposes.map((purpose) => (
            <li key={purpose.words}>
              <Worded wording={purpose} />
            </li>
          ))}
        </ul>
        {children}
      </header>
      <div className="plan-layout">
        <nav className="plan-contents" aria-labelledby="contents">
          <div>
            <h2 id="contents">{t('plan.contents')}</h2>
            <ol>
              {routines.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#routine-${id}`}>
                    <Worded wording={title} />
                  </a>
                </li>
              ))}
              {framework.length > 0 && (
                <li>
                  <a href="#framework">{t('plan.framework')}</a>
                </li>
              )}
            </ol>
          </div>
        </nav>
        <div className="plan-body">
          {routines.map((routine) => (
            <PlanChapter key={routine.id} routine={routine} />
          ))}
          <PlanFramework areas={framework} />
        </div>
      </div>
    </>
  )
}
