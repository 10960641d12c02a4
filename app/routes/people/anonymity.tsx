import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button, look } from '#app/components/button.tsx'
import { dayInWords } from '#app/components/day.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { FORMER_USER } from '#app/domain/anonymity.ts'
import type { LocalDate } from '#app/domain/calendar.ts'
import type { Language } from '#app/domain/language.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { makeAnonymous, readPerson, type PersonRecord } from '#app/services/people.server.ts'
import { personPath } from './paths.ts'
import { notSaved, PlainForm } from './people-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const record = await readPerson(context, partOf(params, 'person'))
  const { name, id } = record.person
  return json({
    title: wordsIn(language).t('people.anonymity.title', { name }),
    name,
    back: personPath(id),
    why: whyNot(record, context.today, language),
    form: newForm(),
  })
})

/** Why somebody cannot be made anonymous today, or null where they can. */
function whyNot({ person, anonymousFrom }: PersonRecord, today: LocalDate, language: Language): string | null {
  const { t } = wordsIn(language)
  const inWords = (at: NonNullable<typeof anonymousFrom | typeof person.anonymousAt>) =>
    dayInWords(at, language, { year: true })
  if (person.anonymousAt) return t('people.anonymity.done', { day: inWords(person.anonymousAt) })
  if (anonymousFrom === null) return t('people.anonymity.deactivateFirst')
  return today < anonymousFrom ? t('people.anonymity.later', { day: inWords(anonymousFrom) }) : null
}

export const action = signedIn(async ({ context, params, request, language }) => {
  const id = partOf(params, 'person')
  await readPerson(context, id)
  const input = await readForm(request, PlainForm)
  if (!input.ok) return invalid(input)
  const outcome = await makeAnonymous(context, id, input.value.form)
  if (!outcome.saved) return notSaved(outcome.problems, {}, language)
  throw redirectTo(personPath(id, 'anonymous'))
})

export default function AnonymityPage() {
  const { t } = useTranslation()
  const { title, name, back, why, form } = useLoaderData<typeof loader>()
  const { words } = useReturned('person')
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/people', words: t('people.trail') },
          { to: back, words: name },
        ]}
        here={t('people.makeAnonymous')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1 id="person" tabIndex={-1}>
          {title}
        </h1>
        <p className="lead">{t('people.anonymity.lead', { former: FORMER_USER })}</p>
      </header>
      {why !== null && <p>{why}</p>}
      {why === null && (
        <form method="post" className="actions">
          <input type="hidden" name="form" value={form} />
          <Button danger>{t('people.anonymity.do')}</Button>
          <a className="ds-button" {...look({ variant: 'secondary' })} href={back}>
            {t('people.anonymity.keep')}
          </a>
        </form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
