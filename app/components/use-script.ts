import { useSyncExternalStore } from 'react'

/** Whether the page's script runs: what only a script can do is not shown before. */
export function useScript(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}
