import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Part } from '#app/domain/draft.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { problemWords } from './problem-words.ts'

interface TakingOutProps {
  what: Part
  id: string
  title: string
  form: string
  back: string
  /** The button a reader comes back to: it stands where they pressed another one. */
  arrived?: boolean
}

/** Takes a part out of the draft. It can be put back at once, or later. */
export function TakeOut({ at, ...button }: TakingOutProps & { at: number }) {
  const { t } = useTranslation()
  return (
    <PartButton action="/plan/draft/removal" {...button} at={at}>
      {t('draft.removal.button')}
    </PartButton>
  )
}

/** Puts a part back that was taken out. */
export function PutBack(button: TakingOutProps) {
  const { t } = useTranslation()
  return (
    <PartButton action="/plan/draft/return" {...button}>
      {t('draft.return.button')}
    </PartButton>
  )
}

function PartButton({
  action,
  what,
  id,
  title,
  form,
  back,
  at,
  arrived = false,
  children,
}: TakingOutProps & { action: string; at?: number; children: string }) {
  const fetcher = useFetcher<Receipt>()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (arrived) button.current?.focus()
  }, [arrived])
  return (
    <fetcher.Form method="post" action={action} preventScrollReset className="part-button">
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="back" value={back} />
      {at !== undefined && <input type="hidden" name="at" value={at} />}
      <button type="submit" ref={button} className="row-button" aria-busy={fetcher.state !== 'idle'}>
        {children}
        <span className="ds-sr-only">: {title}</span>
      </button>
      <NotSent receipt={fetcher.state === 'idle' ? fetcher.data : undefined} />
    </fetcher.Form>
  )
}

function NotSent({ receipt }: { receipt: Receipt | undefined }) {
  const { t } = useTranslation()
  if (!receipt || receipt.saved) return null
  const problem = 'offline' in receipt ? undefined : receipt.problems[0]
  return (
    <p className="step-problem" role="alert">
      {problem ? problemWords(t, problem) : t('saving.offline')}
    </p>
  )
}
