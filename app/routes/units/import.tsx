import { json } from '@remix-run/node'
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { Button } from '#app/components/button.tsx'
import { Details } from '#app/components/details.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { ImportList } from '#app/components/import-list.tsx'
import { useReturned } from '#app/components/returned.ts'
import { TextArea } from '#app/components/text-area.tsx'
import { TextField } from '#app/components/text-field.tsx'
import { invalid, problemWith, readBody, readFields } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guard.server.ts'
import { redirectTo } from '#app/http/redirect.server.ts'
import { filesIn } from '#app/http/upload.server.ts'
import { wordsIn } from '#app/http/words.server.ts'
import { newForm } from '#app/routes/places/tick-form.server.ts'
import { sha256 } from '#app/services/history.server.ts'
import { listAddress, OFFICIAL_REGISTERS } from '#app/services/unit-import-registers.server.ts'
import { keepSentFiles, readImports } from '#app/services/unit-import.server.ts'
import { SendingForm } from './import-form.server.ts'
import { importLine } from './import-view.server.ts'
import { FETCHING, importPath, IMPORTS, UNITS } from './paths.ts'

export const handle = { script: false }

export const loader = signedIn(async ({ context, request, language, edge }) => {
  const { municipality, imports } = await readImports(context)
  const { kindergartens, schools } = OFFICIAL_REGISTERS
  return json({
    title: wordsIn(language).t('unitImport.title'),
    municipality: municipality.name,
    addresses: {
      kindergartens: listAddress(kindergartens, municipality.number),
      schools: listAddress(schools, municipality.number),
    },
    fetches: edge.settings.registers !== null,
    several: new URL(request.url).searchParams.has('read'),
    imports: imports.map(importLine),
    form: newForm(),
  })
})

export const action = signedIn(async ({ context, request, language }) => {
  await readImports(context)
  const body = await readBody(request)
  const sent = await filesIn(body, 'file')
  body.delete('file')
  body.set('files', sha256(JSON.stringify(sent)))
  const input = await readFields(body, SendingForm)
  if (!input.ok) return invalid(input)
  const { form, pasted, neighbours } = input.value
  if (sent.length === 0 && pasted.trim() === '') return invalid(problemWith('file', 'unitImport.missing', input.typed))
  if (sent.length > 0 && pasted.trim() !== '') return invalid(problemWith('pasted', 'unitImport.both', input.typed))
  const field = sent.length > 0 ? 'file' : 'pasted'
  const files = sent.length > 0 ? sent : [{ name: wordsIn(language).t('unitImport.pasted'), words: pasted }]
  const outcome = await keepSentFiles(context, { files, neighbours }, form)
  if ('problems' in outcome) {
    const problems = outcome.problems.map((problem) => ({ ...problem, field }))
    return invalid({ ok: false, problems, typed: input.typed })
  }
  const [only, ...more] = outcome.ids
  return redirectTo(only && more.length === 0 ? importPath(only) : `${IMPORTS}?read=${outcome.ids.length}`)
})

export default function ImportPage() {
  const { t } = useTranslation()
  const { title, several, imports, form, ...sources } = useLoaderData<typeof loader>()
  const { words } = useReturned()
  return (
    <>
      <Breadcrumbs trail={[{ to: UNITS, words: t('units.title') }]} here={title} />
      <p className="status-line" role="status">
        {several && t('unitImport.several')}
      </p>
      <ErrorSummary problems={words} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{t('unitImport.lead')}</p>
      </header>
      {several && <ImportList imports={imports} />}
      <SendingFields form={form} />
      <WhereFilesAre {...sources} />
      {!several && <ImportList imports={imports} />}
    </>
  )
}

function SendingFields({ form }: { form: string }) {
  const { t } = useTranslation()
  const { wordsOf, typed } = useReturned()
  return (
    <Form method="post" encType="multipart/form-data" className="form">
      <input type="hidden" name="form" value={form} />
      <TextField
        type="file"
        name="file"
        multiple
        accept=".json,.csv,.txt,.tsv"
        label={t('unitImport.files')}
        hint={t('unitImport.filesHint')}
        problem={wordsOf('file')}
      />
      <Details summary={t('unitImport.paste')} open={Boolean(typed.pasted)}>
        <TextArea
          name="pasted"
          rows={10}
          spellCheck={false}
          label={t('unitImport.pasted')}
          hint={t('unitImport.pastedHint')}
          defaultValue={typed.pasted}
          problem={wordsOf('pasted')}
        />
      </Details>
      <Details summary={t('unitImport.neighboursTitle')} open={Boolean(typed.neighbours)}>
        <TextArea
          name="neighbours"
          rows={3}
          label={t('unitImport.neighbours')}
          hint={t('unitImport.neighboursHint')}
          defaultValue={typed.neighbours}
          problem={wordsOf('neighbours')}
        />
      </Details>
      <p className="actions">
        <Button>{t('unitImport.read')}</Button> <span className="quiet">{t('unitImport.readHint')}</span>
      </p>
    </Form>
  )
}

interface Sources {
  municipality: string
  addresses: { kindergartens: string; schools: string }
  fetches: boolean
}

function WhereFilesAre({ municipality, addresses, fetches }: Sources) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="where" className="import-where">
      <h2 id="where">{t('unitImport.where.title')}</h2>
      {fetches && (
        <p>
          <a className="more" href={FETCHING}>
            {t('unitImport.fetch.title')}
          </a>
        </p>
      )}
      <ul>
        <li>
          <a href={addresses.kindergartens}>{t('unitImport.where.kindergartens', { municipality })}</a>
        </li>
        <li>
          <a href={addresses.schools}>{t('unitImport.where.schools', { municipality })}</a>
        </li>
      </ul>
      <p>{t('unitImport.where.how')}</p>
      <p>{t('unitImport.where.table')}</p>
    </section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Overgang` }]
