import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { Field, wiring, type FieldProps } from './field.tsx'

/** Several lines of text. */
export const TextArea = forwardRef<
  HTMLTextAreaElement,
  FieldProps & Omit<ComponentPropsWithoutRef<'textarea'>, keyof FieldProps>
>(function TextArea({ name, label, hint, problem, need, id, rows = 3, ...rest }, ref) {
  const field = { name, label, hint, problem, need, id }
  return (
    <Field {...field}>
      <textarea className="ds-input" rows={rows} {...wiring(field)} {...rest} ref={ref} />
    </Field>
  )
})
