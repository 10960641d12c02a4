import type { UseFormRegister } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { PLACE_KINDS, SIDES } from '#app/domain/place.ts'
import { CARRIED_OUT_BY } from '#app/domain/plan.ts'
import { SelectField } from './select-field.tsx'
import type { StepFields } from './step-fields.ts'

interface StepWhoProps {
  fields: StepFields
  problemOf: (field: string) => string | undefined
  register: UseFormRegister<StepFields>
}

/** Where a step is done, who answers for it, who does it and who confirms. */
export function StepWho({ fields, problemOf, register }: StepWhoProps) {
  const { t } = useTranslation()
  const notChosen = { value: '', words: t('stepEditor.notChosen') }
  const nobody = { value: '', words: t('stepEditor.nobody') }
  const sideOf = (side: (typeof SIDES)[number]) => ({ value: side, words: t(`side.heading.${side}`) })
  const lists = {
    scope: [...PLACE_KINDS].reverse().map((value) => ({ value, words: t(`stepEditor.scope.${value}`) })),
    responsible: [notChosen, ...SIDES.map(sideOf)],
    carriedOutBy: [notChosen, ...CARRIED_OUT_BY.map((value) => ({ value, words: t(`carriedOutBy.${value}`) }))],
    confirmedBy: [
      nobody,
      ...SIDES.filter((side) => side !== 'municipality' || side === fields.confirmedBy).map(sideOf),
    ],
  }
  return (
    <div className="step-who">
      {(['scope', 'responsible', 'carriedOutBy', 'confirmedBy'] as const).map((name) => (
        <SelectField
          key={name}
          label={t(`stepEditor.field.${name}`)}
          hint={t(`stepEditor.who.${name}`)}
          problem={problemOf(name)}
          choices={lists[name]}
          defaultValue={fields[name]}
          {...register(name)}
        />
      ))}
    </div>
  )
}
