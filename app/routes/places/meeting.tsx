import { json } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { MeetingForm } from '#app/components/meeting-form.tsx'
import { NotSaved } from '#app/components/not-saved.tsx'
import { useReturned } from '#app/components/returned.ts'
import { saving, unlessOffline } from '#app/components/saving.ts'
import { Worded } from '#app/components/worded.tsx'
import { inLanguage } from '#app/domain/language.ts'
import { SIDES, type Side } from '#app/domain/place.ts'
import type { Receipt } from '#app/domain/problem.ts'
import { stateOf } from '#app/domain/state.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { receipt } from '#app/http/receipt.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readMeeting, tickMeeting } from '#app/services/meeting.server.ts'
import { placePath } from './paths.ts'
import { headingOf, titleOf } from './row-view.server.ts'
import { MeetingForm as MeetingFields, newForm } from './tick-form.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const { step, ...at } = where(params)
  const meeting = await readMeeting(context, { ...at, stepId: step }, sideIn(request))
  const { side, answer, pairs } = meeting
  const place = placePath(at.year, at.placeId)
  const words = inLanguage(meeting.step.title, language)
  const { t } = wordsIn(language)
  return json({
    year: at.year,
    pageTitle: `${t('meeting.title')}: ${words.words} – ${titleOf(meeting.place, at.year, t)}`,
    today: context.today,
    title: words,
    place: { to: place, name: headingOf(meeting.place, t) },
    back: `${place}/steps/${step}`,
    side,
    answer,
    meaning: meeting.step.meaning,
    pairs: pairs.map((pair) => ({
      value: `${pair.place.id}:${pair.line.last ?? ''}`,
      placeId: pair.place.id,
      name: (side === 'school' ? pair.place.kindergarten : pair.place.school).name,
      state: stateOf(pair.line),
      open: pair.open,
    })),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, MeetingFields)
  if (!input.ok) return json<Receipt>({ saved: false, problems: input.problems, typed: input.typed }, { status: 422 })
  const { form, back, pairs, ...saying } = input.value
  const { step, ...at } = where(params)
  const outcome = await tickMeeting(context, { ...at, stepId: step }, { ...saying, chosen: pairs }, form)
  return receipt(request, { outcome, typed: input.typed, back, step })
})

function where(params: Readonly<Record<string, string | undefined>>) {
  return { year: yearOf(params), placeId: partOf(params, 'place'), step: partOf(params, 'step') }
}

function sideIn(request: Request): Side | null {
  const asked = new URL(request.url).searchParams.get('side')
  return SIDES.find((side) => side === asked) ?? null
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => saving(serverAction)
export const shouldRevalidate = unlessOffline

export default function MeetingPage() {
  const { t } = useTranslation()
  const { year, title, place, back, ...meeting } = useLoaderData<typeof loader>()
  const { receipt, words, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place.to, words: place.name },
          { to: back, words: title },
        ]}
        here={t('meeting.title')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{t('cycle.name', { year })}</p>
        <h1>
          {t('meeting.title')}: <Worded wording={title} />
        </h1>
        <p className="lead">{t(`meeting.lead.${meeting.answer}`)}</p>
      </header>
      <NotSaved receipt={receipt} />
      <p role="status">{receipt?.saved && t('saving.meeting', { title: title.words })}</p>
      <MeetingForm key={meeting.form} meeting={meeting} back={back} problems={words} typed={typed} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} – Overgang` }]
