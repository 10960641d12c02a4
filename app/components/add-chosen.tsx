import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { useScript } from './use-script.ts'

/** The button under rows to choose from. It counts for itself: hundreds of rows need not be drawn again for a number. */
export function AddChosen({ first }: { first: number }) {
  const { t } = useTranslation()
  const hasScript = useScript()
  const [count, setCount] = useState(first)
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = here.current?.closest('form')
    const countAgain = () => setCount(form?.querySelectorAll('[name="include"]:checked').length ?? 0)
    form?.addEventListener('change', countAgain)
    return () => form?.removeEventListener('change', countAgain)
  }, [])
  return (
    <span ref={here}>
      <Button>{hasScript ? t('table.add', { count }) : t('table.addChosen')}</Button>
    </span>
  )
}
