import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { Returned } from './returned.ts'

interface SubpageProps {
  /** The unit whose framework it is about, and where its checklist and its framework are. */
  at: { year: number; heading: string; place: string; framework: string }
  title: string
  lead: string
  returned: Returned
  children: ReactNode
}

/** A page with a form of its own beside a unit's framework: the way to it, what it is for, and the way back. */
export function FrameworkSubpage({
  at: { year, heading, place, framework },
  title,
  lead,
  returned,
  children,
}: SubpageProps) {
  const { t } = useTranslation()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
          { to: framework, words: t('framework.title') },
        ]}
        here={title}
      />
      <ErrorSummary problems={returned.words} />
      <header className="page-head">
        <p className="eyebrow">
          {t('cycle.name', { year })} · {heading}
        </p>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </header>
      {children}
      <p className="more">
        <a href={framework}>{t('framework.one.back')}</a>
      </p>
    </>
  )
}
