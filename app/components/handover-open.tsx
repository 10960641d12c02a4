import { useTranslation } from 'react-i18next'
import { CycleName } from './cycle-name.tsx'
import { dayInWords } from './day.tsx'
import { Details } from './details.tsx'
import { HandoverAgreed } from './handover-agreed.tsx'
import { HandoverPlaces } from './handover-places.tsx'
import type { CycleView, NamedPlace, OpenRow } from './handover-view.ts'
import { StatusTag } from './status-tag.tsx'
import { useLanguage } from './use-language.ts'
import { Worded } from './worded.tsx'

/** One running cycle: what is open and waits, the places, and what is agreed. */
export function HandoverCycle({ cycle }: { cycle: CycleView }) {
  const { t } = useTranslation()
  const { year, version, now, waiting, later, laterCount } = cycle
  const heading = `cycle-${year}`
  return (
    <section className="handover-cycle" aria-labelledby={heading}>
      <h2 id={heading}>
        <CycleName year={year} version={version} />
      </h2>
      <OpenInWords cycle={cycle} />
      {now.length > 0 && (
        <>
          <h3>{t('handover.now')}</h3>
          <OpenRows rows={now} />
        </>
      )}
      {waiting.length > 0 && (
        <>
          <h3>{t('handover.waiting')}</h3>
          <OpenRows rows={waiting} saysWho />
        </>
      )}
      {later.length > 0 && (
        <Details quiet summary={t('handover.later', { count: laterCount })}>
          <OpenRows rows={later} />
        </Details>
      )}
      <HandoverPlaces cycle={cycle} />
      <HandoverAgreed cycle={cycle} />
    </section>
  )
}

/** How much is open, and what is due first. */
function OpenInWords({ cycle: { open, overdue, first } }: { cycle: CycleView }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <p className="lead">
      {open === 0 ? t('handover.nothingOpen') : t('handover.open', { count: open })}
      {overdue > 0 && ` ${t('handover.overdue', { count: overdue })}`}
      {first && (
        <>
          {` ${t('handover.first')} `}
          <Worded wording={first.title} />
          {`, ${t(first.overdue ? 'handover.firstOverdue' : 'handover.firstDue', { day: dayInWords(first.due, language) })}.`}
        </>
      )}
    </p>
  )
}

function OpenRows({ rows, saysWho = false }: { rows: readonly OpenRow[]; saysWho?: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className="due-list">
      {rows.map(({ key, title, state, places, waitsFor }) => (
        <li key={key} className="due-row">
          <div>
            <p className="handover-step">
              <Worded wording={title} />
            </p>
            <p className="due-place">
              <Places places={places} />
              {saysWho && waitsFor && state.kind !== 'waiting' && (
                <>
                  {' · '}
                  {t('handover.answers', { who: waitsFor.units.join(', ') || t(`side.${waitsFor.side}`) })}
                </>
              )}
            </p>
          </div>
          <div>
            <StatusTag state={state} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The places of a step, with links for whoever may open them. */
function Places({ places }: { places: readonly NamedPlace[] }) {
  return (
    <>
      {places.map(({ name, href }, index) => (
        <span key={href ?? name}>
          {index > 0 && ', '}
          {href === null ? name : <a href={href}>{name}</a>}
        </span>
      ))}
    </>
  )
}
