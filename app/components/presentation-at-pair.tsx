import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Empty } from './empty.tsx'
import { PresentationRemarks, PresentationState, PresentationText } from './presentation-text.tsx'
import type { PresentationView, StandingView } from './presentation-view.ts'

/** A presentation as the two units of a pair see it, in the shape it is shown in. */
export interface PairPresentationView {
  kindergarten: string
  school: string
  abroad: boolean
  current: PresentationView | null
  standing: StandingView
  may: Record<'write' | 'read' | 'ask' | 'answer', boolean>
  links: Record<'write' | 'read' | 'ask' | 'answer', string>
}

/** What the school reads, what was asked and answered, and what each of them can do now. */
export function PresentationAtPair({ shown, form }: { shown: PairPresentationView; form: string }) {
  const { t } = useTranslation()
  const { kindergarten, abroad, current, standing, may, links } = shown
  return (
    <>
      {current ? (
        <>
          <p>
            <PresentationState standing={standing} />
          </p>
          <PresentationText presentation={current} />
        </>
      ) : (
        <Empty
          title={t('presentation.none')}
          why={t(abroad ? 'presentation.noneWhyAbroad' : 'presentation.noneWhyPair', { kindergarten })}
          next={may.write && <a href={links.write}>{t('presentation.fromChecklist.write')}</a>}
        />
      )}
      <PresentationRemarks standing={standing} />
      <div className="actions">
        {may.read && current && (
          <Form method="post" action={links.read}>
            <input type="hidden" name="form" value={form} />
            <input type="hidden" name="seen" value={current.id} />
            <Button>{t('presentation.markRead')}</Button>
          </Form>
        )}
        {may.ask && <a href={links.ask}>{t('presentation.ask')}</a>}
        {may.answer && <a href={links.answer}>{t('presentation.answer')}</a>}
        {may.write && current && <a href={links.write}>{t('presentation.change')}</a>}
      </div>
    </>
  )
}
