import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'

type ControlProps = Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'className'>

/** One box or dot with its words; in a group, or alone for a yes. */
export const Checkbox = forwardRef<
  HTMLInputElement,
  ControlProps & { id: string; label: ReactNode; hint?: ReactNode; type?: 'checkbox' | 'radio' }
>(function Checkbox({ id, label, hint, type = 'checkbox', ...rest }, ref) {
  return (
    <div className="ds-field">
      <input
        className="ds-input"
        type={type}
        id={id}
        aria-describedby={hint ? `${id}-meaning` : undefined}
        {...rest}
        ref={ref}
      />
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div data-field="description" id={`${id}-meaning`}>
          {hint}
        </div>
      )}
    </div>
  )
})
