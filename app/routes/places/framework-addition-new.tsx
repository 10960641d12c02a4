import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { SelectField } from '#app/components/select-field.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { inLanguage } from '#app/domain/language.ts'
import { LONGEST_ADDITION } from '#app/domain/local-addition.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readFramework } from '#app/services/framework-marks.server.ts'
import { writeAddition } from '#app/services/local-additions.server.ts'
import { AdditionForm, frameworkAt } from './framework-form.server.ts'
import { frameworkPath, placePath } from './paths.ts'
import { headingOf } from './row-view.server.ts'
import { newForm } from './tick-form.server.ts'

/** Links and a plain form: the page works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const at = frameworkAt(params)
  const { cycle, place, marks } = await readFramework(context, at)
  if (marks === null) throw new Refusal('not allowed')
  const { t } = wordsIn(language)
  const heading = headingOf(place, t)
  return json({
    year: at.year,
    heading,
    title: `${t('framework.addition.newTitle')} – ${heading}, ${t('cycle.name', { year: at.year })}`,
    place: placePath(at.year, at.placeId),
    framework: frameworkPath(at.year, at.placeId),
    area: new URL(request.url).searchParams.get('area') ?? undefined,
    areas: cycle.version.framework.map(({ id, title }) => ({ value: id, words: inLanguage(title, language).words })),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const at = frameworkAt(params)
  const input = await readForm(request, AdditionForm)
  if (!input.ok) return invalid(input)
  const { form, words, area } = input.value
  const outcome = await writeAddition(context, at, { words, areaId: area }, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${frameworkPath(at.year, at.placeId)}?saved=addition#in-${area}`)
})

export default function NewAdditionPage() {
  const { t } = useTranslation()
  const { year, heading, place, framework, area, areas, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: place, words: heading },
          { to: framework, words: t('framework.title') },
        ]}
        here={t('framework.addition.newTitle')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <p className="eyebrow">
          {t('cycle.name', { year })} · {heading}
        </p>
        <h1>{t('framework.addition.newTitle')}</h1>
        <p className="lead">{t('framework.addition.newLead')}</p>
      </header>
      <form method="post" className="form">
        <input type="hidden" name="form" value={form} />
        <SelectField
          name="area"
          label={t('framework.addition.area')}
          choices={areas}
          defaultValue={typed.area ?? area}
          problem={wordsOf('area')}
        />
        <TextArea
          name="words"
          label={t('framework.addition.words')}
          hint={t('framework.addition.wordsHint', { longest: LONGEST_ADDITION })}
          rows={2}
          maxLength={LONGEST_ADDITION}
          defaultValue={typed.words}
          problem={wordsOf('words')}
        />
        <Button>{t('framework.addition.save')}</Button>
      </form>
      <p className="more">
        <a href={framework}>{t('framework.one.back')}</a>
      </p>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
