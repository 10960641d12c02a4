import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { TextArea } from './text-area.tsx'

interface AnswerFieldsProps {
  comment: string
  form: string
  dealtWith: boolean
  typed?: Readonly<Record<string, string>>
  problem?: string
}

/** Answers a comment, says that it is dealt with, or both. */
export function AnswerFields({ comment, form, dealtWith, typed, problem }: AnswerFieldsProps) {
  const { t } = useTranslation()
  return (
    <Form method="post" action={`/plan/draft/hearing/comments/${comment}`} className="form">
      <input type="hidden" name="form" value={form} />
      <TextArea
        id={`words-${comment}`}
        name="words"
        label={t('hearing.draft.replyWords')}
        hint={t('hearing.draft.replyHint')}
        defaultValue={typed?.words}
        problem={problem}
      />
      <Checkbox
        id={`closes-${comment}`}
        name="closes"
        value="yes"
        label={t('hearing.draft.closes')}
        defaultChecked={typed ? typed.closes === 'yes' : dealtWith}
      />
      <Button variant="secondary">{t('hearing.draft.save')}</Button>
    </Form>
  )
}
