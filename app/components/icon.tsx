export type IconName = 'check' | 'late' | 'waiting' | 'disputed' | 'next' | 'up' | 'down'

/** One of Aksel's icons, always beside words that say the same: drawn by icons.css and never heard. */
export function Icon({ name }: { name: IconName }) {
  return <span className={`icon icon-${name}`} aria-hidden="true" />
}
