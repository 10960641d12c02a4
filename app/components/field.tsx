import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What every field has in common. */
export interface FieldProps {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and how to mend it, in the reader's words. */
  problem?: string
  /** Said beside the label; left out where the form says at the top that everything is required. */
  need?: 'required' | 'optional'
  /** Where a page has several forms; otherwise made of the name. */
  id?: string
}

/** A field's name as the id of its control: `title.nb` becomes `title-nb`, which stylesheets and validators take. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-')
}

/** The attributes that tie a control to its label, hint and problem. */
export function wiring({ name, id = idOf(name), hint, problem, need }: Omit<FieldProps, 'label'>) {
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return {
    id,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': problem ? true : undefined,
    'aria-required': need === 'required' ? true : undefined,
  } as const
}

/** A label, and in words whether it has to be filled in. */
export function LabelWords({ label, need }: Pick<FieldProps, 'label' | 'need'>) {
  const { t } = useTranslation()
  if (!need) return <>{label}</>
  return (
    <>
      {label} <span className="field-need">({t(`field.${need}`)})</span>
    </>
  )
}

/** Hint and problem, with the ids that `wiring` points to. */
export function Hint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <div data-field="description" id={`${id}-hint`}>
      {hint}
    </div>
  ) : null
}

export function ProblemWords({ id, problem }: { id: string; problem?: string }) {
  return problem ? (
    <p className="ds-validation-message" id={`${id}-problem`}>
      {problem}
    </p>
  ) : null
}

/** A field around its control: label and hint above, problem below. */
export function Field({ children, ...field }: FieldProps & { children: ReactNode }) {
  const id = field.id ?? idOf(field.name)
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        <LabelWords {...field} />
      </label>
      <Hint id={id} hint={field.hint} />
      {children}
      <ProblemWords id={id} problem={field.problem} />
    </div>
  )
}
