import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '#app/domain/calendar.ts'
import { Day } from './day.tsx'

/** A comment in the shape it is shown in. */
export interface CommentView {
  id: string
  words: string
  by: string
  at: Instant
  dealtWith: boolean
  answers: readonly { words: string; by: string; at: Instant }[]
}

/** What was said, by whom, and what an adviser answered. `below` is what one can do with a comment. */
export function CommentList({
  comments,
  below,
}: {
  comments: readonly CommentView[]
  below?: (comment: CommentView) => ReactNode
}) {
  if (comments.length === 0) return null
  return (
    <ul className="comments">
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          <CommentWords comment={comment} />
          {below?.(comment)}
        </li>
      ))}
    </ul>
  )
}

/** One comment with its answers. */
export function CommentWords({ comment: { words, by, at, answers, dealtWith } }: { comment: CommentView }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="quiet">
        {by}, <Day at={at} />
        {dealtWith && (
          <>
            {' · '}
            {t('hearing.closed')}
          </>
        )}
      </p>
      <p className="comment-words">{words}</p>
      {answers.map((answer) => (
        <div className="comment-answer" key={answer.at + answer.words}>
          <p className="quiet">
            {t('hearing.answer')}: {answer.by}, <Day at={answer.at} />
          </p>
          <p className="comment-words">{answer.words}</p>
        </div>
      ))}
    </>
  )
}
