import type { ReactNode } from 'react'

/** A region that a wide table scrolls in, by finger, wheel or arrow keys, so that the page itself never does. */
export function ScrollTable({
  name,
  className = '',
  children,
}: {
  name: string
  className?: string
  children: ReactNode
}) {
  return (
    // A region that scrolls must take focus, or the keyboard cannot reach what is out of sight.
    <div className={`scroll-table ${className}`.trim()} role="region" aria-label={name} tabIndex={0}>
      {children}
    </div>
  )
}
