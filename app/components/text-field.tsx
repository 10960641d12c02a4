import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { Field, wiring, type FieldProps } from './field.tsx'

/** One line of text, a number or a day. Native attributes (`type`, `inputMode`, `autoComplete`, `maxLength` …) go through. */
export const TextField = forwardRef<
  HTMLInputElement,
  FieldProps & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps>
>(function TextField({ name, label, hint, problem, need, id, type = 'text', ...rest }, ref) {
  const field = { name, label, hint, problem, need, id }
  return (
    <Field {...field}>
      <input className="ds-input" type={type} {...wiring(field)} {...rest} ref={ref} />
    </Field>
  )
})
