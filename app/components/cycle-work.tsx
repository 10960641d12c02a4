import { useTranslation } from 'react-i18next'
import type { Progress } from '#app/domain/progress.ts'
import { BehindList, type BehindView } from './behind-list.tsx'
import { Day } from './day.tsx'
import { FewFirst } from './few-first.tsx'
import { PlaceCard } from './place-card.tsx'
import { ProgressWords } from './progress-words.tsx'
import { StatusTag } from './status-tag.tsx'
import { StepRow, type RowView } from './step-row.tsx'
import { Worded } from './worded.tsx'

/** What a person has to do in one cycle, in the shape home shows it in. */
export interface CycleWorkView {
  year: number
  now: readonly RowView[]
  /** The next thing that is not due yet. */
  later: RowView | null
  waiting: readonly RowView[]
  places: readonly { href: string; name: string | null; together: boolean; progress: Progress }[]
  followUp: { progress: Progress; behind: readonly BehindView[]; count: number } | null
}

/** More than a handful is not one glance. */
const GLANCE = 6

/** One cycle on home: what is due, what others owe, and one's places. */
export function CycleWork({ work, form }: { work: CycleWorkView; form: string }) {
  const { t } = useTranslation()
  const { year, now, later, waiting, places } = work
  return (
    <section className="cycle-work" aria-labelledby={`cycle-${year}`}>
      <h2 id={`cycle-${year}`}>{t('cycle.name', { year })}</h2>
      {now.length > 0 && (
        <>
          <h3>{t('home.now')}</h3>
          <FewFirst
            items={now}
            few={GLANCE}
            list={(rows) => (
              <ol className="step-list">
                {rows.map((row) => (
                  <StepRow key={row.id} row={row} form={form} back="/" />
                ))}
              </ol>
            )}
          />
        </>
      )}
      {now.length === 0 && later && (
        <p className="home-later">
          {t('home.later')}{' '}
          <a href={later.href}>
            <Worded wording={later.title} />
          </a>
          , <Day at={later.due} />.
        </p>
      )}
      {waiting.length > 0 && (
        <>
          <h3>{t('home.waiting')}</h3>
          <FewFirst items={waiting} few={GLANCE} list={(rows) => <WaitingList rows={rows} />} />
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

/** What others have to answer: the step, where, and who is waited for since when. */
function WaitingList({ rows }: { rows: readonly RowView[] }) {
  return (
    <ul className="due-list">
      {rows.map((row) => (
        <li className="due-row" key={row.id}>
          <span>
            <span className="due-title">
              <a href={row.href}>
                <Worded wording={row.title} />
              </a>
            </span>
            <br />
            <span className="due-place">{row.place}</span>
          </span>
          <StatusTag state={row.state} />
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
