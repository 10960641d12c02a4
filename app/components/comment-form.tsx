import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LONGEST_COMMENT } from '#app/domain/hearing.ts'
import { Button } from './button.tsx'
import { TextArea } from './text-area.tsx'

interface CommentFormProps {
  /** The step that is commented on; empty for the plan as a whole. */
  step: string
  form: string
  typed?: string
  problem?: string
}

/** The id of the field for a comment, for a problem's link. */
export function commentFieldId(step: string): string {
  return `words-${step || 'plan'}`
}

/** Says something of a step or of the plan as a whole. */
export function CommentForm({ step, form, typed, problem }: CommentFormProps) {
  const { t } = useTranslation()
  return (
    <Form method="post" className="form">
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="step" value={step} />
      <TextArea
        id={commentFieldId(step)}
        name="words"
        label={t('hearing.words')}
        hint={t('hearing.wordsHint', { longest: LONGEST_COMMENT })}
        defaultValue={typed}
        problem={problem}
      />
      <Button variant="secondary">{t('hearing.send')}</Button>
    </Form>
  )
}
