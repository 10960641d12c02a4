import { useBlocker } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/**
 * Stands in a form, and asks before somebody leaves it with something typed and not saved. `unsaved` is true where the
 * form came back with problems, `sentTo` the path it is sent to where that is another page. Give the form a `key` that
 * changes when it was saved.
 */
export function Unsaved({ unsaved = false, sentTo }: { unsaved?: boolean; sentTo?: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(unsaved)
  const here = useRef<HTMLDialogElement>(null)
  const { state, reset, proceed } = useBlocker(
    ({ currentLocation, nextLocation }) => typed && ![currentLocation.pathname, sentTo].includes(nextLocation.pathname),
  )

  useEffect(() => {
    const form = here.current?.closest('form')
    const hear = () => setTyped(true)
    form?.addEventListener('input', hear)
    return () => form?.removeEventListener('input', hear)
  }, [])

  useEffect(() => {
    if (!typed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [typed])

  useEffect(() => {
    if (state === 'blocked') here.current?.showModal()
    else here.current?.close()
  }, [state])

  return (
    <dialog className="unsaved" ref={here} aria-labelledby="unsaved-heading" onCancel={() => reset?.()}>
      <h2 id="unsaved-heading">{t('stepEditor.unsaved.heading')}</h2>
      <p>{t('stepEditor.unsaved.text')}</p>
      <div className="actions">
        <Button type="button" onClick={() => reset?.()}>
          {t('stepEditor.unsaved.stay')}
        </Button>
        <Button type="button" variant="secondary" danger onClick={() => proceed?.()}>
          {t('stepEditor.unsaved.leave')}
        </Button>
      </div>
    </dialog>
  )
}
