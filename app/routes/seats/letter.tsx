import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { can } from '#app/domain/permissions.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { offerLetter } from '#app/routes/people/offer-letter.server.ts'
import { peoplePath } from '#app/routes/people/paths.ts'
import { notSaved, PlainForm } from '#app/routes/people/people-form.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { unitPath } from '#app/routes/units/paths.ts'
import { readOffer, sendAgain } from '#app/services/offers.server.ts'
import { seatTitle } from './seat-view.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const seat = await readOffer(context, partOf(params, 'seat'))
  const { t } = wordsIn(language)
  return json({
    title: t('people.letter.title', { seat: seatTitle(seat, t) }),
    email: seat.state === 'offered' ? seat.person.email : null,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request, language, edge }) => {
  const { id, unitId } = await readOffer(context, partOf(params, 'seat'))
  const input = await readForm(request, PlainForm)
  if (!input.ok) return invalid(input)
  const letter = offerLetter(edge.settings.origin, (day) => dayInWords(day, 'nb', { year: true }))
  const outcome = await sendAgain(context, id, letter, input.value.form)
  if (!outcome.saved) return notSaved(outcome.problems, {}, language)
  const isAdviser = can(context.actor, 'read people')
  throw redirectTo(isAdviser ? peoplePath('sent') : `${unitPath(unitId ?? '', 'deputies/new')}?saved=sent`)
})

export default function LetterPage() {
  const { t } = useTranslation()
  const { title, email, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('seat')
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }]} here={title} />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="seat" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{email ? t('people.letter.lead', { email }) : t('people.letter.answered')}</p>
      </header>
      {email && (
        <form method="post">
          <input type="hidden" name="form" value={form} />
          <Button>{t('people.sendAgain')}</Button>
        </form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
