import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { FrameworkMark } from '#app/domain/framework-mark.ts'
import type { Receipt } from '#app/domain/problem.ts'
import type { FrameworkRowView, MarkSending } from './framework-view.ts'
import { Icon } from './icon.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { monthInWords } from './month.ts'
import { receiptWords } from './row-action.tsx'
import { useSay } from './status-line.tsx'
import { TickFields } from './tick-fields.tsx'
import { useLanguage } from './use-language.ts'

/** What a form that marks has led to: what was said, of how many. */
export interface Marked {
  mark: FrameworkMark['mark']
  count: number
}

/** The one tap of a row: the next thing to say of it; beside it, to take back what was said today. */
export function FrameworkAction({ row, sending, at }: { row: FrameworkRowView; sending: MarkSending; at: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const fetcher = useFetcher<Receipt<Marked>>({ key: `${at} ${row.id}` })
  const receipt = fetcher.state === 'idle' ? fetcher.data : undefined
  const { tap, undo, title, chosen } = row
  const keptFocus = useKeptFocus(chosen)
  useSaid(receipt, title.words)
  if (!tap && !undo) return null
  const of = <span className="ds-sr-only">: {title.words}</span>
  const { action, form, back } = sending
  return (
    <>
      <div className="framework-act" aria-busy={fetcher.state !== 'idle'}>
        {tap && (
          <fetcher.Form method="post" action={action} {...keptFocus}>
            <TickFields fields={{ form, back, chosen, mark: tap.mark, ...tap.months }} />
            <button type="submit" className="tick">
              <span className="tick-box" aria-hidden="true">
                <Icon name="check" />
              </span>
              <span>
                {t(`framework.tap.${tap.mark}`, { month: monthInWords(tap.months.from, language, { year: false }) })}
                {of}
              </span>
            </button>
          </fetcher.Form>
        )}
        {undo && (
          <fetcher.Form method="post" action={action}>
            <TickFields fields={{ form, back, chosen, mark: 'withdrawn' }} />
            <button type="submit" className="undo">
              {t('framework.undo')}
              {of}
            </button>
          </fetcher.Form>
        )}
      </div>
      {receipt && !receipt.saved && <p className="step-problem">{receiptWords(t, receipt)}</p>}
    </>
  )
}

function useSaid(receipt: Receipt<Marked> | undefined, title: string) {
  const { t } = useTranslation()
  const say = useSay()
  useEffect(() => {
    if (!receipt) return
    const saved = receipt.saved && t('framework.saved.one', { mark: t(`framework.mark.${receipt.mark}`), title })
    say(saved || t('framework.notSaved', { title }))
    // Said once per receipt; the words change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [receipt])
}
