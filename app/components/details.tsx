import type { ReactNode } from 'react'

interface DetailsProps {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  /** Looks like a link beside a row, without a frame. */
  quiet?: boolean
}

/** Something to unfold, by the browser itself. */
export function Details({ summary, children, open, quiet }: DetailsProps) {
  return (
    <details className={quiet ? 'details-quiet' : 'ds-details'} open={open}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  )
}
