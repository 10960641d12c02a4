import { json } from '@remix-run/node'
import { useLoaderData, type ClientActionFunctionArgs, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StepLine } from '#app/components/draft-outline.tsx'
import { savingDraft, unlessGone } from '#app/components/draft-saving.ts'
import { PartList } from '#app/components/part-list.tsx'
import { PartPage, PartsWithin } from '#app/components/part-page.tsx'
import { routineTexts } from '#app/components/part-texts.ts'
import { readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { readRoutine } from '#app/services/draft-parts.server.ts'
import { fingerprintOf, saveEdit } from '#app/services/draft.server.ts'
import { partsIn, stepLine, takenOutIn } from './outline-view.server.ts'
import { RoutineForm } from './part-fields.server.ts'
import { returned, savedAt } from './part-saving.server.ts'
import { partView } from './part-view.server.ts'

export const loader = signedIn(async ({ context, params, request, language }) => {
  const id = partOf(params, 'routine')
  const { routine, draft, out, ...standing } = await readRoutine(context, id)
  const part = partsIn(standing, language)
  const { steps, ...head } = routine
  const page = partView({ request, language, draft, title: head.title, out })
  return json({
    ...page,
    pageTitle: `${wordsIn(language).t('draft.name')}: ${page.title.words}`,
    id,
    mark: part(head),
    texts: { title: head.title, purpose: head.purpose },
    steps: steps.map((step) => stepLine(part, step, language)),
    takenOut: takenOutIn(draft, language).filter((out) => out.what === 'step' && out.of === id),
    seen: fingerprintOf(draft.content, { kind: 'routine', id }),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const id = partOf(params, 'routine')
  await readRoutine(context, id)
  const input = await readForm(request, RoutineForm)
  if (!input.ok) return returned(input)
  const { form, seen, ...texts } = input.value
  const outcome = await saveEdit(context, { kind: 'routine', id, ...texts }, seen, form)
  if (!outcome.saved) return returned({ problems: outcome.problems, typed: input.typed })
  return savedAt(spotPath({ what: 'routine', id }), form)
})

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => savingDraft(serverAction)
export const shouldRevalidate = unlessGone

export default function RoutinePage() {
  const { t } = useTranslation()
  const page = useLoaderData<typeof loader>()
  const { id, texts, steps, told, form } = page
  const sending = { form, back: spotPath({ what: 'routine', id }) }
  return (
    <PartPage what="routine" {...page} {...sending} fields={routineTexts(t, texts)}>
      <PartsWithin
        id="steps"
        title={t('draft.steps')}
        none={steps.length === 0 ? t('draft.noSteps') : null}
        add={{ to: `/plan/draft/routines/${id}/steps/new`, words: t('draft.newStep') }}
      >
        <PartList
          what="step"
          parts={steps}
          told={told}
          more={(step) => (
            <a className="row-button" href={`/plan/draft/steps/${step.id}/copy`}>
              {t('draft.copy')}
              <span className="ds-sr-only">: {step.title.words}</span>
            </a>
          )}
          {...sending}
        >
          {(step) => <StepLine step={step} />}
        </PartList>
      </PartsWithin>
    </PartPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} – Overgang` }]
