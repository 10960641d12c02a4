import { json } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { NewPartPage } from '#app/components/new-part-page.tsx'
import { elementTexts } from '#app/components/part-texts.ts'
import { useReturned } from '#app/components/returned.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { readArea } from '#app/services/draft-parts.server.ts'
import { fingerprintOf, saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { NewElementForm } from './part-fields.server.ts'
import { returned, savedAt } from './part-saving.server.ts'
import { draftWording } from './told-view.server.ts'

export const loader = signedIn(async ({ context, params, language }) => {
  const { draft, area } = await readArea(context, partOf(params, 'area'))
  const id = newId()
  return json({
    title: wordsIn(language).t('draft.newElement'),
    trail: [{ to: spotPath({ what: 'area', id: area.id }), words: draftWording(area.title, language).words }],
    basedOn: draft.basedOn?.number ?? null,
    id,
    seen: fingerprintOf(draft.content, { kind: 'element', element: { id } }),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const { area } = await readArea(context, partOf(params, 'area'))
  const input = await readForm(request, NewElementForm)
  if (!input.ok) return returned(input)
  const { form, seen, meant, ...element } = input.value
  const outcome = await saveEdit(context, { kind: 'element', areaId: area.id, element, meant }, seen, form)
  if (!outcome.saved) return returned({ problems: outcome.problems, typed: input.typed })
  return savedAt(spotPath({ what: 'area', id: area.id }), form, `element-${element.id}`)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = unlessGone

export default function NewElementPage() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  return (
    <NewPartPage
      {...page}
      lead={t('draft.newElementLead')}
      fields={elementTexts(t)}
      returned={useReturned()}
      save={t('draft.addElement')}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
