import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Empty } from '#app/components/empty.tsx'
import { PersonFilter } from '#app/components/person-filter.tsx'
import { PersonList } from '#app/components/person-list.tsx'
import { SeatOffers } from '#app/components/seat-offers.tsx'
import { UnitsToStaff } from '#app/components/seat-vacancies.tsx'
import { signedIn } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readPeople } from '#app/services/people.server.ts'
import { readThinUnits } from '#app/services/staffing.server.ts'
import { offerPath, SAVED } from './paths.ts'
import { offerView, peopleAsked, peopleView, thinUnitView } from './people-view.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, request, language }) => {
  const { all, ...filter } = peopleAsked(request)
  const { people, offers } = await readPeople(context, filter)
  const thin = await readThinUnits(context)
  const saved = new URL(request.url).searchParams.get('saved')
  return json({
    title: wordsIn(language).t('people.title'),
    saved: SAVED.find((each) => each === saved) ?? null,
    filter: { ...filter, all },
    thin: thin.map((unit) => thinUnitView(unit, context.today, language)),
    offers: offers.map((seat) => offerView(seat, language)),
    ...peopleView(people, all, language),
    form: newForm(),
  })
})

export default function PeoplePage() {
  const { t } = useTranslation()
  const { title, saved, filter, thin, offers, count, people, form } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('people.lead')}</p>
        <ul className="link-row">
          <li>
            <a href={offerPath()}>{t('people.invite')}</a>
          </li>
          <li>
            <a href="/people/settings">{t('people.settings')}</a>
          </li>
        </ul>
      </header>
      <p className="status-line" role="status">
        {saved && t(`people.saved.${saved}`)}
      </p>
      <UnitsToStaff units={thin} />
      <section aria-labelledby="offers">
        <h2 id="offers">{t('people.offers')}</h2>
        {offers.length > 0 ? <SeatOffers offers={offers} form={form} /> : <p>{t('people.noOffers')}</p>}
      </section>
      <section aria-labelledby="everybody">
        <h2 id="everybody">{t('people.everybody')}</h2>
        <PersonFilter filter={filter} />
        <p className="quiet">
          {people.length < count ? t('people.firstOf', { shown: people.length, count }) : t('people.found', { count })}
        </p>
        {count > 0 && <PersonList people={people} />}
        {count === 0 && (
          <Empty
            title={t('people.nobodyFound')}
            why={t('people.nobodyFoundWhy')}
            next={<a href="/people">{t('people.showAll')}</a>}
          />
        )}
        {people.length < count && (
          <p>
            <a className="more" href={allOf(filter)}>
              {t('people.showAll')}
            </a>
          </p>
        )}
      </section>
    </>
  )
}

function allOf({ words, role }: { words: string; role: string | null }): string {
  return `/people?${new URLSearchParams({ q: words, role: role ?? '', all: '1' }).toString()}#everybody`
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
