import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '#app/domain/draft.ts'
import type { Moved, Receipt } from '#app/domain/problem.ts'
import { Icon } from './icon.tsx'
import { useKeptFocus } from './kept-focus.ts'
import { useSay } from './status-line.tsx'

interface OrderButtonsProps {
  what: Part
  id: string
  title: string
  /** The place it has among its own, and how many they are. */
  at: number
  of: number
  form: string
  back: string
}

type Way = '-1' | '1'

const ACTION = '/plan/draft/order'

/**
 * A place up or down. The focus stays on the button; at an end, where it is gone, it goes to the other one. React Router
 * hands the receipt over while the row may still stand in its old place, so what is said and done next is the receipt's.
 */
export function OrderButtons({ what, id, title, at, of, form, back }: OrderButtonsProps) {
  const { t } = useTranslation()
  const fetcher = useFetcher<Receipt<Moved>>()
  const receipt = fetcher.state === 'idle' ? fetcher.data : undefined
  const busy = useRef(false)
  const moves = useRef(0)
  const waiting = useRef<Way[]>([])
  const keptFocus = useKeptFocus(`${at} of ${of}`)
  const say = useSay()

  const send = (by: Way) => {
    busy.current = true
    fetcher.submit({ what, id, form: `${form}.${moves.current}`, back, by }, { method: 'post', action: ACTION })
  }

  const press = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const button = (event.nativeEvent as SubmitEvent).submitter
    const by = button?.getAttribute('value') === '-1' ? '-1' : '1'
    button?.focus()
    if (busy.current) waiting.current.push(by)
    else send(by)
  }

  useEffect(() => {
    if (!receipt) return
    busy.current = false
    const next = waiting.current.shift()
    if (receipt.saved) moves.current += 1
    if (receipt.saved && next && goesOn(receipt, next)) return send(next)
    waiting.current = []
    say(receipt.saved ? t('draft.order.moved', { title, at: receipt.at, of: receipt.of }) : t('saving.not', { title }))
    // Said once per receipt.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [receipt])

  if (of < 2) return null
  return (
    <fetcher.Form
      method="post"
      action={ACTION}
      className="order-buttons"
      onSubmit={press}
      aria-busy={fetcher.state !== 'idle'}
      {...keptFocus}
    >
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="back" value={back} />
      {at > 1 && (
        <button type="submit" name="by" value="-1" className="order-button">
          <Icon name="up" />
          <span className="ds-sr-only">{t('draft.order.up', { title })}</span>
        </button>
      )}
      {at < of && (
        <button type="submit" name="by" value="1" className="order-button">
          <Icon name="down" />
          <span className="ds-sr-only">{t('draft.order.down', { title })}</span>
        </button>
      )}
    </fetcher.Form>
  )
}

function goesOn({ at, of }: Moved, by: Way): boolean {
  return by === '1' ? at < of : at > 1
}
