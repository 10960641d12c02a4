import { useEffect, useLayoutEffect, useRef } from 'react'

/** Nothing has the focus on the server, where React warns of layout effects. */
const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect

/**
 * Keeps the focus in a form whose button with the focus goes, as the form changes: then the one that is left has it.
 * Where the reader has gone on elsewhere, it stays there.
 */
export function useKeptFocus(changes: string) {
  const ref = useRef<HTMLFormElement>(null)
  const within = useRef(false)
  useLayout(() => {
    if (within.current && document.activeElement === document.body) ref.current?.querySelector('button')?.focus()
  }, [changes])
  return {
    ref,
    onFocus: () => {
      within.current = true
    },
    /** Not told by React of a button that goes while it has the focus. */
    onBlur: () => {
      within.current = false
    },
  }
}
