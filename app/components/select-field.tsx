import type { ComponentProps } from 'react'
import { Field, wiring, type FieldProps } from './field.tsx'

export interface Choice {
  value: string
  words: string
}

/** One of many, in a list. */
export function SelectField({
  name,
  label,
  hint,
  problem,
  need,
  id,
  choices,
  ...rest
}: FieldProps & { choices: readonly Choice[] } & Omit<ComponentProps<'select'>, keyof FieldProps>) {
  const field = { name, label, hint, problem, need, id }
  return (
    <Field {...field}>
      <select className="ds-input" {...wiring(field)} {...rest}>
        {choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}
