import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '#app/domain/language.ts'
import { MOST_ROWS } from '#app/domain/plan-table.ts'
import { Button } from './button.tsx'
import { ChoiceGroup } from './choice-group.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

export const TABLE_PATH = '/plan/draft/table'

/** What was typed of a table's form, and the problems in the reader's words. */
export interface PasteFields {
  routines: readonly { id: string; title: Wording }[]
  typed: Readonly<Record<string, string>>
  problemOf: (field: string) => string | undefined
}

/** Where a table is pasted in. */
export function PasteForm({ routines, typed, problemOf }: PasteFields) {
  const { t } = useTranslation()
  return (
    <Form method="post" action={TABLE_PATH} className="form paste-form">
      <TextArea
        name="pasted"
        label={t('table.pasted')}
        hint={t('table.pastedHint', { most: MOST_ROWS })}
        rows={12}
        spellCheck={false}
        defaultValue={typed.pasted}
        problem={problemOf('pasted')}
      />
      <ChoiceGroup
        type="radio"
        name="language"
        label={t('table.language')}
        choices={[
          { value: 'nb', words: t('language.nb') },
          { value: 'nn', words: t('language.nn'), hint: t('table.languageNn') },
        ]}
        chosen={[typed.language === 'nn' ? 'nn' : 'nb']}
      />
      <RoutineFields routines={routines} typed={typed} problemOf={problemOf} />
      <Button>{t('table.read')}</Button>
    </Form>
  )
}

/** The routine that the steps go into: one that is there, or a new one with a name. */
export function RoutineFields({ routines, typed, problemOf }: PasteFields) {
  const { t } = useTranslation()
  const choices = [
    ...routines.map(({ id, title }) => ({ value: id, words: title.words })),
    { value: '', words: t('table.newRoutine') },
  ]
  return (
    <>
      <SelectField
        name="routine"
        label={t('table.routine')}
        choices={choices}
        defaultValue={typed.routine ?? choices[0]?.value}
        problem={problemOf('routine')}
      />
      <TextField
        name="routineTitle"
        label={t('table.routineTitle')}
        hint={t('table.routineTitleHint')}
        defaultValue={typed.routineTitle}
        problem={problemOf('routineTitle')}
      />
    </>
  )
}
