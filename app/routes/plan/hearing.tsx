import { json } from '@remix-run/node'
import { Link, useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { commentFieldId } from '#app/components/comment-form.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { HeardParts } from '#app/components/heard-parts.tsx'
import { HeardRoutine } from '#app/components/heard-routine.tsx'
import { HeardWhole } from '#app/components/heard-whole.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { PlanFramework } from '#app/components/plan-chapter.tsx'
import { useReturned } from '#app/components/returned.ts'
import { saving, unlessRefused } from '#app/components/saving.ts'
import { UnsavedAmong } from '#app/components/unsaved.tsx'
import { useLanguage } from '#app/components/use-language.ts'
import { Worded } from '#app/components/worded.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { comment, readHeardDraft } from '#app/services/hearing.server.ts'
import { heardView } from './hearing-view.server.ts'
import { versionHearingPath } from './paths.ts'

const INCOMPLETE = { error: 'formIncomplete' }
const CommentForm = z.object({
  form: z.string(INCOMPLETE).min(1, 'formIncomplete').max(100, 'formIncomplete'),
  step: z.string(INCOMPLETE).max(100, 'formIncomplete'),
  words: z.string(INCOMPLETE).transform((typed) => typed.replace(/\r\n?/g, '\n').trim()),
})

export const loader = signedIn(async ({ context, request, language }) => {
  const heard = await readHeardDraft(context)
  if (!heard.draft) throw redirectTo(versionHearingPath(heard.heardVersion))
  const search = new URL(request.url).searchParams
  const view = heardView(heard, search.get('routine'), context, language)
  const title = wordsIn(language).t('hearing.title')
  return json({ title, ...view, said: search.get('said'), form: newForm() })
})

export const action = signedIn(async ({ context, request }) => {
  const input = await readForm(request, CommentForm)
  if (!input.ok) return invalid(input)
  const { form, step, words } = input.value
  const outcome = await comment(context, { stepId: step || null, words }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  const search = new URLSearchParams({ said: step || 'plan' })
  const routine = new URL(request.url).searchParams.get('routine')
  if (routine) search.set('routine', routine)
  return redirectTo(`/plan/hearing?${search.toString()}#${step ? `step-${encodeURIComponent(step)}` : 'whole'}`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
export const shouldRevalidate = unlessRefused

export default function HearingPage() {
  const { t } = useTranslation()
  const { title, planTitle, parts, routine, next, areas, general, said, form, ...hearing } =
    useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  const about = routine?.steps.find(({ id }) => id === typed.step)?.id ?? ''
  const problems = words.map((problem) => ({ ...problem, field: commentFieldId(about) }))
  const returned = problems[0] ? { step: about, words: typed.words ?? '', problem: problems[0].words } : null
  const talk = { open: hearing.state === 'open', form, said, returned }
  return (
    <>
      <Breadcrumbs trail={[{ to: '/plan', words: t('frame.plan') }]} here={t('hearing.name')} />
      <ErrorSummary problems={problems} />
      <NotSaved receipt={receipt} />
      <HearingHead title={title} planTitle={planTitle} {...hearing} />
      <HeardParts parts={parts} />
      {routine && <HeardRoutine key={routine.id} routine={routine} talk={talk} />}
      <PlanFramework areas={areas} />
      {!routine && areas.length === 0 && <p>{t('hearing.nothing')}</p>}
      {next && (
        <p>
          <Link className="more" to={`/plan/hearing?routine=${next.id}`}>
            {t('hearing.next', { title: next.title.words })}
          </Link>
        </p>
      )}
      <HeardWhole comments={general} talk={talk} />
      <UnsavedAmong part="routine" />
    </>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

function HearingHead(
  head: Pick<Shown, 'title' | 'planTitle' | 'state' | 'from' | 'until' | 'compare' | 'basedOn' | 'adviser'>,
) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { title, planTitle, state, from, until, compare, basedOn, adviser } = head
  const inWords = (on: typeof from) => dayInWords(on, language, { year: true })
  return (
    <header className="page-head">
      <p className="eyebrow">
        <Worded wording={planTitle} />
      </p>
      <h1>{title}</h1>
      {state === 'open' && <p className="lead">{t('hearing.until', { day: inWords(until) })}</p>}
      {state === 'over' && <p className="lead">{t('hearing.over', { day: inWords(until) })}</p>}
      {state === 'upcoming' && <p className="lead">{t('hearing.begins', { day: inWords(from) })}</p>}
      {state === 'open' && (
        <p>
          {t('hearing.lead')} {t('hearing.who')}
        </p>
      )}
      <ul className="link-row">
        {compare && (
          <li>
            <Link to={compare}>{t('hearing.changes', { number: basedOn })}</Link>
          </li>
        )}
        {state === 'open' && (
          <li>
            <a href="#whole">{t('hearing.toGeneral')}</a>
          </li>
        )}
        {adviser && (
          <li>
            <Link to="/plan/draft/hearing">{t('hearing.follow')}</Link>
          </li>
        )}
      </ul>
    </header>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
