import { createContext, useContext } from 'react'

/** The nonce of the page being rendered on the server; in the browser there is none, and none is needed. */
export const Nonce = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return useContext(Nonce)
}
