import { createContext, useContext, useState, type ReactNode } from 'react'

const Saying = createContext<(words: string) => void>(() => {})

/** Says something in the page's one status line, for those who see it and those who hear it. */
export function useSay(): (words: string) => void {
  return useContext(Saying)
}

/** The one line that says what was saved. `first` is what the server had to say when it made the page. */
export function StatusLine({ first, children }: { first: string | null; children: ReactNode }) {
  const [words, say] = useState(first)
  return (
    <Saying.Provider value={say}>
      <p className="status-line" role="status">
        {words}
      </p>
      {children}
    </Saying.Provider>
  )
}
