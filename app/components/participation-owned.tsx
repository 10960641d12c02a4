import type { Progress } from '#app/domain/progress.ts'
import { Details } from './details.tsx'
import { PlaceCard } from './place-card.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { ProgressWords } from './progress-words.tsx'

/** A unit on its owner's home, with what was answered for it and how far all its places have come. */
export interface OwnedUnitView {
  id: string
  href: string
  name: string
  /** The answer in words and the way to it; null where nobody is asked. */
  answer: { words: string; href: string; link: string } | null
  progress: Progress
  pairs: { words: string; places: readonly { href: string; name: string; progress: Progress }[] } | null
}

/** An owner's units, each with its pairs folded away. */
export function OwnedUnits({ units }: { units: readonly OwnedUnitView[] }) {
  return (
    <ul className="owned-units">
      {units.map(({ id, href, name, answer, progress, pairs }) => (
        <li key={id} className="card owned-unit">
          <h3>
            <a href={href}>{name}</a>
          </h3>
          {answer && (
            <p className="owned-answer">
              <strong>{answer.words}</strong>
              <a href={answer.href}>{answer.link}</a>
            </p>
          )}
          <ProgressWords progress={progress} />
          <ProgressBar count={progress.obliged} />
          {pairs && (
            <Details quiet summary={pairs.words}>
              <ul className="place-list">
                {pairs.places.map((place) => (
                  <PlaceCard key={place.href} {...place} />
                ))}
              </ul>
            </Details>
          )}
        </li>
      ))}
    </ul>
  )
}
