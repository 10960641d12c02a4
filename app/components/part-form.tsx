import { Form } from '@remix-run/react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Text } from '#app/domain/language.ts'
import { BothTexts } from './both-texts.tsx'
import { Button } from './button.tsx'
import { NotSaved } from './not-saved.tsx'
import type { Returned } from './returned.ts'
import { savedFirstBy } from './seen.ts'
import { TextsField } from './texts-field.tsx'
import { Unsaved } from './unsaved.tsx'

/** One text of a part, in three languages. */
export interface TextsOfPart {
  name: string
  label: string
  hint?: string
  need?: 'required' | 'optional'
  text: Text | null
  rows?: number
}

interface PartFormProps {
  fields: readonly TextsOfPart[]
  /** Which copy of the form it is, and the fingerprint of what is saved as the page is made. */
  form: string
  seen: string
  returned: Returned
  /** What the button says. */
  save: string
  onInput?: (event: FormEvent<HTMLFormElement>) => void
  children?: ReactNode
}

/** The texts of a part of the draft. Where another editor saved first, both texts stand above it. */
export function PartForm({ fields, form, seen: now, returned, save, onInput, children }: PartFormProps) {
  const { problems, words, typed, receipt } = returned
  const seen = useSeen(now, returned)
  const first = savedFirstBy(problems)
  return (
    <>
      {first !== null && <Both by={first} fields={fields} typed={typed} />}
      <Form method="post" className="part-form" onInput={onInput}>
        <Unsaved unsaved={problems.length > 0} />
        <input type="hidden" name="form" value={form} />
        <input type="hidden" name="seen" value={seen} />
        {fields.map((field) => (
          <TextsField key={field.name} {...field} typed={typed} problems={words} />
        ))}
        {children}
        <NotSaved receipt={receipt} />
        <div className="actions">
          <Button>{save}</Button>
        </div>
      </Form>
    </>
  )
}

/**
 * What a form was made from stays what it was made from while it is typed in, whatever the page loads meanwhile; only
 * where its editor is shown what somebody else saved, that is what it is saved over.
 */
function useSeen(now: string, { problems, typed }: Returned): string {
  const [first] = useState(now)
  return savedFirstBy(problems) === null ? typed.seen || first : now
}

function Both({ by, fields, typed }: { by: string; fields: readonly TextsOfPart[]; typed: Returned['typed'] }) {
  const { t } = useTranslation()
  const all = fields.flatMap(({ name, label, text }) =>
    LANGUAGES.map((lang) => ({
      name: `${name}.${lang}`,
      label: `${label}, ${t(`language.${lang}`).toLowerCase()}`,
      lang,
      saved: text?.[lang] ?? '',
    })),
  )
  const saved = Object.fromEntries(all.map(({ name, saved }) => [name, saved]))
  return <BothTexts by={by} fields={all} saved={saved} typed={typed} />
}
