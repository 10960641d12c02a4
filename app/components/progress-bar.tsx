import type { Count } from '#app/domain/progress.ts'

/** The same as the words beside it, for those who would rather look; so it is not heard. */
export function ProgressBar({ count }: { count: Count }) {
  if (count.asked === 0) return null
  return <progress className="progress-bar" value={count.complete} max={count.asked} aria-hidden="true" />
}
