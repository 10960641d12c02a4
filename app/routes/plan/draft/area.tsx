import { json } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ElementLine } from '#app/components/draft-outline.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { PartList } from '#app/components/part-list.tsx'
import { PartPage, PartsWithin } from '#app/components/part-page.tsx'
import { areaTexts } from '#app/components/part-texts.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { readArea } from '#app/services/draft-parts.server.ts'
import { fingerprintOf, saveEdit } from '#app/services/draft.server.ts'
import { elementLine, partsIn, takenOutIn } from './outline-view.server.ts'
import { AreaForm } from './part-fields.server.ts'
import { returned, savedAt } from './part-saving.server.ts'
import { partView } from './part-view.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const id = partOf(params, 'area')
  const { area, draft, out, ...standing } = await readArea(context, id)
  const part = partsIn(standing, language)
  const { elements, ...head } = area
  const page = partView({ request, language, draft, title: head.title, out })
  return json({
    ...page,
    pageTitle: `${wordsIn(language).t('draft.name')}: ${page.title.words}`,
    id,
    mark: part(head),
    texts: { title: head.title },
    elements: elements.map((element) => elementLine(part, element, language)),
    takenOut: takenOutIn(draft, language).filter((out) => out.what === 'element' && out.of === id),
    seen: fingerprintOf(draft.content, { kind: 'area', id }),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const id = partOf(params, 'area')
  await readArea(context, id)
  const input = await readForm(request, AreaForm)
  if (!input.ok) return returned(input)
  const { form, seen, ...texts } = input.value
  const outcome = await saveEdit(context, { kind: 'area', id, ...texts }, seen, form)
  if (!outcome.saved) return returned({ problems: outcome.problems, typed: input.typed })
  return savedAt(spotPath({ what: 'area', id }), form)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = unlessGone

export default function AreaPage() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  const { id, texts, elements, told, form } = page
  const sending = { form, back: spotPath({ what: 'area', id }) }
  return (
    <PartPage what="area" {...page} {...sending} fields={areaTexts(t, texts)}>
      <PartsWithin
        id="elements"
        title={t('draft.elements')}
        none={elements.length === 0 ? t('draft.noElements') : null}
        add={{ to: `/plan/draft/areas/${id}/elements/new`, words: t('draft.newElement') }}
      >
        <PartList what="element" parts={elements} told={told} {...sending}>
          {(element) => <ElementLine element={element} />}
        </PartList>
      </PartsWithin>
    </PartPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} – Overgang` }]
