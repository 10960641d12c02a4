import { Link, type LinkProps } from '@remix-run/react'
import { look, type ButtonLook } from './button.tsx'

/** A link that looks like a button: it leads to where something is done. */
export function LinkButton({ variant, danger, ...rest }: LinkProps & ButtonLook) {
  return <Link className="ds-button" {...look({ variant, danger })} {...rest} />
}
