import type { CommentView } from '#app/components/comment-list.tsx'
import { commentsIn, isDealtWith, type Comment } from '#app/domain/hearing.ts'
import { inLanguage, type Language, type Wording } from '#app/domain/language.ts'
import type { PlanContent } from '#app/domain/plan.ts'

/** A comment in the shape it is shown in. */
export function commentView(comment: Comment): CommentView {
  const { id, words, by, at, answers } = comment
  return {
    id,
    words,
    by,
    at,
    dealtWith: isDealtWith(comment),
    answers: answers.flatMap(({ words, by, at }) => (words === null ? [] : [{ words, by, at }])),
  }
}

/** All that was said, where it belongs in the plan, in the reader's language. */
export interface CommentsView {
  general: readonly CommentView[]
  routines: readonly {
    id: string
    title: Wording
    steps: readonly { id: string; title: Wording; comments: readonly CommentView[] }[]
  }[]
  gone: readonly CommentView[]
}

/** Comments by routine and step, those that need somebody first. */
export function commentsView(content: PlanContent, comments: readonly Comment[], language: Language): CommentsView {
  const { general, routines, gone } = commentsIn(content, comments)
  return {
    general: general.map(commentView),
    routines: routines.map(({ routine, steps }) => ({
      id: routine.id,
      title: inLanguage(routine.title, language),
      steps: steps.map(({ step, comments }) => ({
        id: step.id,
        title: inLanguage(step.title, language),
        comments: comments.map(commentView),
      })),
    })),
    gone: gone.map(commentView),
  }
}
