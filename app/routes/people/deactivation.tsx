import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button, look } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { seatTitle } from '#app/routes/seats/seat-view.server.ts'
import { deactivate, readPerson } from '#app/services/people.server.ts'
import { personPath } from './paths.ts'
import { notSaved, PlainForm } from './people-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { person, seats } = await readPerson(context, partOf(params, 'person'))
  const { t } = wordsIn(language)
  const { name, deactivatedAt } = person
  const day = deactivatedAt && dayInWords(deactivatedAt, language, { year: true })
  return json({
    title: t(day ? 'people.deactivation.done' : 'people.deactivation.title', { name }),
    name,
    lead: day ? t('people.deactivation.doneLead', { day }) : t('people.deactivation.lead'),
    done: day !== null,
    back: personPath(person.id),
    ends: seats.filter(({ endedAt }) => endedAt === null).map((seat) => ({ id: seat.id, title: seatTitle(seat, t) })),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request, language }) => {
  const id = partOf(params, 'person')
  await readPerson(context, id)
  const input = await readForm(request, PlainForm)
  if (!input.ok) return invalid(input)
  const outcome = await deactivate(context, id, input.value.form)
  if (!outcome.saved) return notSaved(outcome.problems, {}, language)
  throw redirectTo(id === context.actor.id ? '/sign-in?left=ended' : personPath(id, 'deactivated'))
})

export default function DeactivationPage() {
  const { t } = useTranslation()
  const { title, name, lead, done, back, ends, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('person')
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/people', words: t('people.trail') },
          { to: back, words: name },
        ]}
        here={t('people.deactivate')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="person" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{lead}</p>
      </header>
      {!done && (
        <>
          <section aria-labelledby="ends">
            <h2 id="ends">{t('people.seats')}</h2>
            <p>{t(ends.length > 0 ? 'people.deactivation.ends' : 'people.deactivation.endsNothing')}</p>
            {ends.length > 0 && (
              <ul>
                {ends.map((seat) => (
                  <li key={seat.id}>{seat.title}</li>
                ))}
              </ul>
            )}
          </section>
          <form method="post" className="actions">
            <input type="hidden" name="form" value={form} />
            <Button danger>{t('people.deactivation.do')}</Button>
            <a className="ds-button" {...look({ variant: 'secondary' })} href={back}>
              {t('people.deactivation.keep')}
            </a>
          </form>
        </>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
