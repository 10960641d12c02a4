import type { ComponentProps } from 'react'

export interface ButtonLook {
  /** `primary` is what a page is for: one at most. */
  variant?: 'primary' | 'secondary' | 'tertiary'
  danger?: boolean
}

/** A button of a form. Native attributes (`name`, `value`, `form`, `aria-…`) go through. */
export function Button({
  variant = 'primary',
  danger,
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return <button className="ds-button" type={type} {...look({ variant, danger })} {...rest} />
}

/** What tells Designsystemet's stylesheet how a button looks. */
export function look({ variant = 'primary', danger }: ButtonLook) {
  return {
    'data-variant': variant,
    'data-color': danger ? 'danger' : undefined,
  }
}
