import { json } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AnswerFields } from '#app/components/answer-fields.tsx'
import { CommentWords } from '#app/components/comment-list.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import { saving, unlessOffline } from '#app/components/saving.ts'
import { Worded } from '#app/components/worded.tsx'
import { findStep } from '#app/domain/draft.ts'
import { inLanguage } from '#app/domain/language.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { commentView } from '#app/routes/plan/comment-view.server.ts'
import { answerComment, readComment } from '#app/services/hearing.server.ts'
import { AnswerForm } from './hearing-form.server.ts'

export const loader = signedIn(async ({ context, params, language }) => {
  const { draft, comment } = await readComment(context, partOf(params, 'comment'))
  const step = comment.stepId === null ? null : (findStep(draft.content, comment.stepId)?.step ?? null)
  return json({
    title: wordsIn(language).t('hearing.draft.replyTo', { name: comment.by }),
    basedOn: draft.basedOn?.number ?? null,
    step: step && inLanguage(step.title, language),
    comment: commentView(comment),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const commentId = partOf(params, 'comment')
  const { comment } = await readComment(context, commentId)
  const input = await readForm(request, AnswerForm)
  if (!input.ok) return invalid(input)
  const { form, ...answer } = input.value
  const outcome = await answerComment(context, comment.id, answer, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  return redirectTo(`/plan/draft/hearing?told=answered&comment=${encodeURIComponent(comment.id)}`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
export const shouldRevalidate = unlessOffline

export default function CommentPage() {
  const { t } = useTranslation()
  const { title, basedOn, step, comment, form } = useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  const problems = words.map((problem) => ({ ...problem, field: `words-${comment.id}` }))
  return (
    <>
      <ErrorSummary problems={problems} />
      <DraftHead
        trail={[{ to: '/plan/draft/hearing', words: t('hearing.draft.title') }]}
        here={t('hearing.draft.reply')}
        basedOn={basedOn}
        eyebrow={step ? <Worded wording={step} /> : t('hearing.general')}
      >
        <h1>{title}</h1>
      </DraftHead>
      <NotSaved receipt={receipt} />
      <CommentWords comment={comment} />
      <AnswerFields
        key={form}
        comment={comment.id}
        form={form}
        dealtWith={comment.dealtWith}
        typed={problems.length > 0 ? typed : undefined}
        problem={problems[0]?.words}
      />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
