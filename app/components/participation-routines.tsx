import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { ChoiceGroup } from './choice-group.tsx'
import { Worded } from './worded.tsx'

interface RoutineChoicesProps {
  routines: readonly { id: string; title: Wording; steps: readonly Wording[] }[]
  chosen: readonly string[]
  problem?: string
}

/** The routines a unit can take part in, each with the steps it would agree to. */
export function RoutineChoices({ routines, chosen, problem }: RoutineChoicesProps) {
  const { t } = useTranslation()
  return (
    <ChoiceGroup
      type="checkbox"
      name="routines"
      label={t('participation.ask.routines')}
      hint={t('participation.ask.routinesHint')}
      problem={problem}
      chosen={chosen}
      choices={routines.map(({ id, title, steps }) => ({
        value: id,
        words: <Worded wording={title} />,
        hint: <StepTitles steps={steps} />,
      }))}
    />
  )
}

/** What some steps are called, as one short list. */
export function StepTitles({ steps }: { steps: readonly Wording[] }) {
  return (
    <ul className="participation-steps">
      {steps.map((step) => (
        <li key={step.words}>
          <Worded wording={step} />
        </li>
      ))}
    </ul>
  )
}
