import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CycleName } from '#app/components/cycle-name.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PresentationAtPair } from '#app/components/presentation-at-pair.tsx'
import { PresentationOwn } from '#app/components/presentation-own.tsx'
import { GUIDING_QUESTIONS, type GuidingQuestion } from '#app/domain/presentation.ts'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf, yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readPresentation } from '#app/services/presentations.server.ts'
import { writePresentation } from '#app/services/presenting.server.ts'
import { placePath, presentationPath } from './paths.ts'
import { PresentationForm } from './presentation-form.server.ts'
import { ownView, pairView } from './presentation-view.server.ts'
import { newForm } from './tick-form.server.ts'

/** Plain forms and links: nothing here needs a script of ours. */
export const handle = { script: false }

const SAVED = { written: 'saved', read: 'markedRead', asked: 'askSent', answered: 'answerSent' } as const

export const loader = signedIn(async ({ context, params, request, language }) => {
  const year = yearOf(params)
  const { searchParams } = new URL(request.url)
  const shown = await readPresentation(context, year, partOf(params, 'place'), searchParams.get('pair') || null)
  const own = shown.at === 'kindergarten' ? ownView(shown, language, searchParams.has('write')) : null
  const pair = shown.at === 'pair' ? pairView(shown, language) : null
  const { t } = wordsIn(language)
  const place = own?.place ?? pair?.place
  const saved = (['written', 'read', 'asked', 'answered'] as const).find((each) => searchParams.get('saved') === each)
  return json({
    ...{ year, own, pair },
    version: shown.cycle.version.number,
    name: place?.name ?? '',
    title: t('presentation.titleOf', { place: place?.name, year }),
    back: placePath(year, place?.id ?? ''),
    saved: saved ? t(`presentation.${SAVED[saved]}`) : null,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const year = yearOf(params)
  const kindergartenId = partOf(params, 'place')
  const pairId = new URL(request.url).searchParams.get('pair') || null
  const input = await readForm(request, PresentationForm)
  if (!input.ok) return invalid(input)
  const { presenting, form } = input.value
  const outcome = await writePresentation(context, { year, kindergartenId, pairId }, presenting, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  const to = presentationPath(year, kindergartenId, { pair: pairId })
  throw redirectTo(`${to}${pairId ? '&' : '?'}saved=written`)
})

export default function PresentationPage() {
  const { t } = useTranslation()
  const { year, version, own, pair, name, back, saved, form } = useLoaderData<typeof loader>()
  const returned = useReturned()
  const summary = returned.problems.map(({ field }) => {
    const words = returned.wordsOf(field) ?? ''
    return { field, words: isQuestion(field) ? `${t(`presentation.question.${field}.label`)} ${words}` : words }
  })
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: back, words: name },
        ]}
        here={t('presentation.title')}
      />
      <ErrorSummary problems={summary} />
      <header className="page-head">
        <p className="eyebrow">
          <CycleName year={year} version={version} /> · {name}
        </p>
        <h1>{t('presentation.title')}</h1>
        <p className="lead">{pair ? t('presentation.lead.pair', pair) : t('presentation.lead.kindergarten')}</p>
      </header>
      <p role="status" className="status-line">
        {saved}
      </p>
      {own && <PresentationOwn own={own} form={form} returned={returned} />}
      {pair && <PresentationAtPair shown={pair} form={form} />}
    </>
  )
}

function isQuestion(field: string): field is GuidingQuestion {
  return GUIDING_QUESTIONS.some((question) => question === field)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
