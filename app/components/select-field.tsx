import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { Field, wiring, type FieldProps } from './field.tsx'

export interface Choice {
  value: string
  words: string
}

/** One of many, in a list. */
export const SelectField = forwardRef<
  HTMLSelectElement,
  FieldProps & { choices: readonly Choice[] } & Omit<ComponentPropsWithoutRef<'select'>, keyof FieldProps>
>(function SelectField({ name, label, hint, problem, need, id, choices, ...rest }, ref) {
  const field = { name, label, hint, problem, need, id }
  return (
    <Field {...field}>
      <select className="ds-input" {...wiring(field)} {...rest} ref={ref}>
        {choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
})
