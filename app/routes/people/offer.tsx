import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { RoleChoice, SeatOfferForm } from '#app/components/seat-offer-form.tsx'
import { ROLES, type Role } from '#app/domain/permissions.ts'
import type { Unit } from '#app/domain/place.ts'
import { fitsUnit, sitsAt } from '#app/domain/seats.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { unitPath } from '#app/routes/units/paths.ts'
import { offerSeat, readSeatPlaces } from '#app/services/offers.server.ts'
import { offerLetter } from './offer-letter.server.ts'
import { offerPath, peoplePath } from './paths.ts'
import { notSaved, OfferForm } from './people-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, request, language }) => {
  const { units, owners } = await readSeatPlaces(context)
  const search = new URL(request.url).searchParams
  const role = ROLES.find((each) => each === search.get('role')) ?? null
  const unit = units.find(({ id }) => id === search.get('unit'))
  if (role === 'deputy' && unit) throw redirectTo(unitPath(unit.id, 'deputies/new'))
  const { t } = wordsIn(language)
  const fitting = role && sitsAt(role) === 'unit' ? units.filter(({ kind }) => fitsUnit(role, kind)) : []
  return json({
    title: role ? t(`people.offer.as.${role}`) : t('people.offer.title'),
    role,
    unit: unit?.id ?? '',
    owner: unit?.ownerId ?? '',
    roles: rolesAt(unit ?? null),
    units: fitting.map(({ id, name }) => ({ value: id, words: name })),
    owners: role === 'owner' ? owners.map(({ id, name }) => ({ value: id, words: name })) : [],
    form: newForm(),
  })
})

/** The roles to choose from: those of the unit where one is named. */
function rolesAt(unit: { id: string; kind: Unit['kind'] } | null): { role: Role; href: string }[] {
  const roles = unit ? ROLES.filter((role) => fitsUnit(role, unit.kind)) : ROLES
  return roles.map((role) => ({ role, href: offerPath(unit ? { role, unit: unit.id } : { role }) }))
}

export const action = signedIn(async ({ context, request, language, edge }) => {
  await readSeatPlaces(context)
  const input = await readForm(request, OfferForm)
  if (!input.ok) return invalid(input)
  const { form, unit, owner, ...offer } = input.value
  const letter = offerLetter(edge.settings.origin, (day) => dayInWords(day, 'nb', { year: true }))
  const outcome = await offerSeat(context, { ...offer, unitId: unit, ownerId: owner }, letter, form)
  if (!outcome.saved) return notSaved(outcome.problems, input.typed, language)
  throw redirectTo(peoplePath('offered'))
})

export default function OfferPage() {
  const { t } = useTranslation()
  const { title, role, roles, ...choices } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: '/people', words: t('people.trail') },
        ]}
        here={title}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="role" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{role ? t(`people.what.${role}`) : t('people.offer.which')}</p>
      </header>
      {role ? <SeatOfferForm role={role} {...choices} typed={typed} wordsOf={wordsOf} /> : <RoleChoice roles={roles} />}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
