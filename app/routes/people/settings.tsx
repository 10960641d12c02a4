import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextField } from '#app/components/text-field.tsx'
import { MONTHS } from '#app/domain/anonymity.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readMonthsToAnonymity, setMonthsToAnonymity } from '#app/services/people.server.ts'
import { peoplePath } from './paths.ts'
import { MonthsForm, notSaved } from './people-form.server.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, language }) => {
  const months = await readMonthsToAnonymity(context)
  return json({ title: wordsIn(language).t('people.settingsPage.title'), months, form: newForm() })
})

export const action = signedIn(async ({ context, request, language }) => {
  await readMonthsToAnonymity(context)
  const input = await readForm(request, MonthsForm)
  if (!input.ok) return invalid(input)
  const outcome = await setMonthsToAnonymity(context, input.value.months, input.value.form)
  if (!outcome.saved) return notSaved(outcome.problems, input.typed, language)
  throw redirectTo(peoplePath('months'))
})

export default function PeopleSettingsPage() {
  const { t } = useTranslation()
  const { title, months, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: '/people', words: t('people.trail') },
        ]}
        here={t('people.settings')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('people.settingsPage.lead')}</p>
      </header>
      <form className="form" method="post" noValidate>
        <input type="hidden" name="form" value={form} />
        <TextField
          name="months"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          label={t('people.settingsPage.months')}
          hint={t('people.settingsPage.monthsHint', MONTHS)}
          defaultValue={typed.months ?? months}
          problem={wordsOf('months')}
        />
        <Button>{t('people.settingsPage.save')}</Button>
      </form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
