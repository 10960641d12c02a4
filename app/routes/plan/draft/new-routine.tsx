import { json } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { NewPartPage } from '#app/components/new-part-page.tsx'
import { routineTexts } from '#app/components/part-texts.ts'
import { useReturned } from '#app/components/returned.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { fingerprintOf, saveEdit } from '#app/services/draft.server.ts'
import { readParts } from '#app/services/draft-parts.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { NewRoutineForm } from './part-fields.server.ts'
import { returned, savedAt } from './part-saving.server.ts'

export const loader = signedIn(async ({ context, language }) => {
  const { draft } = await readParts(context)
  const id = newId()
  return json({
    title: wordsIn(language).t('draft.newRoutine'),
    basedOn: draft.basedOn?.number ?? null,
    id,
    seen: fingerprintOf(draft.content, { kind: 'routine', id }),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request }) => {
  await readParts(context)
  const input = await readForm(request, NewRoutineForm)
  if (!input.ok) return returned(input)
  const { form, seen, ...routine } = input.value
  const outcome = await saveEdit(context, { kind: 'routine', ...routine }, seen, form)
  if (!outcome.saved) return returned({ problems: outcome.problems, typed: input.typed })
  return savedAt(spotPath({ what: 'routine', id: routine.id }), form)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = unlessGone

export default function NewRoutinePage() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  return (
    <NewPartPage
      {...page}
      lead={t('draft.newRoutineLead')}
      fields={routineTexts(t)}
      returned={useReturned()}
      save={t('draft.addRoutine')}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
