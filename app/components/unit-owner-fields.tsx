import { useTranslation } from 'react-i18next'
import { LONGEST_NAME } from '#app/domain/unit-change.ts'
import { ChoiceGroup } from './choice-group.tsx'
import type { Returned } from './returned.ts'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

interface UnitOwnerFieldsProps extends Pick<Returned, 'wordsOf' | 'typed'> {
  owners: readonly { value: string; words: string }[]
}

/** One of the owners there are, or a new one with what kind it is. */
export function UnitOwnerFields({ owners, wordsOf, typed }: UnitOwnerFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        name="owner"
        label={t('units.owner')}
        defaultValue={typed.owner}
        choices={[
          { value: '', words: t('field.choose') },
          ...owners,
          { value: 'another', words: t('units.anotherOwner') },
        ]}
        problem={wordsOf('owner')}
      />
      <TextField
        name="ownerName"
        label={t('units.newOwner')}
        hint={t('units.newOwnerHint')}
        maxLength={LONGEST_NAME}
        defaultValue={typed.ownerName}
        problem={wordsOf('ownerName')}
      />
      <ChoiceGroup
        type="radio"
        name="ownership"
        label={t('units.newOwnership')}
        choices={(['municipal', 'private'] as const).map((value) => ({
          value,
          words: t(`units.ownershipIs.${value}`),
        }))}
        chosen={typed.ownership ? [typed.ownership] : []}
        problem={wordsOf('ownership')}
      />
    </>
  )
}
