import { json } from '@remix-run/node'
import { useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/components/button.tsx'
import { FrameworkSubpage } from '#app/components/framework-subpage.tsx'
import { useReturned } from '#app/components/returned.ts'
import { SelectField } from '#app/components/select-field.tsx'
import { TextArea } from '#app/components/text-area.tsx'
import { inLanguage } from '#app/domain/language.ts'
import { LONGEST_ADDITION } from '#app/domain/local-addition.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { writeAddition } from '#app/services/local-additions.server.ts'
import { AdditionForm, frameworkAt } from './framework-form.server.ts'
import { frameworkSubpage } from './framework-subpage.server.ts'
import { frameworkPath } from './paths.ts'

/** Links and a plain form: the page works without a script of ours. */
export const handle = { script: false }

export const loader = signedIn(async ({ context, params, request, language }) => {
  const { shown, at, t, titled, form } = await frameworkSubpage(context, frameworkAt(params), language)
  return json({
    at,
    title: titled(t('framework.addition.newTitle')),
    area: new URL(request.url).searchParams.get('area') ?? undefined,
    areas: shown.cycle.version.framework.map(({ id, title }) => ({
      value: id,
      words: inLanguage(title, language).words,
    })),
    form,
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
  const { at, area, areas, form } = useLoaderData<typeof loader>()
  const returned = useReturned()
  const { wordsOf, typed } = returned
  return (
    <FrameworkSubpage
      at={at}
      title={t('framework.addition.newTitle')}
      lead={t('framework.addition.newLead')}
      returned={returned}
    >
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
    </FrameworkSubpage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
