import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LONGEST_REMARK } from '#app/domain/presentation.ts'
import { Button } from './button.tsx'
import type { Returned } from './returned.ts'
import { TextArea } from './text-area.tsx'

interface PresentationRemarkFormProps {
  asks: boolean
  form: string
  /** The presentation that is asked about. */
  seen: string | null
  returned: Pick<Returned, 'typed' | 'wordsOf'>
}

/** A question of the school, or what the kindergarten answers. */
export function PresentationRemarkForm({ asks, form, seen, returned }: PresentationRemarkFormProps) {
  const { t } = useTranslation()
  return (
    <Form method="post" className="form">
      <input type="hidden" name="form" value={form} />
      {seen !== null && <input type="hidden" name="seen" value={seen} />}
      <TextArea
        name="words"
        label={t(asks ? 'presentation.askLabel' : 'presentation.answerLabel')}
        hint={t('presentation.askHint', { longest: LONGEST_REMARK })}
        rows={4}
        defaultValue={returned.typed.words}
        problem={returned.wordsOf('words')}
      />
      <Button>{t(asks ? 'presentation.askSend' : 'presentation.answerSend')}</Button>
    </Form>
  )
}
