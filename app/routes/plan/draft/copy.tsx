import { json } from '@remix-run/node'
import { Form, Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { DraftHead } from '#app/components/draft-head.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TickFields } from '#app/components/tick-fields.tsx'
import { Worded } from '#app/components/worded.tsx'
import { LONGEST_TITLE } from '#app/domain/draft-problems.ts'
import { LANGUAGES, type Text } from '#app/domain/language.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { readDraftStep } from '#app/services/draft-step.server.ts'
import { fingerprintOf, saveEdit } from '#app/services/draft.server.ts'
import { newId } from '#app/services/new-id.server.ts'
import { spotPath } from '#app/routes/plan/paths.ts'
import { newPartId } from './draft-form.server.ts'
import { titleIn } from './step-editor-view.server.ts'

const INCOMPLETE = { error: 'formIncomplete' }
const CopyForm = z.object({
  form: z.string(INCOMPLETE).min(1, 'formIncomplete').max(100, 'formIncomplete'),
  id: newPartId,
})

export const loader = signedIn(async ({ context, params, language }) => {
  const { draft, step } = await readDraftStep(context, partOf(params, 'step'))
  const heading = titleIn(step.title, language)
  return json({
    title: `${wordsIn(language).t('stepEditor.copy')}: ${heading.words}`,
    heading,
    basedOn: draft.basedOn?.number ?? null,
    back: spotPath({ what: 'step', id: step.id }),
    form: newId(),
    id: newId(),
  })
})

export const action = signedIn(async ({ context, params, request }) => {
  const { draft, step, routineId } = await readDraftStep(context, partOf(params, 'step'))
  const input = await readForm(request, CopyForm)
  if (!input.ok) return invalid(input)
  const { form, id } = input.value
  const { meaning: _, ...rest } = step
  const unknown = fingerprintOf({ ...draft.content, routines: [] }, { kind: 'step', step: { id } })
  const edit = { kind: 'step', routineId, step: { ...rest, id, title: copied(step.title) }, meant: null } as const
  const outcome = await saveEdit(context, edit, unknown, form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: {} })
  throw redirectTo(spotPath({ what: 'step', id }))
})

/** The title with a word that says it is a copy, in each language it is in. */
function copied(title: Text): Text {
  const texts = LANGUAGES.map((language) => {
    const words = title[language]
    if (!words) return [language, '']
    const { t } = wordsIn(language)
    const room = LONGEST_TITLE - t('stepEditor.copied', { title: '' }).length
    return [language, t('stepEditor.copied', { title: words.slice(0, room) })]
  })
  return { nb: '', ...Object.fromEntries(texts.filter(([, words]) => words)) }
}

export default function CopyPage() {
  const { t } = useTranslation()
  const { heading, basedOn, back, form, id } = useLoaderData<typeof loader>()
  const { words } = useReturned('copy')
  return (
    <>
      <ErrorSummary problems={words} />
      <DraftHead trail={[{ to: back, words: heading }]} here={t('stepEditor.copy')} basedOn={basedOn}>
        <h1>
          {t('stepEditor.copy')}: <Worded wording={heading} />
        </h1>
        <p className="lead">{t('stepEditor.copyLead')}</p>
      </DraftHead>
      <Form method="post" className="actions">
        <TickFields fields={{ form, id }} />
        <Button id="copy">{t('stepEditor.copy')}</Button>
        <Link to={back}>{t('stepEditor.backToStep')}</Link>
      </Form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
