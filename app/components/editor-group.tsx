import type { ReactNode } from 'react'

interface EditorGroupProps {
  id: string
  heading: string
  lead?: string
  children: ReactNode
}

/** One group of a long form: what it is about, and its fields beside that. */
export function EditorGroup({ id, heading, lead, children }: EditorGroupProps) {
  return (
    <section className="editor-group" aria-labelledby={`group-${id}`}>
      <header>
        <h2 id={`group-${id}`}>{heading}</h2>
        {lead && <p className="quiet">{lead}</p>}
      </header>
      <div className="editor-fields">{children}</div>
    </section>
  )
}
