import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/place.ts'
import type { Progress } from '#app/domain/progress.ts'
import { BehindList, type BehindView } from './behind-list.tsx'
import { FewFirst } from './few-first.tsx'
import { OwnedUnits, type OwnedUnitView } from './participation-owned.tsx'
import { PlaceCard } from './place-card.tsx'
import { ProgressWords } from './progress-words.tsx'
import { stateWords } from './state-words.ts'
import { StepRow, type RowView } from './step-row.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** A unit that others wait for, with the steps they wait for. Null where several kindergartens answer together. */
export interface WaitingView {
  unit: string | null
  side: Side
  lines: readonly Pick<RowView, 'href' | 'title' | 'state' | 'place'>[]
}

/** What a person has to do in one cycle, in the shape home shows it in. */
export interface CycleWorkView {
  year: number
  now: readonly RowView[]
  /** What the reader answered today: it can be taken back where it stands. */
  answered: readonly RowView[]
  /** The next thing that is not due yet. */
  later: RowView | null
  waiting: readonly WaitingView[]
  /** The units that the reader owns and does not work at. */
  owned: readonly OwnedUnitView[]
  places: readonly { href: string; name: string | null; together: boolean; progress: Progress }[]
  /** Where a school sees the groups that come to it. */
  incoming: readonly { href: string; words: string }[]
  followUp: { progress: Progress; behind: readonly BehindView[] } | null
}

/** More than a handful is not one glance. */
const GLANCE = 6

/** One cycle on home: what is due, what others owe, and one's places. */
export function CycleWork({ work, form }: { work: CycleWorkView; form: string }) {
  const { t } = useTranslation()
  const { year, now, waiting, owned, places } = work
  return (
    <section className="cycle-work" aria-labelledby={`cycle-${year}`}>
      <h2 id={`cycle-${year}`}>{t('cycle.name', { year })}</h2>
      {work.incoming.map(({ href, words }) => (
        <p className="more" key={href}>
          <a href={href}>{words}</a>
        </p>
      ))}
      {now.length > 0 && (
        <>
          <h3>{t('home.now')}</h3>
          <FewFirst
            items={now}
            few={GLANCE}
            list={(rows) => (
              <ol className="step-list">
                {rows.map((row) => (
                  <StepRow key={row.href} row={row} form={form} back="/" />
                ))}
              </ol>
            )}
          />
        </>
      )}
      {owned.length > 0 && <OwnedUnits units={owned} />}
      {waiting.length > 0 && (
        <>
          <h3>{t('home.waiting')}</h3>
          <FewFirst items={waiting} few={GLANCE} list={(units) => <WaitingList units={units} />} />
        </>
      )}
      <FollowUp work={work} />
      {places.length > 0 && (
        <>
          <h3>{t('home.places')}</h3>
          <ul className="place-list">
            {places.map(({ href, name, together, progress }) => (
              <PlaceCard
                key={href}
                href={href}
                name={together ? t('place.together', { school: name }) : (name ?? t('side.heading.municipality'))}
                progress={progress}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Who is waited for, and for which steps since when. */
function WaitingList({ units }: { units: readonly WaitingView[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ul className="due-list">
      {units.map(({ unit, side, lines }) => (
        <li className="waiting-unit" key={unit ?? side}>
          <p className="due-title">{unit ?? t(`side.heading.${side}`)}</p>
          <ul className="waiting-steps">
            {lines.map(({ href, title, state, place }) => (
              <li key={href}>
                <a href={href}>
                  <Worded wording={title} />
                </a>
                <span className="due-place">
                  {unit === null && `${place} · `}
                  {stateWords(state, t, language)}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function FollowUp({ work: { year, followUp } }: { work: CycleWorkView }) {
  const { t } = useTranslation()
  if (!followUp) return null
  return (
    <>
      <h3>{t('overview.followUp')}</h3>
      <p>
        <ProgressWords progress={followUp.progress} />
      </p>
      {followUp.behind.length > 0 ? <BehindList places={followUp.behind} /> : <p>{t('overview.nobodyBehind')}</p>}
      <p>
        <a className="ds-link" href={`/cycles/${year}`}>
          {t('overview.open', { year })}
        </a>
      </p>
    </>
  )
}
