import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { CycleLinks } from '#app/components/cycle-links.tsx'
import { DayField } from '#app/components/day-field.tsx'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { OpeningDueDays } from '#app/components/opening-due-days.tsx'
import { OpeningPairs } from '#app/components/opening-pairs.tsx'
import { useReturned } from '#app/components/returned.ts'
import { SelectField } from '#app/components/select-field.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { openCycle, readOpening } from '#app/services/opening.server.ts'
import { OpeningForm } from './opening-form.server.ts'
import { openingView } from './opening-view.server.ts'
import { dueDaysPath } from './paths.ts'

export const loader = signedIn(async ({ context, request, language }) => {
  const asked = new URL(request.url).searchParams.get('version')
  const opening = openingView(await readOpening(context), asked, context.today, language)
  return json({ title: wordsIn(language).t('opening.title'), opening, form: newForm() })
})

export const action = signedIn(async ({ context, request }) => {
  const input = await readForm(request, OpeningForm)
  if (!input.ok) return invalid(input)
  const { form, ...opening } = input.value
  const outcome = await openCycle(context, opening, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${dueDaysPath(opening.year, null)}?opened=1`)
})

export default function OpeningPage() {
  const { t } = useTranslation()
  const { title, opening, form } = useLoaderData<typeof loader>()
  const { receipt, words, wordsOf, ...returned } = useReturned()
  const typed = receipt ? returned.typed : null
  const { suggested, years, versions, before, firstSchoolDays } = opening
  const numbersBut = (shown: number | null) =>
    versions.flatMap(({ number }) => (number === null || number === shown ? [] : [number]))
  return (
    <>
      <Breadcrumbs trail={[{ to: '/', words: t('frame.home') }]} here={title} />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('opening.lead')}</p>
        {before && <CycleLinks year={before.year} here="opening" />}
      </header>
      {versions.length === 0 && (
        <Empty
          title={t('opening.noVersion')}
          why={t('opening.noVersionWhy')}
          next={<a href="/plan/draft">{t('opening.toDraft')}</a>}
        />
      )}
      {years.length === 0 && <Empty title={t('opening.allOpen')} why={t('opening.allOpenWhy')} />}
      {versions.length > 0 && years.length > 0 && (
        <Form method="post" className="opening" noValidate>
          <input type="hidden" name="form" value={form} />
          <div className="form">
            <SelectField
              name="year"
              label={t('opening.year')}
              hint={t('opening.yearHint')}
              defaultValue={typed?.year ?? suggested.year}
              choices={years.map((year) => ({ value: String(year), words: t('cycle.name', { year }) }))}
              problem={wordsOf('year')}
            />
            <SelectField
              name="version"
              label={t('opening.version')}
              defaultValue={typed?.version ?? suggested.version ?? undefined}
              choices={versions.map(({ number, validFrom }) => ({
                value: String(number),
                words: t('opening.versionFrom', { number, year: validFrom }),
              }))}
              problem={wordsOf('version')}
            />
            <DayField
              name="firstSchoolDay"
              label={t('opening.firstSchoolDay')}
              hint={t('opening.firstSchoolDayHint')}
              today={suggested.firstSchoolDay}
              first={firstSchoolDays.from}
              last={firstSchoolDays.to}
              typed={typed?.firstSchoolDay}
              noDay={t('dueDays.noDay')}
              problem={wordsOf('firstSchoolDay')}
            />
          </div>
          {opening.dueDays && (
            <OpeningDueDays dueDays={opening.dueDays} year={suggested.year} others={numbersBut(suggested.version)} />
          )}
          <OpeningPairs opening={opening} typed={typed} wordsOf={wordsOf} />
          <Button>{t('opening.open')}</Button>
        </Form>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
