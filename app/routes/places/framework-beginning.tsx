import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ChoiceGroup } from '#app/components/choice-group.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { monthsInWords } from '#app/components/month.ts'
import { useReturned } from '#app/components/returned.ts'
import { Worded } from '#app/components/worded.tsx'
import { Refusal } from '#app/domain/refusal.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { beginFromLastYear, readFramework } from '#app/services/framework-marks.server.ts'
import { BeginningForm, frameworkAt } from './framework-form.server.ts'
import { chosenWords, titleOf } from './framework-view.server.ts'
import { frameworkPath, placePath } from './paths.ts'
import { headingOf } from './row-view.server.ts'
import { newForm } from './tick-form.server.ts'

/** Links and a plain form: the page works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const at = frameworkAt(params)
  const shown = await readFramework(context, at)
  if (shown.marks === null) throw new Refusal('not allowed')
  const { t } = wordsIn(language)
  const heading = headingOf(shown.place, t)
  return json({
    year: at.year,
    heading,
    title: `${t('framework.beginning.title')} – ${heading}, ${t('cycle.name', { year: at.year })}`,
    place: placePath(at.year, at.placeId),
    framework: frameworkPath(at.year, at.placeId),
    rows: shown.beginning.map(({ line, months, how }) => ({
      value: chosenWords(line),
      title: titleOf(shown, line, language),
      says: [months && monthsInWords(months, language), how].filter(Boolean).join(' · '),
    })),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const at = frameworkAt(params)
  const input = await readForm(request, BeginningForm)
  if (!input.ok) return invalid(input)
  const outcome = await beginFromLastYear(context, at, input.value.chosen, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${frameworkPath(at.year, at.placeId)}?saved=beginning`)
})

export default function BeginningPage() {
  const { t } = useTranslation()
  const { year, heading, place, framework, rows, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, receipt, typed } = useReturned()
  const chosen = receipt ? (typed.chosen ?? '').split(',') : rows.map(({ value }) => value)
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
          { to: framework, words: t('framework.title') },
        ]}
        here={t('framework.beginning.title')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">
          {t('cycle.name', { year })} · {heading}
        </p>
        <h1>{t('framework.beginning.title')}</h1>
        <p className="lead">
          {t(rows.length > 0 ? 'framework.beginning.lead' : 'framework.beginning.nothing', { year: year - 1 })}
        </p>
      </header>
      {rows.length > 0 && (
        <form method="post" className="form">
          <input type="hidden" name="form" value={form} />
          <ChoiceGroup
            type="checkbox"
            name="chosen"
            label={t('framework.beginning.chosen')}
            chosen={chosen}
            problem={wordsOf('chosen')}
            choices={rows.map(({ value, title, says }) => ({ value, words: <Worded wording={title} />, hint: says }))}
          />
          <Button>{t('framework.beginning.button')}</Button>
        </form>
      )}
      <p className="more">
        <a href={framework}>{t('framework.one.back')}</a>
      </p>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
