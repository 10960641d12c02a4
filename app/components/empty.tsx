import type { ReactNode } from 'react'

interface EmptyProps {
  /** What is missing. */
  title: string
  why: ReactNode
  /** What to do next: a link or a button. */
  next?: ReactNode
}

/** A page or a part of one with nothing in it yet. */
export function Empty({ title, why, next }: EmptyProps) {
  return (
    <section className="empty">
      <h2>{title}</h2>
      <p>{why}</p>
      {next && <p className="empty-next">{next}</p>}
    </section>
  )
}
