import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'

interface TickButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'type' | 'className'> {
  words: string
  /** What is ticked, heard and not seen: the row shows it already. */
  of: string
}

/** Ticks a step in one tap: a box at least 44 px high that looks like the one on paper. */
export function TickButton({ words, of, ...rest }: TickButtonProps) {
  return (
    <button className="tick" type="submit" {...rest}>
      <span className="tick-box" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span>
        {words}
        <span className="ds-sr-only">: {of}</span>
      </span>
    </button>
  )
}
