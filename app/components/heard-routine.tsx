import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { Said, Talking, type Talk } from './talking.tsx'
import { Details } from './details.tsx'
import { useSavedAs } from './saved-as.ts'
import { HeardStep, type HeardStepView } from './heard-step.tsx'
import { Worded } from './worded.tsx'

interface HeardRoutineProps {
  routine: {
    id: string
    title: Wording
    purpose: Wording | null
    steps: readonly HeardStepView[]
    takenOut: readonly Wording[]
  }
  talk: Talk
}

/** A routine of the draft: each step with what was said of it, and a folded form to say something. */
export function HeardRoutine({ routine: { title, purpose, steps, takenOut }, talk }: HeardRoutineProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="routine">
      <h2 id="routine">
        <Worded wording={title} />
      </h2>
      {purpose && (
        <p>
          <Worded wording={purpose} />
        </p>
      )}
      {steps.length === 0 && <p>{t('hearing.noSteps')}</p>}
      {steps.length > 0 && (
        <ol className="plan-steps">
          {steps.map((step) => (
            <HeardStep key={step.id} step={step}>
              <Commenting step={step.id} talk={talk} />
            </HeardStep>
          ))}
        </ol>
      )}
      {takenOut.length > 0 && (
        <>
          <h3>{t('hearing.takenOut')}</h3>
          <ul>
            {takenOut.map((title) => (
              <li key={title.words}>
                <Worded wording={title} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Commenting({ step, talk }: { step: string; talk: Talk }) {
  const { t } = useTranslation()
  const savedAs = useSavedAs(talk.form, talk.said === step)
  if (!talk.open) return <Talking step={step} talk={talk} />
  return (
    <>
      <Said step={step} talk={talk} />
      <Details key={savedAs} quiet summary={t('hearing.comment')} open={talk.returned?.step === step}>
        <Talking step={step} talk={talk} />
      </Details>
    </>
  )
}
