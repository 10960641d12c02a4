import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '#app/domain/problem.ts'
import { Button } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { NotSaved } from './not-saved.tsx'
import { problemWords } from './problem-words.ts'
import { TextArea } from './text-area.tsx'

interface AnswerFieldsProps {
  comment: string
  form: string
  dealtWith: boolean
  typed?: Readonly<Record<string, string>>
  problem?: string
}

/**
 * Answers a comment, says that it is dealt with, or both. One that does not get through stays here with the focus, and so
 * does what is typed in the others. Without script it comes back on a page of its own.
 */
export function AnswerFields({ comment, form, dealtWith, typed, problem }: AnswerFieldsProps) {
  const { t } = useTranslation()
  const fetcher = useFetcher<Receipt>()
  const field = useRef<HTMLTextAreaElement>(null)
  const receipt = fetcher.state === 'idle' ? fetcher.data : undefined
  const refused = receipt && 'problems' in receipt ? receipt.problems[0] : undefined
  useEffect(() => {
    if (refused) field.current?.focus()
  }, [refused])
  return (
    <fetcher.Form method="post" action={`/plan/draft/hearing/comments/${comment}`} className="form">
      <NotSaved receipt={receipt} />
      <input type="hidden" name="form" value={form} />
      <TextArea
        id={`words-${comment}`}
        name="words"
        label={t('hearing.draft.replyWords')}
        hint={t('hearing.draft.replyHint')}
        defaultValue={typed?.words}
        problem={refused ? problemWords(t, refused) : problem}
        ref={field}
      />
      <Checkbox
        id={`closes-${comment}`}
        name="closes"
        value="yes"
        label={t('hearing.draft.closes')}
        defaultChecked={typed ? typed.closes === 'yes' : dealtWith}
      />
      <Button variant="secondary" aria-busy={fetcher.state !== 'idle'}>
        {t('hearing.draft.save')}
      </Button>
    </fetcher.Form>
  )
}
