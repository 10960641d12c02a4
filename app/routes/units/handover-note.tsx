import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { LONGEST_NOTE } from '#app/domain/handover.ts'
import { invalid, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { partOf } from '#app/http/params.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readNotes, writeNote } from '#app/services/leaving.server.ts'
import { NoteForm } from './handover-form.server.ts'
import { unitPath } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, params, language }) => {
  const { unit, own } = await readNotes(context, partOf(params, 'unit'))
  const title = wordsIn(language).t('handover.noteTitle', { unit: unit.name })
  return json({ title, unit: { id: unit.id, name: unit.name }, note: own?.words ?? '', form: newForm() })
})

export const action = signedIn(async ({ context, params, request }) => {
  const input = await readForm(request, NoteForm)
  if (!input.ok) return invalid(input)
  const unitId = partOf(params, 'unit')
  const outcome = await writeNote(context, unitId, input.value.note, input.value.form)
  if (!outcome.saved) return invalid({ ok: false, problems: outcome.problems, typed: input.typed })
  throw redirectTo(`${unitPath(unitId, 'handover')}?saved=note`)
})

export default function HandoverNotePage() {
  const { t } = useTranslation()
  const { title, unit, note, form } = useLoaderData<typeof loader>()
  const { words, wordsOf, typed } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/', words: t('frame.home') },
          { to: unitPath(unit.id, 'handover'), words: t('handover.title', { unit: unit.name }) },
        ]}
        here={t('handover.links.note')}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('handover.noteLead')}</p>
      </header>
      <Form method="post" className="form">
        <input type="hidden" name="form" value={form} />
        <TextArea
          name="note"
          label={t('handover.noteLabel')}
          hint={t('handover.noteHint')}
          rows={10}
          maxLength={LONGEST_NOTE}
          defaultValue={typed.note ?? note}
          problem={wordsOf('note')}
        />
        <Button>{t('handover.noteSave')}</Button>
      </Form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
