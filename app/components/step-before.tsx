import { useTranslation } from 'react-i18next'
import { inLanguage } from '#app/domain/language.ts'
import type { WrittenStep } from '#app/domain/plan.ts'
import { InWords, plain, type Said } from './both-texts.tsx'
import { Details } from './details.tsx'
import { fieldsOf } from './step-fields.ts'
import { stepInWords, stepLabels } from './step-in-words.ts'
import { useLanguage } from './use-language.ts'

interface StepBeforeProps {
  before: WrittenStep
  /** The number of the version the draft was begun from. */
  version: number
  /** Its routine in that version. */
  routine: string
}

/** What a step says in the version the draft was begun from, to look at while it is rewritten. */
export function StepBefore({ before, version, routine }: StepBeforeProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const bases = before.legalBasis.map(({ code, title }) => ({ code, title: inLanguage(title, language) }))
  const codes = bases.map(({ code }) => code)
  const words: Record<string, Said> = {
    ...stepInWords(fieldsOf(before, ''), codes, { routines: [], bases }, t, language),
    routineId: routine,
  }
  return (
    <Details summary={t('stepEditor.before', { number: version })}>
      <dl className="step-before">
        {stepLabels(t)
          .filter(({ name }) => plain(words[name]))
          .map(({ name, label, lang }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd lang={lang}>
                <InWords said={words[name]} />
              </dd>
            </div>
          ))}
      </dl>
    </Details>
  )
}
