import type { ReactNode } from 'react'
import { DraftHead } from './draft-head.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { PartForm, type TextsOfPart } from './part-form.tsx'
import type { Returned } from './returned.ts'

interface NewPartPageProps {
  title: string
  lead: string
  trail?: readonly { to: string; words: string }[]
  basedOn: number | null
  /** The identity that the new part will have. */
  id: string
  fields: readonly TextsOfPart[]
  form: string
  seen: string
  returned: Returned
  /** What the button says. */
  save: string
  children?: ReactNode
}

/** A page that adds a part to the draft. */
export function NewPartPage({ title, lead, trail, basedOn, id, ...form }: NewPartPageProps) {
  const { returned } = form
  return (
    <>
      <ErrorSummary problems={returned.words} />
      <DraftHead trail={trail} here={title} basedOn={basedOn}>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
      </DraftHead>
      <PartForm {...form}>
        <input type="hidden" name="id" value={returned.typed.id ?? id} />
      </PartForm>
    </>
  )
}
