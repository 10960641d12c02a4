import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Day } from '#app/components/day.tsx'
import { PersonSeats } from '#app/components/person-seats.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readPerson } from '#app/services/people.server.ts'
import { offerPath, personPath, SAVED } from './paths.ts'
import { goneWords, personSeatView } from './people-view.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const { person, seats } = await readPerson(context, partOf(params, 'person'))
  const views = seats.map((seat) => personSeatView(seat, language))
  const saved = new URL(request.url).searchParams.get('saved')
  return json({
    title: person.name,
    saved: SAVED.find((each) => each === saved) ?? null,
    path: personPath(person.id),
    email: person.email,
    signedInAt: person.signedInAt,
    gone: goneWords(person, language),
    is: { deactivated: person.deactivatedAt !== null, anonymous: person.anonymousAt !== null },
    seats: views.filter(({ stands }) => stands),
    earlier: views.filter(({ stands }) => !stands).reverse(),
    form: newForm(),
  })
})

export default function PersonPage() {
  const { t } = useTranslation()
  const { title, saved, path, email, signedInAt, gone, is, seats, earlier, form } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: '/people', words: t('people.trail') },
        ]}
        here={title}
      />
      <header className="page-head">
        <h1>{title}</h1>
        {gone && <p className="lead">{gone}</p>}
      </header>
      <p className="status-line" role="status">
        {saved && t(`people.saved.${saved}`)}
      </p>
      <dl className="plan-fact">
        <dt>{t('people.email')}</dt>
        <dd>{email ?? t('people.noEmail')}</dd>
        <dt>{t('people.signedIn')}</dt>
        <dd>{signedInAt ? <Day at={signedInAt} year /> : t('people.never')}</dd>
      </dl>
      <section aria-labelledby="seats">
        <h2 id="seats">{t('people.seats')}</h2>
        {seats.length > 0 ? <PersonSeats seats={seats} form={form} /> : <p>{t('people.noSeats')}</p>}
      </section>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t('people.earlierSeats')}</h2>
          <PersonSeats seats={earlier} form={form} />
        </section>
      )}
      {!is.anonymous && (
        <ul className="link-row">
          {is.deactivated ? (
            <li>
              <a href={`${path}/anonymity`}>{t('people.makeAnonymous')}</a>
            </li>
          ) : (
            <>
              <li>
                <a href={offerPath()}>{t('people.offerMore')}</a>
              </li>
              <li>
                <a href={`${path}/deactivation`}>{t('people.deactivate')}</a>
              </li>
            </>
          )}
        </ul>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
