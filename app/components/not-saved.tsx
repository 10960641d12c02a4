import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '#app/domain/problem.ts'

/** Says that a form did not get through, with the focus: its button may be far below. */
export function NotSaved({ receipt }: { receipt: Receipt | undefined }) {
  const { t } = useTranslation()
  const words = useRef<HTMLParagraphElement>(null)
  useEffect(() => words.current?.focus(), [receipt])
  if (!receipt || !('offline' in receipt)) return null
  return (
    <p className="step-problem" tabIndex={-1} ref={words}>
      {t('saving.offline')}
    </p>
  )
}
