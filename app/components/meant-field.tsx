import { useTranslation } from 'react-i18next'
import { MEANT, type Meant, type Weight } from '#app/domain/meaning.ts'
import { ChoiceGroup } from './choice-group.tsx'

interface MeantFieldProps {
  what: 'step' | 'element'
  /** What the change from the version in force weighs, as far as it is typed. */
  weight: Weight
  /** What was chosen in a form that came back. */
  meant?: string
  /** What was answered when it was last saved: it stands until something more is changed. */
  answered?: Meant | null
  problem?: string
}

/** Only the wording, or the content? Asked where only the editor can tell, and said where it follows from the change. */
export function MeantField({ what, weight, meant, answered, problem }: MeantFieldProps) {
  const { t } = useTranslation()
  if (weight === 'nothing') return null
  if (weight === 'meaning') return <p className="meant-field">{t('stepEditor.meant.itself')}</p>
  return (
    <div className="meant-field">
      <p>{answered ? t(`stepEditor.meant.answered.${answered}`) : t(`stepEditor.meant.hint.${what}`)}</p>
      <ChoiceGroup
        type="radio"
        name="meant"
        label={t('stepEditor.meant.label')}
        problem={problem}
        chosen={meant ? [meant] : []}
        choices={MEANT.map((value) => ({
          value,
          words: t(`stepEditor.meant.${value}`),
          hint: t(`stepEditor.meant.${value}Means.${what}`),
        }))}
      />
    </div>
  )
}
