import type { ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Checkbox } from './checkbox.tsx'
import { Hint, LabelWords, ProblemWords, wiring, type FieldProps } from './field.tsx'

interface ChoiceGroupProps extends FieldProps {
  /** `radio` for one of few, `checkbox` for any number of them. */
  type: 'radio' | 'checkbox'
  choices: readonly { value: string; words: ReactNode; hint?: ReactNode }[]
  chosen?: readonly string[]
  /** Where a form follows what is chosen. */
  register?: UseFormRegisterReturn
}

/** One of few, or any number of them. The first choice has the group's id, so that a problem's link leads to it. */
export function ChoiceGroup({ type, choices, chosen = [], register, ...field }: ChoiceGroupProps) {
  const { id, 'aria-describedby': describedBy, 'aria-invalid': invalid } = wiring(field)
  return (
    <fieldset className="ds-fieldset" aria-describedby={describedBy}>
      <legend className="ds-label">
        <LabelWords {...field} />
      </legend>
      <Hint id={id} hint={field.hint} />
      <div className="choices">
        {choices.map(({ value, words, hint }, at) => (
          <Checkbox
            key={value}
            id={at === 0 ? id : `${id}-${at + 1}`}
            type={type}
            name={field.name}
            value={value}
            label={words}
            hint={hint}
            defaultChecked={chosen.includes(value)}
            aria-invalid={invalid}
            {...register}
          />
        ))}
      </div>
      <ProblemWords id={id} problem={field.problem} />
    </fieldset>
  )
}
