import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { SelectField } from '#app/components/select-field.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { yearOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { choiceOf } from '#app/routes/places/groups-view.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { formPair, readPairChoices } from '#app/services/pairs.server.ts'
import { NewPairForm } from './pairs-form.server.ts'
import { pairsPath } from './paths.ts'

/** A plain form: nothing here needs a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const year = yearOf(params)
  const { kindergartens, schools, over } = await readPairChoices(context, year)
  const { t } = wordsIn(language)
  return json({
    title: `${t('pairs.new.title')} – ${t('cycle.name', { year })}`,
    ...{ year, over },
    kindergartens: kindergartens.map(choiceOf),
    schools: schools.map(choiceOf),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const year = yearOf(params)
  const input = await readForm(request, NewPairForm)
  if (!input.ok) return invalid(input)
  const { form, kindergarten: kindergartenId, school: schoolId, children } = input.value
  const outcome = await formPair(context, year, { kindergartenId, schoolId, children }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${pairsPath(year)}?saved=formed`)
})

export default function NewPairPage() {
  const { t } = useTranslation()
  const { year, over, kindergartens, schools, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  const none = { value: '', words: t('field.choose') }
  return (
    <>
      <Breadcrumbs trail={[{ to: pairsPath(year), words: t('pairs.title', { year }) }]} here={t('pairs.new.title')} />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">{t('cycle.name', { year })}</p>
        <h1>{t('pairs.new.title')}</h1>
        <p className="lead">{over ? t('problem.cycleOver', { year }) : t('pairs.new.lead')}</p>
      </header>
      {!over && (
        <Form method="post" className="form" key={form}>
          <input type="hidden" name="form" value={form} />
          <SelectField
            name="kindergarten"
            label={t('side.heading.kindergarten')}
            choices={[none, ...kindergartens]}
            defaultValue={typed.kindergarten}
            problem={wordsOf('kindergarten')}
          />
          <SelectField
            name="school"
            label={t('side.heading.school')}
            choices={[none, ...schools]}
            defaultValue={typed.school}
            problem={wordsOf('school')}
          />
          <TextField
            name="children"
            label={t('pairs.new.children')}
            need="optional"
            hint={t('pairs.new.childrenHint')}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={typed.children}
            problem={wordsOf('children')}
          />
          <Button>{t('pairs.new.form')}</Button>
        </Form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
