import { useFetcher } from '@remix-run/react'
import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Done, Receipt } from '#app/domain/problem.ts'
import { Icon } from './icon.tsx'
import { problemWords } from './problem-words.ts'
import type { RowView } from './step-row.tsx'
import { useSay } from './status-line.tsx'
import { TickFields } from './tick-fields.tsx'

/** The one tap of a row: tick it, or take the tick back. The button stays the same one, so that focus does. */
export function RowAction({ row, form, back }: { row: RowView; form: string; back: string }) {
  const { t } = useTranslation()
  const fetcher = useFetcher<Receipt<Done>>({ key: `row ${row.href}` })
  const receipt = fetcher.state === 'idle' ? fetcher.data : undefined
  useReceipt(receipt, row)
  const { tick, undo } = row
  if (!tick && !undo) return null
  const busy = fetcher.state !== 'idle'
  return (
    <>
      <fetcher.Form method="post" action={tick ? row.href : `${row.href}/withdrawal`}>
        <TickFields fields={{ ...(tick ?? undo), form, back }} />
        <button type="submit" className={tick ? 'tick' : 'undo'} aria-busy={busy}>
          {tick && (
            <span className="tick-box" aria-hidden="true">
              <Icon name="check" />
            </span>
          )}
          <span>
            {tick ? t(`answer.tick.${tick.answer}`) : t('answer.undo')}
            <span className="ds-sr-only">: {row.title.words}</span>
          </span>
        </button>
      </fetcher.Form>
      {receipt && !receipt.saved && <p className="step-problem">{receiptWords(t, receipt)}</p>}
    </>
  )
}

/** The receipt itself says what was done: it is here before the row and the fetcher’s state show it. */
function useReceipt(receipt: Receipt<Done> | undefined, row: RowView) {
  const { t } = useTranslation()
  const say = useSay()
  useEffect(() => {
    if (!receipt) return
    const values = { title: row.title.words }
    say(t(receipt.saved ? `saving.${receipt.done}` : 'saving.not', values))
    // Said once per receipt; the words change with the language.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [receipt])
}

/** Why something was not saved, in the reader's words. */
export function receiptWords(t: TFunction, receipt: Exclude<Receipt, { saved: true }>): string {
  const problem = 'offline' in receipt ? undefined : receipt.problems[0]
  return problem ? problemWords(t, problem) : t('saving.offline')
}
