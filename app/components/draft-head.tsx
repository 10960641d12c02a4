import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { DraftLinks } from './draft-links.tsx'

/** The head of a page of the draft: where it stands, what it is about, and the draft's other pages. */
export function DraftHead({
  trail = [],
  here,
  eyebrow,
  basedOn,
  children,
}: {
  /** The pages between the draft and this one. */
  trail?: readonly { to: string; words: Crumb }[]
  here: Crumb
  eyebrow?: ReactNode
  basedOn: number | null
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <>
      <Breadcrumbs
        trail={[{ to: '/plan', words: t('frame.plan') }, { to: '/plan/draft', words: t('draft.name') }, ...trail]}
        here={here}
      />
      <header className="page-head">
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        {children}
      </header>
      <DraftLinks basedOn={basedOn} />
    </>
  )
}
