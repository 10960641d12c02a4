import { useState } from 'react'
import type { RowView } from './step-row.tsx'

/**
 * While a page is open its rows stay where they are, also once they are answered: then an answer can be taken back,
 * and nothing else comes under a finger or a focus that is still there. What is new comes last.
 */
export function useSteadyRows(asked: readonly RowView[], answered: readonly RowView[]): RowView[] {
  const [order, setOrder] = useState(() => asked.map(({ href }) => href))
  const fresh = asked.map(({ href }) => href).filter((href) => !order.includes(href))
  if (fresh.length > 0) setOrder([...order, ...fresh])
  const rows = new Map([...answered, ...asked].map((row) => [row.href, row]))
  return order.flatMap((href) => rows.get(href) ?? [])
}
