import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button, look } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { can, type Person } from '#app/domain/permissions.ts'
import { leads, stands } from '#app/domain/seats.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { personPath } from '#app/routes/people/paths.ts'
import { notSaved, PlainForm } from '#app/routes/people/people-form.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { unitPath } from '#app/routes/units/paths.ts'
import { endSeat, readSeatToEnd, type StandingSeat } from '#app/services/seats.server.ts'
import { seatPath } from './paths.ts'
import { seatTitle } from './seat-view.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const seat = await readSeatToEnd(context, partOf(params, 'seat'))
  const { t } = wordsIn(language)
  const own = seat.personId === context.actor.id
  const offer = seat.acceptedAt === null
  const leavesUnit = seat.unitId !== null && seat.state === 'holds' && leads(seat.role)
  return json({
    title: t(offer ? 'seats.ending.titleOffer' : 'seats.ending.title', { seat: seatTitle(seat, t) }),
    lead: offer
      ? t('seats.ending.leadOffer')
      : t(own ? 'seats.ending.leadOwn' : 'seats.ending.lead', { name: seat.person.name }),
    open: stands(seat, context.today) || seat.state === 'over',
    offer,
    leaving: leavesUnit ? unitPath(seat.unitId ?? '', 'leaving') : null,
    back: whereFrom(seat, context.actor),
    form: newForm(),
  })
})

/** The page that a seat is ended from: one's own, its person's for an adviser, its unit's for the leader there. */
function whereFrom(seat: StandingSeat, actor: Person): string {
  if (can(actor, 'read people')) return personPath(seat.personId)
  return seat.personId === actor.id ? seatPath(seat.id) : unitPath(seat.unitId ?? '', 'deputies/new')
}

export const action = signedIn(async ({ context, params, request, language }) => {
  const { actor } = context
  const seat = await readSeatToEnd(context, partOf(params, 'seat'))
  const input = await readForm(request, PlainForm)
  if (!input.ok) return invalid(input)
  const outcome = await endSeat(context, seat.id, input.value.form)
  if (!outcome.saved) return notSaved(outcome.problems, {}, language)
  if (seat.personId === actor.id && seat.acceptedAt !== null) throw redirectTo('/sign-in?left=ended')
  throw redirectTo(`${whereFrom(seat, actor)}?saved=${seat.acceptedAt === null ? 'withdrawn' : 'ended'}`)
})

export default function EndingPage() {
  const { t } = useTranslation()
  const { title, lead, open, offer, leaving, back, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('seat')
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }]} here={title} />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="seat" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{open ? lead : t('seats.ending.done')}</p>
      </header>
      {leaving && open && (
        <p>
          {t('seats.ending.leaves')} <a href={leaving}>{t('seats.ending.leavingLink')}</a>
        </p>
      )}
      {open && (
        <form method="post" className="actions">
          <input type="hidden" name="form" value={form} />
          <Button danger>{t(offer ? 'seats.ending.doOffer' : 'seats.ending.do')}</Button>
          <a className="ds-button" {...look({ variant: 'secondary' })} href={back}>
            {t(offer ? 'seats.ending.keepOffer' : 'seats.ending.keep')}
          </a>
        </form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
