import { useTranslation } from 'react-i18next'
import { CommentForm, commentFieldId } from './comment-form.tsx'

/** What can be said on a page of a hearing. A `step` is the id of one, or empty for the plan as a whole. */
export interface Talk {
  open: boolean
  form: string
  /** The step whose comment was saved just now, or `plan`. */
  said: string | null
  /** A comment that was not saved. */
  returned: { step: string; words: string; problem: string } | null
}

/** Says that the comment on this was saved. */
export function Said({ step, talk: { said } }: { step: string; talk: Talk }) {
  const { t } = useTranslation()
  if (said !== (step || 'plan')) return null
  return (
    <p role="status" className="status-line">
      {t('hearing.said')}
    </p>
  )
}

/** The form to say something with; where that is over, what somebody wrote and could not send. */
export function Talking({ step, talk: { open, form, returned } }: { step: string; talk: Talk }) {
  const { t } = useTranslation()
  const back = returned?.step === step ? returned : null
  if (open) return <CommentForm step={step} form={form} typed={back?.words} problem={back?.problem} />
  if (!back) return null
  return (
    <div id={commentFieldId(step)} tabIndex={-1}>
      <p>{t('step.unsaved')}</p>
      <p className="comment-words">{back.words}</p>
    </div>
  )
}
