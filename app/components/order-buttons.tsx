import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '#app/domain/draft.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { Icon } from './icon.tsx'
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

const ACTION = '/plan/draft/order'

/** A place up or down. The focus stays on the button; at an end, where it is gone, it goes to the other one. */
export function OrderButtons({ what, id, title, at, of, form, back }: OrderButtonsProps) {
  const { t } = useTranslation()
  const fetcher = useFetcher<Receipt>()
  const receipt = fetcher.state === 'idle' ? fetcher.data : undefined
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)
  const pressed = useRef('1')
  const busy = useRef(false)
  const waiting = useRef<string[]>([])
  const say = useSay()

  const send = (by: string) => {
    busy.current = true
    pressed.current = by
    fetcher.submit({ what, id, form, back, by }, { method: 'post', action: ACTION })
  }

  const press = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const by = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') ?? '1'
    if (busy.current) waiting.current.push(by)
    else send(by)
  }

  useEffect(() => {
    if (!receipt) return
    busy.current = false
    const [button, other] = pressed.current === '1' ? [down, up] : [up, down]
    ;(button.current ?? other.current)?.focus()
    const next = waiting.current.shift()
    if (receipt.saved && next && button.current) return send(next)
    waiting.current = []
    say(receipt.saved ? t('draft.order.moved', { title, at, of }) : t('saving.not', { title }))
    // Said once per receipt; the row has its new place by then.
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
    >
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="back" value={back} />
      {at > 1 && (
        <button type="submit" name="by" value="-1" ref={up} className="order-button">
          <Icon name="up" />
          <span className="ds-sr-only">{t('draft.order.up', { title })}</span>
        </button>
      )}
      {at < of && (
        <button type="submit" name="by" value="1" ref={down} className="order-button">
          <Icon name="down" />
          <span className="ds-sr-only">{t('draft.order.down', { title })}</span>
        </button>
      )}
    </fetcher.Form>
  )
}
