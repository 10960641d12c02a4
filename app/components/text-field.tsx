import type { ComponentProps } from 'react'
import { Field, wiring, type FieldProps } from './field.tsx'

/** One line of text, a number or a day. Native attributes (`type`, `inputMode`, `autoComplete`, `maxLength` …) go through. */
export function TextField({
  name,
  label,
  hint,
  problem,
  need,
  id,
  type = 'text',
  ...rest
}: FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>) {
  const field = { name, label, hint, problem, need, id }
  return (
    <Field {...field}>
      <input className="ds-input" type={type} {...wiring(field)} {...rest} />
    </Field>
  )
}
