import { json } from '@remix-run/node'
import { Link, useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AllComments } from '#app/components/all-comments.tsx'
import { AnswerFields } from '#app/components/answer-fields.tsx'
import type { CommentView } from '#app/components/comment-list.tsx'
import { Details } from '#app/components/details.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { HearingPeriod } from '#app/components/hearing-period.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import { useSavedAs } from '#app/components/saved-as.ts'
import { saving, unlessRefused } from '#app/components/saving.ts'
import { UnsavedAmong } from '#app/components/unsaved.tsx'
import { plusDays } from '#app/domain/calendar.ts'
import { hearingState, isDealtWith, lastDayOf } from '#app/domain/hearing.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { commentsView } from '#app/routes/plan/comment-view.server.ts'
import { versionHearingPath } from '#app/routes/plan/paths.ts'
import { openHearing, readHearing } from '#app/services/hearing.server.ts'
import { OpeningForm } from './hearing-form.server.ts'
import { commentersView } from './commenters-view.server.ts'

/** What a hearing most often lasts. */
const USUAL_DAYS = 28
const TOLD = ['opened', 'closed', 'answered'] as const

export const loader = signedIn(async ({ context, request, language }) => {
  const read = await readHearing(context)
  if (!read.draft) throw redirectTo(read.heardVersion ? versionHearingPath(read.heardVersion) : '/plan/draft')
  const { draft, hearing, comments, commenters } = read
  const { today } = context
  const search = new URL(request.url).searchParams
  return json({
    title: wordsIn(language).t('hearing.draft.title'),
    basedOn: draft.basedOn?.number ?? null,
    hearing: hearing && { state: hearingState(hearing, today), from: hearing.from, to: lastDayOf(hearing) },
    suggested: { today, to: plusDays(today, USUAL_DAYS), last: plusDays(today, 366) },
    commenters: commentersView(commenters),
    waiting: comments.filter((comment) => !isDealtWith(comment)).length,
    count: comments.length,
    comments: commentsView(draft.content, comments, language),
    told: TOLD.find((each) => search.get('told') === each) ?? null,
    answered: search.get('comment'),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request }) => {
  await readHearing(context)
  const input = await readForm(request, OpeningForm)
  if (!input.ok) return invalid(input)
  const { form, ...period } = input.value
  const outcome = await openHearing(context, period, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  return redirectTo('/plan/draft/hearing?told=opened')
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
export const shouldRevalidate = unlessRefused

export default function DraftHearingPage() {
  const { t } = useTranslation()
  const { title, basedOn, told, answered, waiting, count, comments, form, ...period } = useLoaderData<typeof loader>()
  const { receipt, words } = useReturned()
  return (
    <>
      <ErrorSummary problems={words} />
      <DraftHead here={title} basedOn={basedOn}>
        <h1>{title}</h1>
      </DraftHead>
      <NotSaved receipt={receipt} />
      <p role="status" className="status-line">
        {told && t(`hearing.draft.${told}`)}
      </p>
      <HearingPeriod key={form} {...period} form={form} />
      <section aria-labelledby="comments">
        <h2 id="comments">{t('hearing.draft.comments')}</h2>
        <p>
          {count === 0
            ? t('hearing.draft.noComments')
            : waiting > 0
              ? t('hearing.draft.count', { count: waiting })
              : t('hearing.draft.allDone')}
        </p>
        <AllComments
          comments={comments}
          goneTitle={t('hearing.gone')}
          besideStep={(id) => (
            <p>
              <Link className="more" to={`/plan/draft/steps/${id}`}>
                {t('hearing.draft.edit')}
              </Link>
            </p>
          )}
          below={(comment) => <Answering comment={comment} form={form} isSaved={answered === comment.id} />}
        />
        <UnsavedAmong />
      </section>
    </>
  )
}

/** A folded form to answer a comment with. */
function Answering({ comment, form, isSaved }: { comment: CommentView; form: string; isSaved: boolean }) {
  const { t } = useTranslation()
  const savedAs = useSavedAs(form, isSaved)
  return (
    <Details key={savedAs} quiet summary={t('hearing.draft.reply')}>
      <AnswerFields comment={comment.id} form={form} dealtWith={comment.dealtWith} />
    </Details>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
