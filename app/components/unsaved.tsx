import { useBlocker } from '@remix-run/react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/**
 * Stands in a form, and asks before somebody leaves it with something typed and not saved. `unsaved` is true where the
 * form came back with problems, `sentTo` the path it is sent to where that is another page. Give the form a `key` that
 * changes when it was saved.
 */
export function Unsaved({ unsaved = false, sentTo }: { unsaved?: boolean; sentTo?: string }) {
  const [typed, setTyped] = useState(unsaved)
  const here = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const form = here.current?.closest('form')
    const hear = () => setTyped(true)
    form?.addEventListener('input', hear)
    return () => form?.removeEventListener('input', hear)
  }, [])

  return <AskFirst here={here} isUnsaved={() => typed} sentTo={sentTo} />
}

/**
 * The same beside several forms that are saved one by one, whose text fields are empty until somebody types in them. `part`
 * is what in the address chooses which of them are shown, where something does.
 */
export function UnsavedAmong({ part }: { part?: string }) {
  const here = useRef<HTMLDialogElement>(null)
  const isUnsaved = () => {
    const fields = here.current?.parentElement?.querySelectorAll('textarea') ?? []
    return [...fields].some(({ value }) => value.trim() !== '')
  }
  return <AskFirst here={here} isUnsaved={isUnsaved} part={part} />
}

interface AskFirstProps {
  here: RefObject<HTMLDialogElement>
  isUnsaved: () => boolean
  sentTo?: string
  part?: string
}

function AskFirst({ here, isUnsaved, sentTo, part }: AskFirstProps) {
  const { t } = useTranslation()
  const partOf = ({ search }: { search: string }) => (part ? new URLSearchParams(search).get(part) : null)
  const { state, reset, proceed } = useBlocker(({ currentLocation: from, nextLocation: to }) => {
    const stays = [from.pathname, sentTo].includes(to.pathname) && partOf(from) === partOf(to)
    return isUnsaved() && !stays
  })

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  })

  useEffect(() => {
    if (state === 'blocked') here.current?.showModal()
    else here.current?.close()
  }, [state, here])

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
