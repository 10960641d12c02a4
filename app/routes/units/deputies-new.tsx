import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ChoiceGroup } from '#app/components/choice-group.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { PersonSeats } from '#app/components/person-seats.tsx'
import { useReturned } from '#app/components/returned.ts'
import { EmailField } from '#app/components/seat-offer-form.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { offerLetter } from '#app/routes/people/offer-letter.server.ts'
import { SAVED } from '#app/routes/people/paths.ts'
import { DeputyForm, notSaved } from '#app/routes/people/people-form.server.ts'
import { personSeatView } from '#app/routes/people/people-view.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { rightsAt } from '#app/routes/seats/seat-view.server.ts'
import { nameDeputy, readDeputies } from '#app/services/offers.server.ts'
import { unitPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const { unit, deputies } = await readDeputies(context, partOf(params, 'unit'))
  const { t } = wordsIn(language)
  const saved = new URL(request.url).searchParams.get('saved')
  return json({
    title: `${t('people.deputy.title')}: ${unit.name}`,
    unit: { name: unit.name, href: unitPath(unit.id) },
    saved: SAVED.find((each) => each === saved) ?? null,
    deputies: deputies.map((seat) => ({
      ...personSeatView(seat, language),
      title: seat.person.email ?? seat.person.name,
      unit: null,
    })),
    rights: rightsAt(unit.kind, t),
    today: context.today,
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request, language, edge }) => {
  const id = partOf(params, 'unit')
  await readDeputies(context, id)
  const input = await readForm(request, DeputyForm)
  if (!input.ok) return invalid(input)
  const { form, ...deputy } = input.value
  const letter = offerLetter(edge.settings.origin, (day) => dayInWords(day, 'nb', { year: true }))
  const outcome = await nameDeputy(context, id, deputy, letter, form)
  if (!outcome.saved) return notSaved(outcome.problems, input.typed, language)
  throw redirectTo(`${unitPath(id, 'deputies/new')}?saved=offered`)
})

export default function DeputyPage() {
  const { t } = useTranslation()
  const { title, unit, saved, deputies, rights, today, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  const returned = words.length > 0
  const chosen = returned ? (typed.may ?? '').split(',') : rights.map(({ value }) => value)
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: unit.href, words: unit.name },
        ]}
        here={t('people.deputy.title')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('people.deputy.lead', { unit: unit.name })}</p>
      </header>
      <p className="status-line" role="status">
        {saved && t(`people.saved.${saved}`)}
      </p>
      <section aria-labelledby="deputies">
        <h2 id="deputies">{t('people.deputy.there')}</h2>
        {deputies.length > 0 ? <PersonSeats seats={deputies} form={form} /> : <p>{t('people.deputy.none')}</p>}
      </section>
      <section aria-labelledby="new">
        <h2 id="new">{t('people.deputy.new')}</h2>
        <form className="form" method="post" action={`${unit.href}/deputies/new`} noValidate>
          <input type="hidden" name="form" value={form} />
          <EmailField typed={typed.email} problem={wordsOf('email')} />
          <TextField
            name="from"
            type="date"
            label={t('people.deputy.from')}
            defaultValue={typed.from ?? today}
            problem={wordsOf('from')}
          />
          <TextField
            name="to"
            type="date"
            label={t('people.deputy.to')}
            hint={t('people.deputy.toHint')}
            defaultValue={typed.to}
            problem={wordsOf('to')}
          />
          <ChoiceGroup
            type="checkbox"
            name="may"
            label={t('people.deputy.may')}
            hint={t('people.deputy.mayHint')}
            choices={rights}
            chosen={chosen}
            problem={wordsOf('may')}
          />
          <p>{t('people.offer.how')}</p>
          <Button>{t('people.offer.send')}</Button>
        </form>
      </section>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
