import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button.tsx'
import { ChoiceGroup } from '#app/components/choice-group.tsx'
import { FrameworkSubpage } from '#app/components/framework-subpage.tsx'
import { monthsInWords } from '#app/components/month.ts'
import { useReturned } from '#app/components/returned.ts'
import { Worded } from '#app/components/worded.tsx'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { beginFromLastYear } from '#app/services/framework-marks.server.ts'
import { BeginningForm, frameworkAt } from './framework-form.server.ts'
import { frameworkSubpage } from './framework-subpage.server.ts'
import { chosenWords, titleOf } from './framework-view.server.ts'
import { frameworkPath } from './paths.ts'

/** Links and a plain form: the page works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { shown, at, t, titled, form } = await frameworkSubpage(context, frameworkAt(params), language)
  return json({
    at,
    title: titled(t('framework.beginning.title')),
    rows: shown.beginning.map(({ line, months, how }) => ({
      value: chosenWords(line),
      title: titleOf(shown, line, language),
      says: [months && monthsInWords(months, language), how].filter(Boolean).join(' · '),
    })),
    form,
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
  const { at, rows, form } = useLoaderData<typeof loader>()
  const returned = useReturned()
  const { wordsOf, receipt, typed } = returned
  const chosen = receipt ? (typed.chosen ?? '').split(',') : rows.map(({ value }) => value)
  return (
    <FrameworkSubpage
      at={at}
      title={t('framework.beginning.title')}
      lead={t(rows.length > 0 ? 'framework.beginning.lead' : 'framework.beginning.nothing', { year: at.year - 1 })}
      returned={returned}
    >
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
    </FrameworkSubpage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
