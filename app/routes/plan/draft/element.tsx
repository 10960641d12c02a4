import { json } from '@remix-run/node'
import { Link, useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DraftHead } from '#app/components/draft-head.tsx'
import { DraftMark } from '#app/components/draft-mark.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { ElementForm } from '#app/components/element-form.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { IsTakenOut } from '#app/components/is-taken-out.tsx'
import { useReturned } from '#app/components/returned.ts'
import { StatusLine } from '#app/components/status-line.tsx'
import { Worded } from '#app/components/worded.tsx'
import { answerForElement } from '#app/domain/answered-element.ts'
import { answeredBefore } from '#app/domain/answered-before.ts'
import { weightOfElement } from '#app/domain/meaning.ts'
import type { Element } from '#app/domain/plan.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { readElement } from '#app/services/draft-parts.server.ts'
import { fingerprintOf, saveEdit } from '#app/services/draft.server.ts'
import { partsIn } from './outline-view.server.ts'
import { ElementForm as ElementFields } from './part-fields.server.ts'
import { returned, savedAt } from './part-saving.server.ts'
import { partView } from './part-view.server.ts'
import { draftWording, shortWording } from './told-view.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const id = partOf(params, 'element')
  const { element, area, before, draft, out, ...standing } = await readElement(context, id)
  const page = partView({ request, language, draft, title: element.kindergarten, out })
  const title = shortWording(element.kindergarten, language)
  return json({
    ...page,
    title,
    pageTitle: `${wordsIn(language).t('draft.part.element')}: ${title.words}`,
    area: area && { to: spotPath({ what: 'area', id: area.id }), words: draftWording(area.title, language).words },
    id,
    mark: partsIn(standing, language)({ id, title: element.kindergarten }),
    texts: textsOf(element),
    before: before && textsOf(before),
    answered: before && answeredBefore(before, element, weightOfElement(before, element)),
    seen: fingerprintOf(draft.content, { kind: 'element', element: { id } }),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const id = partOf(params, 'element')
  const { element: saved, area, before } = await readElement(context, id)
  const input = await readForm(request, ElementFields)
  if (!input.ok) return returned(input)
  const { form, seen, meant: said, ...texts } = input.value
  const element = { id, ...texts }
  const meant = answerForElement(element, { before, saved, meant: said })
  const outcome = await saveEdit(context, { kind: 'element', areaId: area?.id ?? '', element, meant }, seen, form)
  if (!outcome.saved) return returned({ problems: outcome.problems, typed: input.typed })
  return savedAt(spotPath({ what: 'element', id }), form)
})

function textsOf({ kindergarten, school }: Element) {
  return { kindergarten, school }
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = unlessGone

export default function ElementPage() {
  const { t } = useTranslation()
  const { id, title, basedOn, area, mark, told, out, saved, ...rest } = useLoaderData<typeof loader>()
  const returned = useReturned()
  const sending = { form: rest.form, back: spotPath({ what: 'element', id }) }
  return (
    <>
      <ErrorSummary problems={returned.words} />
      <DraftHead trail={area ? [area] : []} here={title} eyebrow={t('draft.part.element')} basedOn={basedOn}>
        <h1>
          <Worded wording={title} /> <DraftMark {...mark} />
        </h1>
      </DraftHead>
      <StatusLine key={`told ${told.words}`} first={told.words}>
        {out && <IsTakenOut {...out} {...sending} />}
      </StatusLine>
      <ElementForm key={`form ${saved}`} {...rest} returned={returned} />
      {area && (
        <p>
          <Link className="more" to={area.to}>
            {t('draft.backTo', { title: area.words })}
          </Link>
        </p>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} – Overgang` }]
