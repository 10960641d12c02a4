import { useTranslation } from 'react-i18next'
import { DraftMark } from './draft-mark.tsx'
import type { AreaOutline, ElementLineView, PartView, RoutineOutline, StepLineView } from './outline-view.ts'
import { Worded } from './worded.tsx'

/** A routine in the outline: its name, how many steps, and the steps as far as there is room. */
export function RoutineInOutline({ routine }: { routine: RoutineOutline }) {
  const { t } = useTranslation()
  const { id, title, count, steps } = routine
  return (
    <>
      <PartHeading part={routine} to={`/plan/draft/routines/${id}`} />
      {steps === null || count === 0 ? (
        <p className="quiet">{t('draft.facts.steps', { count })}</p>
      ) : (
        <ol className="outline-steps">
          {steps.map((step) => (
            <li key={step.id}>
              <StepLine step={step} />
            </li>
          ))}
        </ol>
      )}
      <p>
        <a className="more" href={`/plan/draft/routines/${id}/steps/new`}>
          {t('draft.newStep')}
          <span className="ds-sr-only">: {title.words}</span>
        </a>
      </p>
    </>
  )
}

/** A step in a line: what, when, who. */
export function StepLine({ step }: { step: StepLineView }) {
  const { id, title, due, who } = step
  return (
    <div className="outline-step">
      <p>
        <a href={`/plan/draft/steps/${id}`}>
          <Worded wording={title} />
        </a>{' '}
        <DraftMark {...step} />
      </p>
      <p>{due}</p>
      <p>{who}</p>
    </div>
  )
}

/** An area of the framework in the outline, with its elements. */
export function AreaInOutline({ area }: { area: AreaOutline }) {
  const { t } = useTranslation()
  const { id, title, count, elements } = area
  return (
    <>
      <PartHeading part={area} to={`/plan/draft/areas/${id}`} />
      {elements === null || count === 0 ? (
        <p className="quiet">{t('draft.facts.elements', { count })}</p>
      ) : (
        <ul className="outline-steps">
          {elements.map((element) => (
            <li key={element.id}>
              <a href={`/plan/draft/elements/${element.id}`}>
                <Worded wording={element.title} />
              </a>{' '}
              <DraftMark {...element} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a className="more" href={`/plan/draft/areas/${id}/elements/new`}>
          {t('draft.newElement')}
          <span className="ds-sr-only">: {title.words}</span>
        </a>
      </p>
    </>
  )
}

/** An element in a line: what the kindergarten does, and the school. */
export function ElementLine({ element }: { element: ElementLineView }) {
  const { t } = useTranslation()
  const { id, title, school } = element
  return (
    <div className="outline-element">
      <p>
        <a href={`/plan/draft/elements/${id}`}>
          <Worded wording={title} />
        </a>{' '}
        <DraftMark {...element} />
      </p>
      <p>
        {t('plan.inSchool')}: <Worded wording={school} />
      </p>
    </div>
  )
}

function PartHeading({ part, to }: { part: PartView; to: string }) {
  return (
    <h3 className="part-title">
      <a href={to}>
        <Worded wording={part.title} />
      </a>{' '}
      <DraftMark {...part} />
    </h3>
  )
}
