import { json } from '@remix-run/node'
import { Form, Link, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { Details } from '#app/components/details.tsx'
import { Empty } from '#app/components/empty.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { FileRead } from '#app/components/file-read.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { invalid, problemWith, readForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { readDraft } from '#app/services/draft.server.ts'
import { beginFromFile } from '#app/services/plan-file.server.ts'
import { fileProblems, readFileView, readPath } from './file-view.server.ts'

const FileForm = z.object({
  form: z.string({ error: 'formIncomplete' }).min(1, 'formIncomplete').max(100, 'formIncomplete'),
  file: z.string().default(''),
  pasted: z.string().default(''),
})

export const loader = signedIn(async ({ context, request, language }) => {
  const draft = await readDraft(context)
  const read = draft && readFileView(request, draft, language)
  const title = wordsIn(language).t(read ? 'planFile.read' : 'planFile.title')
  return json({ title, read, begun: draft !== null, form: newForm() })
})

export const action = signedIn(async ({ context, request, language }) => {
  await readDraft(context)
  const input = await readForm(request, FileForm)
  if (!input.ok) return invalid(input)
  const { form, file, pasted } = input.value
  const [given, other] = file.trim() === '' ? [pasted, ''] : [file, pasted]
  if (given.trim() === '') return invalid(problemWith('file', 'file.missing', input.typed))
  if (other.trim() !== '') return invalid(problemWith('pasted', 'file.both', input.typed))
  const outcome = await beginFromFile(context, given, form)
  if (outcome.saved) return redirectTo(readPath(outcome.source))
  const field = given === file ? 'file' : 'pasted'
  return invalid({ ok: false, problems: fileProblems(outcome.problems, field, language), typed: input.typed })
})

export default function FilePage() {
  const { t } = useTranslation()
  const { title, read, begun, form } = useLoaderData<typeof loader>()
  const { words } = useReturned()
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/plan', words: t('frame.plan') },
          { to: '/plan/draft', words: t('draft.name') },
        ]}
        here={title}
      />
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        {!begun && <p className="lead">{t('planFile.lead')}</p>}
      </header>
      {read && <FileRead read={read} />}
      {begun && !read && (
        <Empty
          title={t('draft.beginning.isBegun')}
          why={t('problem.draftExists')}
          next={<Link to="/plan/draft">{t('draft.open')}</Link>}
        />
      )}
      {!begun && <FileFields form={form} />}
    </>
  )
}

function FileFields({ form }: { form: string }) {
  const { t } = useTranslation()
  const { wordsOf, typed } = useReturned()
  return (
    <Form method="post" encType="multipart/form-data" className="form">
      <input type="hidden" name="form" value={form} />
      <p>{t('planFile.how')}</p>
      <TextField
        type="file"
        name="file"
        accept=".json,.md,.markdown,.txt"
        label={t('planFile.file')}
        hint={t('planFile.fileHint')}
        problem={wordsOf('file')}
      />
      <Details summary={t('planFile.paste')} open={Boolean(typed.pasted)}>
        <TextArea
          name="pasted"
          rows={12}
          label={t('planFile.pasted')}
          defaultValue={typed.pasted}
          problem={wordsOf('pasted')}
        />
      </Details>
      <Button>{t('planFile.begin')}</Button>
    </Form>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
