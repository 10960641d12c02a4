import { useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '#app/domain/calendar.ts'
import type { Unread } from '#app/domain/framework-assignment.ts'
import type { Wording } from '#app/domain/language.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { Button } from './button.tsx'
import { dayInWords } from './day.tsx'
import { receiptWords } from './row-action.tsx'
import { TickFields } from './tick-fields.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** Whether a unit has read its framework, in the shape it is shown in. */
export interface AcknowledgementView {
  state: 'acknowledged' | 'not yet' | 'changed since'
  last: { by: string; at: Instant; forUnit: boolean } | null
  unread: readonly { kind: Unread['kind']; id: string; text: Wording }[]
}

interface AcknowledgementProps {
  acknowledged: AcknowledgementView
  action: string
  form: string
  version: string
  marks: 'own' | 'for the unit' | null
}

/** Asks a unit to read its framework; once it has, says quietly who did. */
export function FrameworkAcknowledgement({ acknowledged, action, form, version, marks }: AcknowledgementProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const fetcher = useFetcher<Receipt>()
  const { state, last, unread } = acknowledged
  if (state === 'acknowledged' && last) {
    const words = { name: last.by, day: dayInWords(last.at, language, { year: true }) }
    return (
      <p className="quiet">{t(last.forUnit ? 'framework.acknowledge.doneFor' : 'framework.acknowledge.done', words)}</p>
    )
  }
  if (!marks) return <p className="quiet">{t('framework.acknowledge.notYet')}</p>
  const changed = state === 'changed since'
  const receipt = fetcher.state === 'idle' ? fetcher.data : undefined
  return (
    <section className="card framework-acknowledgement" aria-labelledby="acknowledgement">
      <h2 id="acknowledgement">
        {t(changed ? 'framework.acknowledge.changedHeading' : 'framework.acknowledge.heading')}
      </h2>
      <p>{t(changed ? 'framework.acknowledge.changedWhy' : 'framework.acknowledge.why')}</p>
      {unread.length > 0 && (
        <ul>
          {unread.map(({ kind, id, text }) => (
            <li key={`${kind} ${id}`}>
              {t(`framework.acknowledge.${kind}`)}
              <Worded wording={text} />
            </li>
          ))}
        </ul>
      )}
      <fetcher.Form method="post" action={action}>
        <TickFields fields={{ form, version }} />
        <Button aria-busy={fetcher.state !== 'idle'}>
          {t(marks === 'own' ? 'framework.acknowledge.button' : 'framework.acknowledge.buttonFor')}
        </Button>
      </fetcher.Form>
      {receipt && !receipt.saved && <p className="step-problem">{receiptWords(t, receipt)}</p>}
    </section>
  )
}
