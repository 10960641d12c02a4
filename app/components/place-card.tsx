import type { Progress } from '#app/domain/progress.ts'
import { PlaceTitle } from './place-title.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { ProgressWords } from './progress-words.tsx'

/** A place of one's own, with how far it has come. */
export function PlaceCard({ href, name, progress }: { href: string; name: string; progress: Progress }) {
  return (
    <li className="place-card">
      <h3>
        <a href={href}>
          <PlaceTitle name={name} />
        </a>
      </h3>
      <ProgressWords progress={progress} />
      <ProgressBar count={progress.obliged} />
    </li>
  )
}
