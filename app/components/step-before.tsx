import { useTranslation } from 'react-i18next'
import { Details } from './details.tsx'
import { fieldsOf } from './step-fields.ts'
import { stepInWords, stepLabels, type StepChoices } from './step-in-words.ts'
import type { WrittenStep } from '#app/domain/plan.ts'
import { useLanguage } from './use-language.ts'

interface StepBeforeProps {
  before: WrittenStep
  /** The number of the version the draft was begun from. */
  version: number
  /** Its routine in that version. */
  routine: string
  choices: StepChoices
}

/** What a step says in the version the draft was begun from, to look at while it is rewritten. */
export function StepBefore({ before, version, routine, choices }: StepBeforeProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const codes = before.legalBasis.map(({ code }) => code)
  const words = { ...stepInWords(fieldsOf(before, ''), codes, choices, t, language), routineId: routine }
  return (
    <Details summary={t('stepEditor.before', { number: version })}>
      <dl className="step-before">
        {stepLabels(t)
          .filter(({ name }) => words[name as keyof typeof words])
          .map(({ name, label, lang }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd lang={lang}>{words[name as keyof typeof words]}</dd>
            </div>
          ))}
      </dl>
    </Details>
  )
}
