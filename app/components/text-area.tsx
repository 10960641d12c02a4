import type { ComponentProps } from 'react'
import { Field, wiring, type FieldProps } from './field.tsx'

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  problem,
  need,
  id,
  rows = 3,
  ...rest
}: FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>) {
  const field = { name, label, hint, problem, need, id }
  return (
    <Field {...field}>
      <textarea className="ds-input" rows={rows} {...wiring(field)} {...rest} />
    </Field>
  )
}
