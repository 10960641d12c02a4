import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { leads } from '#app/domain/seats.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { AnswerForm, notSaved } from '#app/routes/people/people-form.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { unitPath } from '#app/routes/units/paths.ts'
import { municipalityName } from '#app/services/municipality.server.ts'
import { answerOffer, readOwnSeat } from '#app/services/seats.server.ts'
import { seatPath } from './paths.ts'
import { ownSeatView } from './own-seat-view.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const own = await readOwnSeat(context, partOf(params, 'seat'))
  const municipality = await municipalityName(context.db)
  return json({ ...ownSeatView(own, { municipality, today: context.today, language }), form: newForm() })
})

export const action = signedIn(async ({ context, params, request, language }) => {
  const { actor } = context
  const { seat } = await readOwnSeat(context, partOf(params, 'seat'))
  const input = await readForm(request, AnswerForm)
  if (!input.ok) return invalid(input)
  const { answer, form } = input.value
  const outcome = await answerOffer(context, seat.id, answer, form)
  if (!outcome.saved) return notSaved(outcome.problems, {}, language)
  if (answer === 'yes' && seat.unitId !== null && leads(seat.role)) throw redirectTo(unitPath(seat.unitId, 'handover'))
  const others = [...actor.seats, ...(actor.offers ?? [])].filter(({ id }) => id !== seat.id)
  throw redirectTo(answer === 'yes' || others.length > 0 ? seatPath(seat.id) : '/sign-in?left=declined')
})

export default function SeatPage() {
  const { t } = useTranslation()
  const { title, offered, open, where, when, lets, notes, handover, end, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('answer')
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }]} here={title} />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{t(offered ? 'seats.eyebrow.offered' : 'seats.eyebrow.other')}</p>
        <h1>{title}</h1>
        {offered && <p className="lead">{t('seats.invited')}</p>}
      </header>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <dl className="plan-fact">
        <dt>{t('seats.where')}</dt>
        <dd>{where}</dd>
        <dt>{t('seats.period')}</dt>
        <dd>{when}</dd>
        <dt>{t('seats.means')}</dt>
        <dd>
          <ul className="plain-list">
            {lets.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {handover && (
        <p>
          <a className="more" href={handover}>
            {t('seats.handover')}
          </a>
        </p>
      )}
      {offered && (
        <div className="actions" id="answer" tabIndex={-1}>
          {open && <AnswerButton answer="yes" form={form} />}
          <AnswerButton answer="no" form={form} />
        </div>
      )}
      {!offered && (
        <ul className="link-row">
          <li>
            <a href="/">{t('seats.toHome')}</a>
          </li>
          {end && (
            <li>
              <a href={end}>{t('seats.endOwn')}</a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}

function AnswerButton({ answer, form }: { answer: 'yes' | 'no'; form: string }) {
  const { t } = useTranslation()
  return (
    <form method="post">
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="answer" value={answer} />
      <Button variant={answer === 'yes' ? 'primary' : 'secondary'}>{t(`seats.${answer}`)}</Button>
    </form>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
