import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { CountedOf } from '#app/domain/adoption-sum.ts'
import type { AffectedView, FateView, StepAdoptionView, StepTotalView } from './adoption-parts.ts'
import { Day } from './day.tsx'
import { Details } from './details.tsx'
import { PlaceTitle } from './place-title.tsx'
import { Worded } from './worded.tsx'

/** What an adoption does, step by step: at how many places each thing becomes of it. */
export function AdoptionSteps({ steps }: { steps: readonly StepTotalView[] }) {
  const { t } = useTranslation()
  return (
    <ul className="adoption-list">
      {steps.map(({ id, title, kind, due, counts }) => (
        <li key={id}>
          <p className="due-title">
            <Worded wording={title} />
          </p>
          <p className="step-meta">
            <span>{t(`adoption.at.${kind}`)}</span>
            {due && <DueChange due={due} />}
            {counts.map(({ of, count }) => (
              <Count key={of} of={of} count={count} />
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The places that something changes at, each with its steps to unfold. */
export function AffectedPlaces({ places }: { places: readonly AffectedView[] }) {
  const { t } = useTranslation()
  return (
    <ol className="adoption-list">
      {places.map(({ href, name, counts, steps }) => (
        <li key={href}>
          <p className="due-title">
            <a href={href}>
              <PlaceTitle name={name ?? t('side.heading.municipality')} />
            </a>
          </p>
          <p className="step-meta">
            {counts.map(({ of, count }) => (
              <Count key={of} of={of} count={count} />
            ))}
          </p>
          <Details
            quiet
            summary={
              <>
                {t('adoption.showSteps', { count: steps.length })}
                <span className="ds-sr-only">: {name ?? t('side.heading.municipality')}</span>
              </>
            }
          >
            <ul className="adoption-fates">
              {steps.map((step) => (
                <li key={step.id}>
                  <Worded wording={step.title} />
                  <span className="due-place">
                    {fateWords(step, t)}
                    {step.due && (
                      <>
                        {' · '}
                        <DueChange due={step.due} />
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          </Details>
        </li>
      ))}
    </ol>
  )
}

/** The due day; with the one it was where that was another. */
export function DueChange({ due: { from, to } }: { due: NonNullable<StepAdoptionView['due']> }) {
  const { t } = useTranslation()
  return (
    <span>
      {t('checklist.due')} <Day at={to} year />
      {from && (
        <>
          {' '}
          ({t('adoption.dueBefore')} <Day at={from} year />)
        </>
      )}
    </span>
  )
}

/** What opens again and what gets late stands out. */
function Count({ of, count }: { of: CountedOf; count: number }) {
  const { t } = useTranslation()
  const words = t(`adoption.count.${of}`, { count })
  if (of === 'opens again' || of === 'into the past') {
    return (
      <span className="ds-tag" data-color={of === 'opens again' ? 'warning' : 'danger'}>
        {words}
      </span>
    )
  }
  return <span>{words}</span>
}

/** What becomes of a step at one place, in words. */
function fateWords({ fate, answered, intoPast, reworded, moved }: FateView, t: TFunction): string {
  const parts = [
    fate !== 'stays' && t(`adoption.fate.${fate}`),
    fate === 'falls away' && answered && t('adoption.answersKept'),
    reworded && fate !== 'opens again' && t('adoption.fate.reworded'),
    moved && t('adoption.fate.moved'),
    intoPast && t('adoption.fate.intoPast'),
  ]
  return parts.filter(Boolean).join(' · ') || t('adoption.fate.due')
}
