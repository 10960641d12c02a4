import { json } from '@remix-run/node'
import { Link, useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DraftHead } from '#app/components/draft-head.tsx'
import { DraftMark } from '#app/components/draft-mark.tsx'
import { ElementLine } from '#app/components/draft-outline.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { IsTakenOut } from '#app/components/is-taken-out.tsx'
import { PartForm } from '#app/components/part-form.tsx'
import { PartList } from '#app/components/part-list.tsx'
import { areaTexts } from '#app/components/part-texts.ts'
import { useReturned } from '#app/components/returned.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { TakenOutParts } from '#app/components/taken-out-parts.tsx'
import { Worded } from '#app/components/worded.tsx'
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

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function AreaPage() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  const returned = useReturned()
  const { id, title, basedOn, mark, told, out, saved, texts, form, seen } = page
  const sending = { form, back: spotPath({ what: 'area', id }) }
  return (
    <>
      <ErrorSummary problems={returned.words} />
      <DraftHead here={title.words} eyebrow={t('draft.part.area')} basedOn={basedOn}>
        <h1>
          <Worded wording={title} /> <DraftMark {...mark} />
        </h1>
      </DraftHead>
      {out && <IsTakenOut {...out} {...sending} />}
      <StatusLine key={`told ${told.words}`} first={told.words}>
        <Elements page={page} {...sending} />
        <TakenOutParts {...page} {...sending} />
      </StatusLine>
      <section aria-labelledby="texts">
        <h2 id="texts">{t('draft.texts.area')}</h2>
        <PartForm
          key={`form ${saved}`}
          fields={areaTexts(t, texts)}
          form={form}
          seen={seen}
          returned={returned}
          save={t('draft.save')}
        />
      </section>
    </>
  )
}

function Elements({ page: { id, elements, told }, ...sending }: { page: Page; form: string; back: string }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="elements">
      <h2 id="elements">{t('draft.elements')}</h2>
      {elements.length === 0 && <p>{t('draft.noElements')}</p>}
      <PartList what="element" parts={elements} told={told} {...sending}>
        {(element) => <ElementLine element={element} />}
      </PartList>
      <p>
        <Link className="more" to={`/plan/draft/areas/${id}/elements/new`}>
          {t('draft.newElement')}
        </Link>
      </p>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} – Overgang` }]
