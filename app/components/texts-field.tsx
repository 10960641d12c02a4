import type { ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language, type Text } from '#app/domain/language.ts'
import type { FieldProblem } from './error-summary.tsx'
import { Hint, idOf, LabelWords } from './field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

interface TextsFieldProps {
  /** The inputs are named `name.nb`, `name.nn` and `name.en`. */
  name: string
  label: ReactNode
  hint?: ReactNode
  need?: 'required' | 'optional'
  /** What is saved. */
  text: Text | null
  /** What was typed in a form that came back, by field. */
  typed?: Readonly<Record<string, string>>
  problems?: readonly FieldProblem[]
  /** More than one line. */
  rows?: number
  /** Where a form follows what is typed. */
  register?: (language: Language) => UseFormRegisterReturn
}

/** One text in bokmål, nynorsk and English, side by side where there is room. A draft may lack any of them. */
export function TextsField({ name, label, hint, need, text, typed, problems = [], rows, register }: TextsFieldProps) {
  const { t } = useTranslation()
  const id = idOf(name)
  return (
    <fieldset className="ds-fieldset texts-field" id={id} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="ds-label">
        <LabelWords label={label} need={need} />
      </legend>
      <Hint id={id} hint={hint} />
      <div className="texts-languages">
        {LANGUAGES.map((language) => {
          const field = `${name}.${language}`
          const control = {
            name: field,
            label: t(`language.${language}`),
            lang: language,
            defaultValue: typed?.[field] ?? text?.[language] ?? '',
            problem: problems.find((problem) => problem.field === field)?.words,
            ...register?.(language),
          }
          return rows ? <TextArea key={language} rows={rows} {...control} /> : <TextField key={language} {...control} />
        })}
      </div>
    </fieldset>
  )
}
